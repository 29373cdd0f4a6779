/* 页面上的小程序。没有它，全部内容照样可读。 */
"use strict";

const find = (selector) => document.querySelector(selector);

/* 主题的搜索框只听按键；粘贴、语音和输入法也要能搜，所以每次内容变化都补一个按键事件。 */
const box = find('[data-md-component="search-query"]');
const announceKey = () => box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
box?.addEventListener("input", (event) => event.isComposing || announceKey());
box?.addEventListener("compositionend", announceKey);

/* 主题用 label 做的菜单、搜索按钮换成真的按钮，键盘和读屏软件才用得了；首页的大搜索框同样打开搜索。 */
const toggles = { __drawer: "打开或关闭菜单", __search: "搜索" };
const opens = (button, toggle) => {
  const tell = () => button.setAttribute("aria-expanded", toggle.checked);
  toggle.addEventListener("change", tell);
  tell();
  button.addEventListener("click", () => {
    toggle.click();
    if (toggle.id === "__search") setTimeout(() => box?.focus(), 50);
  });
};
for (const label of document.querySelectorAll("label.md-header__button[for]")) {
  const toggle = document.getElementById(label.htmlFor);
  if (!(toggle?.id in toggles)) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = label.className;
  button.setAttribute("for", label.htmlFor);
  button.setAttribute("aria-label", toggles[toggle.id]);
  button.append(...label.childNodes);
  label.replaceWith(button);
  opens(button, toggle);
}
const hero = find(".hero__search");
if (hero && box) opens(hero, find("#__search"));

/* 窄屏的菜单：关着时里面的链接不接收焦点；打开后焦点进入，按 Esc 关闭并回到按钮。 */
const drawer = find(".md-sidebar--primary");
const drawerToggle = find("#__drawer");
const narrow = matchMedia("(max-width: 76.234375em)");
const guardDrawer = () => {
  drawer.inert = narrow.matches && !drawerToggle.checked;
};
if (drawer && drawerToggle) {
  guardDrawer();
  narrow.addEventListener("change", guardDrawer);
  drawerToggle.addEventListener("change", () => {
    guardDrawer();
    if (drawerToggle.checked) drawer.querySelector("a")?.focus();
  });
  drawer.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    drawerToggle.checked = false;
    drawerToggle.dispatchEvent(new Event("change"));
    find('.md-header__button[for="__drawer"]')?.focus();
  });
}

/* 长辈版：大字、大按钮，记住选择。 */
const elder = find('[data-tool="elder"]');
if (elder) {
  const tell = () => elder.setAttribute("aria-pressed", document.documentElement.classList.contains("elder"));
  elder.hidden = false;
  tell();
  elder.addEventListener("click", () => {
    __md_set("elder", document.documentElement.classList.toggle("elder"));
    tell();
  });
}

/* 朗读正文：用浏览器自带的语音，没有就不出现。按句送出，可以随时停。 */
const aloud = find('[data-tool="aloud"]');
if (aloud && "speechSynthesis" in window) {
  const tell = (speaking) => {
    aloud.setAttribute("aria-pressed", speaking);
    aloud.textContent = speaking ? "停止朗读" : "朗读本页";
  };
  aloud.hidden = false;
  tell(false);
  aloud.addEventListener("click", () => {
    if (aloud.getAttribute("aria-pressed") === "true") {
      speechSynthesis.cancel();
      tell(false);
      return;
    }
    const sentences = find("#main").innerText.match(/[^。！？；\n]+[。！？；]?/g) ?? [];
    sentences.forEach((sentence, position) => {
      const speech = new SpeechSynthesisUtterance(sentence);
      speech.lang = "zh-CN";
      if (position === sentences.length - 1) speech.addEventListener("end", () => tell(false));
      speechSynthesis.speak(speech);
    });
    tell(sentences.length > 0);
  });
  addEventListener("pagehide", () => speechSynthesis.cancel());
}

/* 复制本页地址、打印。 */
const told = find(".tools__told");
find('[data-tool="copy"]')?.addEventListener("click", async () => {
  await navigator.clipboard.writeText(location.href.split("#")[0]);
  told.textContent = "已复制本页地址";
});
find('[data-tool="print"]')?.addEventListener("click", () => print());
for (const button of document.querySelectorAll('[data-tool="copy"], [data-tool="print"]')) button.hidden = false;

/* 年度报告页：一个按钮收放各段的“本站的说明”；从链接或搜索来到某一段，这一段的先打开。 */
const remarks = [...document.querySelectorAll(".paragraph__remarks")];
const remarksSwitch = find('[data-tool="remarks"]');
if (remarksSwitch) {
  const allShown = () => remarks.every((one) => one.open);
  const tell = () => {
    remarksSwitch.setAttribute("aria-expanded", allShown());
    remarksSwitch.textContent = allShown() ? "收起本站的说明" : "显示本站的说明";
  };
  const openTarget = () => {
    const beside = document.getElementById(location.hash.slice(1))?.querySelector(":scope > .paragraph__remarks");
    if (beside) beside.open = true;
  };
  remarksSwitch.addEventListener("click", () => {
    const open = !allShown();
    for (const one of remarks) one.open = open;
    tell();
  });
  for (const one of remarks) one.addEventListener("toggle", tell);
  addEventListener("hashchange", openTarget);
  openTarget();
  tell();
  remarksSwitch.hidden = false;
}

/* 直接从文件夹打开（不经过服务器）时，文件夹的地址打不开网页，补上文件名。 */
if (location.protocol === "file:") {
  for (const link of document.links) if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
}

/* 法规的某一条：款、项找不到就到这一条；原文分几页的，转到有这一条的那一页。 */
const toArticle = () => {
  const wanted = location.hash.slice(1);
  if (!/^a-[0-9]/.test(wanted) || document.getElementById(wanted)) return;
  for (let anchor = wanted; anchor.includes("-"); anchor = anchor.replace(/-[^-]*$/, "")) {
    if (document.getElementById(anchor)) return location.replace(`#${anchor}`);
  }
  const count = (anchor) => Number(/^a-([0-9]+)/.exec(anchor)[1]);
  const leaves = [...document.querySelectorAll("[data-leaves] [data-from^='a-']")];
  const leaf = leaves.filter((one) => count(one.dataset.from) <= count(wanted)).pop();
  if (leaf?.href) location.replace(`${leaf.href}#${wanted}`);
};
addEventListener("hashchange", toArticle);
toArticle();
