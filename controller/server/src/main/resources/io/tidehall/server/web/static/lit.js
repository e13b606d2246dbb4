// The one place that names the version of lit-html; it comes from the WebJar of the same version.
export { html, svg, render, nothing } from "/webjars/lit-html/3.3.1/lit-html.js";
export { repeat } from "/webjars/lit-html/3.3.1/directives/repeat.js";
export { live } from "/webjars/lit-html/3.3.1/directives/live.js";
