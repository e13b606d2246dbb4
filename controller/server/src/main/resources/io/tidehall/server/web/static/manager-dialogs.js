// The dialogs in which a manager prepares a change, sees what it would mean, and applies it.

import { html, nothing } from "./lit.js";
import { t, text } from "./i18n.js";
import { callingForm, lineForm, menu, pickClerk, pickWindow, policyForm, reasonForm, setupForm } from "./manager-forms.js";
import { Preview, previewPanel } from "./manager-preview.js";
import { problem } from "./parts.js";

const FORMS = { setup: setupForm, line: lineForm, calling: callingForm, policy: policyForm, reason: reasonForm };

export class Dialogs {
  constructor(office, draw) {
    this.office = office;
    this.draw = draw;
    this.about = null;
    this.origin = null;
    this.preview = new Preview(draw);
  }

  /** Opens a dialog: menu, pick, setup, calling, policy, open, close, pause or end-pause. */
  open(name, window = null, more = {}) {
    const row = window === null ? null : this.office.row(window);
    this.origin = this.about === null ? document.activeElement : this.origin;
    this.about = { name, window, ...this.office.draft(row), ...more };
    this.office.error = null;
    this.preview.clear();
    this.draw();
    document.querySelector("dialog :is([autofocus], input, select, button:enabled)")?.focus();
  }

  addLine(window, line) {
    const row = this.office.row(window);
    if (line && row && !row.own.includes(line)) {
      this.open("line", window, { line, adding: true, lines: new Set([...row.own, line]) });
    }
  }

  removeLine(window, line) {
    const row = this.office.row(window);
    this.open("line", window, { line, adding: false, lines: new Set(row.own.filter((it) => it !== line)) });
  }

  /** The clerk of one window moves to another. */
  borrow(window, from) {
    if (window !== from && this.office.row(window).clerk === "" && this.office.row(from).clerk !== "") {
      this.open("borrow", window, { from });
    }
  }

  close() {
    if (this.about !== null) {
      this.about = null;
      this.office.error = null;
      this.preview.clear();
      this.draw();
      this.origin?.focus?.();
    }
  }

  /** The change that is being prepared, or null while it is none. */
  change() {
    const { about, office } = this;
    const row = about.window === null ? null : office.row(about.window);
    switch (about.name) {
      case "setup":
      case "line": {
        const setup = office.setup(about);
        return JSON.stringify(setup) === JSON.stringify(office.setup(office.draft(row))) ? null : { act: "change", window: about.window, setup };
      }
      case "calling":
        return about.autoSeconds === (row.autoSeconds ?? null) ? null : { act: "calling", window: about.window, autoSeconds: about.autoSeconds };
      case "policy":
        return office.samePolicy(about.policy) ? null : { act: "policy", policy: about.policy };
      case "borrow":
        return { act: "borrow", window: about.window, from: about.from };
      case "open":
      case "close":
      case "pause":
      case "end-pause":
        return { act: about.name, window: about.window };
      default:
        return null;
    }
  }

  render() {
    if (this.about === null) {
      return nothing;
    }
    const { name } = this.about;
    const body = name === "menu" ? menu(this) : name === "pick" ? pickWindow(this) : name === "lend" ? pickClerk(this) : this.form();
    return html`<dialog id="dialog-${name}" class=${["menu", "pick", "lend"].includes(name) ? "" : "wide"} aria-labelledby="dialog-title" @close=${() => this.close()} @click=${(e) => e.target.tagName === "DIALOG" && this.close()}>${body}</dialog>`;
  }

  form() {
    const { office, preview } = this;
    const change = this.change();
    preview.of(change, office.console.seq);
    const { title, body, label } = (FORMS[this.about.name] ?? FORMS.reason)(this);
    return html`<form @submit=${(e) => this.submit(e, change)}>
      <h2 id="dialog-title">${title}</h2>
      ${body}
      ${previewPanel(office, preview)}
      <p class="error" role="alert" id="dialog-error">${problem(office.error)}</p>
      <div class="buttons">
        <button type="button" class="button" id="cancel" @click=${() => this.close()}>${t("act.cancel")}</button>
        <button class="button primary" id="apply" ?disabled=${office.busy || change === null || preview.effect === null}>${label ?? t("manager.apply")}</button>
      </div>
    </form>`;
  }

  async submit(event, change) {
    event.preventDefault();
    const reason = new FormData(event.target).get("reason");
    if (change && (await this.office.apply(reason === null ? change : { ...change, reason }))) {
      this.close();
    }
  }

  /** Short words for the window that a dialog is about. */
  get name() {
    return text(this.office.row(this.about.window)?.name);
  }
}
