/* A form or link that is sent once, and says in words when it could not be sent. Nothing is lost: an answer that found
   no line is kept in this tab, also through a reload, and sent by itself when the line is back; its card's token makes
   it count once however often it arrives. */

const KEPT = "recollect.unsent";
const PAUSES = [2, 4, 8, 15, 30, 60]; // seconds between tries
const AWAY = [502, 503, 504]; // the site is not there just now
const AIDS = ["hint", "reveal"];

const LOST = "No connection. Your answer is kept on this device and is sent by itself when you are online again.";
const SLOW = "No reply yet. Your answer is kept on this device and is sent again by itself; it counts once.";
const BUSY = "The site does not answer just now. Your answer is kept on this device and is sent again by itself.";
const FAULT = "The site had a fault and could not take your answer. It is kept on this device: send it again in a moment.";
const OUT_OF_DATE = "This page has become too old to be sent. Your answer is kept: reload the page, and it is sent.";
const NOT_SENT = "No connection. Try again when you are online.";
const NOT_TAKEN = "The site could not do that. Try again in a moment.";
const OLD_PAGE = "This page has become old. Reload it and try again.";

let timer = null;
let tries = 0;
let isSending = false;

const card = () => document.getElementById("card");

function complain(sentence, canSend) {
  forgive();
  if (!card()) return;
  const notice = document.createElement("p");
  notice.className = "notice warning";
  notice.setAttribute("role", "alert");
  notice.dataset.trouble = "";
  notice.textContent = sentence;
  if (canSend) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = "Send it now";
    button.addEventListener("click", send);
    notice.append(" ", button);
  }
  const below = card().querySelector(".answer-field, .option, .answer-actions, .verdict-actions");
  (below ?? card().firstElementChild).before(notice);
}

function forgive() {
  document.querySelectorAll("[data-trouble]").forEach((notice) => notice.remove());
}

function read() {
  const kept = JSON.parse(window.sessionStorage.getItem(KEPT) ?? "null");
  if (kept && kept.learner === card()?.dataset.learner) return kept;
  if (kept && card()) forget(); // of somebody who was logged in here before
  return null;
}

function forget() {
  window.sessionStorage.removeItem(KEPT);
  window.clearTimeout(timer);
  tries = 0;
}

/* The answer of a request that failed; null for a hint, an undo, the way to the next card. */
function answerIn({ elt, requestConfig }) {
  const fields = Object.fromEntries(Object.entries(requestConfig?.parameters ?? {}));
  delete fields.csrfmiddlewaretoken;
  const isAnswer = "card" in fields && !AIDS.includes(fields.act) && card()?.contains(elt);
  return isAnswer ? { learner: card().dataset.learner, address: requestConfig.path, fields } : null;
}

/* What was answered, in words: an option that was pressed looks like the others again. */
function inWords({ answer, act }) {
  if (act === "give_up") return "Kept: I don’t know.";
  return answer ? `Kept: “${answer}”.` : "";
}

function keep(detail, sentence, otherwise, { again }) {
  const answer = answerIn(detail);
  if (!answer) return complain(otherwise, false);
  window.sessionStorage.setItem(KEPT, JSON.stringify(answer));
  complain(`${sentence} ${inWords(answer.fields)}`.trim(), true);
  if (again) sendLater();
  return undefined;
}

function sendLater() {
  window.clearTimeout(timer);
  timer = window.setTimeout(send, 1000 * PAUSES[Math.min(tries, PAUSES.length - 1)]);
  tries += 1;
}

async function send() {
  const kept = read();
  if (!kept || isSending) return;
  if (!navigator.onLine) {
    sendLater();
    return;
  }
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
  const values = { ...kept.fields, csrfmiddlewaretoken: token };
  isSending = true;
  await window.htmx.ajax("POST", kept.address, { source: card(), target: "#card", swap: "outerHTML", values }).catch(() => {});
  isSending = false;
}

function failed(event) {
  const { status } = event.detail.xhr;
  if (AWAY.includes(status)) keep(event.detail, BUSY, NOT_TAKEN, { again: true });
  else if (status === 403) keep(event.detail, OUT_OF_DATE, OLD_PAGE, { again: false });
  else keep(event.detail, FAULT, NOT_TAKEN, { again: false });
}

document.addEventListener("htmx:beforeRequest", (event) => {
  if (!isSending) forgive(); // what is sent by itself leaves its notice till it has arrived
  card()?.setAttribute("aria-busy", "true");
  event.detail.elt.dataset.sending = "";
});
document.addEventListener("htmx:afterRequest", (event) => {
  card()?.removeAttribute("aria-busy");
  delete event.detail.elt.dataset.sending;
});
document.addEventListener("htmx:sendError", (event) => keep(event.detail, LOST, NOT_SENT, { again: true }));
document.addEventListener("htmx:timeout", (event) => keep(event.detail, SLOW, NOT_SENT, { again: true }));
document.addEventListener("htmx:responseError", failed);
// Whatever the site said to it, a card, a verdict or the way to the login, the answer has arrived.
document.addEventListener("htmx:beforeOnLoad", (event) => {
  const { status } = event.detail.xhr;
  if (answerIn(event.detail) && (status < 400 || status === 409 || status === 422)) forget();
});
window.addEventListener("online", send);
document.addEventListener("visibilitychange", () => document.hidden || send());

// Forms without htmx: the second click of a double click sends nothing. The button stays enabled, because a
// disabled one would leave its value out; coming back by the browser's history makes the form fresh again.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.hasAttribute("hx-post") || form.method !== "post") return;
  if ("sent" in form.dataset) event.preventDefault();
  form.dataset.sent = "";
}, true);
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
  send();
});
