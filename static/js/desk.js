/* Keys in, clicks out: J K move, A accepts, R rejects, B puts back, E edits, S splits, M merges, U undoes, Shift+U does
   again, X ticks, V moves the ticked, W writes, F filters, G accepts many, ? the list of keys. Dead while a field has the focus, with a modifier, on a key that repeats, and where the person turned them off. */

const FIELD = "input, textarea, select, [contenteditable]";
const LETTERS = { a: "accept", r: "reject", b: "put-back", e: "edit", s: "split" };
const FOLDS = { f: "filters", g: "above", v: "move" };
const WAITING = '[data-state="proposed"]';

const drafts = () => [...document.querySelectorAll("[data-draft]")];
const current = () => document.querySelector('[data-draft][aria-current="true"]');
const say = (sentence) => document.dispatchEvent(new CustomEvent("say", { detail: sentence }));

function showSentence() {
  const side = document.querySelector(".desk-passages");
  const mark = side?.querySelector(".desk-passage:not([hidden]) :is(.mark-asked, .mark-sentence)");
  if (mark) side.scrollTop += mark.getBoundingClientRect().top - side.getBoundingClientRect().top - side.clientHeight / 3;
}

function select(draft, { focus = true, scroll = true } = {}) {
  if (!draft) return false;
  for (const other of drafts()) other.removeAttribute("aria-current");
  draft.setAttribute("aria-current", "true");
  for (const passage of document.querySelectorAll(".desk-passage")) passage.hidden = passage.id !== `passage-${draft.dataset.draft}`;
  showSentence();
  if (focus) draft.focus({ preventScroll: true });
  if (!scroll) return true;
  // A draft taller than the place it has begins at its top, any other is moved as little as possible.
  const room = window.innerHeight - parseFloat(getComputedStyle(draft).scrollMarginTop) - parseFloat(getComputedStyle(draft).scrollMarginBottom);
  draft.scrollIntoView({ block: draft.offsetHeight > room ? "start" : "nearest" });
  return true;
}

function step(by) {
  const all = drafts();
  const place = all.indexOf(current());
  const next = all[place < 0 ? 0 : place + by];
  if (next) return select(next);
  const page = document.querySelector(by > 0 ? "a[rel=next]" : "a[rel=prev]");
  if (page) page.click();
  else say(by > 0 ? "This is the last draft." : "This is the first draft.");
  return true;
}

function goOn() {
  const all = drafts();
  const place = all.indexOf(current());
  const rest = [...all.slice(place + 1), ...all.slice(0, place)];
  const next = rest.find((draft) => draft.matches(`${WAITING}:not([data-sent])`));
  if (next) return select(next);
  say("That was the last one of this page.");
  return true;
}

function press(name) {
  const draft = current();
  const button = draft?.querySelector(`[data-desk="${name}"]`);
  if (!button) return false;
  button.click();
  return true;
}

function merge() {
  const details = current()?.querySelector(".desk-merge");
  if (!details) return press("merge-now");
  const follows = current().nextElementSibling?.matches(".alike") || current().matches(".alike");
  if (follows) details.querySelector("button").click();
  else {
    details.open = true;
    details.querySelector("select").focus();
  }
  return true;
}

function back(name) {
  const button = document.querySelector(`[data-desk=${name}]`);
  if (button?.disabled) say(name === "undo" ? "There is nothing left to undo." : "There is nothing to do again.");
  else button?.click();
  return Boolean(button);
}

function tick() {
  const box = current()?.querySelector(".desk-tick input");
  if (!box) return false;
  box.checked = !box.checked;
  const count = document.querySelectorAll(".desk-tick input:checked").length;
  say(`${box.checked ? "Ticked" : "Not ticked"}. ${count} ticked.`);
  return true;
}

function fold(name) {
  const details = document.querySelector(`[data-desk-fold=${name}]`);
  if (!details) return false;
  if (name === "move" && !document.querySelector(".desk-tick input:checked")) tick();
  details.open = !details.open || name === "move";
  (details.open ? details.querySelector("select, input:not([type=hidden])") : details.querySelector("summary")).focus();
  return true;
}

function write() {
  const link = document.querySelector(".desk-passage:not([hidden]) [data-desk=write]") ?? document.querySelector("[data-desk=write]");
  link?.click();
  return Boolean(link);
}

function act(event) {
  const key = event.key.toLowerCase();
  if (key === "j") return step(1);
  if (key === "k") return step(-1);
  if (key === "m") return merge();
  if (key === "u") return back(event.shiftKey ? "redo" : "undo");
  if (key === "x") return tick();
  if (key === "w") return write();
  if (FOLDS[key]) return fold(FOLDS[key]);
  if (key === "?") {
    const keys = document.getElementById("desk-keys");
    if (!keys) return false;
    keys.open = !keys.open;
    keys.querySelector("summary").focus();
    return true;
  }
  return LETTERS[key] ? press(LETTERS[key]) : false;
}

function isForUs(event) {
  if (event.defaultPrevented || event.repeat || event.isComposing) return false;
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  return document.body.dataset.shortcuts !== "off" && !event.target.closest?.(FIELD);
}

document.addEventListener("keydown", (event) => {
  const select = event.target.closest?.(".desk-tools select, .desk-merge select");
  if (select && event.key === "Enter") {
    event.preventDefault();
    (select.closest("details").querySelector("button") ?? select.form).click();
  } else if (select && event.key === "Escape") {
    select.closest("details").open = false;
    current()?.focus({ preventScroll: true });
  } else if (isForUs(event) && act(event)) event.preventDefault();
});

// Whoever decides, by key, mouse or thumb, goes on to the next draft; a second press on the same one sends nothing.
document.addEventListener("click", (event) => {
  const draft = event.target.closest("[data-draft]");
  const button = event.target.closest("[data-desk=accept], [data-desk=reject]");
  if (draft && button) {
    if (draft.dataset.sent) return event.preventDefault();
    if (draft !== current()) select(draft, { focus: false });
    draft.dataset.sent = button.value;
    setTimeout(goOn); // not before the form is sent: it forgets its button when the focus goes
    return undefined;
  }
  if (draft && draft !== current() && !event.target.closest("a, button, summary, label, input")) select(draft, { focus: false });
  return undefined;
});

// The part that comes back replaces the one that was chosen: what was chosen stays chosen, the editor takes the focus.
// News of others moves nothing: neither the focus nor the page, and never a draft that is being edited.
let chosen = current()?.dataset.draft;
let isNews = false;
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  isNews = detail.target.id === "desk-news";
  chosen = current()?.dataset.draft ?? chosen;
  const draft = detail.target.closest?.("[data-draft]");
  if (draft && detail.xhr.status >= 400) chosen = draft.dataset.draft; // it could not be done: back to that one
});
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  const { target } = event.detail;
  if (target.matches(".editing")) event.detail.shouldSwap = false;
});
document.addEventListener("htmx:afterSettle", ({ target }) => {
  const draft = chosen && document.getElementById(`draft-${chosen}`);
  if (!draft || !target.matches?.("[data-draft]")) return;
  if (isNews) {
    if (target.id !== draft.id) return;
    draft.setAttribute("aria-current", "true");
    if (document.activeElement === document.body) draft.focus({ preventScroll: true });
    return;
  }
  const isOther = target.id !== draft.id;
  select(draft, { focus: !isOther });
  if (!isOther) draft.querySelector("[data-focus]")?.focus();
});
document.addEventListener("htmx:responseError", () => say("That did not reach the site. Reload the page and try again."));
document.addEventListener("htmx:sendError", ({ target }) => {
  const draft = target.closest?.("[data-draft]");
  if (draft) delete draft.dataset.sent;
  if (target.id !== "desk-news") say("The site cannot be reached. Nothing was lost; try again.");
});

document.querySelector(".desk")?.classList.add("live");
if (new URLSearchParams(location.search).has("draft") || document.querySelector(".messages")) select(current(), { scroll: current() !== drafts()[0] }); // the first one stands below what was said
else if (!document.querySelector(".editing")) showSentence();
