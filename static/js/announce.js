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

document.addEventListener("htmx:afterSettle", ({ target }) => {
  const spoken = [target, ...target.querySelectorAll("[data-announce]")].filter((element) => element.dataset.announce);
  say(spoken.map((element) => element.dataset.announce.trim().replace(/\s+/g, " ")).join(" "));
});
