/* The editor of the desk: selected words in, a blank or a citation out. Alt+B makes a blank, Ctrl+Enter saves, Esc leaves. */

const say = (sentence) => document.dispatchEvent(new CustomEvent("say", { detail: sentence }));

function makeBlank(editor) {
  const area = editor.querySelector("[data-statement]");
  const [start, end] = [area.selectionStart, area.selectionEnd];
  const words = area.value.slice(start, end);
  const answer = words.trim();
  if (!answer || /[[\]]/.test(answer)) return say("Select the words of the answer first.");
  const type = editor.querySelector("[data-blank-type]").value;
  let number = 1;
  while (area.value.includes(`:b${number})`)) number += 1;
  area.setRangeText(words.replace(answer, () => `[${answer}](${type}:b${number})`), start, end, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
  area.focus();
  return say(`“${answer}” is a blank now.`);
}

// The site counts characters, a text field counts UTF-16 units: an emoji is one and two.
const characters = (text) => [...text].length;
const unitsBefore = (text, place) => [...text].slice(0, Number(place)).join("").length;

function cite(area) {
  const [start, end] = [area.selectionStart, area.selectionEnd];
  const { form } = area;
  form.elements.start.value = end > start ? characters(area.value.slice(0, start)) : "";
  form.elements.end.value = end > start ? characters(area.value.slice(0, end)) : "";
  const said = end > start ? `It cites “${area.value.slice(start, end)}”.` : "It cites the whole passage.";
  area.closest(".desk-cite").querySelector("[data-cited]").textContent = said;
}

document.addEventListener("keydown", (event) => {
  const editor = event.target.closest?.(".editing");
  if (!editor) return;
  if (event.altKey && event.code === "KeyB") {
    event.preventDefault();
    makeBlank(editor);
  } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    editor.querySelector("form").requestSubmit(editor.querySelector("[type=submit].primary"));
  } else if (event.key === "Escape") {
    editor.querySelector("[data-desk=leave]").click();
  }
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-make-blank]");
  if (button) makeBlank(button.closest(".editing"));
});

function citeHere() {
  const area = document.activeElement;
  if (area?.matches?.("[data-cite]")) cite(area);
}

// Browsers differ in which of these they send for the text of a field.
for (const name of ["selectionchange", "select", "keyup", "mouseup"]) document.addEventListener(name, citeHere);

const reveal = () => { for (const button of document.querySelectorAll("[data-make-blank]")) button.hidden = false; };

document.addEventListener("htmx:afterSettle", reveal);
reveal();
// A field that is read only has no caret, so that no key could select in it: this one takes keys, and no change.
for (const area of document.querySelectorAll("[data-cite]")) {
  area.readOnly = false;
  area.setAttribute("aria-readonly", "true");
  area.addEventListener("beforeinput", (event) => event.preventDefault());
  const { start, end } = area.form.elements;
  area.setSelectionRange(unitsBefore(area.value, start.value), unitsBefore(area.value, end.value));
  cite(area);
}
document.querySelector(".editing [data-focus]")?.focus();
