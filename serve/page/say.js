// What the page tells people in passing: a line that goes away, and what
// screen readers say.

import { byId, write } from "./element.js";

let timer = 0;

// tell shows a message for a while; screen readers read it out.
export function tell(text, seconds = 8) {
  const message = byId("message");
  message.hidden = false;
  write(message, text);
  clearTimeout(timer);
  timer = setTimeout(() => { message.hidden = true; write(message, ""); }, seconds * 1000);
}

let waiting = 0, said = "";

// announce has screen readers say text once typing has paused, where it is news.
export function announce(text) {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (text !== said) write(byId("live"), text);
    said = text;
  }, 1500);
}
