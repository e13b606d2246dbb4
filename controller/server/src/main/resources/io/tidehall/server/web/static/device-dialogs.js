// The dialogs in which a manager accepts, moves or revokes a device.

import { html, nothing } from "./lit.js";
import { t } from "./i18n.js";
import { problem } from "./parts.js";

const AT_WINDOW = ["counter-display", "rating-pad", "call-pad"];
const IN_ZONE = ["hall-board", "speaker"];
const STEMS = {
  kiosk: "kiosk", "ticket-printer": "printer", "hall-board": "board", speaker: "speaker", "led-line": "led",
  "counter-display": "counter", "rating-pad": "pad", "call-pad": "callpad",
};

/** The first id of a kind that nobody has. */
function freshId(role, devices) {
  const taken = new Set(devices.map((it) => it.id));
  let n = 1;
  while (taken.has(`${STEMS[role]}-${n}`)) {
    n += 1;
  }
  return `${STEMS[role]}-${n}`;
}

export function deviceDialog(page, office, windows) {
  const { name } = page.about;
  const content = name === "accept" ? accept : name === "place" ? change : revoke;
  return html`<dialog aria-labelledby="dialog-title" @cancel=${(e) => (e.preventDefault(), page.close())}>${content(page, office, windows)}</dialog>`;
}

const option = (value, words, chosen) => html`<option value=${value} ?selected=${value === (chosen ?? "")}>${words}</option>`;

/** Where a device of a role stands. */
function placeFields(role, now, office, windows) {
  const printers = office.devices.filter((it) => it.role === "ticket-printer");
  const at = AT_WINDOW.includes(role);
  return html`
    ${at || role === "ticket-printer" ? html`<label class="field">${t("devices.window")}<select name="window" id="window" ?required=${at}>
      ${at ? nothing : option("", t("devices.whole-hall"), now.window)}${windows.map((it) => option(it.window, it.window, now.window))}</select></label>` : nothing}
    ${role === "kiosk" ? html`<label class="field">${t("devices.printer")}<select name="printer" id="printer">
      ${option("", t("devices.no-printer"), now.printer)}${printers.map((it) => option(it.id, it.name ? `${it.id} ${it.name}` : it.id, now.printer))}</select></label>` : nothing}
    ${IN_ZONE.includes(role) && office.zones.length > 0 ? html`<label class="field">${t("devices.zone")}<select name="zone" id="zone">
      ${option("", t("devices.whole-hall"), now.zone)}${office.zones.map((it) => option(it, it, now.zone))}</select></label>` : nothing}`;
}

const buttons = (page, id, words, kind) => html`
  ${page.error ? html`<p class="error" role="alert" id="dialog-error">${problem(page.error)}</p>` : nothing}
  <div class="buttons">
    <button type="button" class="button" @click=${() => page.close()}>${t("act.back")}</button>
    <button class="button ${kind}" id=${id} ?disabled=${page.busy}>${words}</button>
  </div>`;

/** Where a device without a screen tells its code. */
const known = (role) => (role === "ticket-printer" ? "devices.compare-printed" : ["speaker", "led-line"].includes(role) ? "devices.compare-logged" : "devices.compare");

const given = (data, key) => data.get(key) || null;

function accept(page, office, windows) {
  const { waiting } = page.about;
  const vacant = office.devices.filter((it) => it.pairing === "vacant" && it.role === waiting.role);
  page.about.id ??= vacant[0]?.id ?? freshId(waiting.role, office.devices);
  const listed = vacant.some((it) => it.id === page.about.id);
  const submit = (e) => {
    e.preventDefault();
    const data = new FormData(e.target);
    const device = data.get("device").trim();
    page.post("/api/devices/accept", { code: waiting.code, device, window: given(data, "window"), printer: given(data, "printer"), zone: given(data, "zone") },
      () => t("devices.accepted", { device }));
  };
  return html`<form @submit=${submit}>
    <h2 id="dialog-title">${t("devices.accept-title", { kind: t(`role.${waiting.role}`) })}</h2>
    <p><span class="code">${waiting.code.slice(0, 3)} ${waiting.code.slice(3)}</span></p>
    <p class="quiet">${t(known(waiting.role))}</p>
    <div class="pick">
      <label class="field">${t("devices.id")}<input name="device" id="device" required maxlength="64" pattern="[A-Za-z0-9][A-Za-z0-9._\\-]*" title=${t("devices.id-rule")} autocomplete="off" autofocus .value=${page.about.id} @input=${(e) => ((page.about.id = e.target.value.trim()), page.draw())} /></label>
      ${listed ? nothing : placeFields(waiting.role, {}, office, windows)}
    </div>
    ${listed ? html`<p class="quiet" id="listed">${t("devices.takes-vacant")}</p>` : nothing}
    ${buttons(page, "accept", t("devices.accept"), "primary")}
  </form>`;
}

function change(page, office, windows) {
  const it = page.about.device;
  const fixed = it.pairing !== "paired";
  const submit = (e) => {
    e.preventDefault();
    const data = new FormData(e.target);
    const or = (key) => (data.has(key) ? given(data, key) : it[key] || null);
    page.post(`/api/devices/${it.id}/place`, { name: data.get("name"), window: or("window"), printer: or("printer"), zone: or("zone") },
      () => t("devices.changed", { device: data.get("name") || it.id }));
  };
  return html`<form @submit=${submit}>
    <h2 id="dialog-title">${t("devices.change-title", { device: it.id })}</h2>
    <div class="pick">
      <label class="field">${t("devices.name")}<input name="name" id="name" maxlength="40" autocomplete="off" autofocus .value=${it.name} /></label>
      ${fixed || AT_WINDOW.includes(it.role) ? nothing : placeFields(it.role, it, office, windows)}
    </div>
    ${fixed ? html`<p class="quiet">${t("devices.listed")}</p>` : AT_WINDOW.includes(it.role) ? html`<p class="quiet">${t("devices.stays")}</p>` : nothing}
    ${buttons(page, "save", t("devices.save"), "primary")}
  </form>`;
}

function revoke(page) {
  const it = page.about.device;
  const submit = (e) => {
    e.preventDefault();
    page.post(`/api/devices/${it.id}/revoke`, undefined, () => t("devices.revoked", { device: it.id }));
  };
  return html`<form @submit=${submit}>
    <h2 id="dialog-title">${t("devices.revoke-title", { device: it.name ? `${it.id} ${it.name}` : it.id })}</h2>
    <p>${t("devices.revoke-what")}</p>
    ${buttons(page, "revoke", t("devices.revoke-sure"), "alarm")}
  </form>`;
}
