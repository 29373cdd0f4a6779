/* 一页放不下的清单：要找的时候才取它的行（rows.json）和没有显示、也要能找到的字（words.json），找到的先画一百行，看到末尾再画。 */
(() => {
  "use strict";

  const BATCH = 100;
  const PAUSE = 500; /* 自己画到这么多行就停一停，要按按钮才往下画，页尾才到得了 */

  const form = document.querySelector(".filters");
  const wrap = document.querySelector("[data-drawn]");
  const pages = document.querySelector(".stretches");
  const rest = document.querySelector(".filters__rest");
  if (!form || !wrap) return;
  const table = wrap.querySelector("table");
  const more = rest.querySelector("button");
  const columns = table.tHead.rows[0].cells.length;

  /* 取过的不再取；没有取到的，下次再取。 */
  const files = {};
  function file(name) {
    if (!files[name]) {
      files[name] = fetch(name).then((answer) => {
        if (!answer.ok) throw new Error(name);
        return answer.json();
      });
      files[name].catch(() => delete files[name]);
    }
    return files[name];
  }

  /* 一格是一个元素：标签、属性，然后是里面的字和元素。 */
  const wordsIn = (node) => (typeof node === "string" ? node : node.slice(2).map(wordsIn).join(""));
  const linkIn = (node) => node.slice(2).find((one) => one[0] === "a");
  function made(node) {
    if (typeof node === "string") return document.createTextNode(node);
    const [tag, attributes, ...within] = node;
    const element = document.createElement(tag);
    for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name]);
    element.append(...within.map(made));
    return element;
  }

  let entries;
  function read({ cells, groups }) {
    return [].concat(...groups.map(([group, rows]) => rows.map(([id, data, ...numbers]) => ({
      id,
      group,
      data,
      nodes: () => numbers.map((number) => cells[number]),
      cells: () => numbers.map((number) => wordsIn(cells[number])),
      name: () => wordsIn(numbers.map((number) => linkIn(cells[number])).find(Boolean)),
    }))));
  }

  const ask = (words) => Promise.all([file("rows.json"), words && file("words.json")]).then(([rows, found]) => {
    if (!entries) entries = read(rows);
    if (found && !entries[0].words) entries.forEach((entry, at) => { entry.words = found[at]; });
    return entries;
  });

  let found = [];
  let drawn = 0;
  let grouped = true;
  let body;
  let group;

  function begin(title) {
    group = title;
    body = table.createTBody();
    if (!title) return;
    const heading = ["th", { scope: "rowgroup", colspan: columns }, title];
    body.append(made(["tr", { class: "list__group" }, heading]));
  }

  function draw() {
    const next = found.slice(drawn, drawn + BATCH);
    const rows = next.map((entry) => {
      if (!body || (grouped && entry.group !== group)) begin(grouped ? entry.group : "");
      const row = made(["tr", { [`data-${wrap.dataset.drawn}`]: entry.id }, ...entry.nodes()]);
      body.append(row);
      return row;
    });
    drawn += next.length;
    const left = found.length - drawn;
    rest.hidden = !left;
    more.textContent = `再显示 ${Math.min(BATCH, left)} ${form.dataset.unit}（还有 ${left} ${form.dataset.unit}）`;
    return rows[0];
  }

  /* 没有条件时 shown 是空的，页面上是各分页。again：回到这一页，照离开时画到的地方画。 */
  function show(shown, sorted, again) {
    for (const old of [...table.tBodies]) old.remove();
    body = null;
    found = shown || [];
    drawn = 0;
    grouped = !sorted;
    pages.hidden = Boolean(shown);
    wrap.hidden = !found.length;
    rest.hidden = true;
    if (!found.length) return;
    const left = (again && history.state) || {};
    do draw(); while (drawn < Math.min(left.drawn || 0, found.length));
    if (left.top) scrollTo(0, left.top);
  }

  more.addEventListener("click", () => draw().querySelector("a").focus({ preventScroll: true }));
  if (window.IntersectionObserver) {
    const reached = (entries) => drawn % PAUSE && entries.some((entry) => entry.isIntersecting) && draw();
    const near = new IntersectionObserver(reached, { rootMargin: "600px" });
    near.observe(rest);
  }
  addEventListener("pagehide", () => {
    if (drawn) history.replaceState({ drawn, top: scrollY }, "");
  });

  window.longList = { ask, show };
})();
