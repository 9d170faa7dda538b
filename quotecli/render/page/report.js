"use strict";
const form = document.querySelector("form");
const items = [...document.querySelectorAll("[data-sources]")];
const groups = [...document.querySelectorAll("[data-group]")];
const words = new Map(items.map((item) => [item, item.textContent.toLocaleLowerCase()]));

function wanted(item) {
  const { speaker, source, search, risk } = form.elements;
  const text = search.value.trim().toLocaleLowerCase();
  return (!speaker.value || (item.dataset.speakers || "").split(" ").includes(speaker.value))
    && (!source.value || item.dataset.sources.split(" ").includes(source.value))
    && (!risk.checked || !item.matches(".utterance") || "risk" in item.dataset)
    && (!text || words.get(item).includes(text));
}

function filter() {
  for (const item of items) item.hidden = !wanted(item);
  for (const group of groups) group.hidden = !group.querySelector("[data-sources]:not([hidden])");
  const shown = items.filter((item) => !item.hidden && item.matches("[data-counted]")).length;
  document.querySelector("#shown").textContent = `${shown} of ${document.querySelectorAll("[data-counted]").length} shown`;
}

function reveal() {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (!target) return;
  if (target.closest("[hidden]")) { form.reset(); filter(); }
  const folded = target.closest("details");
  if (folded) folded.open = true;
  target.scrollIntoView();
}

form.hidden = false;
form.addEventListener("input", filter);
form.addEventListener("reset", () => setTimeout(filter));
form.addEventListener("submit", (event) => event.preventDefault());
window.addEventListener("hashchange", reveal);
filter();
reveal();
