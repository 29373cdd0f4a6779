/* 主题的脚本要用的四个函数（名称由主题规定），以及上次选过的长辈版。放在最前面，页面不会先闪一下。 */
"use strict";

var __md_scope = new URL("..", document.currentScript.src);

function __md_hash(text) {
  let hash = 0;
  for (const character of text) hash = (hash << 5) - hash + character.charCodeAt(0);
  return hash;
}

function __md_get(key, storage = localStorage, scope = __md_scope) {
  return JSON.parse(storage.getItem(scope.pathname + "." + key));
}

function __md_set(key, value, storage = localStorage, scope = __md_scope) {
  try {
    storage.setItem(scope.pathname + "." + key, JSON.stringify(value));
  } catch {
    /* 浏览器不让存：这次照样生效，只是下次不记得。 */
  }
}

document.documentElement.classList.replace("no-js", "js");

/* 搜索由 frame.js 显出来；页面都取完了还没有，就说明搜索用不了，见 .no-search。 */
addEventListener("load", () => {
  const { classList } = document.documentElement;
  classList.toggle("unsearched", !classList.contains("searches"));
});

try {
  document.documentElement.classList.toggle("elder", Boolean(__md_get("elder")));
} catch {
  /* 读不了存储：用普通版。 */
}
