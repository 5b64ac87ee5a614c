/* A form or link that is sent once, and says in words when it could not be sent. Nothing typed is lost: the form
   stays as it is, with the same token, so that sending again counts once however often the first one arrived. */

const LOST = "No connection. What you answered is still here; send it again when you are online.";
const SLOW = "No reply yet. What you answered is still here; you can send it again, it counts once.";
const OUT_OF_DATE = "This page has become old. Copy what you typed, then reload the page.";
const REFUSED = "The site could not take that. What you answered is still here; try again in a moment.";

function complain(sentence) {
  const card = document.getElementById("card");
  if (!card) return;
  forgive();
  const notice = document.createElement("p");
  notice.className = "notice warning";
  notice.setAttribute("role", "alert");
  notice.dataset.trouble = "";
  notice.textContent = sentence;
  (card.querySelector(".answer-field, .option, .answer-actions, .verdict-actions") ?? card.firstElementChild).before(notice);
}

function forgive() {
  document.querySelectorAll("[data-trouble]").forEach((notice) => notice.remove());
}

function explain(status) {
  return status === 403 ? OUT_OF_DATE : REFUSED;
}

document.addEventListener("htmx:beforeRequest", (event) => {
  forgive();
  document.getElementById("card")?.setAttribute("aria-busy", "true");
  event.detail.elt.dataset.sending = "";
});
document.addEventListener("htmx:afterRequest", (event) => {
  document.getElementById("card")?.removeAttribute("aria-busy");
  delete event.detail.elt.dataset.sending;
});
document.addEventListener("htmx:sendError", () => complain(LOST));
document.addEventListener("htmx:timeout", () => complain(SLOW));
document.addEventListener("htmx:responseError", (event) => complain(explain(event.detail.xhr.status)));

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
});
