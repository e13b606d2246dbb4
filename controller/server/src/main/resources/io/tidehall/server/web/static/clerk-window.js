// Where a clerk signs in at a window, for herself or standing in for a colleague.

import { html, nothing } from "./lit.js";
import { t, text } from "./i18n.js";
import { problem, stage } from "./parts.js";

export function windowChoice(desk, view) {
  const standIns = desk.choices.standIns;
  const another = desk.mine.length > 0;
  return html`<main class="middle choice">
    <div class="row">
      <div class="grow">
        <h1>${another ? t("window.another") : t("window.which", { name: desk.who.name })}</h1>
        <p class="quiet">${t("window.hint")}</p>
      </div>
      ${another ? html`<button class="button" id="back-to-desk" @click=${() => desk.choose(desk.row.window)}>${t("act.back")}</button>` : nothing}
      ${standIns.length > 0
        ? html`<label class="field">${t("window.for")}
            <select id="stand-in" @change=${(e) => (view.standIn = e.target.value)}>
              <option value="">${t("window.myself")}</option>
              ${standIns.map((it) => html`<option value=${it.word}>${t("window.stand-in", { name: text(it.name) })}</option>`)}
            </select>
          </label>`
        : nothing}
    </div>
    <p class="error" id="error" role="alert">${problem(desk.error)}</p>
    <div class="windows">${desk.console.windows.map((it) => tile(desk, view, it))}</div>
  </main>`;
}

function tile(desk, view, row) {
  const taken = row.clerk !== "" && row.clerk !== desk.who.account;
  const free = row.inService && row.stage === "NOT_OPEN";
  const away = taken && !row.ticket && desk.choices.standIns.some((it) => it.word === row.clerk);
  const lines = row.lines.map((it) => text(desk.line(it)?.name)).join(" · ");
  return html`<button
    class="window-tile"
    data-window=${row.window}
    ?disabled=${(!free && !away) || desk.resting}
    @click=${() => (away ? desk.enter(row.window, "take-over") : desk.enter(row.window, "sign-in", { standingInFor: view.standIn || null }))}
  >
    <span class="no">${row.window}</span>
    <span class="grow">
      <b>${text(row.kindName)}</b>
      <span class="small lines" title=${lines}>${lines}</span>
      <span class="small state">${!row.inService ? t("window.out") : taken ? html`${stage(row.stage)} ${row.clerkName}${away ? ` · ${t("window.take-over", { name: row.clerkName })}` : ""}` : free ? t("window.free", { n: waitingFor(desk, row) }) : stage(row.stage)}</span>
    </span>
  </button>`;
}

function waitingFor(desk, row) {
  return desk.console.lines.filter((it) => row.lines.includes(it.line)).reduce((sum, it) => sum + it.waiting, 0);
}
