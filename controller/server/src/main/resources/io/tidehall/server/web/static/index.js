// The start page: what this is, how it is, and where each person and device goes.

import { get, session } from "./api.js";
import { minutes, onLanguage, t, text } from "./i18n.js";
import { html, nothing, render } from "./lit.js";
import { bar, problem } from "./parts.js";

const view = { hall: null, health: null, who: null, error: null };
const ROLES = [
  ["/clerk", "clerk"],
  ["/manager", "manager"],
  ["/report", "report"],
];
const DEVICES = ["kiosk", "printer", "board", "display", "pad", "phone"];

async function refresh() {
  try {
    [view.hall, view.health, view.who] = await Promise.all([get("/api/hall"), health(), session()]);
    view.error = null;
  } catch (e) {
    view.error = e;
  }
  draw();
}

/** A controller that is down says so with 503 and the same content. */
async function health() {
  const answer = await fetch("/health");
  return answer.json();
}

function draw() {
  const { hall } = view;
  render(
    html`${bar({ hall: hall?.name, who: view.who })}
      ${view.error ? html`<div class="strip alarm" role="alert">${problem(view.error)}</div>` : nothing}
      ${(hall?.notices ?? []).map((it) => html`<div class="strip warm">${text(it)}</div>`)}
      <main class="middle start">
        <section class="hero">
          <h1 id="hall-name">${text(hall?.name) || t("app.name")}</h1>
          ${hall
            ? html`<p class="state" id="open">
                <span class="chip ${hall.open ? "well" : "warm"}">${hall.open ? t("start.open") : t("start.closed")}</span>
                ${hall.trial ? t("start.trial") : hall.open ? t("start.hours", { hours: text(hall.hours) }) : text(hall.closedBecause)}
              </p>`
            : nothing}
          <p class="about">${t("start.about")}</p>
        </section>
        <section class="roles" aria-label=${t("start.roles")}>
          ${ROLES.map(
            ([to, name]) => html`<a class="card role" href=${to} id="to-${name}">
              <h2>${t(`page.${name}`)} <span aria-hidden="true">→</span></h2>
              <p>${t(`start.${name}`)}</p>
            </a>`,
          )}
        </section>
        ${view.who ? nothing : html`<p class="sign-in-line">${t("start.accounts")} <a class="button primary" href="/login" id="to-login">${t("login.sign-in")}</a></p>`}
        <div class="two">
          <section class="card">
            <h2>${t("start.devices")}</h2>
            <dl class="what">${DEVICES.map((it) => html`<div><dt>${t(`device.${it}`)}</dt><dd>${t(`device.${it}-is`)}</dd></div>`)}</dl>
          </section>
          ${view.health ? healthCard(view.health) : nothing}
        </div>
      </main>`,
    document.body,
  );
  document.title = text(hall?.name) || t("app.name");
}

function healthCard(health) {
  const parts = ["broker", "journal", "storage", "clock"].map((it) => [it, health[it]]);
  return html`<section class="card" id="health" data-status=${health.status}>
    <h2>${t("start.health")}</h2>
    <ul class="parts">
      ${parts.map(
        ([name, part]) => html`<li data-part=${name}>
          <span class="chip ${part?.ok ? "well" : "alarm"}">${part?.ok ? `✓ ${t("start.ok")}` : `✕ ${t("start.trouble")}`}</span>
          <span class="grow"><b>${t(`part.${name}`)}</b>${part?.ok ? nothing : html`<span class="small"> ${part?.detail}</span>`}</span>
        </li>`,
      )}
      <li>
        <span class="chip ${health.devicesOnline > 0 ? "well" : "none"}">${t("start.online", { n: health.devicesOnline, all: health.devices.length })}</span>
        <b>${t("manager.devices")}</b>
      </li>
    </ul>
    <p class="quiet small">${t("start.up", { version: health.version, time: minutes(health.uptimeSeconds) })} · <a href="/health">/health</a> · <a href="/openapi.yaml">OpenAPI</a></p>
  </section>`;
}

onLanguage(draw);
draw();
refresh();
setInterval(refresh, 5000);
