// The clerk's page: puts its parts together and reads the keyboard.

import "./fields.js";
import { accountOpen, openAccount } from "./account.js";
import { get, session, toLogin } from "./api.js";
import { Desk } from "./desk.js";
import { Dialogs } from "./clerk-dialogs.js";
import { deskCard, pickHold, pickOutcome } from "./clerk-desk.js";
import { lists } from "./clerk-lists.js";
import { Findings } from "./clerk-notice.js";
import { MyDay } from "./clerk-day.js";
import { Floating, isFloat } from "./clerk-float.js";
import { windowChoice } from "./clerk-window.js";
import { watchIdle } from "./idle.js";
import { Feed } from "./live.js";
import { html, nothing, render } from "./lit.js";
import { onLanguage, t, text } from "./i18n.js";
import { bar, pages, problem, strips } from "./parts.js";
import { emergencies, messages } from "./staff-strips.js";

const view = {
  tab: "waiting",
  standIn: "",
  day: null,
  show(tab) {
    view.tab = tab;
    draw();
  },
};
let desk;
let dialogs;
const floating = new Floating(key);

async function start() {
  try {
    const who = await session();
    if (who === null) {
      toLogin();
      return;
    }
    watchIdle(who.idleSeconds);
    const [choices, catalogue] = await Promise.all([get("/api/choices"), get("/api/catalogue")]);
    const feed = new Feed(() => draw());
    desk = new Desk(feed, who, choices, draw);
    desk.findings = new Findings(desk, catalogue);
    view.day = new MyDay(draw);
    dialogs = new Dialogs(desk, view.day);
    onLanguage(draw);
    document.addEventListener("keydown", key);
    document.addEventListener("keyup", (e) => isPrimaryKey(e) && e.code === "Space" && e.preventDefault());
    setInterval(draw, 1000);
    draw();
  } catch (e) {
    render(html`<main class="middle"><p class="card error">${problem(e)}</p></main>`, document.body);
    setTimeout(start, 3000);
  }
}

function draw() {
  if (!desk) {
    return;
  }
  if (!desk.console) {
    render(html`${bar({ who: desk.who })}${strips(desk.feed)}<main class="empty">${t("page.loading")}</main>`, document.body);
    return;
  }
  desk.look();
  dialogs.look();
  view.day.look(desk);
  const row = desk.row;
  render(
    html`${bar({ hall: desk.console.hall.name, middle: pages(desk.who, "/clerk", desk.console.hall), who: desk.who, end: html`${windowTabs()}${emergencyButton(row)}${floatButton(row)}` })}
      ${strips(desk.feed)}
      ${emergencies(desk.console, desk.who, desk.mine.map((it) => it.window), (path) => desk.post(path), desk.resting)}
      ${row && !desk.choosing ? messages(desk) : nothing}
      ${!row || desk.choosing
        ? windowChoice(desk, view)
        : html`<main class="clerk">${deskCard(desk, dialogs)}${lists(desk, dialogs, view)}</main>`}
      ${dialogs.render()}`,
    document.body,
  );
  document.title = title(row);
  floating.draw(desk, dialogs);
  refocus();
}

function floatButton(row) {
  return row && !desk.choosing && !isFloat() ? html`<button class="button" id="float" @click=${openFloat}>${t("act.float")}</button>` : nothing;
}

async function openFloat() {
  await floating.open();
  draw();
}

/** One press and a confirmation, whatever the window is doing. */
function emergencyButton(row) {
  return row && !desk.choosing
    ? html`<button class="button alarm" id="emergency" aria-keyshortcuts="F9" @click=${() => dialogs.open("emergency")}>${t("emergency.call")} <kbd>F9</kbd></button>`
    : nothing;
}

function title(row) {
  const number = desk.ticket?.number;
  return row ? `${number ? `${number} · ` : ""}${text(row.name)}` : t("page.clerk");
}

/** My windows, when I hold or may hold more than one. */
function windowTabs() {
  const mine = desk.mine;
  if (mine.length === 0 || (mine.length === 1 && !desk.mayTakeAnother)) {
    return nothing;
  }
  return html`<span class="my-windows" role="group" aria-label=${t("window.mine")}>
    ${mine.map(
      (it) => html`<button class="button" data-my-window=${it.window} aria-pressed=${String(it === desk.row && !desk.choosing)} @click=${() => desk.choose(it.window)}>
        ${text(it.name)}${it.ticket ? html` <b class="number">${numberOf(it.ticket)}</b>` : nothing}
      </button>`,
    )}
    ${desk.mayTakeAnother ? html`<button class="button" id="another-window" @click=${takeAnother}>＋ ${t("window.more")}</button>` : nothing}
  </span>`;
}

const numberOf = (id) => desk.console.tickets.find((it) => it.id === id)?.number ?? "";

function takeAnother() {
  desk.choosing = true;
  desk.error = null;
  draw();
}

/** After an act the cursor is back on the one big button, unless somebody types. */
function refocus() {
  const at = document.activeElement;
  if (desk.busy === null && !dialogs.name && (at === document.body || at?.disabled)) {
    document.querySelector("#primary:enabled")?.focus({ preventScroll: true });
  }
}

const typing = (e) => e.target.closest?.("input, select, textarea, dialog") != null;
const onButton = (e) => e.target.closest?.("button, a") != null && e.target.id !== "primary";

function isPrimaryKey(e) {
  if (e.ctrlKey || e.altKey || e.metaKey || dialogs?.name || accountOpen() || !desk?.console || !desk.row || desk.choosing) {
    return false;
  }
  return e.code === "F2" || (e.code === "Space" && !typing(e) && !onButton(e));
}

function key(e) {
  // Help is called for over everything else that is open.
  if (e.key === "F9" && !e.repeat && desk?.console && desk.row) {
    e.preventDefault();
    dialogs.open("emergency");
    return;
  }
  if (isPrimaryKey(e)) {
    e.preventDefault();
    if (!e.repeat) {
      desk.primary();
    }
    return;
  }
  if (e.ctrlKey || e.altKey || e.metaKey || e.repeat || dialogs.name || accountOpen() || !desk.console || !desk.row || desk.choosing) {
    return;
  }
  if (e.key === "Escape" && desk.panel) {
    desk.open(null);
  } else if (!typing(e)) {
    letter(e);
  }
}

function letter(e) {
  const digit = Number(e.key);
  const ids = { r: "recall", n: "no-show", h: "hold", t: "transfer", p: "pause", q: "leave", m: "papers", s: "split", e: "end-day" };
  if (desk.panel === "finish" && digit >= 1 && digit <= desk.choices.outcomes.length) {
    e.preventDefault();
    pickOutcome(desk, desk.choices.outcomes[digit - 1]);
  } else if (desk.panel === "hold" && digit >= 1 && digit <= desk.choices.holds.length) {
    pickHold(desk, desk.choices.holds[digit - 1]);
  } else if (e.key.toLowerCase() === "a") {
    e.preventDefault();
    openAccount(desk.who);
  } else if (ids[e.key.toLowerCase()]) {
    e.preventDefault();
    document.querySelector(`#${ids[e.key.toLowerCase()]}:enabled`)?.click();
  }
}

document.body.classList.toggle("float", isFloat());
start();
