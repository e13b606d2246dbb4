// The question: a day, a policy, windows, and who opens the tidal ones.

import { current, t, text } from "./i18n.js";
import { html, nothing } from "./lit.js";

const STAFFING = ["AS_IT_WAS", "CLOSED", "ALL_DAY", "SPANS"];
const RULES = ["AS_IT_WAS", "NEVER", "ALL_DAY", "THRESHOLD", "STAFFING"];
const FIGURES = { THRESHOLD: { open: 10, close: 3 }, STAFFING: { safety: 0.9 } };
const MOST_SPANS = 3;

/** A question that asks for nothing else yet, or the last one again. */
export function blank(overview, last) {
  const known = overview.days.some((it) => it.day === last?.day);
  const from = known ? last : null;
  return {
    day: from?.day ?? overview.days[0]?.day,
    policy: from?.policy ?? null,
    extra: from?.extra ?? 0,
    rule: from?.tides.rule ?? "AS_IT_WAS",
    figures: { ...(from?.tides.figures ?? {}) },
    windows: new Map((from?.windows ?? []).map((it) => [it.window, { staffing: it.staffing, spans: it.spans.map((span) => ({ from: span.from.slice(0, 5), to: span.to.slice(0, 5) })), second: it.second ?? null }])),
  };
}

const changed = (it) => it.staffing !== "AS_IT_WAS" || it.second !== null;

/** A draft as the controller takes it. */
export function question(draft) {
  return {
    day: draft.day,
    policy: draft.policy,
    extra: draft.extra,
    tides: { rule: draft.rule, figures: draft.figures },
    windows: [...draft.windows].filter(([, it]) => changed(it)).map(([window, it]) => ({ window, staffing: it.staffing, spans: it.staffing === "SPANS" ? it.spans : [], second: it.second })),
  };
}

export function form(view, draw, ask) {
  const { draft, job } = view;
  const set = (change) => (e) => {
    change(e.target);
    draw();
  };
  const running = job?.state === "RUNNING";
  return html`<form class="card question" id="question" @submit=${(e) => (e.preventDefault(), ask())}>
    <label class="field">${t("whatif.day")}
      <select id="day" @change=${set((it) => (draft.day = it.value))}>
        ${view.overview.days.map((it) => html`<option value=${it.day} ?selected=${it.day === draft.day}>${dayName(it.day)} · ${t("whatif.tickets", { n: it.tickets })}</option>`)}
      </select>
    </label>
    ${policy(view, set)} ${windows(view, set, draw)} ${extra(draft, set)} ${tides(view, set)}
    <button class="button primary" id="run" ?disabled=${view.busy || running}>${t("whatif.run")}</button>
    <button type="button" class="button slight" id="reset" @click=${() => ((view.draft = { ...blank(view.overview), day: draft.day }), draw())}>${t("whatif.reset")}</button>
  </form>`;
}

export const list = (words) => words.join(current() === "en" ? ", " : "、");

export function dayName(day) {
  return new Intl.DateTimeFormat(current(), { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`)) + " " + new Intl.DateTimeFormat(current(), { weekday: "short", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

function policy(view, set) {
  const { draft, choices } = view;
  const chosen = choices.policySettings.find((it) => it.name === draft.policy?.name);
  return html`<label class="field">${t("manager.policy")}
      <select id="policy" @change=${set((it) => (draft.policy = it.value === "" ? null : { name: it.value, parameters: {} }))}>
        <option value="" ?selected=${draft.policy === null}>${t("whatif.as-it-was")}</option>
        ${choices.policySettings.map((it) => html`<option value=${it.name} ?selected=${it.name === draft.policy?.name}>${t(`policy.${it.name}`)}</option>`)}
      </select>
      ${draft.policy ? html`<span class="small quiet">${t(`policy.note-${draft.policy.name}`)}</span>` : nothing}
    </label>
    ${chosen?.settings.length > 0
      ? html`<div class="numbers">${chosen.settings.map(
          (it) => html`<label class="field">${t(`setting.${it.name}`)}
            <input type="number" name="setting-${it.name}" required min=${it.least} max=${it.most} step=${it.whole ? 1 : "any"} .value=${String(draft.policy.parameters[it.name] ?? it.usual)} @change=${set((input) => (draft.policy.parameters[it.name] = Number.isNaN(input.valueAsNumber) ? it.usual : input.valueAsNumber))} /></label>`,
        )}</div>`
      : nothing}`;
}

function windows(view, set, draw) {
  const { draft, overview } = view;
  const count = [...draft.windows.values()].filter(changed).length;
  return html`<details class="windows" ?open=${count > 0}>
    <summary>${t("whatif.windows")} <span class="chip ${count > 0 ? "warm" : "none"}" id="changed">${count > 0 ? t("whatif.windows-changed", { n: count }) : t("whatif.as-it-was")}</span></summary>
    <ul>${overview.windows.map((it) => windowRow(view, it, set, draw))}</ul>
  </details>`;
}

function wish(draft, window) {
  if (!draft.windows.has(window)) {
    draft.windows.set(window, { staffing: "AS_IT_WAS", spans: [], second: null });
  }
  return draft.windows.get(window);
}

function windowRow(view, row, set, draw) {
  const its = view.draft.windows.get(row.window) ?? { staffing: "AS_IT_WAS", spans: [], second: null };
  const staff = set((input) => {
    const wanted = wish(view.draft, row.window);
    wanted.staffing = input.value;
    wanted.spans = wanted.spans.length > 0 ? wanted.spans : [{ from: "09:00", to: "11:30" }];
  });
  return html`<li class=${changed(its) ? "changed" : ""} data-window=${row.window}>
    <b class="no">${row.window}</b>
    <select aria-label=${t("whatif.staffing-of", { window: row.window })} data-staffing @change=${staff}>
      ${STAFFING.map((it) => html`<option value=${it} ?selected=${it === its.staffing}>${t(`whatif.staffing-${it}`)}</option>`)}
    </select>
    ${row.specialised
      ? html`<select aria-label=${t("whatif.second-of", { window: row.window })} data-second @change=${set((input) => (wish(view.draft, row.window).second = { "=": null, "": [] }[input.value] ?? (input.value === "=" ? null : [input.value])))}>
          <option value="=" ?selected=${its.second === null}>${t("whatif.second-same", { fields: list(row.second) || t("whatif.second-nothing") })}</option>
          <option value="" ?selected=${its.second?.length === 0}>${t("whatif.second-none")}</option>
          ${view.overview.fields.filter((it) => it !== row.home).map((it) => html`<option value=${it} ?selected=${its.second?.[0] === it}>${t("whatif.second-field", { field: it })}</option>`)}
        </select>`
      : html`<span class="small quiet kind">${text(view.choices.kinds.find((it) => it.word === row.kind)?.name)}</span>`}
    ${its.staffing === "SPANS" ? spans(its, set, draw) : nothing}
  </li>`;
}

function spans(its, set, draw) {
  return html`<div class="spans">
    ${its.spans.map(
      (span, i) => html`<span class="span">
        <input type="time" required aria-label=${t("whatif.from")} .value=${span.from} @change=${set((input) => (span.from = input.value))} />–<input type="time" required aria-label=${t("whatif.to")} .value=${span.to} @change=${set((input) => (span.to = input.value))} />
        ${its.spans.length > 1 ? html`<button type="button" class="button slight" aria-label=${t("whatif.span-less")} @click=${() => (its.spans.splice(i, 1), draw())}>✕</button>` : nothing}
      </span>`,
    )}
    ${its.spans.length < MOST_SPANS ? html`<button type="button" class="button slight" @click=${() => (its.spans.push({ from: "14:00", to: "17:30" }), draw())}>＋ ${t("whatif.span-more")}</button>` : nothing}
  </div>`;
}

function extra(draft, set) {
  return html`<label class="field">${t("whatif.extra")}
    <input type="number" id="extra" required min="0" max="20" step="1" .value=${String(draft.extra)} @change=${set((input) => (draft.extra = Number.isNaN(input.valueAsNumber) ? 0 : input.valueAsNumber))} />
    <span class="small quiet">${t("whatif.extra-note")}</span>
  </label>`;
}

function tides(view, set) {
  const { draft, overview } = view;
  const tidal = overview.windows.filter((it) => it.kind === "TIDAL").map((it) => it.window);
  if (tidal.length === 0) {
    return html`<p class="small quiet">${t("whatif.no-tidal")}</p>`;
  }
  const choose = set((input) => {
    draft.rule = input.value;
    draft.figures = { ...(FIGURES[input.value] ?? {}) };
  });
  return html`<label class="field">${t("whatif.tides")}
      <select id="tides" @change=${choose}>${RULES.map((it) => html`<option value=${it} ?selected=${it === draft.rule}>${t(`whatif.rule-${it}`)}</option>`)}</select>
      <span class="small quiet">${t("whatif.tidal-windows", { windows: list(tidal) })}</span>
    </label>
    ${Object.keys(draft.figures).length > 0
      ? html`<div class="numbers">${Object.keys(draft.figures).map(
          (it) => html`<label class="field">${t(`whatif.figure-${it}`)}
            <input type="number" name="figure-${it}" required min="0" step="any" .value=${String(draft.figures[it])} @change=${set((input) => (draft.figures[it] = input.valueAsNumber))} /></label>`,
        )}</div>`
      : nothing}`;
}
