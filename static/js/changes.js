/* Keys in, clicks out: J K move, N W L R decide, E edits by hand, U undoes. Dead while a field has the focus, with a
   modifier, on a key that repeats, and where the person turned them off. */

const FIELD = "input, textarea, select, [contenteditable]";
const all = () => [...document.querySelectorAll("[data-change]")];
const current = () => document.querySelector('[data-change][aria-current="true"]');
const say = (sentence) => document.dispatchEvent(new CustomEvent("say", { detail: sentence }));

function select(change, { scroll = true } = {}) {
  if (!change) return;
  for (const other of all()) other.removeAttribute("aria-current");
  change.setAttribute("aria-current", "true");
  change.focus({ preventScroll: true });
  if (scroll) change.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const place = all().indexOf(current());
  const next = all()[place < 0 ? 0 : place + by];
  if (next) select(next);
  else say(by > 0 ? "This is the last one of this page." : "This is the first one.");
}

function press(key) {
  const change = current();
  const button = change?.querySelector(`[data-way="${key}"]`);
  if (!button || change.dataset.sent) return false;
  if (key !== "E") change.dataset.sent = key;
  button.click();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
  if (document.body.dataset.shortcuts === "off" || event.target.closest?.(FIELD)) return;
  const key = event.key.toUpperCase();
  if (key === "J" || key === "K") step(key === "J" ? 1 : -1);
  else if (!"NWLREU".includes(key) || key.length !== 1 || !press(key)) return;
  event.preventDefault();
});

document.addEventListener("click", (event) => {
  const change = event.target.closest("[data-change]");
  if (change && change !== current() && !event.target.closest("a, button, summary")) select(change);
});

// What was decided is followed by the next that waits; what was undone, or refused, stays the one.
let from = null;
document.addEventListener("htmx:beforeSwap", ({ target }) => {
  if (target.matches?.("[data-change]")) from = target.id;
});
document.addEventListener("htmx:afterSettle", ({ target }) => {
  const change = from && document.getElementById(from);
  if (!change || !target.matches?.("[data-change]")) return;
  from = null;
  const later = all().slice(all().indexOf(change) + 1).find((one) => !one.matches("[data-done]"));
  select(change.matches("[data-done]") && later ? later : change);
});
for (const event of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(event, ({ target }) => {
    const change = target.closest?.("[data-change]");
    if (change) delete change.dataset.sent;
    say("That did not reach the site. Nothing was lost; try again.");
  });
}

const asked = document.querySelector(location.hash || "#none");
select(asked ?? all()[0], { scroll: Boolean(asked) }); // who comes to the page begins at its head
