/* 清单页的筛选、查找和排序；条件写在网址里，可以转发。没有它，整张清单照样在页面上。
   每一行的 data-* 是它在各条件下的取值（标识，空格隔开），data-text 是行里没有显示、但也要能找到的字。 */
(() => {
  "use strict";

  const form = document.querySelector(".filters");
  if (!form) return;

  const controls = [...form.elements].filter((control) => control.name);
  const { text, sort } = form.elements;
  const facets = controls.filter((control) => control !== text && control !== sort);
  const count = form.querySelector(".filters__count");
  const toggle = form.querySelector(".filters__toggle");
  const clear = form.querySelector(".filters__clear");
  const nothing = document.querySelector(".filters__nothing");
  const body = document.querySelector("tr[data-entry]").parentNode;
  const table = body.closest(".table-wrap");

  const entries = [...body.rows].map((row) => ({
    row,
    marks: facets.map(({ name }) => row.dataset[name]?.split(" ") ?? []),
    name: row.cells[1].textContent,
    due: row.dataset.due ?? "9999",
  }));

  /* 与全站搜索一样：全角半角、大小写、空格都不计较。 */
  const fold = (words) => words.normalize("NFKC").toLowerCase().replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu, "");
  const textOf = (entry) => {
    entry.text ??= [...[...entry.row.cells].slice(0, 4).map((cell) => cell.textContent), entry.row.dataset.text]
      .map(fold).join("\n");
    return entry.text;
  };

  /* 每个选项后面的数：其余条件都满足时，选它会剩几条。 */
  const choices = facets.map((facet) => [...facet.options].filter((option) => option.value));
  const names = new Map(choices.flat().map((option) => [option, option.text.replace(/（\d+）$/, "")]));

  function narrow() {
    const wanted = facets.map((facet) => facet.value);
    const words = text.value.split(/\s+/).map(fold).filter(Boolean);
    const counts = facets.map(() => new Map());
    let shown = 0;
    for (const entry of entries) {
      const missed = [];
      wanted.forEach((value, at) => value && !entry.marks[at].includes(value) && missed.push(at));
      const found = missed.length < 2 && words.every((word) => textOf(entry).includes(word));
      const hidden = !found || missed.length > 0;
      if (entry.row.hidden !== hidden) entry.row.hidden = hidden;
      if (!found) continue;
      if (!hidden) shown += 1;
      for (const at of hidden ? missed : facets.keys()) {
        for (const mark of entry.marks[at]) counts[at].set(mark, (counts[at].get(mark) ?? 0) + 1);
      }
    }
    choices.forEach((options, at) => {
      for (const option of options) {
        const number = counts[at].get(option.value) ?? 0;
        option.text = `${names.get(option)}（${number}）`;
        option.disabled = number === 0 && !option.selected;
      }
    });
    const chosen = wanted.filter(Boolean).length;
    const narrowed = chosen > 0 || words.length > 0;
    facets.forEach((facet, at) => facet.toggleAttribute("data-chosen", Boolean(wanted[at])));
    toggle.lastElementChild.textContent = chosen ? `（已选 ${chosen} 项）` : "";
    clear.hidden = !narrowed;
    table.hidden = shown === 0;
    nothing.hidden = shown > 0;
    const told = narrowed ? `显示 ${shown} 条，共 ${entries.length} 条` : `共 ${entries.length} 条`;
    if (count.textContent !== told) count.textContent = told;
  }

  const collator = new Intl.Collator("zh-CN-u-co-pinyin", { numeric: true });
  const states = choices[0].map((option) => option.value);
  const orders = {
    "": () => 0,
    name: (one, other) => collator.compare(one.name, other.name),
    status: (one, other) => states.indexOf(one.marks[0][0]) - states.indexOf(other.marks[0][0]),
    due: (one, other) => (one.due > other.due) - (one.due < other.due),
  };
  let order = "";

  function arrange() {
    if (sort.value === order) return;
    order = sort.value;
    body.append(...[...entries].sort(orders[order]).map((entry) => entry.row));
  }

  function restore() {
    const query = new URLSearchParams(location.search);
    for (const control of controls) {
      control.value = query.get(control.name) ?? "";
      if (control.selectedIndex < 0) control.value = "";
    }
    narrow();
    arrange();
  }

  function remember(write) {
    const query = new URLSearchParams(location.search);
    for (const control of controls) {
      query.delete(control.name);
      if (control.value.trim()) query.set(control.name, control.value.trim());
    }
    const search = String(query) && `?${query}`;
    if (search === location.search) return;
    try {
      history[write](null, "", location.pathname + search + location.hash);
    } catch {
      /* 直接从文件打开时浏览器不让改网址：筛选照样有效。 */
    }
  }

  let typing;
  const typed = () => {
    narrow();
    clearTimeout(typing);
    typing = setTimeout(remember, 300, "replaceState");
  };
  text.addEventListener("input", (event) => event.isComposing || typed());
  text.addEventListener("compositionend", typed);

  form.addEventListener("change", ({ target }) => {
    clearTimeout(typing);
    narrow();
    arrange();
    remember(target === text ? "replaceState" : "pushState");
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const button of document.querySelectorAll(".filters__clear")) {
    button.addEventListener("click", () => {
      for (const control of [text, ...facets]) control.value = "";
      clearTimeout(typing);
      narrow();
      remember("pushState");
      count.focus();
    });
  }
  toggle.addEventListener("click", () => {
    toggle.setAttribute("aria-expanded", form.classList.toggle("filters--open"));
  });
  addEventListener("popstate", restore);
  restore();
})();
