// Talking to the program: requests that may be overtaken, and its refusals.

import { written } from "./json.js";
import { report } from "./report.js";

// A Refusal is an answer that is not what was asked for; its message is for people.
export class Refusal extends Error {
  constructor(message, finding) {
    super(message);
    this.finding = finding;
  }
}

// body is the open report, with last year's where there is one.
export function body() {
  const json = written(report);
  if (!report.last) return json;
  const form = new FormData();
  form.append("report", new Blob([json]));
  form.append("last", new Blob([written(report.last)]));
  return form;
}

// ask sends a request and waits a little where the program has too much to do.
export async function ask(path, options = {}) {
  for (let attempt = 1; ; attempt++) {
    let response;
    try {
      response = await fetch(path, options);
    } catch (fault) {
      if (fault.name === "AbortError") throw fault;
      throw new Refusal("程序没有应答，可能已经关闭。请重新启动它；填写的内容还在浏览器里。");
    }
    if (response.ok) return response;
    if (response.status === 503 && attempt < 5) {
      const seconds = Number(response.headers.get("Retry-After")) || 1;
      await new Promise((resolve) => setTimeout(resolve, 1000 * Math.min(seconds, 5)));
      if (options.signal?.aborted) throw new DOMException("", "AbortError");
      continue;
    }
    const answer = await response.json().catch(() => ({}));
    throw new Refusal(answer.message ?? "程序没有办成这件事（" + response.status + "）", answer);
  }
}

// Latest asks again and again: a newer question drops those before it, and an
// answer that comes late is not heard.
export class Latest {
  #controller = null;

  async ask(path, content) {
    this.#controller?.abort();
    const controller = this.#controller = new AbortController();
    const response = await ask(path, { method: "POST", body: content, signal: controller.signal });
    const answer = await response.json();
    if (controller.signal.aborted) throw new DOMException("", "AbortError");
    return answer;
  }
}
