// A ticket on its holder's phone: asks every few seconds, tells a call by title, words, colour and
// a shake, and lets its holder stand back, give it up and rate.

import { act, get } from "./api.js";
import { onLanguage, range, t, text } from "./i18n.js";
import { html, nothing, render } from "./lit.js";
import { bar, problem } from "./parts.js";

const EVERY = 3000;
const token = location.pathname.split("/").pop();
const address = `/api/slips/${encodeURIComponent(token)}`;
const SHAKE = [500, 200, 500, 200, 500];
const SHAKES = 5;
const LIVE = ["waiting", "due", "called", "serving", "held", "missed"];
// asking: the act that waits for a yes; busy: one is under way; failed: why the last was refused;
// due: when news that is late must be said to be
const view = { ticket: null, gone: null, error: null, heard: 0, due: 0, asking: null, busy: false, failed: null, shakes: 0 };
let timer = 0;
/** The card that asks for a rating, which most looks at a ticket can do without. */
let rate = null;

async function poll() {
  clearTimeout(timer);
  try {
    const ticket = await get(address);
    if (ticket.state === "rate") {
      ({ rate } = await import("./phone-rate.js"));
    }
    view.ticket = ticket;
    view.gone = null;
    view.error = null;
    heard();
    shake();
  } catch (e) {
    if (e.status === 404) {
      view.gone = e;
      view.error = null;
      heard();
    } else {
      view.error = e;
    }
  }
  draw();
  clearTimeout(timer);
  timer = setTimeout(poll, view.error ? EVERY : pace());
}

/** Nothing much happens to a ticket that has ended: it is asked about less often. */
const pace = () => (view.gone || (view.ticket && !LIVE.includes(view.ticket.state)) ? EVERY * 10 : EVERY);

/** Three more asks may fail after the next. */
function heard() {
  view.heard = Date.now();
  view.due = view.heard + pace() + 3 * EVERY;
}

/** A few times while called; what was being asked is then beside the point. */
function shake() {
  if (view.ticket.state !== "called") {
    view.shakes = 0;
    return;
  }
  if (view.shakes++ < SHAKES) {
    navigator.vibrate?.(SHAKE);
  }
}

/** Sends an act, and shows at once what has come of it. */
async function send(path, body) {
  view.busy = true;
  view.failed = null;
  draw();
  try {
    await act(`${address}/${path}`, body);
  } catch (e) {
    view.failed = e;
  }
  view.busy = false;
  view.asking = null;
  await poll();
}

const ask = (what) => {
  view.asking = what;
  view.failed = null;
  draw();
};

function body() {
  const { ticket } = view;
  if (view.gone) {
    return html`<section class="card gone" id="unknown"><h1>${t("phone.unknown")}</h1><p>${problem(view.gone)}</p></section>`;
  }
  if (!ticket) {
    return html`<p class="empty" role="status">${view.error ? problem(view.error) : t("page.loading")}</p>`;
  }
  if (ticket.state === "rate") {
    return rate({ ticket, view, draw, send });
  }
  if (!LIVE.includes(ticket.state)) {
    return html`<section class="card gone" data-state=${ticket.state} role="status">
      <h1><span class="number">${ticket.number}</span> ${t(`phone.end-${ticket.state}`)}</h1>
      <p>${t(`phone.more-${ticket.state}`)}</p>${failed()}</section>`;
  }
  return html`<section class="card slip" data-state=${ticket.state}>
    <p class="quiet">${t("phone.number")}</p>
    <h1 class="number" id="number">${ticket.number}</h1>
    <p class="line">${text(ticket.line)}</p>
    <div class="say" role="status" aria-live="assertive" id="state">${said(ticket)}</div>
  </section>
  ${failed()}
  ${ticket.state === "waiting" ? acts(ticket) : nothing}
  <p class="quiet small foot">${t("phone.keep")}</p>`;
}

const failed = () => (view.failed ? html`<p class="strip warm round" id="failed" role="alert">${problem(view.failed)}</p>` : nothing);

/**
 * What the holder of a waiting ticket may do, each after a question. "No" stands first: a finger
 * that taps twice on what it wants must not say yes to it.
 */
function acts(ticket) {
  const n = Math.min(ticket.delay, ticket.behind);
  if (view.asking) {
    return html`<section class="card ask" id="ask" role="alertdialog" aria-labelledby="question" aria-describedby="meaning">
      <h2 id="question">${t(`phone.sure-${view.asking}`, { number: ticket.number, n })}</h2>
      <p id="meaning">${t(`phone.means-${view.asking}`)}</p>
      <button class="button" id="no" ?disabled=${view.busy} @click=${() => ask(null)}>${t("phone.no")}</button>
      <button class="button ${view.asking === "cancel" ? "alarm" : "primary"}" id="yes" ?disabled=${view.busy} @click=${() => send(view.asking)}>${t(`phone.yes-${view.asking}`)}</button>
    </section>`;
  }
  return html`<div class="acts">
    ${ticket.delayed ? html`<p class="strip well round" id="delayed">${t("phone.delayed")}</p>` : nothing}
    ${ticket.delay > 0 && n > 0 ? html`<button class="button" id="delay" @click=${() => ask("delay")}>${t("phone.delay", { n })}</button>` : nothing}
    <button class="button" id="cancel" @click=${() => ask("cancel")}>${t("phone.cancel")}</button>
    ${ticket.delay > 0 && n === 0 ? html`<p class="quiet small foot" id="last">${t("phone.last")}</p>` : nothing}
  </div>`;
}

function said(ticket) {
  switch (ticket.state) {
    case "called":
      return html`<p class="go">${t("phone.go")}</p>
        <p class="window"><b id="window">${ticket.window}</b> <span>${t("phone.window")}</span></p>`;
    case "serving":
      return html`<p class="big">${t("phone.serving", { window: ticket.window })}</p>`;
    case "due":
      return html`<p class="big">${t("phone.due")}</p>`;
    case "held":
      return html`<p class="big">${t("phone.held")}</p>`;
    case "missed":
      return html`<p class="big">${t("phone.missed")}</p><p>${t("phone.missed-more")}</p>`;
    default:
      return waiting(ticket);
  }
}

/** Longer than told: said in words and by a sign, with what was told beside it. */
function worse({ outlook, told }) {
  const words = outlook ? t("phone.worse", { now: range(outlook), told: range(told, "range.plain") }) : t("phone.worse-unknown", { told: range(told, "range.plain") });
  return html`<p class="strip warm round worse" id="worse"><span>${words}</span></p>`;
}

function waiting(ticket) {
  return html`${ticket.worse && ticket.told ? worse(ticket) : nothing}<dl>
    <div><dt>${t("phone.ahead")}</dt><dd><b class="figure" id="ahead">${ticket.ahead}</b></dd></div>
    ${ticket.outlook ? html`<div><dt>${t("phone.wait")}</dt><dd id="outlook"><b>${range(ticket.outlook)}</b>${ticket.outlook.rough ? html` <small class="quiet">${t("phone.rough")}</small>` : nothing}</dd></div>` : nothing}
    <div><dt>${t("phone.windows")}</dt><dd>${ticket.windows.length > 0 ? ticket.windows.join(" · ") : t("phone.no-window")}</dd></div>
  </dl>`;
}

function draw() {
  const { ticket } = view;
  const stale = view.heard > 0 && Date.now() > view.due;
  render(
    html`${bar({ hall: ticket?.hall, home: location.pathname })}
      ${stale ? html`<div class="strip alarm" id="connection">${t("phone.stale", { n: Math.round((Date.now() - view.heard) / 1000) })}</div>` : nothing}
      ${(ticket?.notices ?? []).map((it) => html`<div class="strip warm">${text(it)}</div>`)}
      <main class="phone ${!view.gone && ticket?.state === "called" ? "called" : ""}">${body()}</main>`,
    document.body,
  );
  document.title = title(ticket);
}

function title(ticket) {
  if (!ticket || view.gone || !LIVE.includes(ticket.state)) {
    return t("phone.title");
  }
  return ticket.state === "called"
    ? t("phone.title-called", { number: ticket.number, window: ticket.window })
    : t("phone.title-number", { number: ticket.number });
}

onLanguage(draw);
document.addEventListener("visibilitychange", () => document.hidden || poll());
poll();
