/* 深色还是浅色：选过就照选的，没有选过就随系统。放在页头，页面不会先闪一下。 */
"use strict";

(() => {
  const button = document.querySelector('[data-tool="scheme"]');
  const dark = button.dataset.mdColorScheme, light = document.body.dataset.mdColorScheme;
  const system = matchMedia("(prefers-color-scheme: dark)");
  let chosen = null;
  try {
    chosen = __md_get("scheme");
  } catch {
    /* 读不了存储：随系统。 */
  }

  const show = () => {
    const scheme = chosen || (system.matches ? dark : light);
    document.body.dataset.mdColorScheme = scheme;
    button.setAttribute("aria-pressed", scheme === dark);
  };
  show();
  /* 页头读完了才显出来：旁边的搜索按钮还没有读到，先显出来的会让位。 */
  document.addEventListener("DOMContentLoaded", () => { button.hidden = false; });
  button.addEventListener("click", () => {
    chosen = document.body.dataset.mdColorScheme === dark ? light : dark;
    __md_set("scheme", chosen);
    show();
  });
  if (system.addEventListener) system.addEventListener("change", show);
})();
