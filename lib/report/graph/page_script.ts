/** What the page does: it moves the picture, finds nodes and shows what is known of one. */
export const PAGE_SCRIPT = `
"use strict";
const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId("data").textContent);
const stage = byId("stage"), svg = stage.querySelector("svg"), view = byId("view");
const whole = svg.viewBox.baseVal;
const size = { width: whole.width, height: whole.height };
const nodes = new Map([...svg.querySelectorAll(".node")].map((node) => [node.dataset.id, node]));
const edges = [...svg.querySelectorAll(".edge")];
const known = new Map(data.nodes.map((node) => [node.id, node]));
let at = { x: 0, y: 0, scale: 1 };
svg.removeAttribute("viewBox");

function place() {
  view.setAttribute("transform", "translate(" + at.x + " " + at.y + ") scale(" + at.scale + ")");
}
function fit() {
  const box = stage.getBoundingClientRect();
  const scale = Math.min(box.width / size.width, box.height / size.height, 1.5);
  at = { x: (box.width - size.width * scale) / 2, y: (box.height - size.height * scale) / 2, scale };
  place();
}
function zoom(factor, x, y) {
  const scale = Math.min(8, Math.max(0.02, at.scale * factor));
  const by = scale / at.scale;
  at = { x: x - (x - at.x) * by, y: y - (y - at.y) * by, scale };
  place();
}
function zoomMiddle(factor) {
  zoom(factor, stage.clientWidth / 2, stage.clientHeight / 2);
}
function center(node) {
  const box = node.querySelector("rect").getBBox();
  at.x = stage.clientWidth / 2 - (box.x + box.width / 2) * at.scale;
  at.y = stage.clientHeight / 2 - (box.y + box.height / 2) * at.scale;
  place();
}
stage.addEventListener("wheel", (event) => {
  event.preventDefault();
  const box = stage.getBoundingClientRect();
  zoom(Math.exp(-event.deltaY / 500), event.clientX - box.left, event.clientY - box.top);
}, { passive: false });

let drag;
stage.addEventListener("pointerdown", (event) => {
  drag = { x: event.clientX - at.x, y: event.clientY - at.y, from: [event.clientX, event.clientY] };
  stage.classList.add("dragged");
});
addEventListener("pointermove", (event) => {
  if (!drag) return;
  at.x = event.clientX - drag.x;
  at.y = event.clientY - drag.y;
  place();
});
addEventListener("pointerup", (event) => {
  if (!drag) return;
  const [x, y] = drag.from;
  const moved = Math.hypot(event.clientX - x, event.clientY - y) > 4;
  drag = undefined;
  stage.classList.remove("dragged");
  if (!moved && stage.contains(event.target)) choose(event.target.closest(".node")?.dataset.id);
});
svg.addEventListener("keydown", (event) => {
  if (event.key === "Enter") choose(event.target.closest(".node")?.dataset.id);
});

function element(name, text, parent) {
  const made = document.createElement(name);
  made.textContent = text;
  parent.append(made);
  return made;
}
function list(lines, parent) {
  const items = element("ul", "", parent);
  for (const line of lines) element("li", line, items);
}
function choose(id) {
  const facts = byId("facts");
  facts.replaceChildren();
  for (const node of nodes.values()) node.classList.remove("chosen", "faint");
  for (const edge of edges) edge.classList.remove("faint");
  const node = known.get(id);
  if (!node) return;
  const near = new Set([id]);
  for (const edge of edges) {
    const isNear = edge.dataset.from === id || edge.dataset.to === id;
    edge.classList.toggle("faint", !isNear);
    if (isNear) near.add(edge.dataset.from).add(edge.dataset.to);
  }
  for (const [other, shape] of nodes) shape.classList.toggle("faint", !near.has(other));
  nodes.get(id).classList.add("chosen");
  element("h2", node.name, facts);
  list(node.facts, facts);
  for (const edge of data.edges) {
    if (edge.from !== id && edge.to !== id) continue;
    const other = edge.from === id ? edge.to : edge.from;
    const head = element("h3", edge.kind + (edge.from === id ? " → " : " ← "), facts);
    const link = element("button", known.get(other)?.name ?? other, head);
    link.addEventListener("click", () => { choose(other); center(nodes.get(other)); });
    if (edge.facts.length > 0) list(edge.facts, facts);
  }
}

const search = byId("search");
let found = [], next = 0;
search.addEventListener("input", () => {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  found = [];
  next = 0;
  for (const { id, name, facts } of data.nodes) {
    const text = (name + " " + facts.join(" ")).toLowerCase();
    const isFound = words.length > 0 && words.every((word) => text.includes(word));
    nodes.get(id)?.classList.toggle("found", isFound);
    nodes.get(id)?.classList.toggle("faint", words.length > 0 && !isFound);
    if (isFound) found.push(id);
  }
  byId("count").textContent = words.length === 0 ? "" : found.length + " found";
});
search.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || found.length === 0) return;
  const id = found[next++ % found.length];
  choose(id);
  center(nodes.get(id));
});
byId("in").addEventListener("click", () => zoomMiddle(1.3));
byId("out").addEventListener("click", () => zoomMiddle(1 / 1.3));
byId("fit").addEventListener("click", fit);
addEventListener("resize", fit);
fit();
`;
