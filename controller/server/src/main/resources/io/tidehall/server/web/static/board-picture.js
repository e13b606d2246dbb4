// What the web board shows at an instant, in words and in order. It follows from the hall's
// retained states and the hall's clock alone, by the same rules as the JavaFX board, so that both
// show the same at any moment; a test holds one to the other.

import { turn } from "./board-media.js";
import { pieces, width } from "./board-widths.js";

const EMPHASIS = 10000;
const NEWS = 120000;
const CALLS = 5;
const LINES = 8;
const WINDOWS = 12;
const NOTICE_WIDTH = 100;
const NEXT_WIDTH = { "zh-CN": 9, en: 5 };
const PAGE_SECONDS = 8;
const GUIDE_SECONDS = 16;
const MATERIALS = 6;
const ZH_SECONDS = 13;
const EN_SECONDS = 6;

/** Chinese for thirteen seconds, then English for six, on all screens of a hall at once. */
export const language = (now) => (Math.floor(now / 1000) % (ZH_SECONDS + EN_SECONDS) < ZH_SECONDS ? "zh-CN" : "en");

/**
 * The picture at `now`, milliseconds of the hall's clock.
 *
 * @param states the newest `hall`, `catalogue`, `lines`, `board`, `announcements`, and the `playlist` that can
 *     be shown; some may be missing
 * @param zone only calls to this zone and its windows; empty for all
 * @param t the words of the language
 */
export function picture(states, now, zone, spoken, t) {
  const board = new Picture(states, now, zone, spoken, t);
  const centre = board.centre();
  return {
    language: spoken,
    header: board.header(),
    centre,
    lines: board.lines(),
    windows: board.windows(),
    notice: board.notice(),
    media: board.media(centre),
  };
}

class Picture {
  constructor(states, now, zone, spoken, t) {
    Object.assign(this, { now, zone, spoken, t });
    this.hall = states.hall ?? null;
    this.catalogue = states.catalogue ?? null;
    this.loads = states.lines?.lines ?? [];
    this.board = states.board ?? null;
    this.announcements = states.announcements?.all ?? [];
    this.playlist = states.playlist ?? [];
    this.time = new HallTime(this.hall?.zone, now, spoken);
  }

  of(text) {
    return this.spoken === "en" ? text.en : text.zh;
  }

  header() {
    const { t, hall } = this;
    const clock = hall?.clockWrong ? "" : this.time.clock();
    const date = hall?.clockWrong ? "" : this.time.date(this.now);
    if (!hall) {
      return { hall: t("board.no-name"), trial: "", status: "", open: false, clock, date };
    }
    return {
      hall: this.of(hall.name),
      trial: hall.trial ? t("board.trial") : "",
      status: hall.open ? t("board.hours", { hours: this.of(hall.hours) }) : t("board.closed"),
      open: hall.open,
      clock,
      date,
    };
  }

  centre() {
    const { t, hall, board } = this;
    if (!board || !hall) {
      return { why: "CONNECTING", headline: t("board.connecting"), detail: t("board.connecting-detail"), more: "" };
    }
    const calls = board.calls.filter((it) => this.here(it.zone));
    if (calls.length > 0) {
      return this.calls(calls);
    }
    const more = t("board.hours", { hours: this.of(hall.hours) });
    if (!hall.open) {
      return {
        why: "CLOSED",
        headline: hall.closedBecause ? this.of(hall.closedBecause) : t("board.closed"),
        detail: hall.nextChange ? t("board.opens", { when: this.time.until(hall.nextChange, t) }) : "",
        more,
      };
    }
    return this.guide() ?? { why: "NOBODY_YET", headline: t("board.nobody"), detail: t("board.nobody-detail"), more };
  }

  /** Nothing is shown over calls or over what a visitor must know. */
  media(centre) {
    const told = centre.why && centre.why !== "NOBODY_YET";
    return told ? null : turn(this.playlist, this.now, this.time.clock(), Boolean(centre.rows));
  }

  /** In calm times the board tells in turn what items need, and between two of them what to do. */
  guide() {
    const { t } = this;
    const turn = Math.floor(this.now / 1000 / GUIDE_SECONDS);
    const guided = (this.catalogue?.items ?? []).filter((it) => it.materials.length > 0);
    if (turn % 2 === 0 || guided.length === 0) {
      return null;
    }
    const item = guided[Math.floor(turn / 2) % guided.length];
    const line = this.catalogue.lines.find((it) => it.items.includes(item.id));
    return {
      title: t("board.guide"),
      item: this.of(item.name),
      materialsTitle: t("board.guide-materials"),
      materials: item.materials.slice(0, MATERIALS),
      more: item.materials.length > MATERIALS ? t("board.guide-more", { n: item.materials.length }) : "",
      promise: item.promise ? t("board.guide-promise", { time: item.promise }) : "",
      fee: item.fee ? t("board.guide-fee", { fee: item.fee }) : "",
      line: line ? t("board.guide-line", { prefix: line.prefix, name: this.of(line.name) }) : "",
    };
  }

  /** The newest stays on top; the others take turns, but never while a fresh one would be unseen. */
  calls(calls) {
    const others = calls.slice(1);
    const pages = count(others.length, CALLS - 1);
    const fresh = others.some((it) => this.fresh(it));
    const page = fresh ? 0 : this.turn(pages);
    const shown = fresh ? others.slice(0, CALLS - 1) : pageOf(others, CALLS - 1, page);
    return { title: this.t("board.calls"), page: pageWords(page, pages), rows: [calls[0], ...shown].map((it) => this.call(it)) };
  }

  call(call) {
    const { t } = this;
    const name = this.of(call.windowName);
    const [before, after] = t("board.window", { window: "\n" }).split("\n");
    const where = name === t("board.window", { window: call.window }) || name === call.window ? "" : name;
    return {
      number: call.number,
      window: call.window,
      windowBefore: before.trim(),
      windowAfter: after.trim(),
      where: call.zone ? `${call.zone} ${where}`.trim() : where,
      times: call.times < 2 ? "" : t("board.times", { n: call.times }),
      fresh: this.fresh(call),
    };
  }

  lines() {
    const { t } = this;
    const pages = count(this.loads.length, LINES);
    const page = this.turn(pages);
    return {
      title: t("board.lines"),
      page: pageWords(page, pages),
      columns: [t("board.line"), t("board.waiting"), t("board.outlook"), t("board.next")],
      rows: pageOf(this.loads, LINES, page).map((it) => this.line(it)),
    };
  }

  line(load) {
    const { t } = this;
    const line = this.catalogue?.lines.find((it) => it.id === load.line);
    return {
      prefix: line?.prefix ?? "",
      name: line ? this.of(line.name) : load.line,
      waiting: t("board.people", { n: load.waiting }),
      outlook: this.outlook(load),
      next: this.next(load.next),
      closed: !load.taking,
      worse: load.worse > 0 ? t("board.worse") : "",
    };
  }

  next(numbers) {
    let next = "";
    for (const number of numbers) {
      const more = next === "" ? number : `${next} ${number}`;
      if (next !== "" && width(more) > NEXT_WIDTH[this.spoken]) {
        return next;
      }
      next = more;
    }
    return next;
  }

  outlook(load) {
    const { t } = this;
    if (!load.taking) {
      return load.because ? this.of(load.because) : t("board.line-closed");
    }
    const range = load.outlook;
    if (!range) {
      return load.windows.length === 0 ? t("board.no-window") : t("board.unknown");
    }
    if (range.high === 0) {
      return t("board.at-once");
    }
    const minutes = range.low === range.high ? `${range.low}` : `${range.low}–${range.high}`;
    return t(range.rough ? "board.minutes-rough" : "board.minutes", { minutes });
  }

  windows() {
    const all = (this.board?.windows ?? []).filter((it) => this.here(it.zone));
    const pages = count(all.length, WINDOWS);
    const page = this.turn(pages);
    return {
      title: this.t("board.windows"),
      page: pageWords(page, pages),
      columns: [],
      rows: pageOf(all, WINDOWS, page).map((it) => this.tile(it)),
    };
  }

  tile(window) {
    const { t } = this;
    const tone = toneOf(window);
    return {
      window: window.window,
      name: this.of(window.name),
      state: t(`board.tone-${tone}`),
      tone,
      tag: window.duty ? t("board.duty") : window.tidal ? t("board.tidal") : "",
      number: window.number,
      opensIn: tone === "OPENING" ? this.opensIn(window.opensAt) : "",
    };
  }

  opensIn(at) {
    const minutes = at ? (Date.parse(at) - this.now) / 60000 : 0;
    return minutes <= 0 ? "" : this.t("board.opens-in", { n: Math.ceil(minutes) });
  }

  notice() {
    const news = this.news();
    if (news.length > 0) {
      return news[this.turn(news.length)];
    }
    const all = (this.hall?.notices ?? []).flatMap((it) => pieces(this.of(it), NOTICE_WIDTH));
    return all.length === 0 ? "" : all[this.turn(all.length)];
  }

  /** What was announced in the last two minutes goes before the notices. */
  news() {
    return this.announcements
      .filter((it) => this.here(it.zone) && this.now < Date.parse(it.at) + NEWS)
      .flatMap((it) => pieces(`${this.t("board.announced")} ${it.text}`, NOTICE_WIDTH));
  }

  fresh(call) {
    return this.now < Date.parse(call.at) + EMPHASIS;
  }

  here(zone) {
    return this.zone === "" || !zone || zone === this.zone;
  }

  turn(pages) {
    return Math.floor(this.now / 1000 / PAGE_SECONDS) % pages;
  }
}

/** What a tidal window is about to do is the news of it, but a call is more. */
function toneOf(window) {
  if (window.tide === "OPENING" && window.stage === "NOT_OPEN") {
    return "OPENING";
  }
  if (window.tide === "CLOSING" && window.stage !== "CALLED") {
    return "CLOSING";
  }
  return { NOT_OPEN: "NOT_OPEN", PAUSED: "PAUSED", IDLE: "FREE", CALLED: "CALLING", SERVING: "BUSY" }[window.stage];
}

const count = (size, most) => Math.max(1, Math.ceil(size / most));
const pageWords = (page, pages) => (pages === 1 ? "" : `${page + 1}/${pages}`);

/** One page of a list; pages are filled evenly, so that none is nearly empty. */
function pageOf(all, most, page) {
  const each = Math.ceil(Math.max(1, all.length) / count(all.length, most));
  return all.slice(page * each, page * each + each);
}

/** Times as the hall's people say them: in the hall's zone, 24 hours, no seconds. */
class HallTime {
  constructor(zone, now, spoken) {
    Object.assign(this, { zone: known(zone), now, spoken });
  }

  clock() {
    const { hour, minute } = this.parts(this.now);
    return `${hour}:${minute}`;
  }

  /** Such as 11月5日 星期四 or Thu 5 Nov. */
  date(at) {
    const { month, day, weekday } = this.parts(at);
    return this.spoken === "en" ? `${weekday} ${day} ${month}` : `${month}月${day}日 ${weekday}`;
  }

  /** A local time to come, as near as people say it. */
  until(then, t) {
    const [day, clock] = then.split("T");
    const time = `${Number(clock.slice(0, 2))}:${clock.slice(3, 5)}`;
    if (day === this.day(0)) {
      return t("board.today", { time });
    }
    if (day === this.day(1)) {
      return t("board.tomorrow", { time });
    }
    return t("board.on-day", { time, date: new HallTime("UTC", 0, this.spoken).date(Date.parse(`${day}T00:00:00Z`)) });
  }

  /** A moment as seen from now: only the time on the same day, with the date otherwise. */
  moment(at) {
    const { hour, minute } = this.parts(at);
    const time = `${Number(hour)}:${minute}`;
    return this.date(at) === this.date(this.now) ? time : `${this.date(at)} ${time}`;
  }

  /** The hall's day, so many days from now, as 2026-11-23. */
  day(later) {
    const [year, month, day] = new Intl.DateTimeFormat("en-CA", { timeZone: this.zone }).format(this.now).split("-");
    return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) + later)).toISOString().slice(0, 10);
  }

  parts(at) {
    const english = this.spoken === "en";
    const format = new Intl.DateTimeFormat(english ? "en-US" : "zh-CN", {
      timeZone: this.zone,
      hourCycle: "h23",
      hour: "2-digit",
      minute: "2-digit",
      month: english ? "short" : "numeric",
      day: "numeric",
      weekday: english ? "short" : "long",
    });
    const parts = Object.fromEntries(format.formatToParts(at).map((it) => [it.type, it.value]));
    return { ...parts, month: parts.month.replace("月", ""), minute: parts.minute.padStart(2, "0"), hour: parts.hour.padStart(2, "0") };
  }
}

function known(zone) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone ?? "Asia/Shanghai";
  } catch {
    return "Asia/Shanghai";
  }
}

/** When the hall was last heard, in words. */
export const lastHeard = (zone, now, spoken, at) => new HallTime(zone, now, spoken).moment(at);
