/* A quiz being sat: htmx saves; this keeps what is not saved yet, says so, and sends it again when the line is back.
   What is unsaved lives in this tab's sessionStorage, so a reload, a login or a crash of the tab loses nothing. */

const LOST = "Not saved: no connection. Your answers stay on this page and are sent as soon as the line is back.";
const REFUSED = "Not saved: the site could not take that just now. Your answers stay here and are sent again.";
const OUT_OF_DATE = "Not saved: this page has become old. Reload it; your answers are kept.";
const SAVED = "Saved again.";
const RETRY = 5000;
const LAST_MINUTES = 300;

const form = document.querySelector("[data-quiz]");
const trouble = form.querySelector("[data-trouble]");
const shelf = `quiz-${form.dataset.quiz}`;
let unsaved = read();
let sent = null;
let retry = 0;
let isLeaving = false;

function read() {
  try { return JSON.parse(sessionStorage.getItem(shelf)) ?? {}; } catch { return {}; }
}

function keep() {
  try {
    if (Object.keys(unsaved).length) sessionStorage.setItem(shelf, JSON.stringify(unsaved));
    else sessionStorage.removeItem(shelf);
  } catch { /* storage may be full or forbidden; the fields themselves still hold everything */ }
}

const say = (sentence) => document.dispatchEvent(new CustomEvent("say", { detail: sentence }));
const save = () => form.dispatchEvent(new CustomEvent("save-now"));

function complain(sentence) {
  if (trouble.hidden || trouble.textContent !== sentence) say(sentence);
  trouble.textContent = sentence;
  trouble.hidden = false;
  document.querySelector(".saved-state").hidden = true; // what it says is no longer true
  clearTimeout(retry);
  retry = setTimeout(save, RETRY);
}

function forgive() {
  clearTimeout(retry);
  if (!trouble.hidden) say(SAVED);
  trouble.hidden = true;
}

function putBack() {
  for (const [name, value] of Object.entries(unsaved)) {
    const field = form.elements[name];
    if (field) field.value = value; // for radio buttons this checks the one with that value
  }
  if (Object.keys(unsaved).length) save();
}

form.addEventListener("input", (event) => {
  unsaved[event.target.name] = event.target.value;
  keep();
});

document.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.elt === form) sent = event.detail.formData;
});
document.addEventListener("htmx:afterRequest", (event) => {
  const { elt, xhr } = event.detail;
  if (elt !== form || ![200, 409, 422].includes(xhr.status) || xhr.getResponseHeader("HX-Redirect")) return;
  for (const name of Object.keys(unsaved)) if (xhr.status === 409 || sent.get(name) === unsaved[name]) delete unsaved[name];
  keep();
  forgive();
  if (xhr.status === 409) say("This attempt is over.");
});
document.addEventListener("htmx:sendError", () => complain(LOST));
document.addEventListener("htmx:timeout", () => complain(LOST));
document.addEventListener("htmx:responseError", (event) => complain(event.detail.xhr.status === 403 ? OUT_OF_DATE : REFUSED));
window.addEventListener("online", save);
window.addEventListener("load", putBack);

// A page that is left without a connection would be lost, so it is not left.
form.addEventListener("submit", (event) => {
  if (!navigator.onLine) {
    event.preventDefault();
    complain(LOST);
  } else {
    isLeaving = true;
  }
});
window.addEventListener("beforeunload", (event) => {
  if (!trouble.hidden && !isLeaving) event.preventDefault();
});

// Shortly before the end everything is saved once more; at the end the page shows the result.
const left = Number(form.dataset.secondsLeft);
if (left < 86400) {
  setTimeout(() => { form.querySelector("[data-time-left]").hidden = false; say("Less than five minutes left."); }, Math.max(0, left - LAST_MINUTES) * 1000);
  setTimeout(save, Math.max(0, left - 5) * 1000);
  setTimeout(() => { isLeaving = true; window.location.reload(); }, (left + 2) * 1000);
}
