/* The builder of a quiz: what a change did is spoken, and the focus does not get lost with a button that is gone. */

document.addEventListener("htmx:afterSettle", () => {
  const said = document.querySelector("#items [data-say]");
  if (said) document.dispatchEvent(new CustomEvent("say", { detail: said.textContent }));
  if (document.activeElement === document.body) document.getElementById("items-head")?.focus({ preventScroll: true });
});
