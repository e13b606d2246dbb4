// Signing in, and the offer to replace the first password.

import "./fields.js";
import { get, send, session } from "./api.js";
import { onLanguage, t, text } from "./i18n.js";
import { html, nothing, render } from "./lit.js";
import { bar, problem } from "./parts.js";

const view = { hall: null, who: null, error: null, busy: false, given: "", pins: false, pin: remembered() };

/** Whether the last one here signed in by PIN. */
function remembered() {
  try {
    return localStorage.getItem("tidehall.way") === "pin";
  } catch {
    return false;
  }
}

const way = () => (view.pins && view.pin ? "pin" : "password");

const must = (who) => who?.mustChangePassword || who?.mustChangePin;

function choose(pin) {
  view.pin = pin;
  view.error = null;
  try {
    localStorage.setItem("tidehall.way", pin ? "pin" : "password");
  } catch {
    // a browser that keeps nothing asks again
  }
  draw();
  const field = document.querySelector("#password");
  field.value = "";
  (document.querySelector("#account").value ? field : document.querySelector("#account")).focus();
}

/** Where a role belongs; a page of this controller that was asked for comes first. */
function goal(who) {
  const asked = new URLSearchParams(location.search).get("to");
  if (asked && /^\/[a-z]/.test(asked)) {
    return asked;
  }
  return who.roles.includes("manager") || !who.roles.includes("clerk") ? "/manager" : "/clerk";
}

const go = () => location.assign(goal(view.who));

async function run(work) {
  view.busy = true;
  view.error = null;
  draw();
  try {
    await work();
  } catch (e) {
    view.error = e;
  }
  view.busy = false;
  draw();
}

async function signIn(event) {
  event.preventDefault();
  const data = new FormData(event.target);
  const given = data.get("password");
  await run(async () => {
    view.who = await send("POST", "/api/session", { account: data.get("account").trim(), [way()]: given });
    view.given = given;
    if (!must(view.who)) {
      go();
    }
  });
  (document.querySelector(view.who ? "#next" : "#password") ?? document.body).focus();
}

async function change(event) {
  event.preventDefault();
  const data = new FormData(event.target);
  if (data.get("next") !== data.get("again")) {
    view.error = { key: "login.differ" };
    draw();
    return;
  }
  await run(async () => {
    await send("POST", view.who.mustChangePin ? "/api/session/pin" : "/api/session/password", { current: view.given, next: data.get("next") });
    go();
  });
}

/** Why somebody who was signed in is here again. */
function why() {
  const asked = new URLSearchParams(location.search).get("why");
  return ["idle", "ended"].includes(asked) ? html`<p class="strip warm round" id="why" role="status">${t(`login.${asked}`)}</p>` : nothing;
}

const wayButton = (pin) => html`<button type="button" class="button" id=${pin ? "by-pin" : "by-password"}
  aria-pressed=${String((way() === "pin") === pin)} @click=${() => choose(pin)}>${t(pin ? "login.pin" : "login.password")}</button>`;

const ways = () => (view.pins ? html`<div class="ways" role="group" aria-label=${t("login.way")}>${wayButton(false)}${wayButton(true)}</div>` : nothing);

/** One field for both, so that a password manager and the Tab key find it in the same place. */
const secretField = (pin) => html`<label class="field">${t(pin ? "login.pin" : "login.password")}
    <input id="password" name="password" type="password" autocomplete=${pin ? "off" : "current-password"}
      inputmode=${pin ? "numeric" : "text"} pattern=${pin ? "[0-9]{6,8}" : ".*"} title=${pin ? t("login.digits") : ""} required />
  </label>`;

const signInForm = () => html`<form class="card" id="sign-in-form" @submit=${signIn}>
  <h1>${t("login.title")}</h1>
  ${why()}
  <p class="quiet">${t(view.pins ? "login.hint-pin" : "login.hint")}</p>
  ${ways()}
  <label class="field">${t("login.account")}
    <input id="account" name="account" autocomplete="username" required autofocus autocapitalize="off" spellcheck="false" />
  </label>
  ${secretField(way() === "pin")}
  <p class="error" id="error" role="alert">${view.error?.key ? t(view.error.key) : problem(view.error)}</p>
  <button class="button primary" id="sign-in" ?disabled=${view.busy}>${t("login.sign-in")}</button>
</form>`;

const newField = (id, label, pin) => html`<label class="field">${t(label)}
    <input id=${id} name=${id} type="password" autocomplete=${pin ? "off" : "new-password"} inputmode=${pin ? "numeric" : "text"}
      pattern=${pin ? "[0-9]{6,8}" : ".{8,}"} title=${t(pin ? "login.digits" : "login.next")} required />
  </label>`;

function changeForm() {
  const pin = view.who.mustChangePin;
  return html`<form class="card" id="change-form" @submit=${change}>
  <h1>${t("login.welcome", { name: view.who.name })}</h1>
  <p>${t(pin ? "login.first-pin" : "login.first")}</p>
  ${newField("next", pin ? "login.next-pin" : "login.next", pin)}
  ${newField("again", "login.again", pin)}
  <p class="error" id="error" role="alert">${view.error?.key ? t(view.error.key) : problem(view.error)}</p>
  <button class="button primary" id="change" ?disabled=${view.busy}>${t("login.change")}</button>
  <button type="button" class="button" id="skip" @click=${go}>${t("login.skip")}</button>
</form>`;
}

function draw() {
  render(
    html`${bar({ hall: view.hall })}<main class="login">${must(view.who) ? changeForm() : view.who ? nothing : signInForm()}</main>`,
    document.body,
  );
  document.title = `${t("login.title")} · ${text(view.hall) || t("app.name")}`;
}

async function start() {
  onLanguage(draw);
  draw();
  document.querySelector("#account").focus();
  try {
    const who = await session();
    if (who) {
      location.replace(goal(who));
    }
    view.hall = (await get("/api/hall")).name;
    view.pins = (await get("/api/session/ways")).pin;
    draw();
  } catch {
    // the form works without the hall's name
  }
}

start();
