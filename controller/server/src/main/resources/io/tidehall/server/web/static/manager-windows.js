// The plan of the hall: a card for each window, onto which lines are dragged.

import { html, nothing, repeat } from "./lit.js";
import { clockwise, t, text } from "./i18n.js";
import { runnersUp, stage } from "./parts.js";

const LINE = "application/x-tidehall-line";
const CLERK = "application/x-tidehall-clerk";

/** Starts dragging a line, or the clerk of a window. */
export const dragged = (event, line) => start(event, LINE, line);

function start(event, kind, word) {
  event.dataTransfer.setData(kind, word);
  event.dataTransfer.effectAllowed = "copy";
  document.body.classList.add("dragging");
}

export const dropped = () => document.body.classList.remove("dragging");

export function windowsCard(office, dialogs) {
  const { windows, idle } = office.console;
  return html`<section class="plan" aria-labelledby="plan-title">
    <h2 id="plan-title">${t("manager.windows")} <span class="quiet-mist small">${t("manager.drag-hint")}</span></h2>
    <div id="windows" class="cards">${repeat(windows, (it) => it.window, (it) => card(office, dialogs, it, idle.includes(it.window)))}</div>
  </section>`;
}

function card(office, dialogs, row, idle) {
  const ticket = office.console.tickets.find((it) => it.id === row.ticket);
  const over = (event) => {
    if ([LINE, CLERK].some((it) => event.dataTransfer.types.includes(it))) {
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      event.currentTarget.classList.add("over");
    }
  };
  const drop = (event) => {
    event.preventDefault();
    event.currentTarget.classList.remove("over");
    dropped();
    const from = event.dataTransfer.getData(CLERK);
    if (from) {
      dialogs.borrow(row.window, from);
    } else {
      dialogs.addLine(row.window, event.dataTransfer.getData(LINE));
    }
  };
  return html`<article class="card window-card ${row.inService ? "" : "out"}" data-window=${row.window} aria-label=${text(row.name)}
    @dragover=${over} @dragleave=${(e) => e.currentTarget.classList.remove("over")} @drop=${drop}>
    <header>
      <span class="no">${row.window}</span>
      <span class="grow kind">${text(row.kindName)}${row.zone ? html` <span class="quiet small">${row.zone}</span>` : nothing}</span>
      <button class="button slight menu" data-act="menu" aria-haspopup="dialog" aria-label=${t("manager.menu-of", { window: row.window })} @click=${() => dialogs.open("menu", row.window)}>⋯</button>
    </header>
    <div class="who">${state(row, idle)} ${who(row)} ${now(office, row, ticket)}</div>
    <div class="lines">${own(office, dialogs, row)} ${fields(row)}</div>
    ${row.after ? after(office, row) : nothing}
    ${coming(office, row)} ${opening(office, row)}
    ${row.clerk ? used(office, row) : nothing}
    ${ticket?.why ? why(ticket) : nothing}
  </article>`;
}

function state(row, idle) {
  if (idle) {
    return html`<span class="chip alarm" data-stage="IDLE_WAITING">${t("manager.idle-waiting")}</span>`;
  }
  if (!row.inService) {
    return html`<span class="chip ${row.clerk ? "alarm" : "none"}">${t(row.clerk ? "clerk.closing" : "window.out-short")}</span>`;
  }
  return stage(row.stage);
}

function who(row) {
  return row.clerk
    ? html`<span class="name" draggable="true" title=${t("menu.borrow-hint")} @dragstart=${(e) => start(e, CLERK, row.window)} @dragend=${dropped}>${row.clerkName}</span>${row.standingInFor ? html` <span class="chip warm" title=${t("manager.stand-in")}>${t("manager.for-badge", { badge: row.standingInFor })}</span>` : nothing}`
    : html`<span class="quiet">${t("manager.nobody")}</span>`;
}

/** What happens at the window now, and since when. */
function now(office, row, ticket) {
  if (ticket) {
    const seconds = ticket.state === "serving" ? office.feed.since(ticket.since) + ticket.handledBefore : office.feed.since(row.since);
    return html`<span class="now"><b class="number">${ticket.number}</b>${ticket.green ? html` <span title=${t("ticket.green")}>✚</span>` : nothing} <span class="figure">${clockwise(seconds)}</span></span>`;
  }
  if (row.callsAt) {
    return html`<span class="now">${t("manager.calls-in", { n: Math.max(0, Math.ceil(-office.feed.since(row.callsAt))) })}</span>`;
  }
  if (row.stage === "PAUSED") {
    return html`<span class="now small">${row.reason} ${clockwise(office.feed.since(row.since))}</span>`;
  }
  return row.clerk ? html`<span class="now quiet">${row.asked ? `${t("manager.asked")} ` : ""}${clockwise(office.feed.since(row.since))}</span>` : nothing;
}

/** What was arranged for after the present ticket; it can be taken back. */
function after(office, { window, after: next }) {
  const words = next.window ? t("manager.after-move", { window: next.window }) : t("manager.after-pause");
  return html`<div class="after"><span class="chip warm grow" title=${next.reason} data-after>${words}</span>
    <button class="button slight" data-act="stay" ?disabled=${office.busy} aria-label=${t("manager.stay-at", { window })} @click=${() => office.stay(window)}>${t("manager.stay")}</button></div>`;
}

/** Who comes to this window after a ticket at another. */
function coming(office, { window }) {
  return office.console.windows
    .filter((it) => it.after?.window === window)
    .map((it) => html`<span class="chip coming" data-coming=${it.window}>${t("manager.coming", { name: it.clerkName })}</span>`);
}

/** That a tidal window has been asked for and nobody is there yet. */
function opening(office, { window, clerk }) {
  const asked = !clerk && office.console.tides.some((it) => it.window === window && it.stage === "OPENING");
  return asked ? html`<span class="chip warm coming" data-opening>${t("manager.opening")}</span>` : nothing;
}

/** The window's own lines: each can be taken off by a press. */
function own(office, dialogs, row) {
  const lines = office.console.lineNames.filter((it) => row.own.includes(it.line));
  if (row.lines.length === 0) {
    return html`<span class="chip alarm">${t("manager.no-lines")}</span>`;
  }
  return lines.map(
    (it) => html`<button class="line-chip" data-remove=${it.line} title="${it.prefix} ${text(it.name)}" aria-label=${t("manager.remove-line", { line: text(it.name), window: row.window })}
      @click=${() => dialogs.removeLine(row.window, it.line)}>${it.prefix}<span aria-hidden="true" class="x">×</span></button>`,
  );
}

function fields(row) {
  return html`${row.home ? html`<span class="chip tide" title=${t("manager.home")}>⌂ ${row.home}</span>` : nothing}
  ${row.second.map((it) => html`<span class="chip" title=${t("manager.second")}>＋ ${it}</span> `)}`;
}

function used(office, row) {
  const share = Math.round(100 * row.use);
  return html`<div class="used small" title=${t("manager.use")}>
    <span class="bar-ground"><span class="bar-fill" style="width:${share}%"></span></span>
    <span class="number">${t("manager.use-n", { n: share })}</span>
    <span class="quiet">${t("manager.eligible", { n: row.waiting })}</span>
    ${speeds(office, row)}
    ${row.autoSeconds != null ? html`<span class="quiet">${t("manager.auto-n", { n: row.autoSeconds })}</span>` : nothing}
  </div>`;
}

/** The lines at which it is a tenth faster or slower than usual, by its own services. */
function speeds(office, row) {
  const told = office.console.lineNames.filter((it) => Math.abs((row.speeds[it.line] ?? 1) - 1) >= 0.1);
  return told.length === 0
    ? nothing
    : html`<span class="speeds" title=${t("manager.speeds-hint")} data-speeds>${t("manager.speeds")} ${told.map((it) => html`<span class="figure" aria-label=${t("manager.speed-of", { line: text(it.name), n: row.speeds[it.line] })}>${it.prefix} ${row.speeds[it.line]}×</span> `)}</span>`;
}

/** Why this ticket, and which came next. */
function why(ticket) {
  return html`<details class="why small"><summary>${text(ticket.why)}</summary>
    <p class="quiet">${runnersUp(ticket)}</p></details>`;
}
