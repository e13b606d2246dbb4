// The manager's page: the hall as it is now, and its windows in the manager's hands.

import { act, get, session, toLogin } from "./api.js";
import { Feed } from "./live.js";
import { html, nothing, render } from "./lit.js";
import { onLanguage, t } from "./i18n.js";
import { Dialogs } from "./manager-dialogs.js";
import { devicesCard, figures, linesCard, warnings, windowsCard } from "./manager-hall.js";
import { proposals } from "./manager-tides.js";
import { bar, opened, pages, problem, strips } from "./parts.js";

/** The manager's view of the hall, and the acts on windows. */
class Office {
  constructor(feed, who, choices) {
    this.feed = feed;
    this.who = who;
    this.choices = choices;
    this.devices = null;
    this.report = null;
    this.error = null;
    this.busy = null;
    this.last = null;
    this.undoing = false;
  }

  get console() {
    return this.feed.console;
  }

  line(id) {
    return this.console.lineNames.find((it) => it.line === id);
  }

  row(window) {
    return this.console.windows.find((it) => it.window === window);
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

  /** Another kind and scope; remembers the former for undo. */
  async change(window, kind, lines) {
    const before = this.row(window);
    const former = { kind: before.kind, lines: [...before.lines] };
    const done = await this.post(path(window, "change"), { kind, lines });
    if (done) {
      this.last = { window, what: "change", former };
      draw();
    }
    return done;
  }

  async openWindow(window, reason) {
    return this.remember(window, "open", await this.post(path(window, "open"), { reason }));
  }

  async closeWindow(window, reason) {
    return this.remember(window, "close", await this.post(path(window, "close"), { reason }));
  }

  approve(proposal) {
    return this.post(`/api/proposals/${encodeURIComponent(proposal)}/approve`);
  }

  refuse(proposal, reason) {
    return this.post(`/api/proposals/${encodeURIComponent(proposal)}/refuse`, { reason });
  }

  remember(window, what, done) {
    if (done) {
      this.last = { window, what };
      draw();
    }
    return done;
  }

  /** Puts the last change back: by another change, so that the journal keeps both. */
  async undo() {
    const { window, what, former } = this.last;
    const reason = t("manager.undo-reason");
    const done = await {
      change: () => this.post(path(window, "change"), former),
      open: () => this.post(path(window, "close"), { reason }),
      close: () => this.post(path(window, "open"), { reason }),
    }[what]();
    if (done) {
      this.last = null;
      draw();
    }
  }
}

const path = (window, name) => `/api/windows/${encodeURIComponent(window)}/${name}`;

let office;
let dialogs;

async function start() {
  try {
    const who = await session();
    if (who === null) {
      toLogin();
      return;
    }
    const choices = await get("/api/choices");
    office = new Office(new Feed(() => draw()), who, choices);
    dialogs = new Dialogs(office, draw);
    onLanguage(draw);
    setInterval(draw, 1000);
    slowly();
    setInterval(slowly, 5000);
    draw();
  } catch (e) {
    render(html`<main class="middle"><p class="card error">${problem(e)}</p></main>`, document.body);
    setTimeout(start, 3000);
  }
}

/** What is not pushed: devices and the day's report. */
async function slowly() {
  const [devices, report] = await Promise.allSettled([get("/api/devices"), get("/api/report")]);
  office.devices = devices.value ?? office.devices;
  office.report = report.value ?? null;
  draw();
}

function draw() {
  if (!office) {
    return;
  }
  const head = bar({
    hall: office.console?.hall.name,
    middle: pages(office.who, "/manager"),
    who: office.who,
  });
  if (!office.console) {
    render(html`${head}${strips(office.feed)}<main class="empty">${t("page.loading")}</main>`, document.body);
    return;
  }
  render(
    html`${head}${strips(office.feed)}
      <main class="manager">
        ${warnings(office)} ${lastChange()} ${proposals(office)} ${figures(office)}
        <div class="hall">
          ${windowsCard(office, dialogs)}
          <div class="side">${linesCard(office)} ${devicesCard(office)}</div>
        </div>
      </main>
      ${dialogs.render()}`,
    document.body,
  );
  opened(document.querySelector("dialog"));
  document.title = `${t("page.manager")} · ${t("manager.waiting-n", { n: office.console.today.waiting })}`;
}

function lastChange() {
  const { last } = office;
  return html`<div aria-live="polite">
    ${last
      ? html`<div class="strip well round" id="last-change">
          <span class="grow">${t(`manager.did-${last.what}`, { window: last.window })}</span>
          <button class="button slight" id="undo" ?disabled=${office.busy} @click=${() => office.undo()}>↶ ${t("manager.undo")}</button>
          <button class="button slight" aria-label=${t("act.close")} @click=${() => ((office.last = null), draw())}>✕</button>
        </div>`
      : nothing}
    ${office.error && !dialogs.about ? html`<p class="error" role="alert" id="error">${problem(office.error)}</p>` : nothing}
  </div>`;
}

start();
