// Devices: those that wait with a code, and every device of the hall with how it is.

import "./fields.js";
import { act, session, toLogin } from "./api.js";
import { deviceDialog } from "./device-dialogs.js";
import { known, minutes, onLanguage, t, timeOfDay } from "./i18n.js";
import { watchIdle } from "./idle.js";
import { html, nothing, render, repeat } from "./lit.js";
import { Feed } from "./live.js";
import { bar, opened, pages, problem, strips, unseen } from "./parts.js";

const DAY = 86400;

const page = { feed: null, who: null, about: null, find: "", told: null, error: null, busy: false, draw };

const office = () => page.feed?.office ?? null;
const spaced = (code) => `${code.slice(0, 3)} ${code.slice(3)}`;

/** What is wrong with a device, in words; of a playlist, with the number of the show. */
function faultWords(fault) {
  const show = /^media-skipped-(\d+)$/.exec(fault);
  return show ? t("fault.media-skipped", { n: show[1] }) : known(`fault.${fault}`, fault);
}

/** Opens a dialog: accept, place or revoke, about a waiting device or one of the hall. */
page.open = (name, about) => {
  page.origin = document.activeElement;
  page.about = { name, ...about };
  page.error = page.told = null;
  draw();
};

page.close = () => {
  page.about = null;
  page.error = null;
  draw();
  page.origin?.focus?.();
};

/** Posts an act; says what was done, or why not. */
page.post = async (path, body, told) => {
  page.busy = true;
  page.error = null;
  draw();
  try {
    await act(path, body);
    page.told = told;
    page.about = null;
  } catch (e) {
    page.error = e;
  }
  page.busy = false;
  draw();
};

function waiting(list) {
  return html`<section class="card wait" id="waiting"><h2>${t("devices.waiting")}</h2>
    <p class="quiet small">${t("devices.compare-all")}</p>
    <ul>${repeat(list, (it) => it.code, (it) => html`<li data-code=${it.code}>
      <span class="code">${spaced(it.code)}</span>
      <span class="grow"><b>${t(`role.${it.role}`)}</b><br /><span class="quiet small">${it.from} · ${it.version}</span></span>
      <button class="button primary" data-accept=${it.code} @click=${() => page.open("accept", { waiting: it })}>${t("devices.accept")}</button>
      <button class="button" data-refuse=${it.code} ?disabled=${page.busy} @click=${() => page.post("/api/devices/refuse", { code: it.code }, () => t("devices.refused", { code: spaced(it.code) }))}>${t("devices.refuse")}</button>
    </li>`)}</ul></section>`;
}

/** What wants somebody comes first, and last what has never come online. */
const order = (it) => (unseen(it) ? 2 : trouble(it) ? 0 : 1);

const trouble = (it) => it.pairing === "vacant" || !it.online || it.faults.length > 0 || ["OUT", "NEAR_END"].includes(it.paper);

function place(it) {
  const parts = [
    it.window ? t("device.at-window", { window: it.window }) : "",
    it.zone,
    it.printer ? t("devices.prints-at", { printer: it.printer }) : "",
  ].filter(Boolean);
  return parts.join(" · ") || t("devices.whole-hall");
}

function state(it, zone) {
  if (it.pairing === "vacant") {
    return html`<span class="chip warm">▲ ${t("devices.vacant")}</span>`;
  }
  if (it.online) {
    return html`<span class="chip well">✓ ${t("device.online")}</span>`;
  }
  if (unseen(it)) {
    return html`<span class="chip none">${t("device.unseen")}</span>`;
  }
  const gone = it.gone ? t("devices.since", { time: since(it.gone, zone) }) : "";
  return html`<span class="chip alarm">✕ ${t("device.offline")}</span> <span class="quiet small">${gone}</span>`;
}

/** A time of today, or how long ago it was. */
const since = (instant, zone) =>
  page.feed.since(instant) < DAY ? timeOfDay(instant, zone) : t("devices.days-ago", { n: Math.floor(page.feed.since(instant) / DAY) });

function heartbeat(it) {
  if (!it.heartbeat) {
    return "—";
  }
  const seconds = Math.max(0, Math.round(page.feed.since(it.heartbeat)));
  return seconds < 60 ? t("devices.seconds-ago", { n: seconds }) : t("devices.ago", { time: minutes(seconds) });
}

const paperClass = { OK: "well", OUT: "alarm" };

/** What was printed of a roll, in slips and metres. */
const rollWords = ({ slips, millimetres, length }) =>
  t(length > 0 ? "devices.roll-of" : "devices.roll", { slips, metres: (millimetres / 1000).toFixed(1), length: length / 1000 });

const health = (it, zone) => html`${it.paper && it.paper !== "NOT_APPLICABLE" ? html`<span class="chip ${paperClass[it.paper] ?? "warm"}">${t(`paper.${it.paper}`)}</span> ` : nothing}${it.roll ? html`<span class="quiet small" data-roll-of=${it.id}>${rollWords(it.roll)}</span> ` : nothing}${it.jobsInDoubt ? html`<span class="chip warm">${t("devices.in-doubt", { n: it.jobsInDoubt })}</span> ` : nothing}${it.faults.map((fault) => html`<span class="chip alarm">${faultWords(fault)}${it.troubles[fault] ? ` · ${t("devices.since", { time: since(it.troubles[fault], zone) })}` : ""}</span> `)}`;

function row(it, zone) {
  const well = health(it, zone);
  const bare = (!it.paper || it.paper === "NOT_APPLICABLE") && !it.jobsInDoubt && it.faults.length === 0;
  return html`<tr data-device=${it.id} class=${it.online || it.pairing === "vacant" ? "" : unseen(it) ? "unseen" : "away"}>
    <td><b>${it.name || it.id}</b><br /><span class="quiet small">${it.name ? `${it.id} · ` : ""}${t(`role.${it.role}`)}</span></td>
    <td data-name=${t("devices.place")}>${place(it)}</td>
    <td>${state(it, zone)}</td>
    <td data-name=${t("devices.heartbeat")}>${heartbeat(it)}</td>
    <td class=${bare ? "empty-cell" : ""}>${well}</td>
    <td class="n" data-name=${t("devices.uptime")}>${it.online && it.since ? minutes(page.feed.since(it.since)) : "—"}</td>
    <td class="n" data-name=${t("devices.temperature")}>${it.online && it.temperature !== undefined && it.temperature !== null ? `${it.temperature} °C` : "—"}</td>
    <td data-name=${t("devices.version")}>${it.version || "—"}</td>
    <td class="acts">
      ${it.role === "ticket-printer" && it.pairing !== "vacant" ? html`<button class="button slight" data-roll=${it.id} ?disabled=${page.busy} title=${t("devices.new-roll-what")} @click=${() => page.post(`/api/devices/${encodeURIComponent(it.id)}/new-roll`, {}, () => t("devices.new-roll-told", { device: it.name || it.id }))}>${t("devices.new-roll")}</button>` : nothing}
      <button class="button slight" data-place=${it.id} @click=${() => page.open("place", { device: it })}>${t("devices.change")}</button>
      ${it.pairing === "vacant" ? nothing : html`<button class="button slight alarm" data-revoke=${it.id} @click=${() => page.open("revoke", { device: it })}>${t("devices.revoke")}</button>`}
    </td>
  </tr>`;
}

const COLUMNS = ["device", "place", "state", "heartbeat", "paper", "uptime", "temperature", "version"];

function list(devices, zone) {
  const words = page.find.trim().toLowerCase();
  const matches = (it) => `${it.id} ${it.name} ${t(`role.${it.role}`)} ${place(it)}`.toLowerCase().includes(words);
  const sorted = devices.filter(matches).sort((a, b) => order(a) - order(b) || a.id.localeCompare(b.id, "en", { numeric: true }));
  const online = devices.filter((it) => it.online).length;
  return html`<section class="card list">
    <div class="row"><h1 class="grow">${t("page.devices")} <span class="quiet small" id="online">${t("start.online", { n: online, all: devices.length })}</span></h1>
      <input id="find" type="search" aria-label=${t("devices.find")} placeholder=${t("devices.find")} .value=${page.find} @input=${(e) => ((page.find = e.target.value), draw())} /></div>
    ${devices.length === 0 ? html`<p class="empty" id="none">${t("devices.none")}</p>` : sorted.length === 0 ? html`<p class="empty" id="no-match">${t("devices.no-match")}</p>` : html`<table id="devices"><thead><tr>${COLUMNS.map((it) => html`<th class=${["uptime", "temperature"].includes(it) ? "n" : ""}>${t(`devices.${it}`)}</th>`)}<th></th></tr></thead>
      <tbody>${repeat(sorted, (it) => it.id, (it) => row(it, zone))}</tbody></table>`}
    <p class="quiet small">${t("devices.how-to-pair", { address: location.origin })}</p>
  </section>`;
}

function draw() {
  if (!page.feed) {
    return;
  }
  const hall = page.feed.console?.hall;
  const known = office();
  render(
    html`${bar({ hall: hall?.name, middle: pages(page.who, "/devices", hall), who: page.who })}${strips(page.feed)}
      <main class="devices-page" aria-busy=${String(page.busy)}>
        <div aria-live="polite">
          ${page.told ? html`<p class="strip well round" id="told">${page.told()}</p>` : nothing}
          ${page.error && !page.about ? html`<p class="error" role="alert" id="error">${problem(page.error)}</p>` : nothing}
        </div>
        ${known === null || !hall ? html`<p class="empty">${t("page.loading")}</p>` : html`${known.waiting.length > 0 ? waiting(known.waiting) : nothing} ${list(known.devices, hall.zone)}`}
      </main>
      ${page.about ? deviceDialog(page, known, page.feed.console.windows) : nothing}`,
    document.body,
  );
  opened(document.querySelector("dialog"));
  document.title = known?.waiting.length > 0 ? `(${known.waiting.length}) ${t("page.devices")}` : t("page.devices");
}

async function start() {
  onLanguage(draw);
  try {
    page.who = await session();
    if (page.who === null) {
      toLogin();
      return;
    }
    watchIdle(page.who.idleSeconds);
    page.feed = new Feed(draw);
    setInterval(draw, 1000);
    draw();
  } catch (e) {
    render(html`<main class="middle"><p class="card error" id="error">${problem(e)}</p></main>`, document.body);
    setTimeout(start, 3000);
  }
}

start();
