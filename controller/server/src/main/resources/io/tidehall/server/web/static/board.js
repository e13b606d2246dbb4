// The hall board for any browser: /board, or /board?zone=NAME for the calls to one zone.
// &language=zh-CN or en stays in one language. It asks nobody to sign in and shows nothing personal.

import { BoardFeed } from "./board-feed.js";
import { MediaShelf } from "./board-media.js";
import { language, lastHeard, picture } from "./board-picture.js";
import { width } from "./board-widths.js";
import { words } from "./i18n.js";
import { html, nothing, render, repeat } from "./lit.js";

const RELOAD_HOUR = 3;
const DRIFT = [[0, 0], [2, 1], [4, 0], [2, -1], [0, -2], [-2, -1], [-4, 0], [-2, 1]];
const DRIFT_SECONDS = 180;

const asked = new URLSearchParams(location.search);
const zone = asked.get("zone") ?? "";
const only = ["zh-CN", "en"].find((it) => it === asked.get("language"));
const both = { "zh-CN": await words("zh-CN"), en: await words("en") };
export const feed = new BoardFeed("/api/board/events");
export const shelf = new MediaShelf(zone);
const loaded = Date.now();
let drawn = "";

function shown(now, spoken) {
  // While the hall is not heard nothing is shown but what it said last.
  const playlist = feed.silent() ? [] : shelf.plays();
  return picture({ ...feed.states, playlist }, now, zone, spoken, both[spoken]);
}

/** What a board that alternates would show at a moment; for the test that compares boards. */
export const shownAsUsual = (now) => shown(now, language(now));

function stale(spoken) {
  const t = both[spoken];
  if (!feed.silent()) {
    return "";
  }
  const since = feed.lastHeard();
  return since === null
    ? t("board.stale")
    : t("board.stale-since", { when: lastHeard(feed.states.hall?.zone, feed.now(), spoken, since) });
}

function draw() {
  const now = feed.now();
  const board = shown(now, only ?? language(now));
  const old = stale(board.language);
  const step = DRIFT[Math.floor(now / 1000 / DRIFT_SECONDS) % DRIFT.length];
  const next = JSON.stringify([board, old, step]);
  if (next !== drawn) {
    drawn = next;
    document.documentElement.lang = board.language;
    document.body.style.transform = `translate(${step[0]}px, ${step[1]}px)`;
    render(view(board, old), document.body);
  }
  refreshByNight(now);
}

/** A television runs for months: once a night the page begins anew, with the newest version. */
function refreshByNight(now) {
  const hour = new Date(now).getHours();
  if (hour === RELOAD_HOUR && !feed.silent() && Date.now() - loaded > 7200000) {
    location.reload();
  }
}

function view({ header, centre, lines, windows, notice, media }, old) {
  const connecting = centre.why === "CONNECTING";
  return html`
    <header>
      <h1 id="hall">${header.hall}</h1>
      ${header.trial ? html`<span class="trial">${header.trial}</span>` : nothing}
      <span class="grow"></span>
      <span id="status" class=${header.open ? "" : "closed"}>${header.status}</span>
      <span id="date">${header.date}</span>
      <span id="clock">${header.clock}</span>
    </header>
    <main class=${old && !connecting ? "stale" : ""}>
      <section class="left">${media && !media.beside ? shelf.view(media) : centre.rows ? calls(centre) : centre.item ? guide(centre) : instead(centre)}</section>
      <section class="right">${media?.beside ? shelf.view(media) : html`${linesPanel(lines)} ${windowsPanel(windows)}`}</section>
    </main>
    ${old ? html`<footer id="stale" role="alert">${old}</footer>` : html`<footer id="notice">${notice}</footer>`}
  `;
}

const title = ({ title: words, page }) => html`<div class="title"><h2>${words}</h2><span>${page}</span></div>`;

function calls(centre) {
  const empty = Array.from({ length: 5 - centre.rows.length });
  return html`${title(centre)}
    <ol class="calls">
      ${repeat(centre.rows, (it) => it.number + it.window + it.times, call)} ${empty.map(() => html`<li class="empty"></li>`)}
    </ol>`;
}

function call(it) {
  const long = width(it.number) > 4 ? "long" : "";
  return html`<li class=${it.fresh ? "fresh" : ""} data-number=${it.number}>
    <span class="called"><b class=${long}>${it.number}</b></span>
    <svg class="arrow" viewBox="0 0 56 32" aria-hidden="true"><path d="M0 10 H34 V0 L56 16 L34 32 V22 H0 Z" /></svg>
    <span class="target">
      <span class="to"><small>${it.windowBefore}</small><b class=${width(it.window) > 2 ? "long" : ""}>${it.window}</b><small>${it.windowAfter}</small></span>
      ${it.times ? html`<em>${it.times}</em>` : nothing} ${it.where ? html`<i>${it.where}</i>` : nothing}
    </span>
  </li>`;
}

const instead = ({ headline, detail, more }) =>
  html`<div class="instead"><strong class=${width(headline) > 14 ? "long" : ""}>${headline}</strong><p>${detail}</p><small>${more}</small></div>`;

const guide = (it) =>
  html`<div class="instead guide" id="guide">
    <small>${it.title}</small><strong class=${width(it.item) > 36 ? "long" : ""}>${it.item}</strong>
    <b>${it.materialsTitle}</b>
    <ol>${it.materials.map((one) => html`<li class=${width(one) > 58 ? "long" : ""}>${one}</li>`)}</ol>
    <small>${it.more}</small><span class="grow"></span>
    <p class="facts"><span>${it.promise}</span><span>${it.fee}</span></p><p class="line">${it.line}</p>
  </div>`;

function linesPanel(lines) {
  if (lines.rows.length === 0) {
    return nothing;
  }
  return html`<div class="lines">
    ${title(lines)}
    <table>
      <thead><tr><th colspan="2">${lines.columns[0]}</th>${lines.columns.slice(1).map((it) => html`<th>${it}</th>`)}</tr></thead>
      <tbody>
        ${lines.rows.map(
          (it) => html`<tr data-line=${it.prefix}>
            <td><span class="prefix">${it.prefix}</span></td>
            <td class="name"><div class=${size(it.name)}>${it.name}</div></td>
            <td class="people">${it.waiting}</td>
            <td class="outlook ${it.closed ? "closed" : ""} ${width(it.outlook) > 14 ? "long" : width(it.outlook) > 11 ? "longish" : ""}">${it.outlook}${it.worse ? html`<span class="worse">${it.worse}</span>` : nothing}</td>
            <td class="next">${it.next}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const size = (name) => (width(name) > 28 ? "longest" : width(name) > 14 ? "long" : "");

function windowsPanel(windows) {
  if (windows.rows.length === 0) {
    return nothing;
  }
  return html`<div class="windows">
    ${title(windows)}
    <ul>
      ${windows.rows.map(
        (it) => html`<li class=${it.tone} data-window=${it.window}>
          <span><b>${it.window}</b><strong>${it.number || it.opensIn}</strong></span>
          <span><small>${it.state}</small><em>${it.tag}</em></span>
        </li>`,
      )}
    </ul>
  </div>`;
}

draw();
setInterval(draw, 200);
