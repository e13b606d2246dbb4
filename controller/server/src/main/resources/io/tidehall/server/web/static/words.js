// Words for errors, and the opening of dialogs, for parts of pages that know no page.

import { text } from "./i18n.js";
import { html, nothing } from "./lit.js";

/** An error in words, with the full detail for whoever asks. */
export function problem(e) {
  return e ? html`<span title=${e.detail ?? ""}>${text(e.words) || String(e)}</span>` : nothing;
}

/** Whether a device has not come online since the hall started; one that was revoked is not waited for. */
export const unseen = (it) => !it.online && it.pairing !== "vacant" && !it.since && !it.heartbeat && !it.gone;

/** Opens the dialog when it is rendered, and puts the cursor into its first field. */
export function opened(element) {
  if (element && !element.open) {
    element.showModal();
    element.querySelector("[autofocus], input, select, textarea, button")?.focus();
  }
}
