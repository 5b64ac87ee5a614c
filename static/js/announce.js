/* A sentence in, spoken by the one role=status element outside the swapped part.
   Whoever has something to say sends the event "say" with the sentence as its detail. */

const status = () => [...document.querySelectorAll("[role=status]")].find((element) => !element.closest("#card"));

function say(sentence) {
  const element = status();
  if (!element || !sentence) return;
  element.textContent = "";
  // A screen reader speaks a change; the same sentence twice is none unless it was gone for a moment.
  window.setTimeout(() => { element.textContent = sentence; }, 50);
}

document.addEventListener("say", (event) => say(event.detail));

/* What was said of the card before, aloud or at the top of the page, is not said of the next one. */
function fallSilent() {
  const element = status();
  if (element) element.textContent = "";
  document.querySelector("main .messages")?.remove();
}

document.addEventListener("htmx:afterSettle", ({ target }) => {
  if (target.id === "card") fallSilent();
  const spoken = [target, ...target.querySelectorAll("[data-announce]")].filter((element) => element.dataset.announce);
  say(spoken.map((element) => element.dataset.announce.trim().replace(/\s+/g, " ")).join(" "));
});
