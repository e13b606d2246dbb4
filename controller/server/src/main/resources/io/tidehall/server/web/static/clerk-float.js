// The desk beside the clerk's own system: a small window that stays on top where the browser can,
// or a popup of 320 px with the same page.

import { deskCard } from "./clerk-desk.js";
import { current, t, text } from "./i18n.js";
import { html, render } from "./lit.js";
import { emergencies } from "./staff-strips.js";

const WIDTH = 320;
const HEIGHT = 460;

/** Whether this page itself is the small window. */
export const isFloat = () => new URLSearchParams(location.search).has("float");

/** A picture-in-picture window that shows the desk of the page that opened it. */
export class Floating {
  constructor(key) {
    this.key = key;
    this.window = null;
  }

  async open() {
    if (!("documentPictureInPicture" in window)) {
      window.open("/clerk?float", "tidehall-desk", `popup,width=${WIDTH},height=${HEIGHT}`);
      return;
    }
    try {
      this.window = await window.documentPictureInPicture.requestWindow({ width: WIDTH, height: HEIGHT });
    } catch {
      // the browser says no, as it does without a press of the user
      return;
    }
    const { document: small } = this.window;
    document.querySelectorAll('link[rel="stylesheet"]').forEach((it) => {
      const link = small.createElement("link");
      link.rel = "stylesheet";
      link.href = it.href;
      small.head.append(link);
    });
    small.body.className = "float pip";
    small.addEventListener("keydown", this.key);
    this.window.addEventListener("pagehide", () => (this.window = null));
  }

  draw(desk, dialogs) {
    if (this.window === null) {
      return;
    }
    if (!desk.row) {
      render(html`<main class="empty">${t("window.none")}</main>`, this.window.document.body);
      return;
    }
    const { document: small } = this.window;
    small.documentElement.lang = current();
    small.title = document.title;
    const mine = desk.mine.map((it) => it.window);
    render(
      html`${emergencies(desk.console, desk.who, mine, (path) => desk.post(path), desk.resting)}
        <main class="clerk">${deskCard(desk, dialogs)}</main>
        ${help(desk, dialogs)}`,
      small.body,
    );
  }
}

/** The call for help with its confirmation; dialogs open in the large window, where nobody may look. */
function help(desk, dialogs) {
  return dialogs.name === "emergency"
    ? html`<div class="strip emergency" role="alertdialog">
        <span class="grow">${t("emergency.sure", { window: text(desk.row.name) })}</span>
        <button class="button" id="emergency-yes" @click=${() => dialogs.help()}>${t("emergency.confirm")}</button>
        <button class="button" id="emergency-no" @click=${() => dialogs.close()}>${t("act.cancel")}</button>
      </div>`
    : html`<button class="button alarm help" @click=${() => dialogs.open("emergency")}>${t("emergency.call")} <kbd>F9</kbd></button>`;
}
