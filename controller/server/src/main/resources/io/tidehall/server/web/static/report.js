// The day report: a day, its figures, lines and windows, and the file for spreadsheets.

import { act, get, session, toLogin } from "./api.js";
import { clockwise, current, minutes, onLanguage, t, text } from "./i18n.js";
import { watchIdle } from "./idle.js";
import { html, nothing, render } from "./lit.js";
import { bar, pages, problem } from "./parts.js";

const view = { who: null, hall: null, choices: null, day: asked(), days: [], report: null, error: null, busy: false, printers: [], printer: "", told: null };

function asked() {
  return new URLSearchParams(location.search).get("day") ?? "";
}

const name = (it) => (current() === "en" ? it.en : it.zh) || it.zh;
const time = (seconds) => (seconds == null ? "–" : clockwise(seconds));
const percent = (share) => (share == null ? "–" : `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`);

const mayPrint = () => view.who?.roles.some((it) => it === "manager" || it === "admin");

/** The printers, of which a manager chooses one; without any there is nothing to press. */
async function loadPrinters() {
  view.printers = mayPrint() ? (await get("/api/devices")).filter((it) => it.role === "ticket-printer" && it.pairing !== "vacant") : [];
  draw();
}

async function print() {
  view.busy = true;
  view.error = view.told = null;
  draw();
  try {
    const printer = view.printer || null;
    await act("/api/report/print", { day: view.day, printer, language: current() });
    view.told = () => t("report.printing", { day: view.day });
  } catch (e) {
    view.error = e;
  }
  view.busy = false;
  draw();
}

function printing() {
  if (view.printers.length === 0) {
    return nothing;
  }
  return html`<span class="printing">${view.printers.length === 1 ? nothing : html`<label class="only-read" for="printer">${t("report.printer")}</label>
    <select id="printer" @change=${(e) => (view.printer = e.target.value)}>
      <option value="">${t("report.any-printer")}</option>${view.printers.map((it) => html`<option value=${it.id}>${it.name || it.id}</option>`)}
    </select>`}
    <button class="button" id="print" ?disabled=${view.busy || !view.report} @click=${print}>${t("report.print")}</button></span>`;
}

async function load(day) {
  view.busy = true;
  view.error = view.told = null;
  draw();
  try {
    view.report = await get(day ? `/api/report?day=${encodeURIComponent(day)}` : "/api/report");
    view.day = view.report.day;
    history.replaceState(null, "", `?day=${view.day}`);
  } catch (e) {
    view.report = null;
    view.error = e;
    view.day = day;
  }
  view.busy = false;
  draw();
}

function step(days) {
  const day = new Date(`${view.day}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  load(day.toISOString().slice(0, 10));
}

function draw() {
  render(
    html`${bar({ hall: view.hall?.name, middle: pages(view.who, "/report", view.hall), who: view.who })}
      <main class="middle report" aria-busy=${String(view.busy)}>
        <div class="row head">
          <h1 class="grow">${t("report.title")}</h1>
          <button class="button" id="day-before" ?disabled=${!view.day} @click=${() => step(-1)} aria-label=${t("report.before")}>←</button>
          <label class="only-read" for="day">${t("report.day")}</label>
          <input id="day" type="date" .value=${view.day} @change=${(e) => e.target.value && load(e.target.value)} />
          <button class="button" id="day-after" ?disabled=${!view.day} @click=${() => step(1)} aria-label=${t("report.after")}>→</button>
          <a class="button" id="csv" href=${`/api/report.csv?day=${view.day}&language=${current()}`} download aria-disabled=${String(!view.report)}>${t("report.csv")}</a>
          ${printing()}
        </div>
        ${view.told ? html`<p class="strip well round" role="status" id="told">${view.told()}</p>` : nothing}
        ${view.error ? html`<p class="card empty" role="alert" id="error">${view.error.status === 404 ? t("report.none", { day: view.day }) : problem(view.error)}</p>` : nothing}
        ${view.report ? content(view.report) : nothing}
      </main>`,
    document.body,
  );
  document.title = `${t("report.title")} ${view.day}`;
}

function content(report) {
  const { tickets, waits, handling, ratings } = report;
  return html`
    <div class="figures">
      ${figure("issued", tickets.issued, t("report.green", { n: tickets.green, share: percent(tickets.issued > 0 ? tickets.green / tickets.issued : null) }))}
      ${figure("finished", tickets.finished, t("report.no-shows", { n: tickets.noShows, voids: tickets.voids }))}
      ${figure("mean-wait", time(waits.meanSeconds), t("report.p", { p50: time(waits.medianSeconds), p90: time(waits.p90Seconds), p99: time(waits.p99Seconds) }))}
      ${figure("above", percent(waits.shareAboveTarget), t("report.above", { n: waits.aboveTarget, target: minutes(report.waitTargetSeconds) }))}
      ${figure("service", time(handling.meanServiceSeconds), t("report.walk", { walk: time(handling.meanWalkSeconds), held: time(handling.meanHeldSeconds) }))}
      ${figure("satisfaction", percent(ratings.satisfaction), t("report.rated", { n: ratings.rated, all: ratings.invited }))}
    </div>
    ${lineTable(report)} ${windowTable(report)} ${forecastTable(report.forecasts)}
    <div class="two">${outcomeCard(report)} ${ratingCard(ratings)}</div>
    ${bookingCard(report.bookings)} ${noticeCard(report.notices)}`;
}

const figure = (id, value, note) => html`<div class="card tile" id="figure-${id}">
  <span class="quiet">${t(`report.figure-${id}`)}</span><b class="figure">${value}</b><span class="quiet small">${note}</span>
</div>`;

function bars(value, most, label, className = "") {
  const width = most > 0 ? Math.round((100 * (value ?? 0)) / most) : 0;
  return html`<span class="bars"><span class="bar-ground"><span class="bar-fill ${className}" style="width:${width}%"></span></span><span class="number">${label}</span></span>`;
}

function lineTable(report) {
  const most = Math.max(1, ...report.lines.map((it) => it.waits.meanSeconds ?? 0));
  return html`<section class="card scroll"><h2>${t("report.by-line")}</h2>
    <table id="lines"><thead><tr>
      <th>${t("report.line")}</th><th class="n">${t("report.issued")}</th><th class="n">${t("report.finished")}</th><th class="n">${t("report.missed")}</th>
      <th class="wide">${t("report.mean-wait")}</th><th class="n">50 %</th><th class="n">90 %</th><th class="n">99 %</th><th class="n">${t("report.above-target")}</th>
    </tr></thead><tbody>
      ${report.lines.map(
        (it) => html`<tr data-line=${it.line} class=${it.issued === 0 ? "none" : ""}>
          <td>${name(it)}</td><td class="n">${it.issued}</td><td class="n">${it.finished}</td><td class="n">${it.noShows}</td>
          <td>${it.waits.count === 0 ? "–" : bars(it.waits.meanSeconds, most, time(it.waits.meanSeconds), it.waits.meanSeconds > report.waitTargetSeconds ? "over" : "")}</td>
          <td class="n">${time(it.waits.medianSeconds)}</td><td class="n">${time(it.waits.p90Seconds)}</td><td class="n">${time(it.waits.p99Seconds)}</td><td class="n">${percent(it.waits.shareAboveTarget)}</td>
        </tr>`,
      )}
    </tbody></table></section>`;
}

function windowTable(report) {
  return html`<section class="card scroll"><h2>${t("report.by-window")}</h2>
    <table id="windows"><thead><tr>
      <th>${t("report.window")}</th><th class="n">${t("report.called")}</th><th class="n">${t("report.finished")}</th><th class="n">${t("report.missed")}</th>
      <th class="n">${t("report.mean-service")}</th><th class="n">${t("report.staffed")}</th><th class="n">${t("report.paused")}</th><th class="wide">${t("report.use")}</th><th class="n">${t("report.idle")}</th>
    </tr></thead><tbody>
      ${report.windows.map(
        (it) => html`<tr data-window=${it.window} class=${it.staffedSeconds === 0 ? "none" : ""}>
          <td>${name(it)}</td><td class="n">${it.called}</td><td class="n">${it.finished}</td><td class="n">${it.noShows}</td>
          <td class="n">${time(it.meanServiceSeconds)}</td><td class="n">${time(it.staffedSeconds)}</td><td class="n">${time(it.pausedSeconds)}</td>
          <td>${it.use == null ? "–" : bars(it.use, 1, percent(it.use))}</td><td class="n">${percent(it.idleWhileEligible)}</td>
        </tr>`,
      )}
    </tbody></table>
    <p class="quiet small note">${t("report.idle-note")}</p></section>`;
}

const signed = (seconds) => `${seconds < 0 ? "−" : "+"}${time(Math.abs(seconds))}`;

function forecastTable(forecasts) {
  const note = forecasts.waited === 0 ? t("report.forecast-nobody") : t("report.forecast-told", { told: forecasts.told, waited: forecasts.waited });
  return html`<section class="card scroll" id="forecasts"><h2>${t("report.forecasts")}</h2>
    ${forecasts.rows.length === 0
      ? html`<p class="empty">${forecasts.waited === 0 ? note : t("report.forecast-none", { waited: forecasts.waited })}</p>`
      : html`<table><thead><tr>
          <th>${t("report.line")}</th><th>${t("report.load")}</th><th class="n">${t("report.tickets")}</th>
          <th class="n">${t("report.mean-error")}</th><th class="n">${t("report.bias")}</th><th class="n">${t("report.coverage")}</th>
        </tr></thead><tbody>
          ${forecasts.rows.map(
            (it) => html`<tr><td>${it.line === "" ? t("report.whole-hall") : name(it)}</td><td>${t(`report.load-${it.load}`)}</td><td class="n">${it.tickets}</td>
              <td class="n">${time(it.meanErrorSeconds)}</td><td class="n">${signed(it.biasSeconds)}</td><td class="n">${percent(it.coverage)}</td></tr>`,
          )}
        </tbody></table>
        <p class="quiet small note">${note} ${t("report.forecast-note")}</p>`}
  </section>`;
}

function outcomeCard(report) {
  const counts = Object.entries(report.outcomes);
  const most = Math.max(1, ...counts.map(([, n]) => n));
  const label = (word) => text(view.choices?.outcomes.find((it) => it.word === word)?.name) || word;
  return html`<section class="card"><h2>${t("report.outcomes")}</h2>
    ${counts.every(([, n]) => n === 0) ? html`<p class="empty">${t("report.nothing")}</p>` : nothing}
    <table>${counts.filter(([, n]) => n > 0).map(([word, n]) => html`<tr><td>${label(word)}</td><td class="wide">${bars(n, most, n)}</td></tr>`)}</table></section>`;
}

function bookingCard(it) {
  if (it.booked + it.cancelled === 0) {
    return nothing;
  }
  const counts = ["booked", "inTime", "late", "missed", "cancelled"];
  return html`<section class="card" id="bookings"><h2>${t("page.bookings")}</h2>
    <p>${counts.map((key) => html`<span class="chip ${key === "missed" && it.missed > 0 ? "warm" : ""}">${t(`report.booked-${key}`)} ${it[key]}</span> `)}</p>
    <p class="quiet small note">${t("report.booked-share", { share: percent(it.share) })}</p></section>`;
}

function noticeCard(notices) {
  const label = (word) => text(view.choices?.outcomes.find((it) => it.word === word)?.name) || word;
  const issued = Object.entries(notices.issued);
  const most = Math.max(1, ...notices.missing.map((it) => it.times));
  if (issued.every(([, n]) => n === 0)) {
    return nothing;
  }
  return html`<section class="card" id="notices"><h2>${t("report.notices")}</h2>
    <p>${issued.map(([word, n]) => html`<span class="chip">${label(word)} ${n}</span> `)}
      ${notices.notPrinted > 0 ? html`<span class="chip alarm">${t("report.not-printed", { n: notices.notPrinted })}</span>` : nothing}</p>
    ${notices.missing.length > 0
      ? html`<h3 class="quiet small">${t("report.missing-most")}</h3>
          <table>${notices.missing.map((it) => html`<tr><td>${it.paper}</td><td class="wide">${bars(it.times, most, it.times)}</td></tr>`)}</table>`
      : nothing}</section>`;
}

function ratingCard(ratings) {
  const most = Math.max(1, ...Object.values(ratings.levels));
  return html`<section class="card"><h2>${t("report.ratings")}</h2>
    <table>${["5", "4", "3", "2", "1"].map((it) => html`<tr><td>${t(`level.${it}`)}</td><td class="wide">${bars(ratings.levels[it] ?? 0, most, ratings.levels[it] ?? 0, it < 3 ? "over" : "")}</td></tr>`)}
      <tr><td class="quiet">${t("report.silent")}</td><td class="number">${ratings.silent}</td></tr></table>
    <p class="quiet small note">${t("report.ratings-note")}</p></section>`;
}

async function start() {
  onLanguage(draw);
  try {
    view.who = await session();
    if (view.who === null) {
      toLogin();
      return;
    }
    watchIdle(view.who.idleSeconds);
    [view.hall, view.choices] = await Promise.all([get("/api/hall"), get("/api/choices")]);
  } catch (e) {
    view.error = e;
  }
  await Promise.all([load(view.day), loadPrinters().catch((e) => (view.error = e))]);
}

start();
