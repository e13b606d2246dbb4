// Changing, opening and closing a window, each with what it will mean.

import { html, nothing } from "./lit.js";
import { t, text } from "./i18n.js";
import { problem } from "./parts.js";

export class Dialogs {
  constructor(office, draw) {
    this.office = office;
    this.draw = draw;
    this.about = null;
  }

  open(name, window) {
    const row = this.office.row(window);
    this.about = { name, window, kind: row.kind, lines: new Set(row.lines) };
    this.office.error = null;
    this.draw();
  }

  close() {
    if (this.about !== null) {
      this.about = null;
      this.office.error = null;
      this.draw();
    }
  }

  render() {
    if (this.about === null) {
      return nothing;
    }
    const { name } = this.about;
    return html`<dialog id="dialog-${name}" aria-labelledby="dialog-title" @close=${() => this.close()}>${name === "change" ? this.change() : this.reason()}</dialog>`;
  }

  frame(title, body, label, submit, enabled = true) {
    const { office } = this;
    return html`<form @submit=${async (e) => {
      e.preventDefault();
      if (await submit(new FormData(e.target))) {
        this.close();
      }
    }}>
      <h2 id="dialog-title">${title}</h2>
      ${body}
      <p class="error" role="alert" id="dialog-error">${problem(office.error)}</p>
      <div class="buttons">
        <button type="button" class="button" id="cancel" @click=${() => this.close()}>${t("act.cancel")}</button>
        <button class="button primary" id="apply" ?disabled=${office.busy || !enabled}>${label}</button>
      </div>
    </form>`;
  }

  change() {
    const { office, about } = this;
    const row = office.row(about.window);
    const toggle = (line, on) => {
      on ? about.lines.add(line) : about.lines.delete(line);
      this.draw();
    };
    const all = office.console.lineNames.map((it) => it.line);
    const loads = new Map(office.console.lines.map((it) => [it.line, it.waiting]));
    const added = [...about.lines].filter((it) => !row.lines.includes(it));
    const removed = row.lines.filter((it) => !about.lines.has(it));
    const same = about.kind === row.kind && added.length === 0 && removed.length === 0;
    const body = html`
      <label class="field">${t("manager.kind")}
        <select id="kind" @change=${(e) => ((about.kind = e.target.value), this.draw())}>
          ${office.choices.kinds.map((it) => html`<option value=${it.word} ?selected=${it.word === about.kind}>${text(it.name)}</option>`)}
        </select>
      </label>
      <fieldset>
        <legend class="legend">${t("manager.scope")}
          <button type="button" class="button slight" id="all-lines" @click=${() => ((about.lines = new Set(all)), this.draw())}>${t("manager.all")}</button>
          <button type="button" class="button slight" id="no-lines" @click=${() => ((about.lines = new Set()), this.draw())}>${t("manager.clear")}</button>
        </legend>
        <div class="scope-list">
          ${office.console.lineNames.map(
            (it) => html`<label>
              <input type="checkbox" name="line" value=${it.line} .checked=${about.lines.has(it.line)} @change=${(e) => toggle(it.line, e.target.checked)} />
              <span class="chip">${it.prefix}</span><span class="grow">${text(it.name)}</span><span class="quiet small">${t("manager.waiting-n", { n: loads.get(it.line) ?? 0 })}</span>
            </label>`,
          )}
        </div>
      </fieldset>
      <div aria-live="polite" class="means" id="means">${same ? t("manager.no-change") : this.means(row, added, removed)}</div>`;
    return this.frame(t("manager.change-title", { window: text(row.name) }), body, t("manager.apply"), () => office.change(about.window, about.kind, all.filter((it) => about.lines.has(it))), !same);
  }

  /** What the change does to those who wait, before it is made. */
  means(row, added, removed) {
    const { office } = this;
    const names = (lines) => lines.map((it) => text(office.line(it)?.name)).join(" · ");
    const waiting = office.console.lines.filter((it) => this.about.lines.has(it.line)).reduce((sum, it) => sum + it.waiting, 0);
    const others = office.console.windows.filter((it) => it.window !== row.window && it.stage !== "NOT_OPEN");
    const orphans = removed.filter((line) => !others.some((it) => it.lines.includes(line)));
    return html`
      ${added.length > 0 ? html`<p>＋ ${names(added)}</p>` : nothing}
      ${removed.length > 0 ? html`<p>－ ${names(removed)}</p>` : nothing}
      <p>${t("manager.would-serve", { n: waiting })}</p>
      ${orphans.length > 0 ? html`<p class="strip warm round">${t("warn.would-unserve", { lines: names(orphans) })}</p>` : nothing}
      ${this.about.lines.size === 0 ? html`<p class="strip warm round">${t("warn.empty-scope")}</p>` : nothing}`;
  }

  reason() {
    const { office, about } = this;
    const row = office.row(about.window);
    const closing = about.name === "close";
    const note = !closing ? t("manager.open-note") : row.ticket ? t("manager.close-busy") : row.clerk ? t("manager.close-staffed", { name: row.clerkName }) : t("manager.close-note");
    const suggestions = closing ? ["calm", "absent", "end"] : ["peak", "season", "cover"];
    const body = html`<p>${note}</p>
      <label class="field">${t("manager.reason")}
        <input name="reason" id="reason" maxlength="100" required autocomplete="off" list="reasons" autofocus />
        <datalist id="reasons">${suggestions.map((it) => html`<option value=${t(`why.${it}`)}></option>`)}</datalist>
      </label>
      <div class="row">${suggestions.map((it) => html`<button type="button" class="button slight" @click=${() => (document.querySelector("#reason").value = t(`why.${it}`))}>${t(`why.${it}`)}</button>`)}</div>`;
    const title = t(closing ? "manager.close-window" : "manager.open-window", { window: about.window });
    return this.frame(title, body, t(closing ? "manager.close" : "manager.open"), (data) =>
      closing ? office.closeWindow(about.window, data.get("reason")) : office.openWindow(about.window, data.get("reason")),
    );
  }
}
