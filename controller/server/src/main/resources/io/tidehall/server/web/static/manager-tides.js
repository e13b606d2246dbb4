// What the rules of the tidal windows ask the manager for.

import { html, nothing, repeat } from "./lit.js";
import { t, text, timeOfDay } from "./i18n.js";

/** One card for each proposal that waits for an answer; nothing when none does. */
export function proposals(office) {
  const waiting = office.console.tides.filter((it) => it.proposal);
  return waiting.length > 0
    ? html`<section class="proposals" id="proposals" aria-label=${t("tide.proposals")} aria-live="polite">
        ${repeat(waiting, (it) => it.proposal.id, (it) => card(office, it))}
      </section>`
    : nothing;
}

function card(office, tide) {
  const { proposal } = tide;
  const zone = office.console.hall.zone;
  const refused = (event) => {
    event.preventDefault();
    office.refuse(proposal.id, new FormData(event.target).get("reason"));
  };
  return html`<article class="card proposal" data-proposal=${proposal.id}>
    <div class="grow">
      <b>${text(proposal.text)}</b>
      <p class="quiet small">${text(proposal.reason)} · ${t("tide.until", { time: timeOfDay(proposal.until, zone) })}${proposal.before != null && !proposal.simulated ? ` · ${t("tide.formula")}` : ""}</p>
    </div>
    <form class="refusal" @submit=${refused}>
      <input name="reason" required maxlength="200" placeholder=${t("tide.why-not")} aria-label=${t("tide.why-not")} />
      <button class="button slight" ?disabled=${office.busy}>${t("tide.refuse")}</button>
    </form>
    <button class="button primary" data-approve=${proposal.id} ?disabled=${office.busy} @click=${() => office.approve(proposal.id)}>${t("tide.approve")}</button>
  </article>`;
}
