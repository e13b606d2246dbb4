// Requests to the controller. An act carries a key that stays the same while it is tried again, so
// that a lost answer or a pressed button too many never acts twice.

const TIMEOUT = 8000;
const PATIENCE = 30000;

/** The controller said no, or could not be reached. */
export class Problem extends Error {
  constructor(status, code, message, detail, problems = []) {
    super(code);
    this.status = status;
    this.code = code;
    this.words = message;
    this.detail = detail;
    this.problems = problems;
  }
}

const UNREACHABLE = {
  zh: "连接不上控制器，请稍后再试",
  en: "The controller cannot be reached; please try again",
};

export function key() {
  // randomUUID is missing on pages served without TLS from another machine
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (it) => it.toString(16).padStart(2, "0")).join("");
}

async function once(method, path, body, headers) {
  const options = { method, headers: { ...headers }, signal: AbortSignal.timeout(TIMEOUT) };
  if (body !== undefined) {
    const file = typeof body === "string";
    options.headers["Content-Type"] = file ? "text/csv; charset=utf-8" : "application/json";
    options.body = file ? body : JSON.stringify(body);
  }
  const answer = await fetch(path, options);
  const content = await answer.text();
  const json = content && answer.headers.get("Content-Type")?.includes("json") ? JSON.parse(content) : null;
  if (answer.status === 401 && !path.startsWith("/api/session")) {
    toLogin("ended");
  }
  if (!answer.ok) {
    throw new Problem(answer.status, json?.code ?? "FAULT", json?.message ?? UNREACHABLE, json?.detail ?? "", json?.problems);
  }
  return json;
}

export async function get(path) {
  try {
    return await once("GET", path);
  } catch (e) {
    throw e instanceof Problem ? e : new Problem(0, "UNREACHABLE", UNREACHABLE, String(e));
  }
}

const pause = (millis) => new Promise((done) => setTimeout(done, millis));

/**
 * Sends an act, again and again under one key while the network fails or the controller is busy.
 * `onRetry` is told before each repetition.
 */
export async function act(path, body, onRetry = () => {}) {
  const headers = { "Idempotency-Key": key() };
  const until = Date.now() + PATIENCE;
  for (let attempt = 1; ; attempt++) {
    try {
      return await once("POST", path, body, headers);
    } catch (e) {
      const again = !(e instanceof Problem) || e.status === 503;
      if (!again) {
        throw e;
      }
      if (Date.now() > until) {
        throw e instanceof Problem ? e : new Problem(0, "UNREACHABLE", UNREACHABLE, String(e));
      }
      onRetry(attempt);
      await pause(Math.min(3000, 300 * 2 ** attempt));
    }
  }
}

/** Sends a request that is not repeated. */
export async function send(method, path, body) {
  try {
    return await once(method, path, body);
  } catch (e) {
    throw e instanceof Problem ? e : new Problem(0, "UNREACHABLE", UNREACHABLE, String(e));
  }
}

/** Remembers in this tab that somebody was signed in, so that an end can be told from a beginning. */
const SIGNED_IN = "tidehall.signed-in";

/** Who is signed in, or null. */
export async function session() {
  const who = await get("/api/session");
  if (who !== null) {
    sessionStorage.setItem(SIGNED_IN, "yes");
  }
  return who;
}

export async function signOut() {
  sessionStorage.removeItem(SIGNED_IN);
  await send("DELETE", "/api/session");
  location.href = "/login";
}

/** Sends the browser to the sign-in page, which says why if a session has ended, and comes back. */
export function toLogin(why = sessionStorage.getItem(SIGNED_IN) ? "ended" : null) {
  sessionStorage.removeItem(SIGNED_IN);
  const end = why === null ? "" : `&why=${why}`;
  location.href = `/login?to=${encodeURIComponent(location.pathname + location.search)}${end}`;
}
