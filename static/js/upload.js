/* A file chosen or a text pasted in; before it is sent, one sentence where it is larger than the site takes. */

const field = document.querySelector("input[type=file][data-most-bytes]");

function tell() {
  const [file] = field.files;
  const most = Number(field.dataset.mostBytes);
  const isLarge = Boolean(file) && file.size > most;
  field.setCustomValidity(isLarge ? `“${file.name}” has more than ${most / 1_000_000} MB. Import its chapters one by one, or save it without pictures.` : "");
  if (isLarge) field.reportValidity();
}

field?.addEventListener("change", tell);

const pasted = document.querySelector("textarea[data-most-characters]");

function count() {
  const most = Number(pasted.dataset.mostCharacters);
  const length = [...pasted.value].length;
  const isLong = length > most;
  pasted.setCustomValidity(isLong ? `The pasted text has ${length.toLocaleString("en")} characters; ${most.toLocaleString("en")} can be pasted. Save it as a file and upload that, up to 20 MB.` : "");
  if (isLong) pasted.reportValidity();
}

pasted?.addEventListener("input", count);
