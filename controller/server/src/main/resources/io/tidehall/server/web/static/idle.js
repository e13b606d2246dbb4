// Ends a session that nobody uses: whoever left the screen may not be who comes to it next.

import { send, toLogin } from "./api.js";
import { t } from "./i18n.js";

const ACTED = "tidehall.acted";
const WARNING = 60;
const TELL = 60000;

/** Watches for signs of life in this and every other tab; a minute before the end it warns. */
export function watchIdle(limitSeconds) {
  const strip = document.createElement("div");
  strip.className = "strip warm idle";
  strip.id = "session-ends";
  strip.setAttribute("role", "alert");
  strip.hidden = true;
  document.documentElement.append(strip);
  let told = 0;
  const alive = () => {
    const now = Date.now();
    localStorage.setItem(ACTED, String(now));
    strip.hidden = true;
    if (now - told > TELL) {
      told = now;
      send("POST", "/api/session/active", {}).catch(() => {
        // the page's own feed says that the controller is away or the session over
      });
    }
  };
  for (const sign of ["pointerdown", "pointermove", "keydown", "wheel"]) {
    document.addEventListener(sign, alive, { passive: true });
  }
  alive();
  const watch = setInterval(async () => {
    const idle = (Date.now() - Number(localStorage.getItem(ACTED) ?? 0)) / 1000;
    const left = Math.ceil(limitSeconds - idle);
    strip.hidden = left > WARNING;
    if (left <= 0) {
      clearInterval(watch);
      await send("DELETE", "/api/session").catch(() => {
        // ended at the controller by its own time
      });
      toLogin("idle");
    } else if (!strip.hidden) {
      strip.textContent = t("session.idle", { seconds: left });
    }
  }, 1000);
}
