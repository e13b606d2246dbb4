// The parts of the manager's page around the plan: alarms, warnings, figures, lines, devices.

import { html, nothing, repeat } from "./lit.js";
import { known, minutes, range, t, text, timeOfDay } from "./i18n.js";
import { dragged, dropped } from "./manager-windows.js";
import { unseen } from "./parts.js";

const ALARMS_SHOWN = 3;

/** What is wrong with a device, in words; of a playlist, with the number of the show. */
function faultWords(fault) {
  const show = /^media-skipped-(\d+)$/.exec(fault);
  return show ? t("fault.media-skipped", { n: show[1] }) : known(`fault.${fault}`, fault);
}

const DEVICE_ALARMS_SHOWN = 4;
const mild = (it) => it.fault === "paper-near-end";

/** What devices tell of themselves that somebody should see to now, the newest first. */
function deviceAlarms(office) {
  const told = (office.devices ?? [])
    .filter((it) => it.online)
    .flatMap((it) => Object.entries(it.troubles).map(([fault, since]) => ({ device: it, fault, since })))
    .sort((a, b) => mild(a) - mild(b) || b.since.localeCompare(a.since));
  const { hall } = office.console;
  const words = (it) => html`${timeOfDay(it.since, hall.zone)} ${it.device.name || it.device.id} · ${faultWords(it.fault)}`;
  return told.length === 0
    ? nothing
    : html`<div class="warnings-row" id="device-alarms" role="status">${told
        .slice(0, DEVICE_ALARMS_SHOWN)
        .map((it) => html`<a class="strip ${mild(it) ? "warm" : "alarm"} round" href="/devices" data-trouble=${`${it.device.id} ${it.fault}`}>${words(it)}</a>`)}${
        told.length > DEVICE_ALARMS_SHOWN ? html`<a class="strip warm round" href="/devices">${t("alarm.more-devices", { n: told.length - DEVICE_ALARMS_SHOWN })}</a>` : nothing
      }</div>`;
}

/** Broken promises, and guard rails: nothing is forbidden, but everything unusual is said. */
export function alerts(office) {
  const { alarms, warnings, hall } = office.console;
  const devices = deviceAlarms(office);
  if (alarms.length + warnings.length === 0 && devices === nothing) {
    return nothing;
  }
  return html`<section class="warnings" id="warnings" aria-label=${t("warn.title")}>
    ${alarms.slice(0, ALARMS_SHOWN).map(
      (it) => html`<div class="strip alarm round" data-alarm=${it.number}><span>${timeOfDay(it.at, hall.zone)} ${t(`alarm.${it.rule}`)} · ${text(it.why)}</span></div>`,
    )}
    ${alarms.length > ALARMS_SHOWN
      ? html`<details class="more-alarms"><summary>${t("alarm.more", { n: alarms.length - ALARMS_SHOWN })}</summary><ul>${alarms.slice(ALARMS_SHOWN).map((it) => html`<li class="small">${timeOfDay(it.at, hall.zone)} ${t(`alarm.${it.rule}`)} · ${text(it.why)}</li>`)}</ul></details>`
      : nothing}
    ${devices}
    <div class="warnings-row">${warnings.map((it) => html`<div class="strip ${it.level} round" data-warning=${it.rule}><span>${text(it.text)}</span></div>`)}</div>
  </section>`;
}

export function figures(office, dialogs, announcing) {
  const { today, windows, idle, policy } = office.console;
  const { day } = office;
  const staffed = windows.filter((it) => it.clerk !== "").length;
  const tiles = [
    ["issued", today.issued, ""],
    ["waiting", today.waiting, ""],
    ["serving", today.serving, today.called > 0 ? t("manager.called", { n: today.called }) : ""],
    ["held", today.held, today.missed > 0 ? t("manager.missed", { n: today.missed }) : ""],
    ["staffed", `${staffed} / ${windows.length}`, ""],
  ];
  if (day) {
    const { meanWaitSeconds: mean, p90WaitSeconds: p90 } = day;
    tiles.push(["mean-wait", mean == null ? "–" : minutes(mean + 30), p90 == null ? "" : t("manager.p90", { time: minutes(p90 + 30) })]);
  }
  // The share of open window time today that was free while an eligible ticket waited.
  tiles.push(["idle-now", idle.length, day?.idleShare == null ? "" : t("manager.idle-today", { n: (100 * day.idleShare).toFixed(1) })]);
  return html`<section class="figures" aria-label=${t("manager.today")}>
    ${tiles.map(([id, value, note]) => html`<div class="card tile ${id === "idle-now" && idle.length > 0 ? "trouble" : ""}" id="today-${id}"><span class="quiet small">${t(`manager.${id}`)}</span><b class="figure">${value}</b><span class="quiet small">${note}</span></div>`)}
    <button class="card tile policy" id="policy" aria-haspopup="dialog" @click=${() => dialogs.open("policy")}>
      <span class="quiet small">${t("manager.policy")}</span><b>${t(`policy.${policy.name}`)}</b>
      <span class="quiet small">${Object.entries(policy.parameters).map(([name, value]) => `${t(`setting.${name}`)} ${value}`).join(" · ") || t("manager.policy-usual")}</span>
    </button>
    ${announcing.button()}
  </section>`;
}

/** Neighbours of an order as runs: 1 2 3 5 is 1–3 and 5. */
export function runs(words, order) {
  const places = words.map((it) => order.indexOf(it)).sort((a, b) => a - b);
  const result = [];
  for (let i = 0; i < places.length; ) {
    let end = i;
    while (end + 1 < places.length && places[end + 1] === places[end] + 1) {
      end++;
    }
    if (end - i >= 2) {
      result.push(`${order[places[i]]}–${order[places[end]]}`);
    } else {
      places.slice(i, end + 1).forEach((it) => result.push(order[it]));
    }
    i = end + 1;
  }
  return result;
}

export function linesCard(office, dialogs) {
  const { lines } = office.console;
  const most = Math.max(5, ...lines.map((it) => it.waiting));
  return html`<section class="card"><h2>${t("manager.lines")}</h2>
    <ul id="lines">${repeat(lines, (it) => it.line, (it) => lineRow(office, dialogs, it, most))}</ul></section>`;
}

function lineRow(office, dialogs, load, most) {
  const { tickets, windows } = office.console;
  const oldest = tickets.filter((it) => it.line === load.line && it.state === "waiting" && !it.sentTo).map((it) => it.issuedAt).sort()[0];
  const open = windows.filter((it) => it.stage !== "NOT_OPEN" && it.lines.includes(load.line));
  const name = office.line(load.line);
  return html`<li class="line-row" data-line=${load.line} draggable="true" @dragstart=${(e) => dragged(e, load.line)} @dragend=${dropped}>
    <span class="grip" aria-hidden="true">⠿</span><span class="chip">${name?.prefix}</span>
    <span class="grow name" title=${text(name?.name)}>${text(name?.name)}</span>
    <button class="button slight add" data-act="add" aria-haspopup="dialog" aria-label=${t("menu.pick", { line: text(name?.name) })} @click=${() => dialogs.open("pick", null, { line: load.line })}>＋</button>
    <span class="load"><b class="number">${load.waiting}</b><span class="bar-ground"><span class="bar-fill" style="width:${Math.round((100 * load.waiting) / most)}%"></span></span></span>
    <span class="small facts">
      <span>${oldest ? t("manager.oldest-n", { time: minutes(office.feed.since(oldest)) }) : ""}</span>
      <span>${load.outlook ? t("manager.range-n", { range: range(load.outlook, "range.plain") }) : ""}</span>
      <span class="serving">${open.length > 0 ? t("manager.at-windows", { windows: runs(open.map((it) => it.window), windows.map((it) => it.window)).join(", ") }) : html`<span class="chip ${load.waiting > 0 ? "alarm" : "none"}">${t("manager.no-window")}</span>`}</span>
    </span>
  </li>`;
}

export function devicesCard(office) {
  const { devices } = office;
  if (devices === null) {
    return nothing;
  }
  const online = devices.filter((it) => it.online).length;
  const trouble = (it) => (!it.online && !unseen(it)) || it.faults.length > 0 || ["OUT", "NEAR_END"].includes(it.paper);
  const troubled = devices.filter(trouble);
  const expected = devices.filter((it) => !trouble(it) && unseen(it));
  const well = devices.filter((it) => !trouble(it) && !unseen(it));
  return html`<section class="card devices"><h2><a href="/devices">${t("manager.devices")}</a> <span class="quiet small" id="devices-online">${t("start.online", { n: online, all: devices.length })}</span></h2>
    <ul id="devices">${repeat(troubled, (it) => it.id, deviceRow)}</ul>
    ${well.length > 0 ? html`<details id="devices-well"><summary>${t("manager.devices-well", { n: well.length })}</summary><ul>${repeat(well, (it) => it.id, deviceRow)}</ul></details>` : nothing}
    ${expected.length > 0 ? html`<details id="devices-unseen"><summary>${t("manager.devices-unseen", { n: expected.length })}</summary><ul>${repeat(expected, (it) => it.id, deviceRow)}</ul></details>` : nothing}</section>`;
}

function deviceRow(it) {
  return html`<li data-device=${it.id}>
    <span class="chip ${it.online ? "well" : unseen(it) ? "none" : "alarm"}">${it.online ? `✓ ${t("device.online")}` : unseen(it) ? t("device.unseen") : `✕ ${t("device.offline")}`}</span>
    <span class="grow"><b>${it.name || it.id}</b> <span class="quiet small">${t(`role.${it.role}`)}${it.window ? ` · ${t("device.at-window", { window: it.window })}` : ""}</span></span>
    ${it.paper && it.paper !== "NOT_APPLICABLE" ? html`<span class="chip ${it.paper === "OK" ? "well" : it.paper === "OUT" ? "alarm" : "warm"}">${t(`paper.${it.paper}`)}</span>` : nothing}
    ${it.faults.map((fault) => html`<span class="chip alarm">${faultWords(fault)}</span> `)}
  </li>`;
}
