/* 搜索页的地址里有 in=guide 时，只查编辑指南。要在主题的程序之前：检索程序的地址由它从页面的设置里读。 */
"use strict";

if (new URLSearchParams(location.search).get("in") === "guide") {
  const settings = document.getElementById("__config");
  const values = JSON.parse(settings.textContent);
  values.search += "&in=guide";
  settings.textContent = JSON.stringify(values);
  const box = document.querySelector('[data-md-component="search-query"]');
  box.placeholder = "搜索编辑指南";
  box.setAttribute("aria-label", box.placeholder);
  const told = document.createElement("p");
  told.className = "notice";
  told.textContent = "现在只查编辑指南。";
  const back = document.createElement("a");
  back.href = location.pathname;
  back.textContent = "查问答、清单、法规和报告";
  told.append(back);
  document.querySelector("#main h1").after(told);
}
