/* 主题的外框——菜单和搜索框——让键盘和读屏软件也用得了。主题用 label 做的按钮换成真的按钮。 */
"use strict";

(() => {
  const root = document.documentElement;
  const find = (selector) => document.querySelector(selector);
  const STOPS = "a[href], button, input, select, summary";

  const buttonFor = (toggle, name) => {
    const label = find(`label.md-header__button[for="${toggle.id}"]`);
    const button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    button.setAttribute("for", toggle.id);
    button.setAttribute("aria-label", name);
    button.append(...label.childNodes);
    label.replaceWith(button);
    return button;
  };

  /* 一样东西打开时，其余的都不能用；没有 inert 的浏览器，读屏软件不念其余的，焦点由 cycle 留在里面。 */
  let others = [];
  const setApart = (inside) => {
    for (const other of others) {
      other.inert = false;
      other.removeAttribute("aria-hidden");
    }
    others = [];
    if (!inside) return;
    for (let node = inside; node !== document.body; node = node.parentNode) {
      others.push(...[...node.parentNode.children].filter((other) => other !== node && !other.matches("script, label, .md-toggle")));
    }
    for (const other of others) {
      if ("inert" in other) other.inert = true;
      else other.setAttribute("aria-hidden", "true");
    }
  };

  /* Tab 走到头就回到另一头。 */
  const cycle = (inside, event) => {
    const stops = [...inside.querySelectorAll(STOPS)].filter((node) => node.tabIndex >= 0 && node.getClientRects().length
      && getComputedStyle(node).visibility === "visible" && !node.closest("details:not([open]) > :not(summary)"));
    if (event.shiftKey) stops.reverse();
    if (document.activeElement !== stops[stops.length - 1]) return;
    event.preventDefault();
    stops[0].focus();
  };

  /* 主题只给鼠标点的地方，读屏软件不念。 */
  for (const label of document.querySelectorAll("label.md-overlay, label.md-search__overlay, label.md-search__icon")) {
    label.setAttribute("aria-hidden", "true");
  }

  const set = (toggle, open) => {
    if (toggle.checked !== open) toggle.click();
  };

  /* 窄屏的菜单：打开后焦点进入并留在里面，按 Esc 或“关闭菜单”关上，焦点回到按钮。关着的由样式藏起。 */
  const drawer = find(".md-sidebar--primary");
  if (drawer) {
    const toggle = find("#__drawer");
    const narrow = matchMedia("(max-width: 76.234375em)");
    const opener = buttonFor(toggle, "菜单");
    const closer = document.createElement("button");
    closer.type = "button";
    closer.className = "menu__close";
    closer.textContent = "关闭菜单";
    drawer.append(closer);

    const tell = () => {
      const open = toggle.checked && narrow.matches;
      opener.setAttribute("aria-expanded", open);
      setApart(open ? drawer : null);
      for (const [name, value] of [["role", "dialog"], ["aria-modal", "true"], ["aria-label", "菜单"]]) {
        if (open) drawer.setAttribute(name, value);
        else drawer.removeAttribute(name);
      }
      if (open) {
        closer.focus();
        const here = drawer.querySelector('a[aria-current="page"]');
        if (here) here.scrollIntoView({ block: "center" });
      } else if (drawer.contains(document.activeElement)) opener.focus();
    };
    tell();
    toggle.addEventListener("change", tell);
    narrow.addListener(tell);
    opener.addEventListener("click", () => set(toggle, true));
    closer.addEventListener("click", () => set(toggle, false));
    drawer.addEventListener("keydown", (event) => {
      if (event.key === "Escape") set(toggle, false);
      if (event.key === "Tab" && toggle.checked && narrow.matches) cycle(drawer, event);
    });
  }

  /* 主题的程序：列出搜索的结果；宽屏的目录跟着正文走。只取一次，取到了才算。它等页面读完的信号，来迟了就补一次。 */
  let theme = null, parsed = false;
  document.addEventListener("DOMContentLoaded", () => { parsed = true; }, { once: true });
  const themed = () => {
    theme = theme || new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = find("[data-theme-script]").href;
      script.addEventListener("load", () => {
        if (parsed) document.dispatchEvent(new Event("DOMContentLoaded"));
        if (window.document$) done();
        else fail();
      });
      script.addEventListener("error", fail);
      document.body.append(script);
    });
    return theme;
  };
  const narrow = matchMedia("(max-width: 59.984375em)");
  const address = new URLSearchParams(location.search);
  const early = () => !narrow.matches || address.has("q");

  /* 搜索：浏览器能让主题的程序去查，才显出来。窄屏的搜索框一打开，才取主题的程序；取不到，就说用不了（.no-search）。 */
  const dialog = find(".md-search");
  if (dialog && window.Worker && location.protocol !== "file:") {
    const toggle = find("#__search");
    const box = dialog.querySelector("input");
    const openers = [buttonFor(toggle, "搜索"), find(".hero__search")].filter(Boolean);
    let opener = null;

    /* 主题的搜索框只听按键；粘贴、语音和输入法也要能搜，所以每次内容变化都补一个按键事件。 */
    const announceKey = () => box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    box.addEventListener("input", (event) => event.isComposing || announceKey());
    box.addEventListener("compositionend", announceKey);

    /* 过了一会儿还没有结果，说正在查；结果的个数，检索程序另说了的照它说（data-told）；翻到“查其余的”，告诉检索程序接着查（worker.js）。 */
    const SOON = 300;
    const meta = dialog.querySelector(".md-search-result__meta");
    const list = dialog.querySelector(".md-search-result__list");
    let asked = "", waiting = 0;
    const waitFor = (query) => {
      if (query === asked) return;
      asked = query;
      clearTimeout(waiting);
      if (query.trim()) waiting = setTimeout(() => { meta.textContent = "正在查……"; }, SOON);
    };
    box.addEventListener("keyup", () => waitFor(box.value));
    waitFor(address.get("q") || "");
    new MutationObserver(() => clearTimeout(waiting)).observe(meta, { childList: true });
    const channel = window.BroadcastChannel && new BroadcastChannel("search");
    const reached = (entries) => channel && entries.some((entry) => entry.isIntersecting) && channel.postMessage(box.value);
    const end = new IntersectionObserver(reached);
    new MutationObserver(() => {
      const said = list.querySelector("[data-told]"), more = list.querySelector(".near--more");
      if (said) meta.textContent = said.dataset.told;
      end.disconnect();
      if (more) end.observe(more);
    }).observe(list, { childList: true });
    list.addEventListener("click", (event) => event.target.closest("li").querySelector(".near--more") && event.preventDefault());

    /* 关着的时候，窄屏上的框看不见，不接收焦点；打开后窄屏上占满整屏。 */
    const tell = () => {
      const open = toggle.checked;
      for (const one of openers) one.setAttribute("aria-expanded", open);
      box.tabIndex = narrow.matches && !open ? -1 : 0;
      if (find("#__drawer").checked) return;
      setApart(open && narrow.matches ? dialog : null);
      if (!open && opener && dialog.contains(document.activeElement)) opener.focus({ preventScroll: true });
    };
    tell();
    toggle.addEventListener("change", tell);
    narrow.addListener(tell);
    const openFrom = (from) => {
      opener = from;
      set(toggle, true);
      box.focus();
    };
    for (const one of openers) one.addEventListener("click", () => openFrom(one));
    box.addEventListener("focus", ({ relatedTarget }) => {
      if (!toggle.checked) opener = relatedTarget;
    });
    dialog.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !dialog.contains(relatedTarget)) set(toggle, false);
    });

    /* 主题一按 Tab 就关上，一按 Shift 就回到搜索框，结果都走不到：这里不让它知道。 */
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Tab" && event.key !== "Shift") return;
      event.stopPropagation();
      if (event.key === "Shift") return;
      for (const result of dialog.querySelectorAll("ol [tabindex]")) result.removeAttribute("tabindex");
      if (toggle.checked && narrow.matches) cycle(dialog, event);
    });

    const failed = () => {
      root.classList.remove("searches");
      root.classList.add("unsearched");
      if (!toggle.checked) return;
      set(toggle, false);
      find(".no-search").focus();
    };
    toggle.addEventListener("change", () => themed().catch(failed));
    document.addEventListener("keydown", (event) => {
      if (theme || event.key !== "/" || event.target.matches("input, select, textarea")) return;
      event.preventDefault();
      openFrom(document.activeElement);
    });
    if (early() || toggle.checked) themed().then(() => root.classList.add("searches"), failed);
    else root.classList.add("searches");
  }
  const ifEarly = () => early() && themed().catch(() => {});
  narrow.addListener(ifEarly);
  ifEarly();
})();
