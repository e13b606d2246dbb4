// What a change would mean, worked out by the controller before it is made.

import { act } from "./api.js";
import { html, nothing } from "./lit.js";
import { range, t, text, timeOfDay } from "./i18n.js";
import { runs } from "./manager-hall.js";
import { problem } from "./parts.js";

const PAUSE = 150;
const FRESH = 3000;

/** Asks for the preview of a change whenever the change or the hall has changed. */
export class Preview {
  constructor(draw) {
    this.draw = draw;
    this.clear();
  }

  clear() {
    this.change = null;
    this.effect = null;
    this.error = null;
    this.pending = false;
    clearTimeout(this.timer);
  }

  /** The change as it is now; null when there is nothing to look at. */
  of(change, seq) {
    const asked = JSON.stringify(change);
    const same = asked === this.asked && this.change !== null;
    if (change === null) {
      this.clear();
      this.asked = asked;
    } else if (!same) {
      this.asked = asked;
      this.change = change;
      this.effect = null;
      this.error = null;
      this.later(PAUSE, seq);
    } else if (seq !== this.seq && !this.pending) {
      this.later(FRESH, seq);
    }
  }

  later(millis, seq) {
    clearTimeout(this.timer);
    this.pending = true;
    this.timer = setTimeout(() => this.ask(seq), millis);
  }

  async ask(seq) {
    const { asked, change } = this;
    try {
      const effect = await act("/api/preview", change);
      this.took(asked, effect, null);
    } catch (e) {
      this.took(asked, null, e);
    }
    this.seq = seq;
  }

  took(asked, effect, error) {
    if (asked === this.asked && this.change !== null) {
      this.pending = false;
      this.effect = effect;
      this.error = error;
      this.draw();
    }
  }
}

/** The panel of a preview: waits before and after, line by line. */
export function previewPanel(office, preview) {
  const { effect, error, change } = preview;
  if (change === null) {
    return html`<div class="preview" id="preview" data-state="none"><p class="quiet-mist">${t("manager.no-change")}</p></div>`;
  }
  if (error !== null) {
    return html`<div class="preview" id="preview" data-state="refused"><p class="error">${problem(error)}</p></div>`;
  }
  if (effect === null) {
    return html`<div class="preview" id="preview" data-state="pending" role="status" aria-busy="true"><p class="quiet-mist">${t("preview.pending")}</p><div class="working" aria-hidden="true"></div></div>`;
  }
  return html`<div class="preview" id="preview" data-state="ready" aria-live="polite">
    <h3>${t("preview.title")}</h3>
    ${effect.warnings.map((it) => html`<p class="strip ${it.level} round" data-preview-warning=${it.rule}>${text(it.text)}</p>`)}
    ${together(office, effect)}
    ${waits(office, effect)}
    ${next(office, effect)}
    <p class="small quiet-mist" id="preview-basis">${effect.forecast ? t("preview.forecast") : html`<span class="chip">${t("preview.rough")}</span> ${t("preview.formula")}`}</p>
  </div>`;
}

/** What everybody who comes within the hour has of it; nothing where it is not forecast. */
function together(office, effect) {
  if (!effect.together) {
    return nothing;
  }
  const { before, after, until } = effect.together;
  const words = { before, after, time: timeOfDay(until, office.console.hall.zone) };
  return html`<p id="preview-together">${t(before === after ? "preview.together-same" : "preview.together", words)}</p>`;
}

const same = (it) => it.windowsBefore === it.windowsAfter && JSON.stringify(it.before) === JSON.stringify(it.after);

function waits(office, effect) {
  const changed = effect.lines.filter((it) => !same(it));
  const rest = effect.lines.length - changed.length;
  return html`${changed.length > 0
    ? html`<table class="effects"><thead><tr><th>${t("report.line")}</th><th class="n">${t("manager.waiting")}</th><th>${t("preview.now")}</th><th></th><th>${t("preview.then")}</th><th class="n">${t("manager.serving-windows")}</th></tr></thead>
      <tbody>${changed.map((it) => effectRow(office, it))}</tbody></table>`
    : html`<p>${t("preview.same-all")}</p>`}
  ${changed.length > 0 && rest > 0 ? html`<p class="small quiet-mist">${t("preview.same", { n: rest })}</p>` : nothing}`;
}

function effectRow(office, it) {
  const name = office.line(it.line);
  const better = it.after && (!it.before || it.after.high < it.before.high);
  const worse = it.before && (!it.after || it.after.high > it.before.high);
  return html`<tr data-effect=${it.line}>
    <td><span class="chip">${name?.prefix}</span> ${text(name?.name)}</td>
    <td class="n">${it.waiting}</td>
    <td>${waitOf(it.before)}</td>
    <td class="way ${better ? "better" : worse ? "worse" : ""}">${better ? "↓" : worse ? "↑" : "＝"}<span class="only-read">${better ? t("preview.shorter") : worse ? t("preview.longer") : ""}</span></td>
    <td><b>${waitOf(it.after)}</b></td>
    <td class="n">${it.windowsBefore === it.windowsAfter ? it.windowsAfter : `${it.windowsBefore} → ${it.windowsAfter}`}</td>
  </tr>`;
}

const waitOf = (wait) => (wait ? range(wait, "range.plain") : html`<span class="chip alarm">${t("preview.nobody")}</span>`);

function next(office, effect) {
  if (effect.next.length === 0) {
    return nothing;
  }
  // Windows with the same change are told together.
  const order = office.console.windows.map((it) => it.window);
  const alike = new Map();
  for (const it of effect.next) {
    const change = JSON.stringify([it.before || "–", it.after || "–"]);
    alike.set(change, [...(alike.get(change) ?? []), it.window]);
  }
  const words = [...alike].map(([change, windows]) => {
    const [before, after] = JSON.parse(change);
    return t("preview.next-one", { window: runs(windows, order).join(", "), before, after });
  });
  return html`<p class="small" id="preview-next">${t("preview.next")} ${words.join(t("rival.and"))}</p>`;
}
