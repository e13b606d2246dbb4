// Pictures of a replayed day: who waited when, and how long in each line. Each is also a table for
// those who cannot see it, and tells its lines apart by dash and mark as well as by colour.

import { current, t } from "./i18n.js";
import { html, nothing, svg } from "./lit.js";

const WIDTH = 860;
const HEIGHT = 260;
const EDGE = { left: 44, right: 12, top: 12, bottom: 30 };
const KINDS = ["actual", "model", "whatIf"];
const NAMES = { actual: "whatif.actual", model: "whatif.model", whatIf: "whatif.what-if" };

const clock = (minute) => `${Math.floor(minute / 60) % 24}:${String(minute % 60).padStart(2, "0")}`;

/** Round steps for an axis from 0, about four of them. */
function steps(most) {
  const rough = Math.max(most, 1) / 4;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((it) => it * size).find((it) => it >= rough));
  return Array.from({ length: Math.ceil(Math.max(most, 1) / step) + 1 }, (_, i) => i * step);
}

export function waitingChart({ quarters }) {
  const ticks = steps(Math.max(...quarters.flatMap((it) => KINDS.map((kind) => it[kind]))));
  const top = ticks.at(-1);
  const first = quarters[0].minute;
  const span = quarters.length * 15;
  const x = (minute) => EDGE.left + ((minute - first) / span) * (WIDTH - EDGE.left - EDGE.right);
  const y = (value) => HEIGHT - EDGE.bottom - (value / top) * (HEIGHT - EDGE.top - EDGE.bottom);
  const points = (kind) => quarters.map((it) => `${x(it.minute + 7.5).toFixed(1)},${y(it[kind]).toFixed(1)}`).join(" ");
  const hours = quarters.map((it) => it.minute).filter((it) => it % (span > 660 ? 120 : 60) === 0);
  return html`${legend(KINDS)}
    <svg class="chart" id="chart-waiting" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${t("whatif.chart-waiting")}>
      ${ticks.map((it) => svg`<line class="grid" x1=${EDGE.left} x2=${WIDTH - EDGE.right} y1=${y(it)} y2=${y(it)}></line><text class="tick" x=${EDGE.left - 8} y=${y(it) + 4} text-anchor="end">${it}</text>`)}
      ${hours.map((it) => svg`<line class="mark" x1=${x(it)} x2=${x(it)} y1=${HEIGHT - EDGE.bottom} y2=${HEIGHT - EDGE.bottom + 5}></line><text class="tick" x=${x(it)} y=${HEIGHT - 9} text-anchor="middle">${clock(it)}</text>`)}
      <polygon class="area" points="${x(first + 7.5)},${y(0)} ${points("actual")} ${x(quarters.at(-1).minute + 7.5)},${y(0)}"></polygon>
      ${KINDS.map((kind) => svg`<polyline class="curve ${kind}" points=${points(kind)}></polyline>`)}
    </svg>
    <div class="only-read"><table><caption>${t("whatif.chart-waiting")}</caption><thead><tr><th>${t("whatif.time")}</th>${KINDS.map((it) => html`<th>${t(NAMES[it])}</th>`)}</tr></thead>
      <tbody>${quarters.map((it) => html`<tr><td>${clock(it.minute)}</td>${KINDS.map((kind) => html`<td>${it[kind].toFixed(1)}</td>`)}</tr>`)}</tbody></table></div>`;
}

function legend(kinds) {
  return html`<p class="legend small" aria-hidden="true">${kinds.map((it) => html`<span><svg viewBox="0 0 34 12"><line class="curve ${it}" x1="1" x2="33" y1="6" y2="6"></line></svg>${t(NAMES[it])}</span>`)}</p>`;
}

/** Two bars a line: as it was and as it might have been, the model's own value as a tick. */
export function linesChart({ lines, targetMinutes }) {
  const most = Math.max(1, targetMinutes, ...lines.flatMap((it) => KINDS.map((kind) => it[kind])));
  const share = (value) => `${((100 * value) / most).toFixed(1)}%`;
  const bar = (it, kind) => html`<span class="waits ${kind}"><span class="ground"><span class="fill" style="width:${share(it[kind])}"></span>${kind === "whatIf" ? html`<span class="tick-mark" style="left:${share(it.model)}" title="${t("whatif.model")} ${it.model.toFixed(1)}"></span>` : nothing}</span><span class="number">${it[kind].toFixed(1)}</span></span>`;
  return html`<p class="legend small" aria-hidden="true"><span><i class="swatch actual"></i>${t("whatif.actual")}</span><span><i class="swatch whatIf"></i>${t("whatif.what-if")}</span><span><i class="swatch tick-mark"></i>${t("whatif.model")}</span></p>
    <ul class="line-bars" id="chart-lines">${lines.map(
      (it) => html`<li data-line=${it.line}>
        <span class="name" title=${current() === "en" ? it.en : it.zh}>${current() === "en" ? it.en : it.zh}</span><span class="small quiet">${t("whatif.visits", { n: it.visits })}</span>
        <span class="pair" role="img" aria-label="${t("whatif.actual")} ${it.actual.toFixed(1)}, ${t("whatif.what-if")} ${it.whatIf.toFixed(1)}">${bar(it, "actual")}${bar(it, "whatIf")}</span>
      </li>`,
    )}</ul>
    <p class="small quiet">${t("whatif.lines-note", { target: targetMinutes })}</p>`;
}
