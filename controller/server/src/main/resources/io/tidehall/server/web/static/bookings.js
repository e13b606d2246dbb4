// Bookings: those of a day, a new one for somebody who rings or stands here, and a file of them.

import "./fields.js";
import { act, get, key, send, session, toLogin } from "./api.js";
import { current, onLanguage, t, text } from "./i18n.js";
import { watchIdle } from "./idle.js";
import { html, nothing, render } from "./lit.js";
import { bar, itemNames, pages, problem } from "./parts.js";

const REFRESH = 10000;

const view = {
  who: null, hall: null, catalogue: null,
  days: null, day: "", line: "", slot: "", list: null,
  id: `desk-${key()}`, confirming: "", busy: false,
  error: null, told: null, refused: null, made: null, formError: null, fileTold: null, fileError: null,
};

const clock = (local) => local.slice(11, 16);
const hours = (it) => `${clock(it.from)}–${clock(it.to)}`;

function dayName(day) {
  const date = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat(current(), { month: "short", day: "numeric", weekday: "short", timeZone: "UTC" }).format(date);
}

const lines = () => view.catalogue?.lines ?? [];
const chosenDay = () => view.days?.find((it) => it.day === view.day);

/** The slots of the line and the bookings of the day, as they are now. */
async function load() {
  try {
    view.days = await get(`/api/slots?line=${encodeURIComponent(view.line)}`);
    if (!chosenDay()) {
      view.day = (view.days.find((it) => it.slots.length > 0) ?? view.days[0])?.day ?? "";
    }
    view.list = await get(`/api/bookings?day=${view.day}`);
    view.error = null;
  } catch (e) {
    view.error = e;
  }
  draw();
}

async function doing(work, failed) {
  view.busy = true;
  view.told = view.refused = null;
  draw();
  try {
    await work();
  } catch (e) {
    failed(e);
  }
  view.busy = false;
  view.confirming = "";
  await load();
}

const refused = (failure) => (view.refused = failure);

function book(e) {
  e.preventDefault();
  const form = e.target;
  const data = new FormData(form);
  const number = data.get("person").replace(/[\s-]/g, "");
  const item = data.get("item");
  const body = { line: view.line, items: item ? [item] : [], from: view.slot };
  body[number.length === 11 ? "phone" : "idNumber"] = number;
  view.formError = null;
  doing(async () => {
    view.made = await send("PUT", `/api/bookings/${view.id}`, body);
    view.id = `desk-${key()}`;
    view.slot = "";
    form.reset();
  }, (failure) => (view.formError = failure)).then(() => document.querySelector("#made")?.scrollIntoView({ block: "nearest" }));
}

function checkIn(it) {
  doing(async () => {
    const done = await act(`/api/bookings/${it.id}/check-in`);
    view.told = () => t("bookings.checked-in", { number: done.ticket.slice(done.ticket.indexOf("-") + 1) });
  }, refused);
}

function cancel(it) {
  doing(async () => {
    await send("DELETE", `/api/bookings/${it.id}`);
    view.told = () => t("bookings.cancelled", { code: it.code });
  }, refused);
}

/** Spreadsheets write UTF-8 or, in China, GB 18030. */
function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

function upload(e) {
  e.preventDefault();
  const form = e.target;
  const file = form.elements.file.files[0];
  if (!file) {
    return;
  }
  view.fileTold = view.fileError = null;
  doing(async () => {
    const made = await send("POST", "/api/bookings", decoded(await file.arrayBuffer()));
    view.fileTold = () => t("bookings.imported", { n: made.length });
    form.reset();
  }, (failure) => (view.fileError = failure));
}

function draw() {
  render(
    html`${bar({ hall: view.hall?.name, middle: pages(view.who, "/bookings", view.hall), who: view.who })}
      <main class="bookings" aria-busy=${String(view.busy)}>
        ${view.hall && !view.hall.bookings ? html`<p class="card empty" id="off">${t("bookings.off")}</p>` : nothing}
        ${view.error ? html`<p class="card error" role="alert" id="error">${problem(view.error)}</p>` : nothing}
        ${view.hall?.bookings ? content() : view.error || view.hall ? nothing : html`<p class="empty">${t("page.loading")}</p>`}
      </main>`,
    document.body,
  );
  document.title = t("page.bookings");
}

const content = () => html`
  <section class="card list">
    <div class="row"><h1 class="grow">${t("page.bookings")}</h1>${dayButtons()}</div>
    <div aria-live="polite">
      ${view.told ? html`<p class="strip well round" id="told">${view.told()}</p>` : nothing}
      ${view.refused ? html`<p class="strip warm round" id="refused">${problem(view.refused)}</p>` : nothing}
    </div>
    ${view.list === null ? html`<p class="empty">${t("page.loading")}</p>` : view.list.length === 0 ? html`<p class="empty" id="none">${t("bookings.none")}</p>` : table()}
  </section>
  <div class="side">${newBooking()}${fileCard()}</div>`;

function toDay(day) {
  view.day = day;
  view.slot = "";
  load();
}

const dayButtons = () => html`<div class="row days" role="group" aria-label=${t("bookings.day")}>
  ${(view.days ?? []).map((it) => html`<button class="button slight" data-day=${it.day} aria-pressed=${String(it.day === view.day)} @click=${() => toDay(it.day)}>${dayName(it.day)}</button>`)}
</div>`;

const STAGES = { BOOKED: "tide", CHECKED_IN: "well", CANCELLED: "none", MISSED: "alarm" };

const table = () => html`<table id="bookings"><thead><tr>
    <th>${t("bookings.slot")}</th><th>${t("bookings.code")}</th><th>${t("bookings.what")}</th><th>${t("bookings.stage")}</th><th></th>
  </tr></thead><tbody>
    ${view.list.map((it) => html`<tr data-booking=${it.id} class=${it.stage === "CANCELLED" ? "over" : ""}>
      <td class="number">${hours(it)}</td><td class="number"><b>${it.code}</b></td>
      <td>${text(it.lineName)}${it.items.length > 0 ? html`<br /><span class="quiet small">${itemNames(it.items)}</span>` : nothing}</td>
      <td><span class="chip ${STAGES[it.stage]}">${t(`bookings.${it.stage}`)}</span>${it.ticket ? html` <b class="number">${it.ticket}</b>` : nothing}</td>
      <td class="acts">${it.stage === "BOOKED" ? acts(it) : nothing}</td>
    </tr>`)}
  </tbody></table>`;

function confirming(id) {
  view.confirming = id;
  draw();
}

function acts(it) {
  if (view.confirming === it.id) {
    return html`<button class="button slight alarm" data-confirm=${it.id} ?disabled=${view.busy} @click=${() => cancel(it)}>${t("bookings.cancel-sure")}</button>
      <button class="button slight" @click=${() => confirming("")}>${t("act.back")}</button>`;
  }
  const today = view.day === view.days?.[0]?.day;
  return html`${today ? html`<button class="button slight" data-check-in=${it.id} ?disabled=${view.busy} @click=${() => checkIn(it)}>${t("bookings.check-in")}</button>` : nothing}
    <button class="button slight" data-cancel=${it.id} ?disabled=${view.busy} @click=${() => confirming(it.id)}>${t("bookings.cancel")}</button>`;
}

function toLine(line) {
  view.line = line;
  view.slot = "";
  load();
}

function toSlot(slot) {
  view.slot = slot;
  draw();
}

function newBooking() {
  const slots = chosenDay()?.slots ?? [];
  const line = lines().find((it) => it.id === view.line);
  const offered = (view.days ?? []).flatMap((it) => it.slots);
  const none = offered.length > 0 && offered.every((it) => it.of === 0);
  const items = (line?.items ?? []).map((id) => view.catalogue.items.find((it) => it.id === id)).filter(Boolean);
  return html`<form class="card new" id="new" @submit=${book}>
    <h2>${t("bookings.new")}</h2>
    <div aria-live="polite">${view.made ? made(view.made) : nothing}</div>
    <label class="field">${t("issue.line")}
      <select id="line" @change=${(e) => toLine(e.target.value)}>${lines().map((it) => html`<option value=${it.id} ?selected=${it.id === view.line}>${it.prefix} ${text(it.name)}</option>`)}</select>
    </label>
    <label class="field">${t("bookings.item")}
      <select name="item" id="item"><option value="">${t("bookings.any-item")}</option>${items.map((it) => html`<option value=${it.id}>${text(it.name)}</option>`)}</select>
    </label>
    <fieldset><legend>${view.day ? dayName(view.day) : t("bookings.day")}</legend>
      ${none ? html`<p class="strip warm round" id="not-bookable">${t("bookings.line-off", { line: text(line?.name) })}</p>` : slots.every((it) => it.left === 0) ? html`<p class="quiet" id="no-slots">${t("bookings.no-slots")}</p>` : nothing}
      <div class="slots">${(none ? [] : slots).map((it) => html`<button type="button" class="button slight" data-slot=${it.from} ?disabled=${it.left === 0} aria-pressed=${String(it.from === view.slot)} @click=${() => toSlot(it.from)}>${clock(it.from)} <span class="small">${it.left === 0 ? t("bookings.full") : t("bookings.left", { n: it.left })}</span></button>`)}</div>
    </fieldset>
    <label class="field">${t("bookings.person")}
      <input name="person" id="person" required autocomplete="off" minlength="11" maxlength="22" />
    </label>
    <p class="quiet small">${t("bookings.private")}</p>
    ${problems(view.formError, "form-error")}
    <button class="button primary" id="book" ?disabled=${view.busy || !view.slot}>${t("bookings.book")}</button>
  </form>`;
}

/** The code stays until it is put away or the next is made: it has to be told on the phone. */
const made = (it) => html`<div class="strip well round made" id="made"><span class="grow">${t("bookings.made", { day: dayName(it.from.slice(0, 10)), hours: hours(it), line: text(it.lineName) })} <b class="code">${it.code}</b></span>
  <button type="button" class="button slight" id="made-close" aria-label=${t("act.close")} @click=${() => ((view.made = null), draw())}>✕</button></div>`;

const fileCard = () => html`<form class="card new" id="import" @submit=${upload}>
  <h2>${t("bookings.file")}</h2>
  <p class="quiet small">${t("bookings.file-note")}</p>
  <input type="file" name="file" id="file" accept=".csv,text/csv" required aria-label=${t("bookings.file")} />
  <div aria-live="polite">${view.fileTold ? html`<p class="strip well round" id="imported">${view.fileTold()}</p>` : nothing}</div>
  ${problems(view.fileError, "file-error")}
  <button class="button" id="upload" ?disabled=${view.busy}>${t("bookings.import")}</button>
</form>`;

function problems(failure, id) {
  if (failure === null) {
    return nothing;
  }
  const all = failure.problems ?? [];
  return html`<div role="alert" id=${id}><p class="error">${problem(failure)}</p>
    ${all.length > 0 ? html`<ul class="problems">${all.map((it) => html`<li>${it.row > 0 ? html`<b>${t("bookings.row", { n: it.row })}</b> ` : nothing}${text(it.message)}</li>`)}</ul>` : nothing}</div>`;
}

async function start() {
  onLanguage(draw);
  draw();
  try {
    view.who = await session();
    if (view.who === null) {
      toLogin();
      return;
    }
    watchIdle(view.who.idleSeconds);
    [view.hall, view.catalogue] = await Promise.all([get("/api/hall"), get("/api/catalogue")]);
    view.line = lines()[0]?.id ?? "";
    setInterval(() => view.busy || document.hidden || load(), REFRESH);
    await load();
  } catch (e) {
    view.error = e;
    draw();
  }
}

start();
