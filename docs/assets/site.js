/* 页面上的小程序。没有它，全部内容照样可读。 */
"use strict";

/* 主题的搜索框只听按键；粘贴、语音和输入法也要能搜，所以每次内容变化都补一个按键事件。 */
const box = document.querySelector('[data-md-component="search-query"]');
box?.addEventListener("input", (event) => {
  if (!event.isComposing) box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
});
box?.addEventListener("compositionend", () => box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })));

/* 首页的大搜索框：点开搜索，键盘也能用。 */
document.querySelector(".hero__search")?.addEventListener("click", () => box?.focus());
