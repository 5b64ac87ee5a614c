/* The browser's time zone, offered to an empty field or list marked data-time-zone. */

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function offer(field) {
  if (field.value || !zone) return;
  if (field.tagName === "SELECT" && ![...field.options].some((option) => option.value === zone)) return;
  field.value = zone;
}

document.querySelectorAll("[data-time-zone]").forEach(offer);
