/* What a finished form gives: files to commit for those with an account, a slip to send for those without. */

import { button, download, freshId, heading, make, say } from "./make.js";

export function handedOver({ slip, slip_name, files }, { back, done }) {
  return [
    make("p", {}, "写好的东西还没有上网。下面两条路走一条就行。"),
    make("section", { class: "desk__way" },
      heading(3, "没有账号：把变更单发给同事"),
      make("p", {}, "“变更单”是一个小文件，你写的都在里面。下载以后，用平时的办法（邮件、内网、U 盘）发给管网站的同事；对方在这一页打开它，就能看到你写的，接着交。"),
      make("div", { class: "desk__tools" }, button("下载变更单", () => download(slip_name, slip), { class: "desk__button desk__button--main" }), make("span", { class: "aside desk__file" }, slip_name)),
      make("details", { class: "desk__fold" }, make("summary", {}, "看看变更单里写了什么"), make("pre", { tabindex: "0" }, make("code", {}, slip)))),
    make("section", { class: "desk__way" },
      heading(3, "有账号：自己提交到网站的仓库"),
      files.length > 1 ? make("p", {}, `有 ${files.length} 个文件要改，一个一个来。`) : null,
      files.map(file)),
    make("div", { class: "desk__tools" }, button("回到表单", back), button("交好了，清掉这份草稿", done, { class: "desk__button desk__button--quiet" })),
  ];
}

const outward = (words, address) => make("a", { href: address, target: "_blank", rel: "noopener", class: "desk__button desk__button--main" }, words, make("span", { class: "visually-hidden" }, "（在新窗口打开）"));

const LAST = "下一页按“Create pull request”（创建合并请求），同事就看得到了；没有按到这一步，还没有交。";

function file({ path, text, fresh, filled, address }) {
  const name = make("p", { class: "desk__file" }, fresh ? "新文件：" : "要改的文件：", make("code", {}, path));
  const steps = (...each) => make("div", { class: "desk__one" }, name, make("ol", {}, each.map((step) => make("li", {}, step))));
  if (fresh && filled && address) {
    return steps(
      [make("p", {}, "按下面的按钮，会打开一个新网页，里面的字已经填好。"), outward("到网站的仓库里提交", address)],
      ["在那一页按绿色的按钮“Commit changes…”（或“Propose changes”），照提示再按一次确认。", picture("commit", COMMIT)],
      LAST);
  }
  const copier = copying(text);
  if (!address) {
    return make("div", { class: "desk__one" }, name,
      make("p", {}, "这个网站没有写明仓库的地址，请把整个文件交给管仓库的人，替换（或新建）上面写的那个文件。"),
      copier, make("div", { class: "desk__tools" }, button("下载这个文件", () => download(path.split("/").pop(), text))));
  }
  return steps(
    [make("p", {}, fresh ? "字太多，打开时填不进去。先复制整个文件。" : "先复制改好的整个文件。"), copier],
    [make("p", {}, fresh ? "再打开仓库里新建文件的网页。" : "再打开仓库里的这个文件。"), outward(fresh ? "新建这个文件" : "打开这个文件", address)],
    [fresh ? "在那一页的文字框里按 Ctrl+V 粘贴。" : "在那一页的文字框里按 Ctrl+A 全选，再按 Ctrl+V 粘贴，原来的字就换成新的了。", picture("paste", "编辑框里的字全部选中，粘贴以后都换成新的")],
    ["按右上角的绿色按钮“Commit changes…”。", picture("commit", COMMIT)],
    ["在小窗口里写一句改了什么，按“Propose changes”（或“Commit changes”）。", picture("propose", "弹出的小窗口下方的绿色按钮 Propose changes")],
    [fresh ? "" : "下一页列出改动：只该有你改的几处；多出来的，是别人同时改了这个文件，请不要提交，把变更单发给同事。", LAST]);
}

const COMMIT = "编辑页右上角的绿色按钮 Commit changes…";

const picture = (name, words) => make("p", {}, make("img", { src: new URL(`./${name}.svg`, import.meta.url).href, alt: words, width: "320", height: "150", class: "desk__picture" }));

/* The clipboard may be forbidden: then the text stands there, selected. */
function copying(text) {
  const told = make("p", { class: "desk__added", role: "status" });
  const id = freshId();
  const place = make("div");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      say(told, "已经复制。");
    } catch {
      const box = make("textarea", { id, rows: "6", readonly: true, class: "desk__text" });
      box.value = text;
      place.replaceChildren(make("label", { for: id }, "浏览器不让自动复制。下面的字已经选中，请按 Ctrl+C（苹果电脑按 ⌘C）。"), box);
      box.focus();
      box.select();
    }
  };
  return make("div", { class: "desk__tools" }, button("复制整个文件", copy), told, place);
}
