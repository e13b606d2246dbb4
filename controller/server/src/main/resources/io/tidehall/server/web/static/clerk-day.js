// A clerk's own day: her figures, and its end.

import { get, signOut } from "./api.js";
import { html, nothing } from "./lit.js";
import { clockwise, t, text } from "./i18n.js";

const EVERY = 30000;

/** The figures, asked for after each service and now and then. */
export class MyDay {
  constructor(changed) {
    this.changed = changed;
    this.figures = null;
    this.asked = "";
    this.load();
    setInterval(() => this.load(), EVERY);
  }

  /** Looks whether a service has ended since. */
  look(desk) {
    const now = desk.mine.map((it) => it.ticket).join();
    if (now !== this.asked) {
      this.asked = now;
      this.load();
    }
  }

  async load() {
    try {
      this.figures = await get("/api/my-day");
      this.changed();
    } catch {
      // the connection's strip says so
    }
  }
}

function facts({ served, meanServiceSeconds, rated, levels }) {
  const given = Object.entries(levels).filter(([, n]) => n > 0).sort(([a], [b]) => b - a);
  return html`<span id="served">${t("day.served", { n: served })}</span>
    ${meanServiceSeconds == null ? nothing : html`<span>${t("day.mean", { time: clockwise(meanServiceSeconds) })}</span>`}
    <span id="rated">${t("day.rated", { n: rated })}${given.length > 0 ? html` <span class="quiet">${given.map(([level, n]) => `${t(`level.${level}`)} ${n}`).join(" · ")}</span>` : nothing}</span>`;
}

/** The line at the foot of the lists. */
export function myDay(day) {
  return html`<p class="my-day small" id="my-day"><b>${t("day.mine")}</b> ${day.figures === null ? "–" : facts(day.figures)}</p>`;
}

/**
 * Who still waits when she leaves windows of hers: in her lines, and of those for nobody else, because
 * they were sent to her or no other clerk who is here serves them.
 */
export function left(desk, windows) {
  const { tickets, windows: all } = desk.console;
  const leaving = windows.map((it) => it.window);
  const here = all.filter((it) => it.clerk !== "" && it.inService && !leaving.includes(it.window));
  const stays = here.some((it) => it.clerk === desk.who.account);
  const sent = (it) => leaving.includes(it.sentTo) || (it.sentTo === desk.who.account && !stays);
  const scope = tickets
    .filter((it) => it.state === "waiting" || it.state === "due")
    .filter((it) => sent(it) || (!it.sentTo && windows.some((row) => row.lines.includes(it.line))));
  return { scope, alone: scope.filter((it) => sent(it) || !here.some((row) => row.lines.includes(it.line))) };
}

/** Says how many wait, and how many of them for her alone. */
export function stillWaiting(desk, windows) {
  const { scope, alone } = left(desk, windows);
  const lines = [...new Set(alone.map((it) => it.line))].map((it) => text(desk.line(it)?.name)).join(t("rival.and"));
  return html`${alone.length > 0 ? html`<p class="strip alarm round" id="left-alone" data-n=${alone.length}>${t("day.alone", { n: alone.length, lines })}</p>` : nothing}
    ${scope.length > alone.length ? html`<p class="strip warm round" id="left-scope" data-n=${scope.length}>${t("day.scope", { n: scope.length })}</p>` : nothing}`;
}

/** What the end of the day asks about. */
export function endOfDay(desk, day) {
  // Between the last window and the end of the session there is no window left.
  const mine = desk.mine.map((it) => it.window);
  const kept = desk.console.tickets.filter((it) => it.state === "held" && mine.includes(it.window)).length;
  return html`<p class="my-day">${day.figures === null || day.figures.served === 0 ? t("day.none") : facts(day.figures)}</p>
    ${stillWaiting(desk, desk.mine)}
    ${kept > 0 ? html`<p class="strip warm round">${t("day.held", { n: kept })}</p>` : nothing}
    <p>${t("day.sure")}</p>`;
}

/** Leaves every window, and signs out when that has been done. */
export async function leaveAll(desk) {
  for (const { window } of [...desk.mine]) {
    if (!(await desk.post(`/api/windows/${encodeURIComponent(window)}/sign-out`))) {
      return;
    }
  }
  await signOut();
}
