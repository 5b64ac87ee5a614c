/* A square of the map under the pointer, the focus or a finger in; its statement, fetched once, beside the map out.
   With a finger the first tap shows the statement, the second opens the fact. Arrow keys walk a unit's squares, which
   are one stop of the Tab key. Without this script each square is a plain link to its fact. */

const SOON = 120;
const known = new Map();
let waiting = 0;
let tapped = null;
let looked = null;

async function statement(from, number) {
  const address = `${from}${number}/`;
  if (!known.has(address)) {
    const reply = await fetch(address, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
    if (!reply.ok && reply.status !== 404) return null; // the site was away: the next look asks once more
    known.set(address, reply.ok ? await reply.text() : "<p>This statement cannot be shown to you at present.</p>");
  }
  return known.get(address);
}

async function show(square) {
  const map = square.closest("[data-map]");
  const said = square.closest("[data-said]");
  const place = map.querySelector("[data-said-here]");
  looked = square;
  const text = await statement(map.dataset.from, said.dataset.said).catch(() => null);
  if (text === null || looked !== square) return; // a slow statement does not take the place of the one looked at since
  place.innerHTML = `${text}<p class="hint">${square.getAttribute("aria-label").replace(/^\d+: /, "This fact: ")}</p>`;
  place.hidden = false;
  square.closest(".row").append(place);
  for (const old of map.querySelectorAll(".is-shown")) old.classList.remove("is-shown");
  said.classList.add("is-shown");
}

function soon(square) {
  window.clearTimeout(waiting);
  waiting = window.setTimeout(() => show(square), SOON);
}

const squareAt = (target) => target.closest?.("[data-map] .squares a");

document.addEventListener("pointerover", (event) => {
  const square = squareAt(event.target);
  if (square && event.pointerType !== "touch") soon(square);
});
document.addEventListener("pointerout", () => window.clearTimeout(waiting));
document.addEventListener("focusin", ({ target }) => {
  const square = squareAt(target);
  if (square) show(square);
});

document.addEventListener("pointerdown", (event) => { tapped = event.pointerType === "touch" ? squareAt(event.target) : null; });
document.addEventListener("click", (event) => {
  const square = squareAt(event.target);
  if (!square || square !== tapped || square.dataset.tapped) return;
  event.preventDefault();
  for (const other of document.querySelectorAll("[data-tapped]")) delete other.dataset.tapped;
  square.dataset.tapped = "1";
  show(square);
});

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

for (const unit of document.querySelectorAll("[data-map] .squares")) {
  unit.querySelectorAll("a").forEach((square, place) => { square.tabIndex = place ? -1 : 0; });
}

document.addEventListener("keydown", (event) => {
  const square = squareAt(event.target);
  const all = square ? [...square.closest(".squares").querySelectorAll("a")] : [];
  const next = { Home: all[0], End: all.at(-1) }[event.key] ?? all[all.indexOf(square) + STEPS[event.key]];
  if (!square || !next || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  square.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
});
