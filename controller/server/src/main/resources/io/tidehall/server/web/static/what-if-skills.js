// Which window should learn what next.

import { t } from "./i18n.js";
import { html } from "./lit.js";
import { list } from "./what-if-form.js";

export function skills({ skills: its, overview }) {
  const missing = its.daysNeeded - its.days;
  return html`<section class="card" id="skills"><h2>${t("whatif.skills")}</h2>
    ${missing > 0
      ? html`<p class="empty" id="skills-missing">${t("whatif.skills-missing", { n: missing, days: its.days, needed: its.daysNeeded })}</p>`
      : its.rows.length === 0
        ? html`<p class="empty">${t("whatif.skills-none", { days: its.days })}</p>`
        : html`<ul class="advice">${its.rows.map(
            (it) => html`<li data-advice=${it.window}><b class="no">${it.window}</b>
              <span class="grow"><b>${t("whatif.skill", { window: it.window, field: it.field })}</b>
                <span class="quiet small">${t("whatif.skill-why", { use: (100 * it.use).toFixed(0), lines: list(it.lines) })}</span></span>
              <span class="gain number">${t("whatif.skill-gain", { minutes: it.savedMinutes.toFixed(0), seconds: it.savedPerTicket.toFixed(0) })}</span></li>`,
          )}</ul>
          <p class="small quiet">${t("whatif.skills-note", { days: its.days, n: overview.days.length })}</p>`}
  </section>`;
}
