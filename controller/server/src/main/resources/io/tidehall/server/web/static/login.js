// Signing in, and the offer to replace the first password.

import { get, send, session } from "./api.js";
import { onLanguage, t, text } from "./i18n.js";
import { html, nothing, render } from "./lit.js";
import { bar, problem } from "./parts.js";

const view = { hall: null, who: null, error: null, busy: false, password: "" };

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
  const password = data.get("password");
  await run(async () => {
    view.who = await send("POST", "/api/session", { account: data.get("account").trim(), password });
    view.password = password;
    if (!view.who.mustChangePassword) {
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
    await send("POST", "/api/session/password", { current: view.password, next: data.get("next") });
    go();
  });
}

/** Why somebody who was signed in is here again. */
function why() {
  const asked = new URLSearchParams(location.search).get("why");
  return ["idle", "ended"].includes(asked) ? html`<p class="strip warm round" id="why" role="status">${t(`login.${asked}`)}</p>` : nothing;
}

const signInForm = () => html`<form class="card" id="sign-in-form" @submit=${signIn}>
  <h1>${t("login.title")}</h1>
  ${why()}
  <p class="quiet">${t("login.hint")}</p>
  <label class="field">${t("login.account")}
    <input id="account" name="account" autocomplete="username" required autofocus autocapitalize="off" spellcheck="false" />
  </label>
  <label class="field">${t("login.password")}
    <input id="password" name="password" type="password" autocomplete="current-password" required />
  </label>
  <p class="error" id="error" role="alert">${view.error?.key ? t(view.error.key) : problem(view.error)}</p>
  <button class="button primary" id="sign-in" ?disabled=${view.busy}>${t("login.sign-in")}</button>
</form>`;

const changeForm = () => html`<form class="card" id="change-form" @submit=${change}>
  <h1>${t("login.welcome", { name: view.who.name })}</h1>
  <p>${t("login.first")}</p>
  <label class="field">${t("login.next")}
    <input id="next" name="next" type="password" autocomplete="new-password" minlength="8" required />
  </label>
  <label class="field">${t("login.again")}
    <input id="again" name="again" type="password" autocomplete="new-password" minlength="8" required />
  </label>
  <p class="error" id="error" role="alert">${view.error?.key ? t(view.error.key) : problem(view.error)}</p>
  <button class="button primary" id="change" ?disabled=${view.busy}>${t("login.change")}</button>
  <button type="button" class="button" id="skip" @click=${go}>${t("login.skip")}</button>
</form>`;

function draw() {
  render(
    html`${bar({ hall: view.hall })}<main class="login">${view.who?.mustChangePassword ? changeForm() : view.who ? nothing : signInForm()}</main>`,
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
    draw();
  } catch {
    // the form works without the hall's name
  }
}

start();
