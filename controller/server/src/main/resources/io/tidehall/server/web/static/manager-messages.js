// What a manager tells windows, and who has read it.

import { html, nothing, repeat } from "./lit.js";
import { t, timeOfDay } from "./i18n.js";

const SHOWN = 5;

export function messagesCard(office, draw) {
  const { messages } = office.console.staff;
  const { windows, hall } = office.console;
  return html`<section class="card messages"><h2>${t("message.title")}</h2>
    <form id="message-form" @submit=${(e) => send(e, office, draw)}>
      <label class="field">${t("message.text")}<input name="text" id="message-text" maxlength="200" required autocomplete="off" /></label>
      <div class="row">
        <label class="field grow">${t("message.to")}
          <select name="to" id="message-to"><option value="">${t("message.all")}</option>${windows.map((it) => html`<option value=${it.window}>${it.window} ${it.clerkName}</option>`)}</select>
        </label>
        <button class="button" id="message-send" ?disabled=${office.busy !== null}>${t("message.send")}</button>
      </div>
    </form>
    ${messages.length === 0
      ? nothing
      : html`<ul id="messages-sent">${repeat(messages.slice(0, SHOWN), (it) => it.id, (it) => html`<li data-message=${it.id}>
          <span>${it.text}</span>
          <span class="quiet small">${timeOfDay(it.at, hall.zone)} · ${it.to.length === 0 ? t("message.all") : it.to.join(", ")} · ${it.readBy.length === 0 ? t("message.unread") : t("message.readers", { n: it.readBy.length })}</span>
        </li>`)}</ul>`}
  </section>`;
}

async function send(event, office, draw) {
  event.preventDefault();
  const form = event.target;
  const data = new FormData(form);
  const to = data.get("to");
  if (await office.post("/api/messages", { to: to ? [to] : [], text: data.get("text") })) {
    form.reset();
    draw();
  }
}
