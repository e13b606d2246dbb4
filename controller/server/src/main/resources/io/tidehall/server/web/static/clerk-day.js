// A clerk's own day: her figures, and its end.

import { get, signOut } from "./api.js";
import { html, nothing } from "./lit.js";
import { clockwise, t } from "./i18n.js";

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

/** What the end of the day asks about. */
export function endOfDay(desk, day) {
  // Between the last window and the end of the session there is no window left.
  const mine = desk.mine.map((it) => it.window);
  const kept = desk.console.tickets.filter((it) => it.state === "held" && mine.includes(it.window)).length;
  return html`<p class="my-day">${day.figures === null || day.figures.served === 0 ? t("day.none") : facts(day.figures)}</p>
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
