/* A verdict in; the card after it, fetched while the verdict is read and shown at once when Next is pressed.
   It is fetched anew with every verdict, so after "Undo" or "I guessed" too; one that has waited long, or till after the
   end of a round, is not used. */

const FRESH = 10 * 60 * 1000;
let ready = null;

async function load(asked) {
  const { link } = asked;
  try {
    const headers = { "HX-Request": "true", "HX-Target": "card", "HX-Current-URL": window.location.href };
    const response = await fetch(link.href, { headers });
    const left = response.headers.get("Round-Seconds-Left");
    if (left !== null) asked.until = Math.min(asked.until, Date.now() + 1000 * left);
    return response.ok && !response.headers.has("HX-Redirect") ? await response.text() : null;
  } catch {
    return null; // pressing Next then asks once more, and says so if the line is still dead
  }
}

function prepare() {
  const link = document.querySelector("#card .verdict-actions [data-action=next][hx-get]");
  if (link === ready?.link) return;
  ready = link ? { link, until: Date.now() + FRESH } : null;
  if (ready) ready.card = load(ready);
}

async function show({ link, card }, ask) {
  const html = await card;
  if (!link.isConnected) return;
  if (html === null) {
    ask(true);
    return;
  }
  window.history.replaceState(window.history.state, "", link.href);
  window.htmx.swap("#card", html, { swapStyle: "outerHTML", swapDelay: 0, settleDelay: 0 });
}

document.addEventListener("htmx:confirm", (event) => {
  if (!ready || event.detail.elt !== ready.link || Date.now() >= ready.until) return;
  event.preventDefault();
  if (!ready.isTaken) show(ready, event.detail.issueRequest);
  ready.isTaken = true;
});

document.addEventListener("htmx:afterSettle", prepare);
prepare();
