// Emergency calls, on every page of the staff, and the messages for a window.

import { html, nothing, repeat } from "./lit.js";
import { t, timeOfDay } from "./i18n.js";

/** The emergency calls; `mine` are the windows of whoever looks, `post` sends an act. */
export function emergencies(console, who, mine, post, resting) {
  const all = console?.staff.emergencies ?? [];
  return html`<div id="emergencies" aria-live="assertive">
    ${repeat(all, (it) => it.id, (it) => emergency(console, it, who, mine.includes(it.window), post, resting))}
  </div>`;
}

function emergency(console, it, who, own, post, resting) {
  const time = timeOfDay(it.at, console.hall.zone);
  const path = `/api/emergencies/${encodeURIComponent(it.id)}`;
  return html`<div class="strip emergency" data-emergency=${it.window} data-accepted=${it.acceptedId}>
    <span class="grow">${own ? t("emergency.mine", { time }) : t("emergency.at", { window: it.window, by: it.by, time })}
      · ${it.accepted ? t("emergency.coming", { name: it.accepted }) : t("emergency.nobody")}</span>
    ${own || it.accepted
      ? nothing
      : html`<button class="button" data-act="accept" ?disabled=${resting} @click=${() => post(`${path}/accept`)}>${t("emergency.accept")}</button>`}
    ${own || it.acceptedId === who.account || who.roles.includes("manager")
      ? html`<button class="button" data-act="clear" ?disabled=${resting} @click=${() => post(`${path}/clear`)}>${t("emergency.clear")}</button>`
      : nothing}
  </div>`;
}

/** The messages that a clerk has still to read at her window. */
export function messages(desk) {
  const { window } = desk.row;
  const unread = desk.console.staff.messages.filter(
    (it) => (it.to.length === 0 || it.to.includes(window)) && !it.readBy.includes(desk.who.account),
  );
  return html`<div id="messages" aria-live="polite">
    ${repeat([...unread].reverse(), (it) => it.id, (it) => html`<div class="strip warm message" data-message=${it.id}>
      <span class="grow"><b>${it.text}</b> <span class="small">${t("message.from", { name: it.from, time: timeOfDay(it.at, desk.console.hall.zone) })}</span></span>
      <button class="button slight" data-act="read" ?disabled=${desk.resting} @click=${() => desk.press(`messages/${encodeURIComponent(it.id)}/read`)}>${t("message.read")}</button>
    </div>`)}
  </div>`;
}
