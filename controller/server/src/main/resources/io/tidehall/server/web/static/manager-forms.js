// What the manager's dialogs ask: a window's setup, its calling, a reason, the routing policy.

import { html, nothing } from "./lit.js";
import { range, t, text } from "./i18n.js";

const redraw = (dialogs, set) => (event) => {
  set(event);
  dialogs.draw();
};

/** Everything that may be done with a window: the way by keyboard and touch. */
export function menu(dialogs) {
  const { office, about } = dialogs;
  const row = office.row(about.window);
  const to = (name) => () => dialogs.open(name, about.window);
  const item = (name, label) => html`<button type="button" class="button" data-act=${name} @click=${to(name)}>${label}</button>`;
  const addable = office.console.lineNames.filter((it) => !row.own.includes(it.line));
  return html`<form method="dialog">
    <h2 id="dialog-title">${dialogs.name} <span class="quiet small">${text(row.kindName)}</span></h2>
    <div class="menu-items">
      ${item("setup", t("menu.setup"))}
      ${item("calling", t("menu.calling"))}
      ${row.stage === "PAUSED" ? item("end-pause", t("menu.end-pause")) : row.clerk ? item("pause", t("menu.pause")) : nothing}
      ${row.clerk ? nothing : item("lend", t("menu.lend"))}
      ${row.inService ? item("close", t("manager.close")) : item("open", t("manager.open"))}
    </div>
    ${addable.length > 0
      ? html`<h3>${t("menu.add")}</h3><div class="menu-lines">${addable.map(
          (it) => html`<button type="button" class="button slight" data-add=${it.line} @click=${() => dialogs.addLine(about.window, it.line)}>＋ <span class="chip">${it.prefix}</span><span class="grow">${text(it.name)}<br /><span class="quiet small">${load(office, it.line)}</span></span></button>`,
        )}</div>`
      : nothing}
    <div class="buttons"><button type="button" class="button" id="cancel" @click=${() => dialogs.close()}>${t("act.close")}</button></div>
  </form>`;
}

function load(office, line) {
  const found = office.console.lines.find((it) => it.line === line);
  return `${t("manager.waiting-n", { n: found?.waiting ?? 0 })}${found?.outlook ? ` · ${range(found.outlook, "range.plain")}` : ""}`;
}

/** Which window a line is added to. */
export function pickWindow(dialogs) {
  const { office, about } = dialogs;
  const line = office.line(about.line);
  const windows = office.console.windows.filter((it) => !it.own.includes(about.line));
  return html`<form method="dialog">
    <h2 id="dialog-title">${t("menu.pick", { line: text(line?.name) })}</h2>
    <div class="menu-lines">${windows.map(
      (it) => html`<button type="button" class="button slight" data-pick=${it.window} @click=${() => dialogs.addLine(it.window, about.line)}><b class="no">${it.window}</b><span class="grow">${text(it.kindName)}</span><span class="quiet small">${it.clerk ? it.clerkName : t("manager.nobody")}</span></button>`,
    )}</div>
    <div class="buttons"><button type="button" class="button" id="cancel" @click=${() => dialogs.close()}>${t("act.cancel")}</button></div>
  </form>`;
}

/** Whose clerk moves to a window. */
export function pickClerk(dialogs) {
  const { office, about } = dialogs;
  const staffed = office.console.windows.filter((it) => it.clerk !== "" && it.window !== about.window);
  return html`<form method="dialog">
    <h2 id="dialog-title">${t("menu.lend-title", { window: dialogs.name })}</h2>
    <div class="menu-lines">${staffed.map(
      (it) => html`<button type="button" class="button slight" data-from=${it.window} @click=${() => dialogs.borrow(about.window, it.window)}><b class="no">${it.window}</b><span class="grow">${it.clerkName}</span><span class="quiet small">${t(`stage.${it.stage}`)}</span></button>`,
    )}</div>
    <div class="buttons"><button type="button" class="button" id="cancel" @click=${() => dialogs.close()}>${t("act.cancel")}</button></div>
  </form>`;
}

/** A line that was dragged onto a window or taken off it. */
export function lineForm(dialogs) {
  const { office, about } = dialogs;
  const line = text(office.line(about.line)?.name);
  return {
    title: t(about.adding ? "menu.adding" : "menu.removing", { line, window: dialogs.name }),
    body: about.lines.size === 0 ? html`<p class="strip warm round">${t("warn.empty-scope")}</p>` : nothing,
  };
}

export function setupForm(dialogs) {
  const { office, about } = dialogs;
  const all = office.console.lineNames;
  const known = [...new Set(all.map((it) => it.field))];
  const toggle = (set, word) => redraw(dialogs, (e) => (e.target.checked ? set.add(word) : set.delete(word)));
  const waiting = new Map(office.console.lines.map((it) => [it.line, it.waiting]));
  return {
    title: t("manager.change-title", { window: dialogs.name }),
    body: html`<div class="pair">
        <label class="field">${t("manager.kind")}
          <select id="kind" @change=${redraw(dialogs, (e) => (about.kind = e.target.value))}>
            ${office.choices.kinds.map((it) => html`<option value=${it.word} ?selected=${it.word === about.kind}>${text(it.name)}</option>`)}
          </select>
        </label>
        <label class="field">${t("manager.home")}
          <select id="home" @change=${redraw(dialogs, (e) => (about.home = e.target.value))}>
            <option value="" ?selected=${about.home === ""}>${t("manager.home-none")}</option>
            ${known.map((it) => html`<option value=${it} ?selected=${it === about.home}>${it}</option>`)}
          </select>
        </label>
      </div>
      <fieldset>
        <legend class="legend">${t("manager.scope")}
          <button type="button" class="button slight" id="all-lines" @click=${redraw(dialogs, () => (about.lines = new Set(all.map((it) => it.line))))}>${t("manager.all")}</button>
          <button type="button" class="button slight" id="no-lines" @click=${redraw(dialogs, () => (about.lines = new Set()))}>${t("manager.clear")}</button>
        </legend>
        <div class="scope-list">${all.map(
          (it) => html`<label>
            <input type="checkbox" name="line" value=${it.line} .checked=${about.lines.has(it.line)} @change=${toggle(about.lines, it.line)} />
            <span class="chip">${it.prefix}</span><span class="grow">${text(it.name)}</span><span class="quiet small">${t("manager.waiting-n", { n: waiting.get(it.line) ?? 0 })}</span>
          </label>`,
        )}</div>
      </fieldset>
      <fieldset>
        <legend class="legend">${t("manager.second")}</legend>
        <div class="scope-list fields">${known.map(
          (it) => html`<label><input type="checkbox" name="second" value=${it} .checked=${about.second.has(it)} @change=${toggle(about.second, it)} /><span class="grow">${it}</span></label>`,
        )}</div>
      </fieldset>
      ${about.lines.size + about.second.size === 0 ? html`<p class="strip warm round">${t("warn.empty-scope")}</p>` : nothing}`,
  };
}

export function callingForm(dialogs) {
  const { about } = dialogs;
  return {
    title: t("menu.calling-title", { window: dialogs.name }),
    body: html`<p class="quiet">${t("menu.calling-note")}</p>
      <div class="row">
        <label class="choice"><input type="radio" name="calling" value="hand" .checked=${about.autoSeconds === null} @change=${redraw(dialogs, () => (about.autoSeconds = null))} /> ${t("menu.by-hand")}</label>
        <label class="choice"><input type="radio" name="calling" value="auto" .checked=${about.autoSeconds !== null} @change=${redraw(dialogs, () => (about.autoSeconds = 15))} /> ${t("menu.by-itself")}</label>
        ${about.autoSeconds === null ? nothing : html`<label class="choice">${t("menu.seconds")} <input type="number" id="auto-seconds" min="1" max="600" step="1" required .value=${String(about.autoSeconds)} @input=${redraw(dialogs, (e) => (about.autoSeconds = e.target.valueAsNumber || 0))} /></label>`}
      </div>`,
  };
}

export function policyForm(dialogs) {
  const { office, about } = dialogs;
  const choices = office.choices.policySettings;
  const chosen = choices.find((it) => it.name === about.policy.name);
  const choose = (name) => redraw(dialogs, () => (about.policy = { name, parameters: {} }));
  const set = (setting) =>
    redraw(dialogs, (e) => {
      const parameters = { ...about.policy.parameters };
      Number.isNaN(e.target.valueAsNumber) || e.target.valueAsNumber === setting.usual ? delete parameters[setting.name] : (parameters[setting.name] = e.target.valueAsNumber);
      about.policy = { name: about.policy.name, parameters };
    });
  return {
    title: t("manager.policy"),
    body: html`<fieldset class="policies"><legend class="only-read">${t("manager.policy")}</legend>
        ${choices.map(
          (it) => html`<label><input type="radio" name="policy" value=${it.name} .checked=${it.name === about.policy.name} @change=${choose(it.name)} />
            <span class="grow"><b>${t(`policy.${it.name}`)}</b><small class="quiet">${t(`policy.note-${it.name}`)}</small></span></label>`,
        )}
      </fieldset>
      ${chosen?.settings.length > 0
        ? html`<div class="row settings">${chosen.settings.map(
            (it) => html`<label class="field">${t(`setting.${it.name}`)}
              <input type="number" name="setting-${it.name}" min=${it.least} max=${it.most} step=${it.whole ? 1 : "any"} .value=${String(about.policy.parameters[it.name] ?? it.usual)} @input=${set(it)} />
              <span class="small">${t(`setting.note-${["green", "booked", "normal"].includes(it.name) ? `${chosen.name}-` : ""}${it.name}`)}</span>
              <span class="small quiet">${t("setting.usual", { usual: it.usual, least: it.least, most: it.most })}</span></label>`,
          )}</div>`
        : nothing}`,
  };
}

const REASONS = { borrow: ["peak", "absent", "cover"], open: ["peak", "season", "cover"], close: ["calm", "absent", "end"], pause: ["absent", "break", "material"] };

/** Opening, closing, pausing and resuming: with a reason, which is recorded. */
export function reasonForm(dialogs) {
  const { office, about } = dialogs;
  const row = office.row(about.window);
  const note = { open: "manager.open-note", borrow: office.row(about.from ?? about.window).ticket ? "manager.borrow-busy" : "manager.borrow-note", pause: row.ticket ? "manager.pause-busy" : "manager.pause-note", "end-pause": "manager.resume-note", close: row.ticket ? "manager.close-busy" : row.clerk ? "manager.close-staffed" : "manager.close-note" }[about.name];
  const suggestions = REASONS[about.name] ?? [];
  return {
    title: t(`manager.${about.name}-window`, { window: about.window }),
    label: t(`manager.${about.name}`),
    body: html`<p>${t(note, { name: office.row(about.from ?? about.window).clerkName, from: about.from })}</p>
      ${suggestions.length > 0
        ? html`<label class="field">${t("manager.reason")}
              <input name="reason" id="reason" maxlength="100" required autocomplete="off" autofocus />
            </label>
            <div class="row">${suggestions.map((it) => html`<button type="button" class="button slight" @click=${() => (document.querySelector("#reason").value = t(`why.${it}`))}>${t(`why.${it}`)}</button>`)}</div>`
        : nothing}`,
  };
}
