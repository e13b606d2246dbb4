// One clerk's desk: what the console document means for her, and what she does. Each act is sent
// once; until the page shows its effect nothing else can be pressed.

import { act } from "./api.js";

/** How long the one big button rests after it has changed its meaning, against a second press. */
const SETTLE = 600;
const REMEMBERED = "tidehall.window";
const MOVED = "tidehall.moved";
/** Acts that bring somebody to the window. */
const CALLING = /^(next$|call\/|resume\/)/;

export class Desk {
  constructor(feed, who, choices, changed) {
    this.feed = feed;
    this.who = who;
    this.choices = choices;
    this.changed = changed;
    this.findings = null;
    this.busy = null;
    this.retrying = false;
    this.error = null;
    this.panel = null;
    this.outcome = null;
    this.choosing = false;
    this.chosen = sessionStorage.getItem(REMEMBERED);
    this.shown = "";
    this.settled = 0;
    // where she was a moment ago, and where she is going of her own will
    this.known = null;
    this.going = null;
    this.moved = movedBefore(who.account);
  }

  get console() {
    return this.feed.console;
  }

  /** The windows at which this clerk is signed in. */
  get mine() {
    return this.console.windows.filter((it) => it.clerk === this.who.account);
  }

  /** The window on the page, or undefined when there is none yet. */
  get row() {
    const mine = this.mine;
    return mine.find((it) => it.window === this.chosen) ?? mine[0];
  }

  get ticket() {
    const id = this.row?.ticket;
    return id ? this.console.tickets.find((it) => it.id === id) : undefined;
  }

  /** What the one big button means now. */
  get step() {
    switch (this.row.stage) {
      case "CALLED":
        return "arrive";
      case "SERVING":
        return "finish";
      case "PAUSED":
        return "end-pause";
      default:
        return this.row.asked ? "asked" : "next";
    }
  }

  get mayTakeAnother() {
    return this.mine.length < this.choices.rules.clerkWindows;
  }

  /** Whether nobody may be called here yet: she has not read that she was moved to this window. */
  get elsewhere() {
    return this.moved !== null && this.moved === this.row?.window;
  }

  /** Whether buttons rest: an act is on its way. */
  get resting() {
    return this.busy !== null;
  }

  get settling() {
    return Date.now() < this.settled;
  }

  /** Notes what is shown; a change of meaning lets the big button rest a moment. */
  look() {
    this.follow();
    const meaning = this.row ? `${this.row.window}/${this.step}/${this.row.ticket}` : "";
    if (meaning !== this.shown) {
      const first = this.shown === "";
      this.shown = meaning;
      this.panel = null;
      this.outcome = null;
      this.error = this.busy ? this.error : null;
      if (!first) {
        this.rest();
      }
    }
  }

  /** Sees whether somebody else has moved her: a window of hers became another that she did not choose. */
  follow() {
    const mine = this.mine.map((it) => it.window);
    const left = (this.known ?? mine).filter((it) => !mine.includes(it));
    const come = mine.filter((it) => it !== this.going && !(this.known ?? mine).includes(it));
    this.known = mine;
    if (left.length > 0 && come.length > 0) {
      this.note(come[0]);
      this.choosing = false;
      if (!mine.includes(this.chosen)) {
        this.chosen = come[0];
        sessionStorage.setItem(REMEMBERED, come[0]);
      }
    } else if (this.moved !== null && !mine.includes(this.moved)) {
      this.note(null);
    }
  }

  /** Keeps, over a reload too, that she is to be told of a window. */
  note(moved) {
    this.moved = moved;
    sessionStorage.setItem(MOVED, JSON.stringify([this.who.account, moved]));
  }

  /** She has read it. */
  confirmMove() {
    this.note(null);
    this.rest();
    this.changed();
  }

  rest() {
    this.settled = Date.now() + SETTLE;
    setTimeout(() => this.changed(), SETTLE + 10);
  }

  choose(window) {
    this.chosen = window;
    this.choosing = false;
    sessionStorage.setItem(REMEMBERED, window);
    this.changed();
  }

  open(panel) {
    this.panel = this.panel === panel ? null : panel;
    this.outcome = null;
    this.error = null;
    this.rest();
    this.changed();
  }

  /** Signs her in at a window by her own choice. */
  async enter(window, how, body) {
    this.going = window;
    const done = await this.post(`/api/windows/${encodeURIComponent(window)}/${how}`, body);
    if (done) {
      this.choose(window);
    }
    this.going = null;
  }

  /** The big button. */
  primary() {
    if (this.resting || this.settling) {
      return;
    }
    switch (this.step) {
      case "asked":
        return;
      case "finish":
        this.open("finish");
        return;
      default:
        this.press(this.step);
    }
  }

  /** An act at the present window. */
  press(name, body) {
    if (this.elsewhere && CALLING.test(name)) {
      return undefined;
    }
    return this.post(`/api/windows/${encodeURIComponent(this.row.window)}/${name}`, body);
  }

  /** Sends an act; gives its answer, or undefined when it was refused: the page then says why. */
  async post(path, body) {
    if (this.busy) {
      return undefined;
    }
    this.busy = path;
    this.error = null;
    this.changed();
    try {
      const done = await act(path, body, () => {
        this.retrying = true;
        this.changed();
      });
      await this.feed.reached(done.seq);
      return done;
    } catch (e) {
      this.error = e;
      return undefined;
    } finally {
      this.busy = null;
      this.retrying = false;
      this.changed();
    }
  }

  /** An act that waits for no other: a call for help. */
  async urgent(path) {
    try {
      const done = await act(path, undefined);
      await this.feed.reached(done.seq);
      return done;
    } catch (e) {
      this.error = e;
      this.changed();
      return undefined;
    }
  }

  line(id) {
    return this.console.lineNames.find((it) => it.line === id);
  }

  /** Tickets that may be called here, those sent to this window or clerk first, then by age. */
  waiting() {
    const row = this.row;
    const sent = (it) => it.sentTo === row.window || it.sentTo === row.clerk;
    const all = this.console.tickets.filter((it) => it.state === "waiting");
    const lanes = new Map();
    for (const it of all) {
      if (sent(it) || (!it.sentTo && row.lines.includes(it.line))) {
        const lane = sent(it) ? "" : it.line;
        lanes.set(lane, [...(lanes.get(lane) ?? []), it]);
      }
    }
    lanes.forEach((lane) => lane.sort((a, b) => a.rank - b.rank));
    const headStart = this.choices.rules.greenHeadStartSeconds * 1000;
    const since = (it) => Date.parse(it.bookedFor ?? it.issuedAt) - (it.green ? headStart : 0);
    return [...(lanes.get("") ?? []), ...merged([...lanes].filter(([lane]) => lane).map(([, it]) => it), since)];
  }

  missed() {
    return this.console.tickets.filter(
      (it) => it.state === "missed" && (this.row.lines.includes(it.line) || it.window === this.row.window),
    );
  }

  held() {
    const anywhere = "PAPERS_WITH_VISITOR";
    const sent = (it) => it.sentTo === this.row.window || it.sentTo === this.row.clerk;
    return this.console.tickets.filter(
      (it) =>
        (it.state === "due" && (sent(it) || (!it.sentTo && this.row.lines.includes(it.line)))) ||
        (it.state === "held" &&
        (it.window === this.row.window || (it.hold === anywhere && this.row.lines.includes(it.line)))),
    );
  }

  /** The notices of today that were made out at this window, the newest first. */
  notices() {
    return this.console.staff.notices.filter((it) => it.window === this.row.window);
  }

  /** Seconds until the present ticket may be called again. */
  gapLeft() {
    const last = this.ticket?.lastCall;
    return last ? Math.max(0, Math.ceil(this.choices.rules.recallGapSeconds - this.feed.since(last))) : 0;
  }
}

/** The window of which this clerk was not told before the page was loaded anew, or null. */
function movedBefore(account) {
  const [whose, moved] = JSON.parse(sessionStorage.getItem(MOVED) ?? "[]");
  return whose === account ? moved : null;
}

/** Merges queues by effective age without breaking the order inside any of them. */
function merged(queues, since) {
  const result = [];
  const rest = queues.map((it) => [...it]);
  for (;;) {
    const open = rest.filter((it) => it.length > 0);
    if (open.length === 0) {
      return result;
    }
    result.push(open.reduce((a, b) => (since(a[0]) <= since(b[0]) ? a : b)).shift());
  }
}
