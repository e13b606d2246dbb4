// The parts of the manager's page: warnings, figures, windows, lines, devices.

import { html, nothing, repeat } from "./lit.js";
import { clockwise, minutes, range, t, text } from "./i18n.js";
import { stage } from "./parts.js";

/** What a standard hall has at least, by kinds of window in service. */
const STANDARD = [
  ["comprehensive", ["comprehensive", "comprehensive-submit", "comprehensive-on-the-spot"], 5],
  ["certificate", ["certificate"], 1],
  ["assist", ["assist"], 1],
];

/** Guard rails: nothing is forbidden, but everything unusual is said. */
export function warnings(office) {
  const { windows, lines, hall } = office.console;
  const open = windows.filter((it) => it.stage !== "NOT_OPEN");
  const found = [];
  for (const load of lines) {
    if (!open.some((it) => it.lines.includes(load.line))) {
      found.push([load.waiting > 0 ? "alarm" : "warm", load.waiting > 0 ? "warn.unserved-waiting" : "warn.unserved", { line: load.line, n: load.waiting }]);
    }
  }
  const told = hall.open ? grouped(office, found) : [];
  for (const [name, kinds, least] of STANDARD) {
    const have = windows.filter((it) => it.inService && kinds.includes(it.kind)).length;
    if (have < least) {
      told.push(html`<div class="strip warm round" data-warning="standard-${name}">${t(`warn.${name}`, { have, least })}</div>`);
    }
  }
  return told.length > 0 ? html`<section class="warnings" id="warnings" aria-label=${t("warn.title")}>${told}</section>` : nothing;
}

/** One strip for all lines with the same trouble: a hall before its opening has many. */
function grouped(office, found) {
  return ["alarm", "warm"].flatMap((level) => {
    const of = found.filter(([it]) => it === level);
    if (of.length === 0) {
      return [];
    }
    const names = of.map(([, , it]) => `${text(office.line(it.line)?.name)}${it.n > 0 ? ` (${it.n})` : ""}`).join(" · ");
    return [html`<div class="strip ${level} round" data-warning="unserved">${t(of[0][1], { lines: names })}</div>`];
  });
}

export function figures(office) {
  const { today, windows } = office.console;
  const waits = office.report?.waits;
  const staffed = windows.filter((it) => it.clerk !== "").length;
  const tiles = [
    ["issued", today.issued, ""],
    ["waiting", today.waiting, ""],
    ["serving", today.serving, today.called > 0 ? t("manager.called", { n: today.called }) : ""],
    ["held", today.held, today.missed > 0 ? t("manager.missed", { n: today.missed }) : ""],
    ["staffed", `${staffed} / ${windows.length}`, ""],
  ];
  if (office.report) {
    tiles.push(["finished", office.report.tickets.finished, ""]);
    tiles.push(["mean-wait", waits.meanSeconds == null ? "–" : minutes(waits.meanSeconds + 30), waits.p90Seconds == null ? "" : t("manager.p90", { time: minutes(waits.p90Seconds + 30) })]);
  }
  return html`<section class="figures" aria-label=${t("manager.today")}>
    ${tiles.map(([id, value, note]) => html`<div class="card tile" id="today-${id}"><span class="quiet">${t(`manager.${id}`)}</span><b class="figure">${value}</b><span class="quiet small">${note}</span></div>`)}
  </section>`;
}

export function windowsCard(office, dialogs) {
  return html`<section class="card windows-card"><h2>${t("manager.windows")}</h2>
    <table id="windows"><thead><tr>
      <th class="n">${t("report.window")}</th><th>${t("manager.kind")}</th><th>${t("manager.scope")}</th><th>${t("manager.clerk")}</th><th>${t("manager.state")}</th><th class="n">${t("manager.for")}</th><th></th>
    </tr></thead><tbody>${repeat(office.console.windows, (it) => it.window, (it) => windowRow(office, dialogs, it))}</tbody></table></section>`;
}

function windowRow(office, dialogs, row) {
  const ticket = office.console.tickets.find((it) => it.id === row.ticket);
  const seconds = ticket?.state === "serving" ? office.feed.since(ticket.since) + ticket.handledBefore : office.feed.since(row.since);
  return html`<tr data-window=${row.window} class=${row.inService ? "" : "out"}>
    <td class="n no">${row.window}</td>
    <td>${text(row.kindName)}${row.zone ? html`<span class="quiet small"> ${row.zone}</span>` : nothing}</td>
    <td class="scope">${scope(office, row)}</td>
    <td class="who">${row.clerk ? html`${row.clerkName} ${row.standingInFor ? html`<span class="chip warm" title=${t("manager.stand-in")}>${t("manager.for-badge", { badge: row.standingInFor })}</span>` : nothing}` : html`<span class="quiet">–</span>`}</td>
    <td class="now">${row.inService || row.clerk ? stage(row.stage) : html`<span class="chip none">${t("window.out-short")}</span>`}
      ${ticket ? html` <b class="number">${ticket.number}</b>` : nothing}
      ${row.stage === "PAUSED" ? html` <span class="small">${row.reason}</span>` : nothing}
      ${row.asked ? html` <span class="quiet small">${t("manager.asked")}</span>` : nothing}
      ${!row.inService && row.clerk ? html` <span class="chip alarm">${t("clerk.closing")}</span>` : nothing}</td>
    <td class="n number">${row.since ? clockwise(seconds) : ""}</td>
    <td class="acts">
      <button class="button slight" data-act="change" aria-label=${t("manager.change-window", { window: row.window })} @click=${() => dialogs.open("change", row.window)}>${t("manager.change")}</button>
      <button class="button slight" data-act=${row.inService ? "close" : "open"} aria-label=${t(row.inService ? "manager.close-window" : "manager.open-window", { window: row.window })}
        @click=${() => dialogs.open(row.inService ? "close" : "open", row.window)}>${t(row.inService ? "manager.close" : "manager.open")}</button>
    </td>
  </tr>`;
}

/** The lines of a window as their prefixes, with the names on demand. */
function scope(office, row) {
  const lines = row.lines.map((it) => office.line(it)).filter(Boolean);
  if (lines.length === 0) {
    return html`<span class="chip alarm">${t("manager.no-lines")}</span>`;
  }
  const order = office.console.lineNames.map((it) => it.prefix);
  return html`<span class="letters" title=${lines.map((it) => `${it.prefix} ${text(it.name)}`).join("\n")}>
    ${runs(lines.map((it) => it.prefix), order).map((it) => html`<span class="chip">${it}</span> `)}${lines.length === 1 ? html`<span class="small name">${text(lines[0].name)}</span>` : nothing}
  </span>`;
}

/** Neighbours of an order as runs: 1 2 3 5 is 1–3 and 5. */
function runs(words, order) {
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

export function linesCard(office) {
  const { lines, tickets, windows } = office.console;
  const most = Math.max(5, ...lines.map((it) => it.waiting));
  return html`<section class="card"><h2>${t("manager.lines")}</h2>
    <table id="lines"><thead><tr><th>${t("report.line")}</th><th>${t("manager.waiting")}</th><th class="n">${t("manager.oldest")}</th><th>${t("manager.range")}</th><th>${t("manager.serving-windows")}</th></tr></thead>
    <tbody>${lines.map((load) => {
      const oldest = tickets.filter((it) => it.line === load.line && it.state === "waiting" && !it.sentTo).map((it) => it.issuedAt).sort()[0];
      const open = windows.filter((it) => it.stage !== "NOT_OPEN" && it.lines.includes(load.line));
      const name = office.line(load.line);
      return html`<tr data-line=${load.line}>
        <td><span class="chip">${name?.prefix}</span> ${text(name?.name)}</td>
        <td><span class="bars"><b class="number">${load.waiting}</b><span class="bar-ground"><span class="bar-fill" style="width:${Math.round((100 * load.waiting) / most)}%"></span></span></span></td>
        <td class="n">${oldest ? minutes(office.feed.since(oldest)) : "–"}</td>
        <td>${load.outlook ? range(load.outlook, "range.plain") : "–"}</td>
        <td class="serving">${open.length > 0 ? runs(open.map((it) => it.window), windows.map((it) => it.window)).join(" ") : html`<span class="chip ${load.waiting > 0 ? "alarm" : "none"}">${t("manager.none")}</span>`}</td>
      </tr>`;
    })}</tbody></table></section>`;
}

export function devicesCard(office) {
  const { devices } = office;
  if (devices === null) {
    return nothing;
  }
  const online = devices.filter((it) => it.online).length;
  const trouble = (it) => !it.online || it.faults.length > 0 || ["OUT", "NEAR_END"].includes(it.paper);
  const sorted = [...devices].sort((a, b) => trouble(b) - trouble(a));
  return html`<section class="card devices"><h2>${t("manager.devices")} <span class="quiet small" id="devices-online">${t("start.online", { n: online, all: devices.length })}</span></h2>
    <table id="devices"><tbody>${repeat(sorted, (it) => it.id, (it) => html`<tr data-device=${it.id}>
      <td><span class="chip ${it.online ? "well" : "alarm"}">${it.online ? `✓ ${t("device.online")}` : `✕ ${t("device.offline")}`}</span></td>
      <td><b>${it.id}</b><br /><span class="quiet small">${t(`role.${it.role}`)}${it.window ? ` · ${t("device.at-window", { window: it.window })}` : ""}</span></td>
      <td>${it.paper && it.paper !== "NOT_APPLICABLE" ? html`<span class="chip ${it.paper === "OK" ? "well" : it.paper === "OUT" ? "alarm" : "warm"}">${t(`paper.${it.paper}`)}</span>` : nothing}
        ${it.faults.map((fault) => html`<span class="chip alarm">${fault}</span> `)}</td>
      <td class="n quiet small">${it.online && it.since ? minutes(office.feed.since(it.since)) : ""}</td>
    </tr>`)}</tbody></table></section>`;
}
