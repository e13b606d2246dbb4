// The manager's page: the hall as it is now, and its windows in the manager's hands.

import "./fields.js";
import { act, get, session, toLogin } from "./api.js";
import { watchIdle } from "./idle.js";
import { Feed } from "./live.js";
import { html, nothing, render } from "./lit.js";
import { onLanguage, t } from "./i18n.js";
import { Announcing } from "./manager-announce.js";
import { Dialogs } from "./manager-dialogs.js";
import { HallFile } from "./manager-hall-file.js";
import { alerts, devicesCard, figures, linesCard } from "./manager-hall.js";
import { proposals } from "./manager-tides.js";
import { windowsCard } from "./manager-windows.js";
import { messagesCard } from "./manager-messages.js";
import { bar, opened, pages, problem, strips } from "./parts.js";
import { emergencies } from "./staff-strips.js";

/** The manager's view of the hall, and the acts on it. */
class Office {
  constructor(feed, who, choices) {
    this.feed = feed;
    this.who = who;
    this.choices = choices;
    this.error = null;
    this.busy = null;
    this.done = [];
    this.note = null;
  }

  get console() {
    return this.feed.console;
  }

  /** Devices, and null before they are known. */
  get devices() {
    return this.feed.office?.devices ?? null;
  }

  /** How the hall file on the disk stands, and null before it is known. */
  get hallFile() {
    return this.feed.office?.hallFile ?? null;
  }

  /** The day's figures, and null before there are any. */
  get day() {
    return this.feed.office?.today ?? null;
  }

  line(id) {
    return this.console.lineNames.find((it) => it.line === id);
  }

  row(window) {
    return this.console.windows.find((it) => it.window === window);
  }

  /** What a dialog starts from: a window as it is set up, and the policy. */
  draft(row) {
    const policy = { name: this.console.policy.name, parameters: { ...this.console.policy.parameters } };
    return row === null
      ? { policy }
      : { policy, kind: row.kind, lines: new Set(row.own), home: row.home, second: new Set(row.second), autoSeconds: row.autoSeconds ?? null };
  }

  /** A draft as the controller takes it. */
  setup({ kind, lines, home, second }) {
    const inOrder = this.console.lineNames.map((it) => it.line).filter((it) => lines.has(it));
    return { kind, lines: inOrder, home, second: [...second].sort() };
  }

  samePolicy(policy) {
    return inWords(policy) === inWords(this.console.policy);
  }

  async post(path, body) {
    if (this.busy) {
      return undefined;
    }
    this.busy = path;
    this.error = null;
    draw();
    try {
      const done = await act(path, body);
      await this.feed.reached(done.seq);
      return done;
    } catch (e) {
      this.error = e;
      return undefined;
    } finally {
      this.busy = null;
      draw();
    }
  }

  /** Makes a change; the change that puts it back is kept for undo. */
  async apply(change) {
    const later = this.later(change);
    const back = this.reverse(change);
    const once = later && { window: later, back, left: this.carried(change) };
    const name = this.row(change.from ?? change.window)?.clerkName;
    const done = await this.send(change);
    if (done) {
      this.done.push({ change, back: later ? { act: "stay", window: later } : back, left: this.mark(change), once, name });
      this.note = "did";
      draw();
    }
    return done;
  }

  /** The window whose clerk ends her ticket before the change takes place, or null. */
  later({ act: name, window, from }) {
    const row = this.row(name === "borrow" ? from : window);
    return ["borrow", "pause"].includes(name) && row.ticket ? row.window : null;
  }

  /** What such a change leaves behind once the ticket has ended. */
  carried({ act: name, from }) {
    return name === "borrow" ? `${this.row(from).clerk}//undefined` : "true/undefined";
  }

  /** How the last change stands: the change that puts it back, and whether it still waits; null when somebody else has been there. */
  standing({ change, back, left, once }) {
    const now = this.mark(change);
    if (now === left) {
      return { back, waits: once !== null };
    }
    return now === once?.left ? { back: once.back, waits: false } : null;
  }

  async stay(window) {
    const waiting = this.done.filter((it) => it.once?.window === window && this.standing(it)?.waits);
    if (await this.send({ act: "stay", window })) {
      this.done = this.done.filter((it) => !waiting.includes(it));
      this.note = "stayed";
      draw();
    }
  }

  send({ act: name, window, setup, policy, autoSeconds, reason, from, close }) {
    const path = `/api/windows/${encodeURIComponent(window)}/${name}`;
    switch (name) {
      case "policy":
        return this.post("/api/policy", policy);
      case "change":
        return this.post(path, setup);
      case "calling":
        return this.post(path, { autoSeconds });
      case "borrow":
        return this.post(path, { from, reason, close });
      default:
        return this.post(path, { reason });
    }
  }

  /** The change that puts another back. */
  reverse({ act: name, window, from }) {
    const row = window === undefined ? null : this.row(window);
    const reason = t("manager.undo-reason");
    switch (name) {
      case "policy":
        return { act: name, policy: this.draft(null).policy };
      case "change":
        return { act: name, window, setup: this.setup(this.draft(row)) };
      case "calling":
        return { act: name, window, autoSeconds: row.autoSeconds ?? null };
      case "borrow":
        // a window that was opened for the clerk is closed when she leaves it
        return { act: name, window: from, from: window, close: !row.inService, reason };
      default:
        return { act: { open: "close", close: "open", pause: "end-pause", "end-pause": "pause" }[name], window, reason: name === "end-pause" ? row.reason : reason };
    }
  }

  /** What a change leaves behind: when it is no longer so, somebody else has been there. */
  mark({ act: name, window, from }) {
    const row = window === undefined ? null : this.row(window);
    switch (name) {
      case "policy":
        return inWords(this.console.policy);
      case "change":
        return JSON.stringify(this.setup(this.draft(row)));
      case "calling":
        return String(row.autoSeconds);
      case "borrow":
        return `${row.clerk}/${this.row(from).clerk}/${this.row(from).after?.window}`;
      case "open":
      case "close":
        return String(row.inService);
      default:
        return `${row.stage === "PAUSED"}/${row.after?.window}`;
    }
  }

  approve(proposal) {
    return this.answer(proposal, "approve", undefined, "approved");
  }

  refuse(proposal, reason) {
    return this.answer(proposal, "refuse", { reason }, "refused");
  }

  async answer(proposal, how, body, note) {
    if (await this.post(`/api/proposals/${encodeURIComponent(proposal)}/${how}`, body)) {
      this.note = note;
      draw();
    }
  }

  /** Puts the last change back: by another change, so that the journal keeps both. */
  async undo() {
    const last = this.standing(this.done.at(-1));
    if (last && (await this.send(last.back))) {
      this.done.pop();
      this.note = last.back.act === "stay" ? "stayed" : "undone";
      draw();
    }
  }
}

const inWords = ({ name, parameters }) => JSON.stringify([name, Object.entries(parameters).sort()]);

let office;
let dialogs;
let announcing;
let hallFile;

async function start() {
  try {
    const who = await session();
    if (who === null) {
      toLogin();
      return;
    }
    watchIdle(who.idleSeconds);
    const choices = await get("/api/choices");
    office = new Office(new Feed(() => draw()), who, choices);
    dialogs = new Dialogs(office, draw);
    announcing = new Announcing(office, draw);
    hallFile = new HallFile(office, draw);
    onLanguage(draw);
    setInterval(draw, 1000);
    draw();
  } catch (e) {
    render(html`<main class="middle"><p class="card error">${problem(e)}</p></main>`, document.body);
    setTimeout(start, 3000);
  }
}

function draw() {
  if (!office) {
    return;
  }
  const head = bar({
    hall: office.console?.hall.name,
    middle: pages(office.who, "/manager", office.console?.hall),
    who: office.who,
  });
  if (!office.console) {
    render(html`${head}${strips(office.feed)}<main class="empty">${t("page.loading")}</main>`, document.body);
    return;
  }
  render(
    html`${head}${strips(office.feed)}
      ${emergencies(office.console, office.who, [], (path) => office.post(path), office.busy !== null)}
      <main class="manager">
        ${lastChange()} ${hallFile.strip()} ${alerts(office)} ${proposals(office)} ${figures(office, dialogs, announcing)}
        <div class="hall">
          ${windowsCard(office, dialogs)}
          <div class="side">${linesCard(office, dialogs)} ${messagesCard(office, draw)} ${hallFile.card()} ${devicesCard(office)}</div>
        </div>
      </main>
      ${dialogs.render()} ${announcing.render()} ${hallFile.render()}`,
    document.body,
  );
  opened(document.querySelector("dialog"));
  document.title = `${t("page.manager")} · ${t("manager.waiting-n", { n: office.console.today.waiting })}`;
}

const hide = () => html`<button class="button slight" aria-label=${t("act.close")} @click=${() => ((office.note = null), draw())}>✕</button>`;

function lastChange() {
  const answered = ["approved", "refused"].includes(office.note);
  const last = office.note === null || answered ? undefined : office.done.at(-1);
  const back = answered || ["stayed", "undone"].includes(office.note);
  const standing = last && office.standing(last);
  const stale = last && standing === null;
  return html`<div class="last-change" aria-live="polite">
    ${back ? html`<p class="strip well round" role="status" id="put-back"><span class="grow">${t(`manager.${office.note}`)}</span>${last ? nothing : hide()}</p>` : nothing}
    ${last
      ? html`<div class="strip ${stale ? "warm" : "well"} round" id="last-change">
          <span class="grow">${t(`manager.did-${last.change.act}${last.once && standing?.waits !== false ? "-later" : ""}`, { window: last.change.window, name: last.name })}${stale ? ` · ${t("manager.changed-since")}` : ""}</span>
          <button class="button slight" id="undo" ?disabled=${office.busy || stale} @click=${() => office.undo()}>↶ ${t("manager.undo")}</button>
          ${hide()}
        </div>`
      : nothing}
    ${office.error && !dialogs.about && !announcing.open && !hallFile.open ? html`<p class="error" role="alert" id="error">${problem(office.error)}</p>` : nothing}
  </div>`;
}

start();
