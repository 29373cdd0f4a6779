/* 引擎的搜索框不能用时（见“换到别的引擎”页）：在“搜索”页放一个框，用的是同一个检索程序 worker.js；
   别的页上，首页的大搜索框和 / 键都转到那一页。 */
"use strict";

{
  const program = new URL(document.currentScript.src);
  const root = new URL("../../", program);
  const page = new URL("search/", root);

  const seek = (heading) => {
    heading.insertAdjacentHTML("afterend", `<div class="finder" role="search">
      <label>要找的字词 <input class="finder__box" type="search" autocomplete="off" spellcheck="false"></label>
      <p role="status"></p>
      <ol class="finder__results"></ol>
    </div>`);
    const finder = heading.nextElementSibling;
    const box = finder.querySelector("input"), told = finder.querySelector("p"), list = finder.querySelector("ol");
    const worker = new Worker(new URL("worker.js" + program.search, program));
    const ask = () => worker.postMessage({ type: 2, data: box.value });
    const row = ([found, ...passages]) => {
      const item = document.createElement("li");
      item.append(...[found, ...passages].map(({ location, title, text }) => {
        const part = document.createElement("div"), link = document.createElement("a");
        link.href = new URL(location, root);
        link.innerHTML = title;
        part.innerHTML = text;
        part.prepend(link);
        return part;
      }));
      return item;
    };
    worker.onmessage = ({ data: { type, data } }) => {
      if (type !== 3) return;
      told.textContent = box.value.trim() ? `找到 ${data.items.length} 页` : "";
      list.replaceChildren(...data.items.slice(0, 100).map(row));
    };
    box.addEventListener("input", (event) => {
      if (event.isComposing) return;
      const address = new URL(location);
      address.searchParams.set("q", box.value);
      history.replaceState(null, "", address);
      ask();
    });
    box.addEventListener("compositionend", () => box.dispatchEvent(new Event("input")));
    box.value = new URLSearchParams(location.search).get("q") ?? "";
    box.focus();
    ask();
  };

  addEventListener("DOMContentLoaded", () => {
    const heading = location.pathname.replace(/index\.html$/, "") === page.pathname && document.querySelector("#main h1");
    if (heading) seek(heading);
    document.querySelector(".hero__search")?.addEventListener("click", () => location.assign(page));
    addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.target.closest("input, textarea, select")) return;
      event.preventDefault();
      if (heading) document.querySelector(".finder__box").focus();
      else location.assign(page);
    });
  });
}
