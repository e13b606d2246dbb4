// The right side of the clerk's page: who waits, who was missed, what is on hold.

import { booked, green } from "./clerk-desk.js";
import { myDay } from "./clerk-day.js";
import { noticeEntry } from "./clerk-notice.js";
import { html, nothing, repeat } from "./lit.js";
import { minutes, range, t, text, timeOfDay } from "./i18n.js";
import { itemNames } from "./parts.js";

const SHOWN = 60;

/** The lists with their tabs; `view.tab` is the one shown. */
export function lists(desk, dialogs, view) {
  const all = { waiting: desk.waiting(), missed: desk.missed(), held: desk.held(), notices: desk.notices() };
  const tab = view.tab;
  return html`<section class="card lists" aria-label=${t("clerk.lists")}>
    <div class="tabs" role="tablist">
      ${Object.entries(all).map(
        ([name, tickets]) => html`<button
          role="tab"
          id="tab-${name}"
          aria-selected=${String(tab === name)}
          aria-controls="list"
          @click=${() => view.show(name)}
        >
          ${t(`list.${name}`)} <span class="count ${some(name, tickets) ? "some" : ""}">${tickets.length}</span>
        </button>`,
      )}
      <span class="grow"></span>
      <button class="button slight" id="issue" @click=${() => dialogs.open("issue")}>＋ ${t("act.issue")}</button>
    </div>
    <ol id="list" role="tabpanel" aria-labelledby="tab-${tab}" tabindex="-1">
      ${all[tab].length === 0 ? html`<li class="empty">${t(`list.${tab}-none`)}</li>` : nothing}
      ${repeat(all[tab].slice(0, SHOWN), (it) => it.id ?? it.number, (it) => (tab === "notices" ? noticeEntry(desk, it) : entry(desk, dialogs, it)))}
      ${all[tab].length > SHOWN ? html`<li class="empty">${t("list.more", { n: all[tab].length - SHOWN })}</li>` : nothing}
    </ol>
    ${myDay(view.day)}
  </section>`;
}

/** Whether something in a list wants to be looked after. */
function some(name, all) {
  return name === "notices" ? all.some((it) => it.print === "doubtful") : all.length > 0 && name !== "waiting";
}

function entry(desk, dialogs, ticket) {
  const line = desk.line(ticket.line);
  return html`<li data-ticket=${ticket.id} data-number=${ticket.number}>
    <span class="no number">${ticket.number}</span>
    <span class="what">
      <span class="name">${text(line?.name)} ${ticket.green ? green() : nothing} ${ticket.bookedFor ? booked() : nothing} ${ticket.sentTo ? html`<span class="chip">${t("ticket.sent")}</span>` : nothing}</span>
      <span class="quiet small">${about(desk, ticket)}</span>
      ${ticket.items.length > 0 ? html`<span class="quiet small item" title=${itemNames(ticket.items)}>${itemNames(ticket.items)}</span>` : nothing}
    </span>
    ${actions(desk, dialogs, ticket)}
  </li>`;
}

function about(desk, ticket) {
  const seconds = desk.feed.since(ticket.since);
  switch (ticket.state) {
    case "waiting":
      return html`${t("ticket.place", { n: ticket.rank })} · ${t("ticket.waited", { time: minutes(seconds) })}${ticket.outlook
        ? html` · ${t("ticket.outlook", { range: range(ticket.outlook) })}`
        : nothing}`;
    case "due":
      return t("ticket.due", { time: timeOfDay(ticket.due, desk.console.hall.zone) });
    case "missed":
      return t("ticket.missed", { window: ticket.window, time: minutes(seconds) });
    default:
      return html`${text(desk.choices.holds.find((it) => it.word === ticket.hold)?.name)} ·
      ${t("ticket.held", { window: ticket.window, time: minutes(seconds) })}`;
  }
}

function actions(desk, dialogs, ticket) {
  const free = desk.row.stage === "IDLE" && !desk.resting && !desk.elsewhere;
  switch (ticket.state) {
    case "held":
      return html`<button class="button slight" data-act="resume" ?disabled=${!free} @click=${() => desk.press(`resume/${encodeURIComponent(ticket.id)}`)}>${t("act.resume")}</button>`;
    case "missed":
      return html`<span class="pair">
        <button class="button slight" data-act="call" ?disabled=${!free} @click=${() => callAgain(desk, ticket)}>${t("act.call-again")}</button>
        <button class="button slight" data-act="requeue" ?disabled=${desk.resting} @click=${() => desk.post(`/api/tickets/${encodeURIComponent(ticket.id)}/requeue`)}>${t("act.requeue")}</button>
      </span>`;
    default:
      return html`<button class="button slight" data-act="choose" aria-label=${t("act.choose-ticket", { number: ticket.number })} ?disabled=${desk.resting} @click=${() => dialogs.open("ticket", { ticket })}>${t("act.choose")}</button>`;
  }
}

function callAgain(desk, ticket) {
  desk.press(`call/${encodeURIComponent(ticket.id)}`, { reason: t("reason.came-back") });
}
