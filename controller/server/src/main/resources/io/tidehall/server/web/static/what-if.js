// What a past day might have been: the question, the job that works it out, and its answer.

import "./fields.js";
import { act, get, send, session, toLogin } from "./api.js";
import { more, onLanguage, t } from "./i18n.js";
import { html, nothing, render } from "./lit.js";
import { bar, pages, problem } from "./parts.js";
import { blank, form, question } from "./what-if-form.js";
import { result } from "./what-if-result.js";
import { skills } from "./what-if-skills.js";

await more("what-if");

const POLL = 250;

const view = { who: null, hall: null, choices: null, overview: null, skills: null, draft: null, job: null, error: null, failed: null, busy: false };

async function load() {
  [view.hall, view.choices, view.overview, view.skills] = await Promise.all([get("/api/hall"), get("/api/choices"), get("/api/what-if"), get("/api/second-skills")]);
  view.failed = null;
  view.job = view.overview.job ?? null;
  view.draft = blank(view.overview, view.job?.question);
  draw();
  if (view.job?.state === "RUNNING") {
    follow(view.job.id);
  }
}

async function ask() {
  if (view.busy) {
    return;
  }
  view.busy = true;
  view.error = null;
  draw();
  try {
    view.job = await act("/api/what-if", question(view.draft));
    follow(view.job.id);
  } catch (e) {
    view.error = e;
  }
  view.busy = false;
  draw();
}

/** Asks how far a job is until it has ended, or another one stands in its place. */
async function follow(id) {
  while (view.job?.id === id && view.job.state === "RUNNING") {
    await new Promise((done) => setTimeout(done, POLL));
    try {
      view.job = await get(`/api/what-if/${id}`);
      view.error = null;
    } catch (e) {
      view.error = e;
      if (e.status === 404) {
        view.job = null;
      }
    }
    draw();
  }
  document.querySelector("#answer")?.scrollIntoView({ block: "nearest" });
}

async function cancel() {
  try {
    view.job = await send("DELETE", `/api/what-if/${view.job.id}`);
  } catch (e) {
    view.error = e;
  }
  draw();
}

function progress() {
  const { job } = view;
  if (job?.state !== "RUNNING") {
    return nothing;
  }
  return html`<section class="card running" id="running">
    <label for="progress">${t("whatif.running", { day: job.question.day })}</label>
    <progress id="progress" max="100" value=${job.percent}></progress>
    <span class="number">${job.percent} %</span>
    <button class="button slight" id="cancel" @click=${cancel}>${t("act.cancel")}</button>
  </section>`;
}

function answer() {
  const { job } = view;
  switch (job?.state) {
    case "DONE":
      return result(view);
    case "CANCELLED":
      return html`<p class="card empty" id="cancelled">${t("whatif.cancelled")}</p>`;
    case "FAILED":
      return html`<p class="card error" role="alert">${problem({ words: job.problem })}</p>`;
    case "RUNNING":
      return nothing;
    default:
      return html`<section class="card hint" id="hint"><h2>${t("whatif.hint")}</h2><ol>${[1, 2, 3].map((it) => html`<li>${t(`whatif.hint-${it}`)}</li>`)}</ol></section>`;
  }
}

function draw() {
  const head = bar({ hall: view.hall?.name, middle: pages(view.who, "/what-if", view.hall), who: view.who });
  document.title = t("whatif.title");
  if (!view.overview) {
    render(html`${head}<main class="empty">${view.failed ? html`<p class="error" role="alert">${problem(view.failed)}</p>` : t("page.loading")}</main>`, document.body);
    return;
  }
  render(
    html`${head}
      <main class="what-if">
        <div class="head"><h1>${t("whatif.title")}</h1><p class="quiet-mist">${t("whatif.about")}</p></div>
        ${view.overview.days.length === 0
          ? html`<section class="card empty" id="no-days"><h2>${t("whatif.none")}</h2><p>${t("whatif.none-more")}</p></section>`
          : html`<div class="desk">
              ${form(view, draw, ask)}
              <div class="out" id="answer">
                ${view.error ? html`<p class="card error" role="alert" id="error">${problem(view.error)}</p>` : nothing}
                <div aria-live="polite">${progress()}</div>
                ${answer()}
              </div>
            </div>`}
        ${skills(view)}
      </main>`,
    document.body,
  );
}

async function start() {
  try {
    view.who = await session();
    if (view.who === null) {
      toLogin();
      return;
    }
    await load();
  } catch (e) {
    view.failed = e;
    draw();
    setTimeout(start, 3000);
  }
}

onLanguage(draw);
start();
