// What a visitor is told in writing: the checklist of papers, and the notices made out of it.

import { html, nothing } from "./lit.js";
import { t, text } from "./i18n.js";

/** What the controller takes on one notice: points, and characters of each. */
const MOST_POINTS = 40;
const LONGEST = 200;
const EMPTY = { item: "", missing: [], more: "", remark: "", windows: [], others: "" };

/** What a clerk has ticked and written for the present ticket; it outlives a reload of the page. */
export class Findings {
  constructor(desk, catalogue) {
    this.desk = desk;
    this.items = new Map(catalogue.items.map((it) => [it.id, it]));
    this.lines = new Map(catalogue.lines.map((it) => [it.id, it]));
  }

  get key() {
    return `tidehall.findings.${this.desk.ticket?.id ?? ""}`;
  }

  /** {item, missing, more, remark} of the present ticket, and {windows, others} of a joint one. */
  get now() {
    try {
      return { ...EMPTY, ...JSON.parse(sessionStorage.getItem(this.key)) };
    } catch {
      return EMPTY;
    }
  }

  note(changes) {
    sessionStorage.setItem(this.key, JSON.stringify({ ...this.now, ...changes }));
    this.desk.changed();
  }

  /** What the ticket may be about: the items of its line, and those it was taken for elsewhere. */
  get choices() {
    const ofLine = this.itemsOf(this.desk.ticket?.line);
    const ofTicket = (this.desk.ticket?.itemIds ?? []).map((id) => this.items.get(id)).filter(Boolean);
    return [...new Set([...ofLine, ...ofTicket])];
  }

  itemsOf(line) {
    return (this.lines.get(line)?.items ?? []).map((id) => this.items.get(id)).filter(Boolean);
  }

  /** The items that are looked at: the one chosen here, or those of the ticket. */
  get about() {
    const chosen = this.now.item;
    const ids = chosen ? [chosen] : (this.desk.ticket?.itemIds ?? []);
    return ids.map((id) => this.items.get(id)).filter(Boolean);
  }

  get materials() {
    return [...new Set(this.about.flatMap((it) => it.materials))];
  }

  /** All that is missing, as it will stand on the notice. */
  get list() {
    const { missing, more } = this.now;
    return [...this.materials.filter((it) => missing.includes(it)), ...lines(more)];
  }

  /** The end of the service that tells it. */
  finish(outcome, list, reason) {
    return {
      outcome,
      reason: reason || null,
      items: this.now.item ? [this.now.item] : null,
      list,
    };
  }
}

const lines = (many) => many.split("\n").map((it) => it.trim()).filter((it) => it !== "");

/** Why a list does not go onto one notice, or null: nothing that was written is left off in silence. */
function tooMuch(list) {
  const long = list.find((it) => it.length > LONGEST);
  if (list.length > MOST_POINTS) {
    return t("notice.too-many", { n: list.length, most: MOST_POINTS });
  }
  return long ? t("notice.too-long", { start: long.slice(0, 12), n: long.length, most: LONGEST }) : null;
}

const excess = (why) => (why === null ? nothing : html`<p class="error" id="too-much" role="alert">${why}</p>`);

/** The checklist: what is ticked is missing. */
export function materials(desk, back) {
  const findings = desk.findings;
  const { missing, more, remark } = findings.now;
  const list = findings.list;
  const why = tooMuch(list);
  return html`<form class="panel notice" id="materials" aria-label=${t("notice.materials")} @submit=${(e) => tell(e, desk)}>
    <div class="row head"><h2 class="grow">${t("notice.materials")}</h2>${back(desk)}</div>
    ${itemChoice(findings)}
    ${findings.materials.length === 0
      ? html`<p class="quiet small">${findings.about.length === 0 ? t("notice.no-item") : t("notice.no-guide")}</p>`
      : html`<div class="papers" role="group" aria-label=${t("notice.tick")}>
          ${findings.materials.map(
            (it) => html`<label class="paper"><input type="checkbox" name="missing" .checked=${missing.includes(it)} @change=${(e) => tick(findings, it, e.target.checked)} /><span>${it}</span></label>`,
          )}
        </div>`}
    <label class="field">${t("notice.more")}
      <textarea id="more" rows="1" .value=${more} @input=${(e) => findings.note({ more: e.target.value })}></textarea>
    </label>
    ${list.length === 0
      ? nothing
      : html`<label class="field">${t("notice.remark")}
            <input id="remark" maxlength="200" autocomplete="off" .value=${remark} @input=${(e) => findings.note({ remark: e.target.value })} />
          </label>
          <label class="paper"><input type="checkbox" id="complete" required /><span>${t("notice.complete", { n: list.length })}</span></label>`}
    ${excess(why)}
    <div class="buttons">
      ${findings.about.length === 1
        ? html`<button type="button" class="button" id="print-list" ?disabled=${desk.resting} @click=${() => printList(desk, findings.about[0])}>${t("notice.print-list")}</button>`
        : nothing}
      <button class="button primary" id="tell" ?disabled=${desk.resting || list.length === 0 || why !== null}>${t("notice.finish-supplement", { n: list.length })}</button>
    </div>
  </form>`;
}

function itemChoice(findings) {
  const ids = findings.desk.ticket?.itemIds ?? [];
  const { item } = findings.now;
  return html`<label class="field">${t("notice.item")}
    <select id="notice-item" @change=${(e) => findings.note({ item: e.target.value, missing: [] })}>
      <option value="" ?selected=${item === ""}>${ids.length > 0 ? t("notice.items-of-ticket") : t("notice.choose-item")}</option>
      ${findings.choices.map((it) => html`<option value=${it.id} ?selected=${it.id === item}>${text(it.name)}</option>`)}
    </select>
  </label>`;
}

function tick(findings, paper, missing) {
  const others = findings.now.missing.filter((it) => it !== paper);
  findings.note({ missing: missing ? [...others, paper] : others });
}

function tell(event, desk) {
  event.preventDefault();
  const findings = desk.findings;
  desk.press("finish", findings.finish("SUPPLEMENT", findings.list, findings.now.remark));
}

function printList(desk, item) {
  desk.post(`/api/items/${encodeURIComponent(item.id)}/list?window=${encodeURIComponent(desk.row.window)}`);
}

/** The words that a 退回件 or 联办件 needs. */
export function noticeForm(desk, outcome) {
  const joint = outcome.word === "JOINT";
  const { findings } = desk;
  const { windows, others } = findings.now;
  const why = joint ? tooMuch(jointList(findings)) : null;
  return html`<form class="notice" id="notice" @submit=${(e) => send(e, desk, outcome)}>
    ${joint
      ? html`<fieldset>
            <legend class="legend">${t("notice.joint-windows")}</legend>
            <div class="radios">
              ${desk.console.windows
                .filter((it) => it.window !== desk.row.window && it.inService)
                .map((it) => {
                  const name = `${it.name.zh} ${it.kindName.zh}`;
                  return html`<label><input type="checkbox" name="window" value=${name} .checked=${windows.includes(name)} @change=${(e) => takePart(findings, name, e.target.checked)} />${it.window} ${text(it.kindName)}</label>`;
                })}
            </div>
          </fieldset>
          <label class="field">${t("notice.joint-others")}<textarea name="others" rows="2" .value=${others} @input=${(e) => findings.note({ others: e.target.value })}></textarea></label>
          ${excess(why)}`
      : nothing}
    <div class="reason">
      <label class="field grow">${joint ? t("notice.remark") : t("clerk.reason-for", { outcome: text(outcome.name) })}
        <input id="reason" name="reason" maxlength="200" ?required=${outcome.needsReason} autocomplete="off" />
      </label>
      <button class="button primary" id="finish-confirm" ?disabled=${desk.resting || why !== null}>${t("notice.finish")}</button>
    </div>
  </form>`;
}

/** Everybody who handles it jointly. */
const jointList = ({ now }) => [...now.windows, ...lines(now.others)];

function takePart(findings, window, part) {
  const rest = findings.now.windows.filter((it) => it !== window);
  findings.note({ windows: part ? [...rest, window] : rest });
}

function send(event, desk, outcome) {
  event.preventDefault();
  const data = new FormData(event.target);
  const list = outcome.word === "JOINT" ? jointList(desk.findings) : [];
  desk.press("finish", desk.findings.finish(outcome.word, list, data.get("reason")));
}

/** A notice of today in the list, with how its copies came out. */
export function noticeEntry(desk, it) {
  const outcome = desk.choices.outcomes.find((one) => one.word === it.outcome);
  const mark = { printed: "well", printing: "none", doubtful: "alarm", none: "none" }[it.print];
  return html`<li data-notice=${it.number} data-print=${it.print}>
    <span class="no number">${it.ticket}</span>
    <span class="what">
      <span class="name">${text(outcome?.name)} <span class="chip ${mark}">${t(`notice.print-${it.print}`)}</span></span>
      <span class="quiet small">${t("notice.number", { number: it.number })}</span>
      ${it.list.length > 0 ? html`<span class="quiet small item" title=${it.list.join("；")}>${it.list.join("；")}</span>` : nothing}
    </span>
    <button class="button slight" data-act="reprint" ?disabled=${desk.resting} @click=${() => reprint(desk, it)}>${t("notice.reprint")}</button>
  </li>`;
}

function reprint(desk, notice) {
  desk.post(`/api/notices/${encodeURIComponent(notice.number)}/reprint?window=${encodeURIComponent(desk.row.window)}`);
}
