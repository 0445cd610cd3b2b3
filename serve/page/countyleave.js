// Leaving the view of many units, which stays as it is until one comes back.

import { byId } from "./element.js";

export function leaveCounty() {
  document.body.classList.remove("collecting");
  if (byId("county")) byId("county").hidden = true;
}
