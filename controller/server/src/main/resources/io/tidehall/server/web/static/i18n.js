// Words of the pages in the hall's two languages. Texts of the hall come as {zh, en}.

const STORED = "tidehall.language";
const LANGUAGES = ["zh-CN", "en"];

function chosen() {
  let stored = null;
  try {
    stored = localStorage.getItem(STORED);
  } catch {
    // no storage: the browser's language decides
  }
  if (LANGUAGES.includes(stored)) {
    return stored;
  }
  return navigator.language?.startsWith("en") ? "en" : "zh-CN";
}

const parts = [""];
const read = async (part, which) => (await fetch(`/static/i18n/${part}${which}.json`)).json();

/** The words of a language, which a page that is never switched over need not have. */
async function load(which) {
  bundles[which] ??= Object.assign({}, ...(await Promise.all(parts.map((part) => read(part, which)))));
}

/** Words that one page alone needs, in files of their own: it waits for them before it draws. */
export async function more(page) {
  parts.push(`${page}.`);
  await Promise.all(Object.keys(bundles).map(async (which) => Object.assign(bundles[which], await read(`${page}.`, which))));
}

let language = chosen();
const bundles = {};
await load(language);
const listeners = [];

export const current = () => language;
export const other = () => (language === "en" ? "zh-CN" : "en");

/** A text by key with {named} places; a missing key shows itself. */
export const t = (key, values = {}) => say(language, key, values);

function say(which, key, values) {
  const pattern = bundles[which][key] ?? `⟨${key}⟩`;
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** The words of one language, for a page that shows both in turn whatever its own is. */
export async function words(which) {
  await load(which);
  return (key, values = {}) => say(which, key, values);
}

/** A text whose key comes from elsewhere and may be unknown: then something else. */
export const known = (key, otherwise) => bundles[language][key] ?? otherwise;

/** A text of the hall in the language of the page. */
export const text = (both) => (both ? (language === "en" ? both.en : both.zh) : "");

export async function setLanguage(next) {
  await load(next);
  language = next;
  try {
    localStorage.setItem(STORED, next);
  } catch {
    // not remembered
  }
  apply();
  listeners.forEach((it) => it());
}

export const onLanguage = (listener) => listeners.push(listener);

function apply() {
  document.documentElement.lang = language;
}

/** A wait as people say it. */
export function range(wait, key = "range.minutes") {
  if (!wait) {
    return "";
  }
  if (wait.high <= 3 && wait.low === 0) {
    return t("range.soon");
  }
  return t(key, { low: wait.low, high: wait.high });
}

/** Seconds as 5:03 or 1:05:03. */
export function clockwise(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const pad = (n) => String(n).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const rest = `${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** Seconds in words, to the minute. */
export function minutes(seconds) {
  const whole = Math.max(0, Math.floor(seconds / 60));
  if (whole < 60) {
    return t("time.minutes", { n: whole });
  }
  return t("time.hours", { h: Math.floor(whole / 60), m: whole % 60 });
}

/** The time of day in the hall's zone. */
export function timeOfDay(instant, zone) {
  return new Intl.DateTimeFormat(language, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone || undefined,
  }).format(new Date(instant));
}

apply();
