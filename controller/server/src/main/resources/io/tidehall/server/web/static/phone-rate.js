// Rating a service on the phone: five equal levels, none chosen; a bad one asks why.

import { t, text } from "./i18n.js";
import { html, nothing } from "./lit.js";
import { problem } from "./parts.js";

const BAD = 2;
const LONGEST = 150;
const chosen = { level: 0, reasons: new Set(), words: "" };

// A character beyond the first plane counts as one, as the hall counts.
const length = (words) => [...words].length;

/** The card that asks; `send` sends the rating, `draw` draws the page anew. */
export function rate({ ticket, view, draw, send }) {
  const { rating } = ticket;
  const level = rating.levels.find((it) => it.level === chosen.level);
  const bad = level && level.level <= BAD;
  const words = chosen.words.trim();
  const ready = level && (!bad || chosen.reasons.size > 0 || words !== "") && length(words) <= LONGEST;
  const choose = (next) => {
    chosen.level = next;
    chosen.reasons.clear();
    draw();
  };
  const submit = () =>
    send("rate", { level: chosen.level, reasons: bad ? [...chosen.reasons] : [], text: bad ? words : "" });
  return html`<section class="card rate" data-state="rate">
      <h1>${t("phone.rate")}</h1>
      <p class="quiet"><span class="number">${ticket.number}</span> · ${t("phone.rate-window", { window: rating.window })}</p>
      <div class="levels" role="radiogroup" aria-label=${t("phone.rate")}>
        ${rating.levels.map(
          (it) => html`<button class="button" role="radio" data-level=${it.level} aria-checked=${it.level === chosen.level} @click=${() => choose(it.level)}>${text(it.name)}</button>`,
        )}
      </div>
      ${bad ? why(level, draw) : nothing}
      ${view.failed ? html`<p class="error" id="failed" role="alert">${problem(view.failed)}</p>` : nothing}
      ${level ? html`<button class="button primary" id="submit" ?disabled=${!ready || view.busy} @click=${submit}>${t("phone.rate-send")}</button>` : nothing}
    </section>
    <p class="quiet small foot">${t("phone.rate-until", { day: rating.until })}</p>`;
}

function why(level, draw) {
  const left = LONGEST - length(chosen.words.trim());
  const toggle = (code) => {
    if (!chosen.reasons.delete(code)) {
      chosen.reasons.add(code);
    }
    draw();
  };
  return html`<fieldset class="why" id="why">
    <legend>${t("phone.why")}</legend>
    ${level.labels.map(
      (it) => html`<label><input type="checkbox" value=${it.code} .checked=${chosen.reasons.has(it.code)} @change=${() => toggle(it.code)} /> <span>${text(it.name)}</span></label>`,
    )}
    <label class="field">${t("phone.why-words")}
      <textarea id="words" rows="3" .value=${chosen.words} @input=${(e) => {
        chosen.words = e.target.value;
        draw();
      }}></textarea>
    </label>
    <p class="${left < 0 ? "error" : "quiet small"}" id="left">${t("phone.why-left", { n: left })}</p>
  </fieldset>`;
}
