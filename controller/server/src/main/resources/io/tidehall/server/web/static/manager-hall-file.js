// The hall file on the disk: what it would change, and taking it over without a restart.

import { get } from "./api.js";
import { html, nothing } from "./lit.js";
import { current, t, text } from "./i18n.js";
import { previewPanel } from "./manager-preview.js";
import { problem } from "./parts.js";

const CHIP = { SAME: "well", CHANGED: "warm", WRONG: "alarm" };

export class HallFile {
  constructor(office, draw) {
    this.office = office;
    this.draw = draw;
    this.open = false;
    this.look = null;
    this.error = null;
    this.taken = false;
  }

  /** How the file stands, and null while there is none or it is not known. */
  get news() {
    const news = this.office.hallFile;
    return news === null || news.status === "NONE" ? null : news;
  }

  /** What is said above the plan when the file is not what is in use. */
  strip() {
    const { news } = this;
    if (this.taken) {
      return html`<div class="strip well round" id="hall-file-taken" role="status"><span class="grow">${t("file.taken")}</span>
        <button class="button slight" aria-label=${t("act.close")} @click=${() => ((this.taken = false), this.draw())}>✕</button></div>`;
    }
    if (news === null || news.status === "SAME") {
      return nothing;
    }
    const words = news.status === "WRONG" ? t("file.wrong-n", { n: news.problems }) : t("file.changed");
    return html`<div class="strip ${CHIP[news.status]} round" id="hall-file-news" data-status=${news.status}><span class="grow">${words}</span>
      <button class="button slight" id="hall-file-look" aria-haspopup="dialog" @click=${() => this.ask()}>${t("file.look")}</button></div>`;
  }

  card() {
    const { news } = this;
    if (news === null) {
      return nothing;
    }
    return html`<section class="card hall-file" id="hall-file"><h2>${t("file.title")}</h2>
      <p class="row"><span class="grow name" title=${news.file}>${news.file.split("/").at(-1)}</span><span class="chip ${CHIP[news.status]}">${t(`file.chip-${news.status}`)}</span>
        <button class="button" id="hall-file-read" aria-haspopup="dialog" @click=${() => this.ask()}>${t("file.read")}</button></p></section>`;
  }

  async ask() {
    this.origin = this.open ? this.origin : document.activeElement;
    this.open = true;
    this.look = null;
    this.error = null;
    this.taken = false;
    this.office.error = null;
    this.draw();
    try {
      this.look = await get("/api/hall-file");
    } catch (e) {
      this.error = e;
    }
    this.draw();
    document.querySelector("#hall-file-take, #hall-file-cancel")?.focus();
  }

  close() {
    if (this.open) {
      this.open = false;
      this.office.error = null;
      this.draw();
      this.origin?.focus?.();
    }
  }

  async take(event) {
    event.preventDefault();
    const { office, look } = this;
    if (await office.post("/api/hall-file", { version: look.version })) {
      office.choices = await get("/api/choices");
      // What was done before it may have lost its window.
      office.done = [];
      office.note = null;
      this.taken = true;
      this.close();
      this.draw();
    }
  }

  render() {
    if (!this.open) {
      return nothing;
    }
    const { office, look } = this;
    return html`<dialog id="dialog-hall-file" class="wide" aria-labelledby="hall-file-title" @close=${() => this.close()}>
      <form @submit=${(e) => this.take(e)}>
        <h2 id="hall-file-title">${t("file.title")}</h2>
        <div id="hall-file-body" data-status=${look?.status ?? "LOADING"} aria-live="polite">${look === null ? this.waiting() : found(office, look)}</div>
        <p class="error" role="alert" id="hall-file-error">${problem(office.error ?? this.error)}</p>
        <div class="buttons">
          <button type="button" class="button" id="hall-file-cancel" @click=${() => this.close()}>${t(look?.status === "CHANGED" ? "act.cancel" : "act.close")}</button>
          <button type="button" class="button" id="hall-file-again" ?disabled=${office.busy || (look === null && !this.error)} @click=${() => this.ask()}>${t("file.again")}</button>
          ${look?.status === "CHANGED" ? html`<button class="button primary" id="hall-file-take" ?disabled=${office.busy}>${t("file.take")}</button>` : nothing}
        </div>
      </form>
    </dialog>`;
  }

  waiting() {
    return this.error ? nothing : html`<p class="quiet" role="status">${t("page.loading")}</p><div class="working" aria-hidden="true"></div>`;
  }
}

function found(office, look) {
  switch (look.status) {
    case "WRONG":
      return html`<p class="strip alarm round">${t("file.kept", { n: look.problems.length })}</p>${problems(look.problems)}`;
    case "REFUSED":
      return html`<p class="strip alarm round">${text(look.refusal)}</p><p class="small" lang="en" id="hall-file-detail">${look.detail}</p>${changes(look)}`;
    case "CHANGED":
      return html`${changes(look)} ${previewPanel(office, { effect: look.effect, error: null, change: look })}`;
    default:
      return html`<p>${t(look.status === "SAME" ? "file.same" : "file.none")}</p>`;
  }
}

function changes(look) {
  return html`<h3>${t("file.changes")}</h3>
    <ul class="changes" id="hall-file-changes">${look.changes.map((it) => html`<li>${text(it)}</li>`)}</ul>
    ${look.warnings.map((it) => html`<p class="strip warm round">${text(it)}</p>`)}`;
}

function problems(all) {
  return html`<div class="problems"><table id="hall-file-problems"><thead><tr>
      <th class="n">${t("file.line")}</th><th>${t("file.key")}</th><th>${t("file.expected")}</th><th>${t("file.came")}</th></tr></thead>
    <tbody>${all.map(row)}</tbody></table></div>`;
}

function row(it) {
  const { expected, came, hint } = current() === "en" ? it : it.zh;
  return html`<tr><td class="n">${it.line}</td><td><code>${it.key || "–"}</code></td><td>${expected}</td><td>${came}${hint ? html`<br /><span class="quiet small">${hint}</span>` : nothing}</td></tr>`;
}
