/* How long a card was looked at, in milliseconds: counts while the page is visible, from what the card already says. */

let field = null;
let counted = 0;
let since = null;

function run() {
  if (since === null && !document.hidden) since = performance.now();
}

function pause() {
  if (since !== null) counted += performance.now() - since;
  since = null;
}

function begin() {
  const found = document.querySelector("[data-stopwatch]");
  if (found === field) return;
  field = found;
  counted = Number(field?.value) || 0;
  since = null;
  if (field) run();
}

document.addEventListener("visibilitychange", () => (document.hidden ? pause() : run()));
document.addEventListener("htmx:afterSettle", begin);
// In the capturing phase, so that the field is filled before htmx or the browser reads the form.
document.addEventListener("submit", (event) => {
  if (!field || !event.target.contains(field)) return;
  pause();
  field.value = String(Math.round(counted));
  run();
}, true);
begin();
