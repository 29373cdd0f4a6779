/* 页面上的小程序。没有它，全部内容照样可读。 */
"use strict";

const find = (selector) => document.querySelector(selector);

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

/* 复制本页地址、打印。浏览器不给剪贴板的（例如没有加密的网址），选中地址再复制；还不行就留着地址，请读者自己复制。 */
const told = find(".tools__told");
const copyButton = find('[data-tool="copy"]');
const copySelected = (text) => {
  const field = document.createElement("input");
  field.readOnly = true;
  field.value = text;
  field.setAttribute("aria-label", "本页地址");
  told.textContent = "";
  told.append(field);
  field.select();
  if (document.execCommand("copy")) {
    told.textContent = "已复制本页地址";
    copyButton.focus();
  } else {
    told.prepend("浏览器不让代为复制，地址已经选好，请自己复制：");
    field.select();
  }
};
if (copyButton) {
  copyButton.addEventListener("click", async () => {
    const address = location.href.split("#")[0];
    try {
      await navigator.clipboard.writeText(address);
      told.textContent = "已复制本页地址";
    } catch {
      copySelected(address);
    }
  });
}
const printButton = find('[data-tool="print"]');
if (printButton) printButton.addEventListener("click", () => print());
for (const button of [copyButton, printButton]) if (button) button.hidden = false;

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
    const target = document.getElementById(location.hash.slice(1));
    const beside = target && target.querySelector(":scope > .paragraph__remarks");
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
  if (leaf && leaf.href) location.replace(`${leaf.href}#${wanted}`);
};
addEventListener("hashchange", toArticle);
toArticle();
