// Free words that a manager lets the voice say and boards show, in the hall or in one zone.

import { html, nothing } from "./lit.js";
import { t } from "./i18n.js";
import { problem } from "./parts.js";

const MOST = 120;

export class Announcing {
  constructor(office, draw) {
    this.office = office;
    this.draw = draw;
    this.open = false;
    this.sent = false;
  }

  button() {
    return html`<button class="card tile policy" id="announce" aria-haspopup="dialog" @click=${() => this.ask()}>
      <span class="quiet small">${t("manager.announce-title")}</span><b>${t("manager.announce")}</b>
      <span class="quiet small" role="status">${this.sent ? `✓ ${t("manager.announce-sent")}` : ""}</span>
    </button>`;
  }

  ask() {
    this.open = true;
    this.sent = false;
    this.office.error = null;
    this.draw();
    document.querySelector("#announce-text")?.focus();
  }

  close() {
    if (this.open) {
      this.open = false;
      this.office.error = null;
      this.draw();
      document.querySelector("#announce")?.focus();
    }
  }

  async send(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const done = await this.office.post("/api/announcements", { text: form.get("text"), zone: form.get("zone") || undefined });
    if (done) {
      this.close();
      this.sent = true;
      this.draw();
    }
  }

  render() {
    if (!this.open) {
      return nothing;
    }
    const zones = [...new Set(this.office.console.windows.map((it) => it.zone).filter((it) => it))];
    return html`<dialog id="dialog-announce" aria-labelledby="announce-title" @close=${() => this.close()}>
      <form @submit=${(e) => this.send(e)}>
        <h2 id="announce-title">${t("manager.announce-title")}</h2>
        <label class="field"><span>${t("manager.announce-text")}</span><textarea id="announce-text" name="text" rows="3" maxlength=${MOST} required></textarea></label>
        ${zones.length === 0
          ? nothing
          : html`<label class="field"><span>${t("manager.announce-zone")}</span>
              <select id="announce-zone" name="zone"><option value="">${t("manager.announce-everywhere")}</option>${zones.map((it) => html`<option>${it}</option>`)}</select></label>`}
        <p class="quiet small">${t("manager.announce-hint")}</p>
        <p class="error" role="alert" id="announce-error">${problem(this.office.error)}</p>
        <div class="buttons">
          <button type="button" class="button" id="announce-cancel" @click=${() => this.close()}>${t("act.cancel")}</button>
          <button class="button primary" id="announce-send" ?disabled=${this.office.busy}>${t("manager.announce-send")}</button>
        </div>
      </form>
    </dialog>`;
  }
}
