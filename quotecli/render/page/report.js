"use strict";
// Everything is built from text nodes: nothing that an article contains is ever read as markup.
const CHUNK = 50, FEW = 12, FACET = 8;
const find = (selector, within = document) => within.querySelector(selector);

function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined && value !== false) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== ""));
  return made;
}

// ---- the state: what is chosen and looked at, kept in the address -------------------------------------------------------
const state = { speaker: new Set(), outlet: new Set(), risk: false, search: "", view: "line", at: "" };

function read() {
  const given = new URLSearchParams(location.hash.slice(1));
  state.speaker = new Set(given.getAll("speaker"));
  state.outlet = new Set(given.getAll("outlet"));
  state.risk = given.has("risk");
  state.search = given.get("search") || "";
  state.view = given.get("view") === "side" ? "side" : "line";
  state.at = given.get("at") || "";
}

function address() {
  const made = new URLSearchParams();
  for (const name of state.speaker) made.append("speaker", name);
  for (const name of state.outlet) made.append("outlet", name);
  if (state.risk) made.set("risk", "1");
  if (state.search) made.set("search", state.search);
  if (state.view !== "line") made.set("view", state.view);
  if (state.at) made.set("at", state.at);
  return "#" + made;
}

// ---- what can be chosen: utterances, and quotations that stand in one article only -------------------------------------
let data, items, rows = 40;
const nameOf = (number) => data.speakers[number] || "nobody named";
const outletOf = (quote) => data.outlets[data.sources[data.quotes[quote].source].outlet];

function listed() {
  const utterances = data.utterances.map((one, number) => {
    const quotes = one.rows.flatMap((row) => row.at.map((place) => place.quote));
    return {
      id: `u${number}`, list: "utterances", risk: Boolean(one.risk || one.warning), number,
      speaker: new Set([nameOf(one.speaker), ...quotes.map((quote) => nameOf(data.quotes[quote].speaker))]),
      outlet: new Set(quotes.map(outletOf)),
      text: [one.text, ...quotes.map((quote) => data.quotes[quote].words)].join(" ").toLocaleLowerCase(),
    };
  });
  const alone = data.quotes.flatMap((quote, number) => quote.alone ? [{
    id: `a${number}`, list: "alone", risk: false, number, speaker: new Set([nameOf(quote.speaker)]),
    outlet: new Set([outletOf(number)]), text: quote.words.toLocaleLowerCase(),
  }] : []);
  return [...utterances, ...alone];
}

function wanted(item, but) {
  const within = (facet) => facet === but || !state[facet].size || [...state[facet]].some((name) => item[facet].has(name));
  return within("speaker") && within("outlet") && (!state.risk || item.risk) && item.text.includes(state.search.trim().toLocaleLowerCase());
}

// ---- the facets --------------------------------------------------------------------------------------------------------
const open = new Set();

function counts(facet) {
  const found = new Map();
  for (const item of items) if (wanted(item, facet)) for (const name of item[facet]) found.set(name, (found.get(name) || 0) + 1);
  for (const name of state[facet]) found.set(name, found.get(name) || 0);
  return [...found].sort((a, b) => state[facet].has(b[0]) - state[facet].has(a[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function facet(name, title) {
  const all = counts(name), most = open.has(name) ? 200 : FACET;
  const field = el("fieldset", { "data-facet": name }, el("legend", {}, title));
  for (const [value, count] of all.slice(0, most)) {
    const box = el("input", { type: "checkbox", name, value, checked: state[name].has(value) && "" });
    field.append(el("label", {}, box, el("span", {}, value), el("small", {}, count.toLocaleString("en"))));
  }
  if (all.length > most) field.append(el("button", { type: "button", "data-more": name }, `${(all.length - most).toLocaleString("en")} more`));
  return field;
}

function controls() {
  const form = find("form"), focused = document.activeElement && form.contains(document.activeElement) ? document.activeElement : null;
  const again = focused && [focused.name, focused.value];
  if (!find("#search")) {
    form.append(el("details", { id: "choices", open: matchMedia("(min-width: 60rem)").matches && "" }, el("summary", {}, "Choose"),
      el("label", { for: "search" }, "Search"), el("input", { type: "search", id: "search", name: "search" }),
      el("label", {}, el("input", { type: "checkbox", name: "risk" }), el("span", {}, "only where the meaning may be another")),
      el("label", {}, el("input", { type: "checkbox", name: "view" }), el("span", {}, "side by side")),
      el("div", { id: "facets" }), el("button", { type: "reset" }, "Show all"), ),
      el("p", { id: "shown", role: "status" }));
    form.hidden = false;
  }
  if (find("#search").value !== state.search) find("#search").value = state.search;
  form.elements.risk.checked = state.risk;
  form.elements.view.checked = state.view === "side";
  find("#facets").replaceChildren(facet("outlet", "Outlet"), facet("speaker", "Speaker"));
  if (again) [...form.elements].find((one) => one.name === again[0] && (one.type !== "checkbox" || one.value === again[1]))?.focus();
}

// ---- wordings ----------------------------------------------------------------------------------------------------------
const TAGS = [null, "del", "ins"];
const runs = (made) => made.map(([role, text]) => (role ? el(TAGS[role], {}, text) : text));
const link = (quote, ...children) => el("a", { href: `#at=q${quote}` }, ...children);

function place(at) {
  const source = data.sources[data.quotes[at.quote].source];
  const about = [source.date, at.note].filter(Boolean).join(" · ");
  return el("div", {}, link(at.quote, outletOf(at.quote)), about && el("small", {}, ` ${about}`));
}

function wording(row, base) {
  const side = state.view === "side" && row.sides;
  const rowspan = row.at.length;
  const words = side
    ? [el("td", { class: "side base", rowspan }, ...row.sides[0].map(([role, text]) => (role ? el("span", { class: "lost" }, text) : text))),
       el("td", { class: "side", rowspan }, ...runs(row.sides[1]))]
    : [el("td", { colspan: state.view === "side" ? 2 : 1, rowspan, class: base ? "words base" : "words" }, ...runs(row.words))];
  if (row.risks) words.at(-1).append(el("ul", { class: "risk" }, ...row.risks.map((risk) => el("li", {}, `! ${risk}`))));
  return row.at.map((at, index) => el("tr", row.risks ? { class: "risky" } : {},
    el("td", { class: "outlets" }, place(at)), ...(index ? [] : words), el("td", { class: "who" }, at.who)));
}

function utterance(number) {
  const one = data.utterances[number], heads = state.view === "side" ? ["Outlet", "Base", "Wording", "Said by"] : ["Outlet", "Wording", "Said by"];
  const body = el("tbody", {}, ...one.rows.flatMap((row, index) => wording(row, index === 0)));
  const table = el("table", {}, el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, head)))), body);
  const warning = one.warning ? el("p", { class: "risk" }, `! ${one.warning}`) : "";
  return [warning, el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": `Wordings of utterance ${number + 1}` }, table), chain(one)];
}

function chain(one) {
  if (!one.chain) return "";
  const steps = one.chain.map((step) => {
    const date = data.sources[data.quotes[step.quote].source].date || "no date";
    return el("li", step.risk ? { class: "risk" } : {}, link(step.quote, outletOf(step.quote)), el("small", {}, ` ${date}`), ` ${step.risk ? "! " : ""}${step.told}`);
  });
  return el("details", { class: "chain" }, el("summary", {}, "Who has it from whom"), el("p", { class: "quiet" }, one.chained), el("ol", {}, ...steps));
}

function folded(id, summary, build, unfolded) {
  const made = el("details", { id }, summary);
  made.build = () => { if (!find(".built", made)) made.append(el("div", { class: "built" }, ...build().filter((child) => child !== ""))); };
  made.addEventListener("toggle", () => made.open && made.build());
  if (unfolded) { made.build(); made.open = true; }
  return made;
}

function utteranceEntry(item) {
  const one = data.utterances[item.number], flag = item.risk ? el("b", { class: "risk" }, "! ", el("span", { class: "spoken" }, "meaning at risk ")) : "";
  const head = el("summary", {}, el("h3", {}, flag, `${item.number + 1}  ${one.text}`), el("small", {}, `${nameOf(one.speaker)} · ${one.printed}`));
  return folded(item.id, head, () => utterance(item.number), data.utterances.length <= FEW);
}

function aloneEntry(item) {
  const quote = data.quotes[item.number], source = data.sources[quote.source];
  const about = [quote.who, source.date, quote.kind === "direct" ? "" : quote.kind, quote.sure && quote.sure < 0.8 ? `confidence ${quote.sure}` : ""];
  const where = el("small", {}, link(item.number, outletOf(item.number)), ` · ${about.filter(Boolean).join(" · ")}`);
  return el("div", { id: item.id, class: "quote" }, el("p", {}, `“${quote.words}”`), where);
}

// ---- articles ----------------------------------------------------------------------------------------------------------
let lit = new Set();

function segment(part) {
  if (typeof part === "string") return part;
  const [number, ...inside] = part, quote = data.quotes[number], first = !lit.has(number);
  lit.add(number);
  const mark = el("mark", { id: first ? `q${number}` : undefined, class: quote.kind, tabindex: first ? -1 : undefined }, ...inside.map(segment));
  return mark;
}

const starting = (parts) => parts.flatMap((part) => (typeof part === "string" ? [] : [part[0], ...starting(part.slice(1))]));

function note(number) {
  const quote = data.quotes[number], uncertain = quote.sure && quote.sure < 0.8 ? " ?" : "";
  const said = quote.why !== undefined ? `(${quote.why || "not speech"})` : nameOf(quote.speaker) + uncertain;
  const back = (quote.in || []).map((one) => el("a", { href: `#at=u${one}`, "aria-label": `utterance ${one + 1}` }, String(one + 1)));
  return el("div", {}, said, ...back.flatMap((one) => [" ", one]));
}

function article(number) {
  const source = data.sources[number], seen = new Set();
  return source.lines.map((line) => {
    const fresh = starting(line).filter((quote) => !seen.has(quote) && seen.add(quote));
    return el("div", { class: "line" }, el("div", { class: "margin" }, ...fresh.map(note)), el("p", {}, ...line.map(segment)));
  });
}

function articleEntry(item) {
  const source = data.sources[item.number], about = [data.outlets[source.outlet], source.about].filter(Boolean).join(" · ");
  const head = el("summary", {}, el("h3", {}, source.title), el("small", {}, ` ${about} · ${item.many.toLocaleString("en")} quoted`));
  return folded(item.id, head, () => article(item.number), data.sources.length <= FEW);
}

// ---- lists, of which as much is built as is looked at -------------------------------------------------------------------
const lists = {
  utterances: { entry: utteranceEntry, shown: CHUNK, items: [], made: new Map() },
  alone: { entry: aloneEntry, shown: CHUNK, items: [], made: new Map() },
  articles: { entry: articleEntry, shown: CHUNK, items: [], made: new Map() },
};

function entry(name, item) {
  const list = lists[name];
  if (!list.made.has(item.id)) list.made.set(item.id, list.entry(item));
  return list.made.get(item.id);
}

function fill(name) {
  const list = lists[name], section = find(`#${name}`), box = find(":scope > div", section);
  const entries = list.items.slice(0, list.shown).map((item) => entry(name, item));
  const left = list.items.length - entries.length;
  if (left > 0) entries.push(el("button", { type: "button", "data-list": name }, `Show ${Math.min(left, CHUNK)} of ${left.toLocaleString("en")} more`));
  box.replaceChildren(...entries);
  section.hidden = !list.items.length;
}

function apply() {
  const shown = items.filter((item) => wanted(item));
  const chosen = new Set(shown.map((item) => item.id));
  lists.utterances.items = shown.filter((item) => item.list === "utterances");
  lists.alone.items = shown.filter((item) => item.list === "alone");
  const sources = new Map();
  for (const [number, quote] of data.quotes.entries()) {
    const there = quote.why === undefined && (quote.alone ? chosen.has(`a${number}`) : (quote.in || []).some((one) => chosen.has(`u${one}`)));
    const fits = !state.outlet.size || state.outlet.has(outletOf(number));
    sources.set(quote.source, (sources.get(quote.source) || 0) + (there && fits));
  }
  const every = shown.length === items.length;
  lists.articles.items = data.sources.map((_, number) => ({ id: `s${number}`, number, many: sources.get(number) || 0 })).filter((one) => every || one.many);
  for (const name of Object.keys(lists)) { if (name === "articles") lists[name].made.forEach((made) => made.remove()); fill(name); }
  let room = rows;
  for (const row of document.querySelectorAll("tr[data-utterance]")) row.hidden = !chosen.has(`u${row.dataset.utterance}`) || room-- <= 0;
  const more = find("button[data-rows]");
  if (more) more.hidden = lists.utterances.items.length <= rows;
  controls();
  find("#shown").textContent = `${shown.length.toLocaleString("en")} of ${items.length.toLocaleString("en")} utterances shown`;
}

function choose() {
  for (const list of Object.values(lists)) list.shown = CHUNK;
  state.at = "";
  history.replaceState(null, "", address());
  apply();
}

// ---- the way to one place ----------------------------------------------------------------------------------------------
function home(at) {
  const number = Number(at.slice(1));
  if (at[0] === "q" && data.quotes[number]) return ["articles", `s${data.quotes[number].source}`];
  if (at[0] === "s" && data.sources[number]) return ["articles", at];
  if (at[0] === "u" && data.utterances[number]) return ["utterances", at];
  return at[0] === "a" && data.quotes[number]?.alone ? ["alone", at] : [];
}

function go() {
  document.querySelectorAll(".here").forEach((one) => one.classList.remove("here"));
  const [name, id] = home(state.at);
  if (!name) return;
  if (!lists[name].items.some((item) => item.id === id)) {
    state.speaker.clear(); state.outlet.clear(); state.risk = false; state.search = "";
    apply();
  }
  const list = lists[name], position = list.items.findIndex((item) => item.id === id);
  if (position >= list.shown) { list.shown = position + 1; fill(name); }
  const made = entry(name, list.items[position]);
  if (made.build) { made.build(); made.open = true; }
  const target = document.getElementById(state.at) || made;
  target.classList.add("here");
  (find("summary", target) || target).focus({ preventScroll: true });
  target.scrollIntoView({ block: target.matches("mark") ? "center" : "start" });
}

function start() {
  data = JSON.parse(find("#data").textContent);
  items = listed();
  read();
  apply();
  go();
  const form = find("form");
  form.addEventListener("input", (event) => {
    const { name, value, checked } = event.target;
    if (name === "search") state.search = value;
    else if (name === "risk") state.risk = checked;
    else if (name === "view") { state.view = checked ? "side" : "line"; lists.utterances.made.clear(); }
    else checked ? state[name].add(value) : state[name].delete(value);
    choose();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    state.speaker.clear(); state.outlet.clear(); state.risk = false; state.search = "";
    choose();
  });
  document.addEventListener("click", (event) => {
    const way = event.target.closest("a[href^='#at='], a[href='#main'], button[data-list], button[data-more], button[data-rows]");
    if (!way || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (way.matches("[data-list]")) { lists[way.dataset.list].shown += CHUNK; fill(way.dataset.list); return; }
    if (way.matches("[data-rows]")) { rows = Infinity; apply(); return; }
    if (way.matches("[data-more]")) { open.add(way.dataset.more); controls(); return; }
    event.preventDefault();
    if (way.getAttribute("href") === "#main") { find("#main").focus(); return; }
    state.at = way.getAttribute("href").slice(4);
    history.pushState(null, "", address());
    go();
  });
  window.addEventListener("popstate", () => { lists.utterances.made.clear(); read(); apply(); go(); });
  document.body.dataset.ready = "";
}

// The overview stands there already: it is painted before the rest is read.
requestAnimationFrame(() => setTimeout(start));
