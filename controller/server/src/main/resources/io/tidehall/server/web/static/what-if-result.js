// The answer: in a sentence, in figures side by side, and in two pictures.

import { current, minutes, t } from "./i18n.js";
import { html, nothing } from "./lit.js";
import { linesChart, waitingChart } from "./what-if-charts.js";
import { dayName } from "./what-if-form.js";

const percent = (share) => `${(100 * share).toFixed(1)} %`;
const plain = (digits) => (value) => value.toFixed(digits);
const TRIFLE = 0.05;

/** What is told of a day, how, and whether less is better. */
const ROWS = [
  ["mean", plain(1), true],
  ["median", plain(1), true],
  ["p90", plain(1), true],
  ["p99", plain(1), true],
  ["aboveTarget", percent, true],
  ["worstLineMean", plain(1), true],
  ["idleWhileWaiting", percent, true],
  ["spreadOfUse", plain(3), true],
  ["windowHours", plain(1), null],
  ["tidalHours", plain(1), null],
  ["unserved", plain(0), true],
];

const lineName = (answer, id) => {
  const line = answer.lines.find((it) => it.line === id);
  return line ? (current() === "en" ? line.en : line.zh) : (id ?? "");
};

export function result(view) {
  const { answer } = view.job;
  return html`<section class="card" id="summary">
      <h2>${dayName(answer.day)}</h2>
      ${headline(answer)} ${fit(answer)} ${table(answer)} ${left(answer)}
    </section>
    <section class="card"><h2>${t("whatif.chart-waiting")}</h2>${waitingChart(answer)}</section>
    <section class="card"><h2>${t("whatif.chart-lines")}</h2>${linesChart(answer)}</section>`;
}

function headline(answer) {
  const { model, whatIf } = answer;
  const change = model.mean > 0 ? (whatIf.mean - model.mean) / model.mean : 0;
  const way = Math.abs(whatIf.mean - model.mean) < TRIFLE ? "same" : change < 0 ? "less" : "more";
  return html`<p class="headline ${way}" id="headline">${t(`whatif.headline-${way}`, {
    from: model.mean.toFixed(1),
    to: whatIf.mean.toFixed(1),
    percent: Math.abs(100 * change).toFixed(0),
    hours: signed(whatIf.windowHours - model.windowHours, plain(1)),
  })}</p>
  <p class="small quiet">${t("whatif.policies", { then: policy(answer.policy), now: policy(answer.whatIfPolicy) })}</p>`;
}

function policy({ name, parameters }) {
  const set = Object.entries(parameters).map(([key, value]) => `${t(`setting.${key}`)} ${value}`);
  return `${t(`policy.${name}`)}${set.length > 0 ? ` (${set.join(", ")})` : ""}`;
}

function fit({ fit: its }) {
  const ground = { GOOD: "well", FAIR: "warm", POOR: "alarm" }[its.grade];
  return html`<div class="strip ${ground} round" id="fit" data-grade=${its.grade}><span>${t(`whatif.fit-${its.grade}`)} ${t("whatif.fit", { error: its.meanError.toFixed(1), bias: signed(its.bias, plain(1)) })}</span></div>`;
}

function signed(value, as) {
  const shown = as(Math.abs(value));
  return Number.parseFloat(shown) === 0 ? shown : `${value < 0 ? "−" : "+"}${shown}`;
}

function table(answer) {
  const { actual, model, whatIf, targetMinutes } = answer;
  return html`<div class="scroll"><table id="figures"><thead><tr>
      <th></th><th class="n">${t("whatif.actual")}</th><th class="n">${t("whatif.model")}</th><th class="n">${t("whatif.what-if")}</th><th class="n">${t("whatif.difference")}</th>
    </tr></thead><tbody>
      ${ROWS.map(([key, as, less]) => {
        const difference = whatIf[key] - model[key];
        const none = Number.parseFloat(as(Math.abs(difference))) === 0;
        const way = none || less === null ? "" : difference < 0 === less ? "better" : "worse";
        return html`<tr data-figure=${key}>
          <td>${t(`whatif.row-${key}`, { target: minutes(targetMinutes * 60) })}${key === "worstLineMean" && whatIf.worstLine ? html`<br /><span class="small quiet">${lineName(answer, whatIf.worstLine)}</span>` : nothing}</td>
          <td class="n">${as(actual[key])}</td><td class="n">${as(model[key])}</td><td class="n"><b>${as(whatIf[key])}</b></td>
          <td class="n ${way}">${way === "better" ? "✓ " : way === "worse" ? "▲ " : ""}${signed(difference, as)}</td>
        </tr>`;
      })}
    </tbody></table></div>
    <p class="small quiet">${t("whatif.difference-note")}</p>`;
}

/** What the model does not have as it was; only what there was of it. */
function left({ left: its }) {
  const told = ["voided", "atEnd", "again", "stoodBack", "lent", "toOneWindow", "unfinished", "rescoped"].filter((it) => its[it] > 0).map((it) => t(`whatif.left-${it}`, { n: its[it] }));
  if (its.policies > 1) {
    told.push(t("whatif.left-policies", { n: its.policies }));
  }
  return html`<details class="left" id="left"><summary>${t("whatif.left", { visits: its.visits })}</summary>
    <ul>${[t("whatif.left-same", { missed: its.noShows, seconds: its.pauseSeconds }), ...told].map((it) => html`<li>${it}</li>`)}</ul></details>`;
}
