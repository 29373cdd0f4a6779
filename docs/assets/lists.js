/* 清单页和法规库的筛选、查找、排序；条件写在网址里。每一行的 data-* 是它在各条件下的标识，data-text 是没有显示、也要能找到的字。
   一页放不下的清单另有 long.js：行从文件里取，看到哪里画到哪里。 */
(() => {
  "use strict";

  const form = document.querySelector(".filters");
  const table = document.querySelector(".filters ~ .table-wrap");
  const long = window.longList;
  if (!form || (table.dataset.drawn && !long)) return;

  const controls = [...form.elements].filter((control) => control.name);
  const { text, sort } = form.elements;
  const facets = controls.filter((control) => control !== text && control !== sort);
  const [count, toggle, clear, nothing] = ["count", "toggle", "clear", "nothing"]
    .map((name) => document.querySelector(`.filters__${name}`));
  const { unit } = form.dataset;
  const headings = [...table.querySelectorAll(".list__group")];

  let entries = [...table.querySelectorAll("[data-text]")].map((row) => ({
    row,
    group: row.parentNode,
    data: row.dataset,
    cells: () => [...row.cells].map((cell) => cell.textContent),
    name: () => row.querySelector("a").textContent,
    words: row.dataset.text,
  }));
  let ordered = entries;
  const total = count.textContent.match(/\d+/)[0];

  /* 全角半角、大小写、空格都不计较。 */
  const fold = (words) => words.normalize("NFKC").toLowerCase().replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu, "");
  const textOf = (entry) => {
    if (!entry.text) entry.text = [...entry.cells().slice(0, 3), entry.words].map(fold).join("\n");
    return entry.text;
  };
  const marksOf = (entry) => {
    if (!entry.marks) entry.marks = facets.map(({ name }) => (entry.data[name] || "").split(" "));
    return entry.marks;
  };

  /* 选项后面的数：其余条件都满足时，选它会剩几条；一条不剩的不给选。 */
  const buttons = [...form.querySelectorAll("[aria-pressed]")];
  const choices = facets.map((facet) => [...(facet.options || buttons)].filter((choice) => choice.value));
  const names = new Map(choices.flat().map((choice) => [choice, choice.textContent.replace(/（\d+）$/, "")]));
  const titles = [...form.querySelectorAll("optgroup")];
  const typedWords = () => text.value.split(/\s+/).map(fold).filter(Boolean);

  function narrow(again) {
    const wanted = facets.map((facet) => facet.value);
    const words = typedWords();
    const counts = facets.map(() => new Map());
    const shown = [];
    for (const entry of ordered) {
      const marks = marksOf(entry);
      const missed = [];
      wanted.forEach((value, at) => value && !marks[at].includes(value) && missed.push(at));
      if (missed.length > 1 || !words.every((word) => textOf(entry).includes(word))) continue;
      if (!missed.length) shown.push(entry);
      for (const at of missed.length ? missed : facets.keys()) {
        for (const mark of marks[at]) counts[at].set(mark, (counts[at].get(mark) || 0) + 1);
      }
    }
    facets.forEach((facet, at) => {
      for (const choice of choices[at]) {
        const number = counts[at].get(choice.value) || 0;
        choice.textContent = `${names.get(choice)}（${number}）`;
        choice.hidden = choice.disabled = !number && choice.value !== wanted[at];
      }
    });
    for (const title of titles) title.hidden = [...title.children].every((choice) => choice.hidden);
    if (long) long.show(asked() ? shown : null, Boolean(order), again);
    else draw(shown);
    nothing.hidden = shown.length > 0;
    const narrowed = words.length > 0 || wanted.some(Boolean);
    say(`${narrowed ? `显示 ${shown.length} ${unit}，` : ""}共 ${total} ${unit}`);
  }

  function draw(found) {
    const shown = new Set(found);
    const groups = new Set(found.map((entry) => entry.group));
    for (const entry of entries) {
      if (entry.row.hidden === shown.has(entry)) entry.row.hidden = !entry.row.hidden;
    }
    for (const heading of headings) heading.hidden = Boolean(order) || !groups.has(heading.parentNode);
    table.hidden = !found.length;
  }

  function say(words) {
    if (count.textContent !== words) count.textContent = words;
  }

  /* 按别的次序排，就不再分组。 */
  const collator = new Intl.Collator("zh-CN-u-co-pinyin", { numeric: true });
  const status = facets.findIndex((facet) => facet.name === "status");
  const keys = {
    number: (entry) => entry.cells()[0],
    name: (entry) => entry.name(),
    status: (entry) => choices[status].findIndex((choice) => choice.value === marksOf(entry)[status][0]),
  };
  let order = "";

  function arrange() {
    if (sort.value === order && ordered.length === entries.length) return;
    order = sort.value;
    const key = keys[order] || ((entry) => entry.data[order] || "9999");
    const sorted = entries.map((entry) => [key(entry), entry]);
    if (order) sorted.sort(([one], [other]) => collator.compare(one, other));
    ordered = sorted.map(([, entry]) => entry);
    if (!long) for (const { row, group } of ordered) (order ? entries[0].group : group).append(row);
  }

  /* 把条件显示在按钮上，再照条件找。长的清单第一次要找时才取它的行。 */
  const asked = () => controls.some((control) => control.value.trim());
  let turn = 0;

  function answer(again) {
    /* 回到这一页时，WebKit 把输入框还原成它的初值。 */
    text.defaultValue = text.value;
    const chosen = facets.filter((facet) => facet.value);
    for (const facet of facets) {
      facet.toggleAttribute("data-chosen", Boolean(facet.value));
      if (facet.value) facet.parentNode.hidden = false;
    }
    for (const button of buttons) button.setAttribute("aria-pressed", button.value === form.elements.view.value);
    toggle.lastElementChild.textContent = chosen.length ? `（已选 ${chosen.length} 项）` : "";
    clear.hidden = !chosen.length && !typedWords().length;
    turn += 1;
    if (!long) find(again);
    else if (asked()) ask(turn, again);
    else if (entries.length) find(again);
    else nothing.hidden = true;
  }

  function find(again) {
    arrange();
    narrow(again);
  }

  function ask(mine, again) {
    const late = setTimeout(say, 300, "正在取整张清单……");
    long.ask(typedWords().length > 0).then((found) => {
      clearTimeout(late);
      if (mine !== turn) return;
      entries = found;
      find(again);
    }, () => {
      clearTimeout(late);
      if (mine !== turn) return;
      long.show(null);
      say("没有取到整张清单，可能是网络不通。可以看下面的分页，或者换一个条件再试。");
    });
  }

  /* 控件照网址摆好；变了的话返回真。有的浏览器在脚本之后才恢复控件，所以页面显示时再摆一次。 */
  function place() {
    const query = new URLSearchParams(location.search);
    const before = controls.map((control) => control.value);
    for (const control of controls) {
      const value = query.get(control.name) || "";
      const known = control === text || [...(control.options || buttons)].some((choice) => choice.value === value);
      control.value = known ? value : "";
    }
    return controls.some((control, at) => control.value !== before[at]);
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
    answer();
    remember(write);
  };
  const typed = () => {
    answer();
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
  addEventListener("popstate", () => {
    place();
    answer(true);
  });
  addEventListener("pageshow", () => place() && answer(true));
  place();
  answer(true);
  form.classList.add("filters--ready");
})();
