// What is wrong with a field, in the language of the page rather than in that of the browser.

import { t } from "./i18n.js";

const NUMBERS = ["number", "range"];
const told = new Set();

function missing({ type, tagName }) {
  if (type === "checkbox") {
    return t("field.unchecked");
  }
  return t(type === "radio" || type === "file" || tagName === "SELECT" ? "field.unchosen" : "field.missing");
}

function number({ validity, min, max }) {
  if (validity.stepMismatch) {
    return t("field.whole");
  }
  if (min !== "" && max !== "") {
    return t("field.range", { min, max });
  }
  return min === "" ? t("field.number") : t("field.least", { min });
}

function wrong(field) {
  const { validity, value, type, title } = field;
  if (NUMBERS.includes(type) && (validity.badInput || !validity.valueMissing)) {
    return number(field);
  }
  if (validity.valueMissing) {
    return missing(field);
  }
  if (validity.tooShort) {
    return t("field.short", { n: field.minLength, have: value.length });
  }
  if (validity.tooLong) {
    return t("field.long", { n: field.maxLength, have: value.length });
  }
  return title || t("field.pattern");
}

function tell(event) {
  event.target.setCustomValidity(wrong(event.target));
  told.add(event.target);
}

/** A field with a message of its own is never valid: it goes before the form is looked at again. */
function forget() {
  told.forEach((it) => it.setCustomValidity(""));
  told.clear();
}

document.addEventListener("invalid", tell, true);
["input", "change", "click", "keydown"].forEach((it) => document.addEventListener(it, forget, true));
