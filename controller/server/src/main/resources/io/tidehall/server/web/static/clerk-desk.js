// The left side of the clerk's page: the present ticket and what may be done with it.

import { materials, noticeForm } from "./clerk-notice.js";
import { itemNames, problem, runnersUp, stage } from "./parts.js";
import { clockwise, minutes, t, text, timeOfDay } from "./i18n.js";
import { html, nothing } from "./lit.js";

/** The card of the present window. */
export function deskCard(desk, dialogs) {
  const row = desk.row;
  return html`<section class="card desk" aria-label=${t("clerk.desk")} data-stage=${row.stage}>
    <div class="head">
      ${stage(row.stage)}
      <span class="window"><b>${text(row.name)}</b> <span class="quiet">${text(row.kindName)}</span></span>
      ${row.standingInFor ? html`<span class="chip warm">${t("clerk.standing-in", { who: nameOf(desk, row.standingInFor) })}</span>` : nothing}
      ${row.inService ? nothing : html`<span class="chip alarm">${t("clerk.closing")}</span>`}
      ${row.after ? html`<span class="chip warm" data-after title=${row.after.reason}>${row.after.window ? t("clerk.after-move", { window: row.after.window }) : t("clerk.after-pause")}</span>` : nothing}
      <span class="chip none waiting-n">${t("clerk.waiting-n", { n: row.waiting })}</span>
    </div>
    <div class="now">${desk.ticket ? ticketNow(desk, desk.ticket) : emptyNow(desk)}</div>
    <div class="only-read" aria-live="assertive" id="announcement">${announcement(desk)}</div>
    ${moved(desk)}
    ${primary(desk)}
    <p class="error" id="error" role="alert">${problem(desk.error)}</p>
    ${desk.retrying ? html`<p class="strip warm" id="retrying">${t("clerk.retrying")}</p>` : nothing}
    ${panel(desk, dialogs)}
  </section>`;
}

function panel(desk, dialogs) {
  switch (desk.panel) {
    case "finish":
      return outcomes(desk);
    case "hold":
      return holds(desk);
    case "materials":
      return materials(desk, back);
    default:
      return secondary(desk, dialogs);
  }
}

export const nameOf = (desk, badge) => text(desk.choices.clerks.find((it) => it.word === badge)?.name) || badge;

function announcement(desk) {
  const ticket = desk.ticket;
  return ticket ? `${t(`stage.${desk.row.stage}`)} ${ticket.number}` : t(`stage.${desk.row.stage}`);
}

function ticketNow(desk, ticket) {
  const line = desk.line(ticket.line);
  const serving = ticket.state === "serving";
  const seconds = desk.feed.since(ticket.since) + (serving ? ticket.handledBefore : 0);
  const zone = desk.console.hall.zone;
  return html`
    <div class="big">
      <div class="number" id="number" data-ticket=${ticket.id}>${ticket.number}</div>
      <div class="timer">
        <span class="figure" id="timer">${clockwise(seconds)}</span>
        <span class="quiet small">${serving ? t("clerk.service-time") : t("clerk.called-for")}</span>
      </div>
    </div>
    <p class="line" id="line">${text(line?.name)} ${ticket.green ? green() : nothing} ${ticket.bookedFor ? booked() : nothing}</p>
    ${ticket.items.length > 0 ? html`<p class="items" id="items">${itemNames(ticket.items)}</p>` : nothing}
    ${ticket.further.length > 0 ? html`<p class="further">${ticket.further.map((it) => further(desk, it))}</p>` : nothing}
    <dl class="facts">
      <div><dt>${t("clerk.issued")}</dt><dd>${timeOfDay(ticket.issuedAt, zone)}</dd></div>
      ${serving
        ? nothing
        : html`<div><dt>${t("clerk.waited")}</dt><dd>${minutes((Date.parse(ticket.since) - Date.parse(ticket.issuedAt)) / 1000)}</dd></div>
            <div><dt>${t("clerk.calls")}</dt><dd id="calls">${t("clerk.calls-of", { n: ticket.calls, most: desk.choices.rules.calls })}</dd></div>`}
      ${ticket.misses > 0 ? html`<div><dt>${t("clerk.missed-before")}</dt><dd>${t("clerk.times", { n: ticket.misses })}</dd></div>` : nothing}
      ${ticket.why ? html`<div class="why"><dt>${t("clerk.why")}</dt><dd id="why">${text(ticket.why)}<small class="quiet" id="runners-up">${runnersUp(ticket)}</small></dd></div>` : nothing}
    </dl>`;
}

/** A further item that becomes a ticket when this service ends. */
function further(desk, id) {
  const line = text(desk.line(id)?.name);
  return html`<span class="chip" data-further=${id}>${t("split.further", { line })}
    <button class="chip-x" aria-label=${t("split.drop", { line })} ?disabled=${desk.resting} @click=${() => desk.press("drop-split", { line: id })}>✕</button></span>`;
}

export const booked = () => html`<span class="chip tide booked">${t("ticket.booked")}</span>`;
export const green = () => html`<span class="chip well green">✚ ${t("ticket.green")}</span>`;

function emptyNow(desk) {
  const row = desk.row;
  if (row.stage === "PAUSED") {
    return html`<div class="idle">
      <p class="say">${t("clerk.paused")}: ${row.reason}</p>
      <p class="quiet" id="pause-time">
        ${t("clerk.paused-for", { time: clockwise(desk.feed.since(row.since)) })}
        ${row.until ? html` · ${t("clerk.paused-until", { time: timeOfDay(row.until, desk.console.hall.zone) })}` : nothing}
      </p>
    </div>`;
  }
  const waiting = desk.waiting().length;
  return html`<div class="idle">
    <p class="say" id="idle">${row.asked ? t("clerk.asked") : waiting > 0 ? t("clerk.ready") : t("clerk.nobody")}</p>
    <p class="quiet" id="idle-more">${row.callsAt ? `${t("manager.calls-in", { n: Math.max(0, Math.ceil(-desk.feed.since(row.callsAt))) })} · ` : nothing}${waiting > 0 ? t("clerk.waiting-for-you", { n: waiting }) : row.asked ? t("clerk.asked-more") : t("clerk.nobody-more")}</p>
  </div>`;
}

/** That a manager has moved her: it stays until she has read it, and nobody is called before. */
function moved(desk) {
  return desk.moved === null
    ? nothing
    : html`<div class="strip warm round moved" id="moved" role="alert">
        <span class="grow">${t("clerk.moved", { window: desk.moved })}</span>
        <button class="button" id="moved-read" @click=${() => desk.confirmMove()}>${t("clerk.moved-read")}</button>
      </div>`;
}

function primary(desk) {
  const step = desk.step;
  const rest = desk.resting || desk.settling || step === "asked" || (step === "next" && desk.elsewhere);
  return html`<button
    class="button primary big-button"
    id="primary"
    data-step=${step}
    aria-expanded=${step === "finish" ? String(desk.panel === "finish") : nothing}
    ?disabled=${rest}
    @click=${() => desk.primary()}
  >
    <span>${t(`primary.${step}`)}</span>${step === "asked" ? nothing : html`<kbd>${t("key.space")}</kbd><kbd>F2</kbd>`}
  </button>`;
}

function button(desk, id, label, key, enabled, press, extra = "") {
  return html`<button class="button ${extra}" id=${id} ?disabled=${desk.resting || !enabled} @click=${press} aria-keyshortcuts=${key}>
    <span>${label}</span> <kbd>${key}</kbd>
  </button>`;
}

function secondary(desk, dialogs) {
  switch (desk.row.stage) {
    case "CALLED":
      return called(desk);
    case "SERVING":
      return html`<div class="seconds">
        ${button(desk, "hold", t("act.hold"), "H", true, () => desk.open("hold"))}
        ${button(desk, "transfer", t("act.transfer"), "T", true, () => dialogs.open("transfer"))}
        ${button(desk, "split", t("act.split"), "S", true, () => dialogs.open("split"))}
        ${button(desk, "papers", papersLabel(desk), "M", true, () => desk.open("materials"))}
      </div>`;
    default:
      return html`<div class="seconds">
        ${desk.row.stage === "PAUSED" ? nothing : button(desk, "pause", t("act.pause"), "P", true, () => dialogs.open("pause"))}
        ${button(desk, "leave", t("act.leave"), "Q", true, () => dialogs.leaving())}
        ${button(desk, "end-day", t("act.end-day"), "E", true, () => dialogs.open("endDay"))}
      </div>`;
  }
}

function papersLabel(desk) {
  const missing = desk.findings.list.length;
  return missing > 0 ? t("act.papers-missing", { n: missing }) : t("act.papers");
}

function called(desk) {
  const left = desk.gapLeft();
  const most = desk.choices.rules.calls;
  const more = most - desk.ticket.calls;
  return html`<div class="seconds">
      ${button(desk, "recall", left > 0 && more > 0 ? t("act.recall-in", { n: left }) : t("act.recall"), "R", left === 0 && more > 0, () => desk.press("recall"))}
      ${button(desk, "no-show", left > 0 && more <= 0 ? t("act.no-show-in", { n: left }) : t("act.no-show"), "N", left === 0 && more <= 0, () => desk.press("no-show"), "alarm")}
    </div>
    <p class="quiet small" id="why-not">
      ${more > 0 ? t("clerk.no-show-after", { n: more, most }) : left > 0 ? t("clerk.no-show-soon", { n: left }) : t("clerk.no-show-now")}
    </p>`;
}

const back = (desk, label = "act.back") => html`<button class="button slight" id="back" @click=${() => desk.open(null)}>${t(label)} <kbd>Esc</kbd></button>`;

function outcomes(desk) {
  const chosen = desk.choices.outcomes.find((it) => it.word === desk.outcome);
  return html`<div class="panel" id="outcomes" role="group" aria-label=${t("clerk.outcome")}>
    <div class="row head"><h2 class="grow">${t("clerk.finish-or-stay", { number: desk.ticket?.number ?? "" })}</h2>${back(desk, "act.stay")}</div>
    <div class="choices">
      ${desk.choices.outcomes.map(
        (it, i) => html`<button
          class="button ${it.word === desk.outcome ? "primary" : ""}"
          data-outcome=${it.word}
          aria-pressed=${desk.choices.notified.includes(it.word) ? String(it.word === desk.outcome) : nothing}
          ?disabled=${desk.resting}
          @click=${() => pickOutcome(desk, it)}
        >
          <kbd>${i + 1}</kbd><span class="grow">${text(it.name)}${needs(desk, it)}</span>
        </button>`,
      )}
    </div>
    ${chosen ? noticeForm(desk, chosen) : nothing}
  </div>`;
}

const needs = (desk, it) =>
  desk.choices.notified.includes(it.word) ? html`<span class="needs"> ${t(it.word === "RETURNED" ? "clerk.with-reason" : "clerk.with-notice")}</span>` : nothing;

/** Finishes with an outcome, or asks first what its notice says. */
export function pickOutcome(desk, outcome) {
  if (desk.settling || desk.resting) {
    return;
  }
  if (outcome.word === "SUPPLEMENT") {
    desk.open("materials");
  } else if (desk.choices.notified.includes(outcome.word)) {
    desk.outcome = outcome.word;
    desk.changed();
    document.querySelector("#reason")?.focus();
  } else {
    desk.press("finish", { outcome: outcome.word });
  }
}

function holds(desk) {
  return html`<div class="panel" id="holds" role="group" aria-label=${t("act.hold")}>
    <div class="row head"><h2 class="grow">${t("clerk.hold-how")}</h2>${back(desk)}</div>
    <div class="choices one">
      ${desk.choices.holds.map(
        (it, i) => html`<button class="button" data-hold=${it.word} ?disabled=${desk.resting} @click=${() => pickHold(desk, it)}>
          <kbd>${i + 1}</kbd><span class="grow">${text(it.name)}<small class="quiet">${t(`hold.${it.word}`)}</small></span>
        </button>`,
      )}
    </div>
  </div>`;
}

export function pickHold(desk, hold) {
  if (!desk.settling && !desk.resting) {
    desk.press("hold", { kind: hold.word });
  }
}
