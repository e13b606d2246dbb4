// The dialogs of the clerk's page. One is open at a time; what was refused is said in the dialog.

import { endOfDay, leaveAll, left, stillWaiting } from "./clerk-day.js";
import { html, nothing } from "./lit.js";
import { range, t, text, timeOfDay } from "./i18n.js";
import { opened, problem } from "./parts.js";

const PAUSES = ["short", "papers", "meal", "meeting", "fault", "handover"];
const ENDS = [0, 5, 10, 15, 30, 60];

/** What is not about one window, and stays open when the page has another or none. */
const OF_NO_WINDOW = ["endDay", "issue"];

export class Dialogs {
  constructor(desk, day) {
    this.desk = desk;
    this.day = day;
    this.name = null;
    this.window = null;
    this.about = {};
  }

  open(name, about = {}) {
    this.name = name;
    this.window = this.desk.row?.window;
    this.about = { ...about };
    this.desk.error = null;
    this.desk.changed();
    opened(document.querySelector("dialog"));
  }

  close() {
    if (this.name !== null) {
      this.name = null;
      this.desk.error = null;
      this.desk.changed();
    }
  }

  /** Looks whether the dialog's window is still on the page: a colleague may have taken it over. */
  look() {
    if (this.name !== null && !OF_NO_WINDOW.includes(this.name) && this.desk.row?.window !== this.window) {
      this.name = null;
    }
  }

  set(changes) {
    Object.assign(this.about, changes);
    this.desk.changed();
  }

  /** Does the act, and closes the dialog when it was done. */
  async send(sent) {
    const done = await sent;
    if (done) {
      this.close();
    }
    return done;
  }

  render() {
    const content = this.name ? this[this.name]() : nothing;
    return this.name === null
      ? nothing
      : html`<dialog id="dialog-${this.name}" aria-labelledby="dialog-title" @close=${() => this.close()}>${content}</dialog>`;
  }

  frame(title, body, submit, label, submitId, urgent = false) {
    const desk = this.desk;
    return html`<form
      @submit=${(e) => {
        e.preventDefault();
        submit(new FormData(e.target), e.submitter?.value);
      }}
    >
      <h2 id="dialog-title">${title}</h2>
      ${body}
      <p class="error" role="alert">${problem(desk.error)}</p>
      <div class="buttons">
        <button type="button" class="button" id="cancel" @click=${() => this.close()}>${t("act.cancel")}</button>
        ${label ? html`<button class="button primary" id=${submitId} value="main" ?disabled=${desk.resting && !urgent}>${label}</button>` : nothing}
      </div>
    </form>`;
  }

  pause() {
    const body = html`
      <label class="field">${t("pause.why")}
        <input name="reason" id="pause-reason" list="pauses" maxlength="60" required autocomplete="off" .value=${t("pause.short")} />
        <datalist id="pauses">${PAUSES.map((it) => html`<option value=${t(`pause.${it}`)}></option>`)}</datalist>
      </label>
      <div class="row presets">${PAUSES.map((it) => html`<button type="button" class="button slight" @click=${() => (document.querySelector("#pause-reason").value = t(`pause.${it}`))}>${t(`pause.${it}`)}</button>`)}</div>
      <fieldset>
        <legend class="legend">${t("pause.until")}</legend>
        <div class="radios">
          ${ENDS.map((it, i) => html`<label><input type="radio" name="minutes" value=${it} ?checked=${i === 0} />${it === 0 ? t("pause.open") : t("time.minutes", { n: it })}</label>`)}
        </div>
      </fieldset>`;
    return this.frame(t("pause.title"), body, (data) => {
      const length = Number(data.get("minutes"));
      const until = length > 0 ? new Date(this.desk.feed.now() + length * 60000).toISOString() : null;
      this.send(this.desk.press("pause", { reason: data.get("reason"), until }));
    }, t("act.pause"), "pause-confirm");
  }

  endDay() {
    const desk = this.desk;
    return this.frame(t("day.title"), endOfDay(desk, this.day), () => leaveAll(desk), t("day.confirm"), "end-day-confirm");
  }

  /** Leaves the window at once, or after a question while people wait for it. */
  leaving() {
    if (left(this.desk, [this.desk.row]).scope.length > 0) {
      this.open("leave");
    } else {
      this.desk.press("sign-out");
    }
  }

  leave() {
    const desk = this.desk;
    const body = html`${stillWaiting(desk, [desk.row])}<p>${t("leave.sure", { window: text(desk.row.name) })}</p>`;
    return this.frame(t("leave.title"), body, () => this.send(desk.press("sign-out")), t("act.leave"), "leave-confirm");
  }

  emergency() {
    const desk = this.desk;
    const body = html`<p>${t("emergency.sure", { window: text(desk.row.name) })}</p>`;
    return this.frame(t("emergency.title"), body, () => this.help(), t("emergency.confirm"), "emergency-confirm", true);
  }

  /** Calls for help, and waits for no other act. */
  help() {
    const { desk } = this;
    return this.send(desk.urgent(`/api/windows/${encodeURIComponent(desk.row.window)}/emergency`));
  }

  transfer() {
    const desk = this.desk;
    const sender = desk.ticket?.sender;
    const to = this.about.to ?? (sender ? "window" : "line");
    const place = this.about.place ?? "KEEP_TIME";
    const targets = {
      line: desk.console.lineNames.map((it) => [it.line, `${it.prefix} ${text(it.name)}`]),
      window: desk.console.windows.filter((it) => it.window !== desk.row.window).map((it) => [it.window, `${text(it.name)} · ${text(it.kindName)} · ${t(`stage.${it.stage}`)}`]),
      clerk: desk.choices.clerks.filter((it) => it.word !== desk.who.account).map((it) => [it.word, `${text(it.name)} (${it.word})`]),
    };
    const body = html`
      ${sender && sender !== desk.row.window
        ? html`<button type="button" class="button" id="send-back" ?disabled=${desk.resting} @click=${() => this.send(desk.press("transfer", { window: sender, place: "FRONT" }))}>↩ ${t("transfer.back", { window: sender })}</button>`
        : nothing}
      <fieldset>
        <legend class="legend">${t("transfer.to")}</legend>
        <div class="radios">
          ${Object.keys(targets).map((it) => html`<label><input type="radio" name="to" value=${it} .checked=${it === to} @change=${() => this.set({ to: it })} />${t(`transfer.${it}`)}</label>`)}
        </div>
      </fieldset>
      <label class="field">${t(`transfer.which-${to}`)}
        <select name="target" id="transfer-target" size="6" required>${targets[to].map(([value, name]) => html`<option value=${value}>${name}</option>`)}</select>
      </label>
      <fieldset>
        <legend class="legend">${t("transfer.place")}</legend>
        <div class="radios">
          ${["KEEP_TIME", "FRONT", "END", "AT_TIME"].map((it) => html`<label><input type="radio" name="place" value=${it} .checked=${it === place} @change=${() => this.set({ place: it })} />${t(`place.${it}`)}</label>`)}
        </div>
      </fieldset>
      ${place === "AT_TIME" ? html`<label class="field">${t("transfer.at")}<input type="time" name="at" id="transfer-at" required /></label>` : nothing}`;
    return this.frame(t("transfer.title", { number: desk.ticket?.number ?? "" }), body, (data) => {
      const at = data.get("at");
      this.send(desk.press("transfer", { [data.get("to")]: data.get("target"), place: data.get("place"), at: at ? this.today(at) : null }));
    }, t("act.transfer"), "transfer-confirm");
  }

  /** A time of day today, by the hall's clock and zone. */
  today(time) {
    const { feed, console } = this.desk;
    const [hours, minutes] = time.split(":").map(Number);
    const now = timeOfDay(feed.now(), console.hall.zone).split(":").map(Number);
    const ahead = (hours - now[0]) * 60 + minutes - now[1];
    return new Date(Math.floor(feed.now() / 60000) * 60000 + ahead * 60000).toISOString();
  }

  split() {
    const desk = this.desk;
    const { line } = this.about;
    const taken = [desk.ticket?.line, ...(desk.ticket?.further ?? [])];
    const items = desk.findings.itemsOf(line);
    const body = html`
      <p class="quiet small">${t("split.hint")}</p>
      <label class="field">${t("transfer.which-line")}
        <select name="line" id="split-line" size="6" required @change=${(e) => this.set({ line: e.target.value })}>
          ${desk.console.lineNames.filter((it) => !taken.includes(it.line)).map((it) => html`<option value=${it.line}>${it.prefix} ${text(it.name)}</option>`)}
        </select>
      </label>
      <label class="field">${t("split.items")}
        <select name="item" id="split-item"><option value=""></option>${items.map((it) => html`<option value=${it.id}>${text(it.name)}</option>`)}</select>
      </label>
      <fieldset>
        <legend class="legend">${t("transfer.place")}</legend>
        <div class="radios">
          ${["KEEP_TIME", "FRONT", "END"].map((it, i) => html`<label><input type="radio" name="place" value=${it} ?checked=${i === 0} />${t(`place.${it}`)}</label>`)}
        </div>
      </fieldset>`;
    return this.frame(t("split.title", { number: desk.ticket?.number ?? "" }), body, (data) => {
      const item = data.get("item");
      this.send(desk.press("split", { line: data.get("line"), items: item ? [item] : [], place: data.get("place") }));
    }, t("split.confirm"), "split-confirm");
  }

  ticket() {
    const desk = this.desk;
    const { ticket } = this.about;
    const now = desk.console.tickets.find((it) => it.id === ticket.id);
    const waits = now?.state === "waiting" || now?.state === "due";
    const body = html`
      <p>${text(desk.line(ticket.line)?.name)}</p>
      ${waits ? nothing : html`<p class="strip warm round">${t("ticket.gone")}</p>`}
      <label class="field">${t("ticket.reason")}
        <input name="reason" id="ticket-reason" list="reasons" maxlength="100" required autocomplete="off" />
        <datalist id="reasons">${["urgent", "frail", "came-back", "mistake", "left"].map((it) => html`<option value=${t(`reason.${it}`)}></option>`)}</datalist>
      </label>
      <div class="row">
        <button class="button" id="call-chosen" value="call" ?disabled=${desk.resting || !waits || desk.row.stage !== "IDLE" || desk.elsewhere}>${t("act.call-now")}</button>
        <button class="button alarm" id="void" value="void" ?disabled=${desk.resting || !waits}>${t("act.void")}</button>
      </div>
      ${desk.row.stage === "IDLE" ? nothing : html`<p class="quiet small">${t("ticket.not-now")}</p>`}`;
    return this.frame(t("ticket.title", { number: ticket.number }), body, (data, what) => {
      const id = encodeURIComponent(ticket.id);
      const reason = data.get("reason");
      if (what === "call") {
        this.send(desk.press(`call/${id}`, { reason }));
      } else if (what === "void") {
        this.send(desk.post(`/api/tickets/${id}/void`, { reason }));
      }
    });
  }

  issue() {
    const desk = this.desk;
    const issued = desk.console.tickets.find((it) => it.id === this.about.issued);
    if (this.about.issued) {
      const body = html`<div class="issued" aria-live="polite">
        <div class="number" id="issued-number">${issued?.number ?? this.about.issued}</div>
        <p>${text(desk.line(issued?.line)?.name)}</p>
        <p class="quiet">${issued?.rank ? t("issue.ahead", { n: issued.rank - 1, range: range(issued.outlook) }) : nothing}</p>
      </div>`;
      return this.frame(t("issue.done"), body, () => this.close(), t("act.close"), "issue-close");
    }
    const loads = new Map(desk.console.lines.map((it) => [it.line, it]));
    const body = html`
      <label class="field">${t("issue.line")}
        <select name="line" id="issue-line" size="8" required>
          ${desk.console.lineNames.map((it) => {
            const load = loads.get(it.line);
            const note = load?.taking === false ? text(load.because) : t("issue.waiting", { n: load?.waiting ?? 0 });
            return html`<option value=${it.line} ?disabled=${load?.taking === false}>${it.prefix} ${text(it.name)} · ${note}</option>`;
          })}
        </select>
      </label>
      <label class="field">${t("issue.green")}
        <select name="green" id="issue-green"><option value="">${t("issue.no-green")}</option>${desk.choices.greens.map((it) => html`<option value=${it.word}>${text(it.name)}</option>`)}</select>
      </label>`;
    return this.frame(t("issue.title"), body, async (data) => {
      const green = data.get("green");
      const done = await desk.post("/api/tickets", { line: data.get("line"), greenReason: green || null });
      if (done) {
        this.set({ issued: done.ticket });
      }
    }, t("act.issue"), "issue-confirm");
  }
}
