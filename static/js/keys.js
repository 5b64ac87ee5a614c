/* Keys in, clicks out: 1-3 choose, Enter goes on, U undoes, S opens the source, ? the list of keys.
   Dead while a field has the focus, with a modifier, on a key that repeats, and where the person turned them off. */

const FIELD = "input, textarea, select, [contenteditable]";
const PRESSES_ITSELF = "a[href], button, summary, label";

const isOff = () => document.body.dataset.shortcuts === "off";
const find = (selector) => document.querySelector(`#card ${selector}`);

function isForUs(event) {
  if (event.defaultPrevented || event.repeat || event.isComposing) return false;
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  return !event.target.closest?.(FIELD);
}

function fold(selector) {
  const details = find(selector);
  if (!details) return false;
  details.open = !details.open;
  details.querySelector("summary").focus();
  return true;
}

function press(selector) {
  const element = find(selector);
  element?.click();
  return Boolean(element);
}

function act(event) {
  const key = event.key.toLowerCase();
  if (/^[1-3]$/.test(key)) return press(`[data-key="${key}"]`);
  if (key === "enter") return !event.target.closest?.(PRESSES_ITSELF) && press("[data-action=next]");
  if (key === "u") return press("[data-action=undo]");
  if (key === "s") return fold("[data-source]");
  if (key === "?") return fold("[data-help]");
  return false;
}

document.addEventListener("keydown", (event) => {
  if (!isOff() && isForUs(event) && act(event)) event.preventDefault();
});
