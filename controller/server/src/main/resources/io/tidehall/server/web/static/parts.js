// What several pages show: the bar, the strips below it, dialogs, and words for errors.

import { signOut } from "./api.js";
import { current, other, setLanguage, t, text, timeOfDay } from "./i18n.js";
import { html, nothing } from "./lit.js";

export { opened, problem, unseen } from "./words.js";

/** Fetched when it is asked for: phones have this bar too, and no account. */
const openAccount = async (who) => (await import("./account.js")).openAccount(who);

/** The bar at the head: the hall's name, `middle`, and at the end the language and who is here. */
export function bar({ hall, middle = nothing, who = null, end = nothing, home = "/" }) {
  return html`<header class="bar">
    <a class="home" href=${home}><img class="mark" src="/static/mark.svg" alt="" /><span>${text(hall) || t("app.name")}</span></a>
    ${middle}
    <div class="end">
      ${end}
      ${who ? html`<button class="button" id="who" title=${t("account.title")} aria-haspopup="dialog" @click=${() => openAccount(who)}>${who.name}</button>` : nothing}
      <button class="button" id="language" lang=${other()} @click=${(e) => (e.currentTarget.blur(), setLanguage(other()))}>
        ${current() === "en" ? "中文" : "English"}
      </button>
      ${who ? html`<button class="button" id="sign-out" @click=${signOut}>${t("session.sign-out")}</button>` : nothing}
    </div>
  </header>`;
}

/** Links to the pages of somebody's roles; to bookings where the hall takes any. */
export function pages(who, here, hall) {
  const links = [
    ["/clerk", "page.clerk", ["clerk"]],
    ["/manager", "page.manager", ["manager", "admin"]],
    ["/what-if", "page.what-if", ["manager", "admin"]],
    ...(hall?.bookings ? [["/bookings", "page.bookings", ["clerk", "manager"]]] : []),
    ["/devices", "page.devices", ["manager", "admin"]],
    ["/report", "page.report", ["manager", "admin"]],
  ].filter(([, , roles]) => roles.some((it) => who?.roles.includes(it)));
  if (links.length < 2) {
    return nothing;
  }
  return html`<nav aria-label=${t("page.nav")}>
    ${links.map(([to, key]) => html`<a href=${to} aria-current=${to === here ? "page" : nothing}>${t(key)}</a>`)}
  </nav>`;
}

/** Connection, opening hours and notices: the strips below the bar. */
export function strips(feed) {
  const hall = feed.console?.hall;
  return html`
    <div aria-live="polite">
      ${feed.connected
        ? nothing
        : html`<div class="strip alarm" id="connection">
            ${feed.console
              ? t("connection.lost", { seconds: Math.round(feed.silence()), time: timeOfDay(feed.console.at, hall.zone) })
              : t("connection.none")}
          </div>`}
    </div>
    ${hall && !hall.open ? html`<div class="strip warm" id="hall-closed">${text(hall.closedBecause)}</div>` : nothing}
    ${(hall?.notices ?? []).map((it) => html`<div class="strip warm">${text(it)}</div>`)}
  `;
}

export const stageClass = { IDLE: "well", CALLED: "warm", SERVING: "tide", PAUSED: "alarm", NOT_OPEN: "none" };

/** What a window is doing, as a chip. */
export const stage = (word) => html`<span class="chip ${stageClass[word]}" data-stage=${word}>${t(`stage.${word}`)}</span>`;

/** A name that the catalogue may give at great length. */
export const itemNames = (items) => items.map((it) => text(it)).join(current() === "en" ? "; " : "；");

/** How long one has waited, or when its wait begins: who booked waits from the slot on. */
const rival = ({ number, ageMinutes: n }) => (n < 0 ? t("rival.later", { number, n: -n }) : t("rival.one", { number, n }));

/** The tickets that came next, in words. */
export function runnersUp(ticket) {
  return ticket.runnersUp.length === 0
    ? t("rival.alone")
    : t("rival.next", { tickets: ticket.runnersUp.map(rival).join(t("rival.and")) });
}
