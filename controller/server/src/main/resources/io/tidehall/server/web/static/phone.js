// A ticket on its holder's phone: asks every few seconds, tells a call by title, words and colour.

import { get } from "./api.js";
import { onLanguage, range, t, text } from "./i18n.js";
import { html, nothing, render } from "./lit.js";
import { bar, problem } from "./parts.js";

const EVERY = 3000;
const token = location.pathname.split("/").pop();
const view = { ticket: null, gone: null, error: null, heard: 0 };

async function poll() {
  try {
    view.ticket = await get(`/api/slips/${encodeURIComponent(token)}`);
    view.heard = Date.now();
    view.gone = null;
    view.error = null;
  } catch (e) {
    if (e.status === 404) {
      view.gone = e;
    } else {
      view.error = e;
    }
  }
  draw();
  setTimeout(poll, view.gone ? EVERY * 10 : EVERY);
}

function body() {
  const { ticket } = view;
  if (view.gone?.code === "UNKNOWN_LINK") {
    return html`<section class="card gone"><h1>${t("phone.unknown")}</h1><p>${problem(view.gone)}</p></section>`;
  }
  if (view.gone) {
    return html`<section class="card gone"><h1>${ticket ? html`<span class="number">${ticket.number}</span> ${t("phone.over")}` : t("phone.over-this")}</h1>
      <p>${t("phone.over-more")}</p></section>`;
  }
  if (!ticket) {
    return html`<p class="empty">${view.error ? problem(view.error) : t("page.loading")}</p>`;
  }
  return html`<section class="card slip" data-state=${ticket.state}>
    <p class="quiet">${t("phone.number")}</p>
    <h1 class="number" id="number">${ticket.number}</h1>
    <p class="line">${text(ticket.line)}</p>
    <div class="say" role="status" aria-live="assertive" id="state">${said(ticket)}</div>
  </section>
  <p class="quiet small foot">${t("phone.keep")}</p>`;
}

function said(ticket) {
  switch (ticket.state) {
    case "called":
      return html`<p class="go">${t("phone.go")}</p>
        <p class="window"><b id="window">${ticket.window}</b> <span>${t("phone.window")}</span></p>`;
    case "serving":
      return html`<p class="big">${t("phone.serving", { window: ticket.window })}</p>`;
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
  const stale = view.heard > 0 && Date.now() - view.heard > 4 * EVERY;
  render(
    html`${bar({ hall: ticket?.hall, home: location.pathname })}
      ${stale ? html`<div class="strip alarm" id="connection">${t("phone.stale", { n: Math.round((Date.now() - view.heard) / 1000) })}</div>` : nothing}
      <main class="phone ${!view.gone && ticket?.state === "called" ? "called" : ""}">${body()}</main>`,
    document.body,
  );
  document.title = title(ticket);
}

function title(ticket) {
  if (!ticket || view.gone) {
    return t("phone.title");
  }
  return ticket.state === "called"
    ? t("phone.title-called", { number: ticket.number, window: ticket.window })
    : t("phone.title-number", { number: ticket.number });
}

onLanguage(draw);
poll();
