/* A swapped part in; the focus where reading goes on: on its [data-focus], the last one if there are several. */

function placeFocus({ target: part }) {
  const place = [...part.querySelectorAll("[data-focus]")].pop();
  if (!place) return;
  place.focus({ preventScroll: true });
  if (place.matches("[data-answer-field]")) place.select(); // an answer that came back is typed over, or gone on with after End
  // A page that was scrolled down shows the new part from its top, and the focus in any case.
  if (part.getBoundingClientRect().top < 0) part.scrollIntoView({ block: "start" });
  place.scrollIntoView({ block: "nearest" });
}

document.addEventListener("htmx:afterSettle", placeFocus);
