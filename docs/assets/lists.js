/* 清单页和法规库的筛选、查找、排序；条件写在网址里。每一行的 data-* 是它在各条件下的标识，data-text 是没有显示、也要能找到的字。 */
(() => {
  "use strict";

  const form = document.querySelector(".filters");
  if (!form) return;

  const controls = [...form.elements].filter((control) => control.name);
  const { text, sort } = form.elements;
  const facets = controls.filter((control) => control !== text && control !== sort);
  const [count, toggle, clear, nothing] = ["count", "toggle", "clear", "nothing"]
    .map((name) => document.querySelector(`.filters__${name}`));
  const table = document.querySelector(".filters ~ .table-wrap");
  const { unit } = form.dataset;

  const entries = [...table.querySelectorAll("[data-text]")].map((row) => ({
    row,
    group: row.parentNode,
    marks: facets.map(({ name }) => row.dataset[name]?.split(" ") ?? []),
  }));

  /* 全角半角、大小写、空格都不计较。 */
  const fold = (words) => words.normalize("NFKC").toLowerCase().replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu, "");
  const textOf = (entry) => {
    entry.text ??= [...[...entry.row.cells].slice(0, 3).map((cell) => cell.textContent), entry.row.dataset.text]
      .map(fold).join("\n");
    return entry.text;
  };

  /* 选项后面的数：其余条件都满足时，选它会剩几条；一条不剩的不给选。 */
  const buttons = [...form.querySelectorAll("[aria-pressed]")];
  const choices = facets.map((facet) => [...facet.options ?? buttons].filter((choice) => choice.value));
  const names = new Map(choices.flat().map((choice) => [choice, choice.textContent.replace(/（\d+）$/, "")]));

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
    facets.forEach((facet, at) => {
      for (const choice of choices[at]) {
        const number = counts[at].get(choice.value) ?? 0;
        choice.textContent = `${names.get(choice)}（${number}）`;
        choice.hidden = choice.disabled = !number && choice.value !== wanted[at];
      }
      facet.toggleAttribute("data-chosen", Boolean(wanted[at]));
      if (wanted[at]) facet.parentNode.hidden = false;
    });
    for (const button of buttons) button.ariaPressed = button.value === form.elements.view.value;
    const chosen = wanted.filter(Boolean).length;
    const narrowed = chosen > 0 || words.length > 0;
    toggle.lastElementChild.textContent = chosen ? `（已选 ${chosen} 项）` : "";
    clear.hidden = !narrowed;
    table.hidden = shown === 0;
    nothing.hidden = shown > 0;
    const told = `${narrowed ? `显示 ${shown} ${unit}，` : ""}共 ${entries.length} ${unit}`;
    if (count.textContent !== told) count.textContent = told;
  }

  /* 按别的次序排，就不再分组。 */
  const collator = new Intl.Collator("zh-CN-u-co-pinyin", { numeric: true });
  const status = facets.findIndex((facet) => facet.name === "status");
  const keys = {
    number: ({ row }) => row.cells[0].textContent,
    name: ({ row }) => row.querySelector("a").textContent,
    status: ({ marks }) => choices[status].findIndex((choice) => choice.value === marks[status][0]),
  };
  let order = "";

  function arrange() {
    if (sort.value === order) return;
    order = sort.value;
    const key = keys[order] ?? (({ row }) => row.dataset[order] ?? "9999");
    const sorted = entries.map((entry) => [key(entry), entry]);
    if (order) sorted.sort(([one], [other]) => collator.compare(one, other));
    for (const [, { row, group }] of sorted) (order ? entries[0].group : group).append(row);
    table.toggleAttribute("data-sorted", Boolean(order));
  }

  function restore() {
    const query = new URLSearchParams(location.search);
    for (const control of controls) {
      const value = query.get(control.name) ?? "";
      const known = [...control.options ?? buttons].some((choice) => choice.value === value);
      control.value = known || control === text ? value : "";
    }
    arrange();
    narrow();
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
      /* 从文件打开时不能改网址，筛选照样有效。 */
    }
  }

  let typing;
  const changed = (write) => {
    clearTimeout(typing);
    arrange();
    narrow();
    remember(write);
  };
  const typed = () => {
    narrow();
    clearTimeout(typing);
    typing = setTimeout(remember, 300, "replaceState");
  };
  text.addEventListener("input", (event) => event.isComposing || typed());
  text.addEventListener("compositionend", typed);

  form.addEventListener("change", ({ target }) => changed(target === text ? "replaceState" : "pushState"));
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const button of buttons) {
    button.addEventListener("click", () => {
      form.elements.view.value = button.value;
      changed("pushState");
    });
  }
  for (const button of document.querySelectorAll(".filters__clear")) {
    button.addEventListener("click", () => {
      for (const control of [text, ...facets]) control.value = "";
      changed("pushState");
      count.focus();
    });
  }
  toggle.addEventListener("click", () => {
    toggle.setAttribute("aria-expanded", form.classList.toggle("filters--open"));
  });
  addEventListener("popstate", restore);
  restore();
})();
