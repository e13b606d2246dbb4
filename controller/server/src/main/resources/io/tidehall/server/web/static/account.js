// My account: whoever is signed in changes the password or PIN, on every page of the staff.

import "./fields.js";
import { send } from "./api.js";
import { onLanguage, t } from "./i18n.js";
import { html, nothing, render } from "./lit.js";
import { opened, problem } from "./words.js";

const view = { who: null, what: "password", error: null, done: null, busy: false };
let place = null;

/** Whether the dialog is open, and keys belong to it. */
export const accountOpen = () => view.who !== null;

/** Opens the dialog over whatever the page shows. */
export function openAccount(who) {
  if (place === null) {
    place = document.createElement("div");
    document.documentElement.append(place);
    onLanguage(draw);
  }
  Object.assign(view, { who, what: who.byPin ? "pin" : "password", error: null, done: null });
  draw();
  opened(place.querySelector("dialog"));
  place.querySelector("#account-present").focus();
}

function close() {
  view.who = null;
  draw();
}

function choose(what) {
  Object.assign(view, { what, error: null, done: null });
  clear();
  draw();
  place.querySelector("#account-present").focus();
}

const clear = () => place.querySelectorAll("input[type='password']").forEach((it) => (it.value = ""));

async function change(event) {
  event.preventDefault();
  const data = new FormData(event.target);
  view.done = null;
  if (view.busy) {
    return;
  }
  if (data.get("next") !== data.get("again")) {
    view.error = { key: "login.differ" };
    draw();
    place.querySelector("#account-again").focus();
    return;
  }
  Object.assign(view, { busy: true, error: null });
  draw();
  try {
    const who = await send("POST", `/api/session/${view.what}`, { current: data.get("present"), next: data.get("next") });
    Object.assign(view, { who: view.who && who, done: view.what });
    clear();
  } catch (e) {
    view.error = e;
  }
  view.busy = false;
  draw();
  place.querySelector(view.done ? "#account-close" : view.error?.code?.startsWith("WEAK") ? "#account-next" : "#account-present")?.focus();
}

const field = (name, label, pin, auto) => html`<label class="field">${label}
  <input id="account-${name}" name=${name} type="password" autocomplete=${pin ? "off" : auto} inputmode=${pin ? "numeric" : "text"} required />
</label>`;

const whatButton = (what) => html`<button type="button" class="button" id="account-${what}" aria-pressed=${String(view.what === what)} @click=${() => choose(what)}>${t(`login.${what}`)}</button>`;

function content() {
  const pin = view.what === "pin";
  const byPin = pin && view.who.byPin;
  return html`<form id="account-form" @submit=${change}>
    <h2 id="account-title">${t("account.title")}</h2>
    <p class="quiet">${view.who.name}${view.who.name.includes(view.who.account) ? nothing : ` · ${view.who.account}`}</p>
    ${view.who.hasPin ? html`<div class="ways" role="group" aria-label=${t("account.what")}>${whatButton("password")}${whatButton("pin")}</div>` : nothing}
    ${field("present", t(byPin ? "account.present-pin" : "account.present-password"), byPin, "current-password")}
    ${pin && !byPin ? html`<p class="quiet small">${t("account.by-password")}</p>` : nothing}
    ${field("next", t(pin ? "account.next-pin" : "account.next-password"), pin, "new-password")}
    <p class="quiet small" id="account-rule">${t(pin ? "account.rule-pin" : "account.rule-password")}</p>
    ${field("again", t("login.again"), pin, "new-password")}
    <p class="error" id="account-error" role="alert">${view.error?.key ? t(view.error.key) : problem(view.error)}</p>
    ${view.done ? html`<p class="strip well round" id="account-done" role="status">${t(`account.done-${view.done}`)}</p>` : nothing}
    <div class="buttons">
      <button type="button" class="button" id="account-close" @click=${close}>${t("act.close")}</button>
      <button class="button primary" id="account-change" aria-disabled=${String(view.busy)}>${t("account.change")}</button>
    </div>
  </form>`;
}

function draw() {
  render(
    view.who === null ? nothing : html`<dialog id="account-dialog" aria-labelledby="account-title" @close=${close}>${content()}</dialog>`,
    place,
  );
}
