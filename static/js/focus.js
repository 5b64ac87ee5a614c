/* A swapped part in; the focus where reading goes on: on [data-focus], the last one if there are several. */

function placeFocus() {
  const target = [...document.querySelectorAll("#card [data-focus]")].pop();
  if (!target) return;
  target.focus({ preventScroll: true });
  // Keep the line above the question in sight when a long page was scrolled down.
  const top = document.getElementById("card").getBoundingClientRect().top;
  if (top < 0) document.getElementById("card").scrollIntoView({ block: "start" });
}

document.addEventListener("htmx:afterSettle", placeFocus);
