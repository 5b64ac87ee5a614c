/* Keys in, clicks out: J K move, A accepts, R rejects, E edits, S splits, M merges, U undoes, ? the list of keys.
   Dead while a field has the focus, with a modifier, on a key that repeats, and where the person turned them off. */

const FIELD = "input, textarea, select, [contenteditable]";
const LETTERS = { a: "accept", r: "reject", e: "edit", s: "split" };
const WAITING = '[data-state="proposed"]';

const drafts = () => [...document.querySelectorAll("[data-draft]")];
const current = () => document.querySelector('[data-draft][aria-current="true"]');
const say = (sentence) => document.dispatchEvent(new CustomEvent("say", { detail: sentence }));

function showSentence() {
  const side = document.querySelector(".desk-passages");
  const mark = side?.querySelector(".desk-passage:not([hidden]) :is(.mark-asked, .mark-sentence)");
  if (mark) side.scrollTop += mark.getBoundingClientRect().top - side.getBoundingClientRect().top - side.clientHeight / 3;
}

function select(draft, { focus = true } = {}) {
  if (!draft) return false;
  for (const other of drafts()) other.removeAttribute("aria-current");
  draft.setAttribute("aria-current", "true");
  for (const passage of document.querySelectorAll(".desk-passage")) passage.hidden = passage.id !== `passage-${draft.dataset.draft}`;
  showSentence();
  if (focus) draft.focus({ preventScroll: true });
  draft.scrollIntoView({ block: "nearest" });
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
  if (name === "accept" || name === "reject") {
    if (draft.dataset.sent) return true;
    draft.dataset.sent = name;
    button.click();
    return goOn();
  }
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

function act(event) {
  const key = event.key.toLowerCase();
  if (key === "j") return step(1);
  if (key === "k") return step(-1);
  if (key === "m") return merge();
  if (key === "u") return document.querySelector("[data-desk=undo]")?.click() ?? true;
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

function makeBlank(editor) {
  const area = editor.querySelector("[data-statement]");
  const [start, end] = [area.selectionStart, area.selectionEnd];
  const words = area.value.slice(start, end);
  const answer = words.trim();
  if (!answer || /[[\]]/.test(answer)) return say("Select the words of the answer first.");
  const type = editor.querySelector("[data-blank-type]").value;
  let number = 1;
  while (area.value.includes(`:b${number})`)) number += 1;
  area.setRangeText(words.replace(answer, () => `[${answer}](${type}:b${number})`), start, end, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
  area.focus();
  return say(`“${answer}” is a blank now.`);
}

document.addEventListener("keydown", (event) => {
  const editor = event.target.closest?.(".editing");
  if (editor && event.altKey && event.code === "KeyB") {
    event.preventDefault();
    makeBlank(editor);
  } else if (editor && event.key === "Escape") {
    editor.querySelector("[data-desk=leave]").click();
  } else if (isForUs(event) && act(event)) event.preventDefault();
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-make-blank]");
  if (button) makeBlank(button.closest(".editing"));
  const draft = event.target.closest("[data-draft]");
  if (draft && draft !== current() && !event.target.closest("a, button, summary")) select(draft, { focus: false });
});

const reveal = () => { for (const button of document.querySelectorAll("[data-make-blank]")) button.hidden = false; };

// The part that comes back replaces the one that was chosen: what was chosen stays chosen, the editor takes the focus.
let chosen = current()?.dataset.draft;
document.addEventListener("htmx:beforeSwap", () => {
  chosen = current()?.dataset.draft ?? chosen;
});
document.addEventListener("htmx:afterSettle", ({ target }) => {
  reveal();
  const draft = chosen && document.getElementById(`draft-${chosen}`);
  if (!draft || !target.matches?.("[data-draft]")) return;
  const isOther = target.id !== draft.id;
  select(draft, { focus: !isOther });
  if (!isOther) draft.querySelector("[data-focus]")?.focus();
});
document.addEventListener("htmx:responseError", () => say("That did not reach the site. Reload the page and try again."));
document.addEventListener("htmx:sendError", ({ target }) => {
  const draft = target.closest?.("[data-draft]");
  if (draft) delete draft.dataset.sent;
  say("The site cannot be reached. Nothing was lost; try again.");
});

reveal();
const field = document.querySelector(".editing [data-focus]");
if (field) field.focus();
else if (new URLSearchParams(location.search).has("draft") || document.querySelector(".messages")) select(current());
else showSentence();
