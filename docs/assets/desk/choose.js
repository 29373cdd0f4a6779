/* The screens before a form: what to work on, which job to do, and what is left from last time. */

import * as draft from "./draft.js";
import { button, freshId, heading, make, say } from "./make.js";

const SHOWN = 30;
const PAUSE = 150;

const fold = (words) => words.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

/* Drawn before the core is ready: what needs it comes in with fill(). */
export function startScreen(desk) {
  const later = make("div", {}, make("p", { class: "aside" }, "查找和新增，等上面准备好了就会出现在这里。"));
  const node = make("div", {},
    heading(2, "要改哪一条"),
    later,
    unfinished(desk),
    slips(desk));
  return { node, fill: (started) => later.replaceChildren(finder(desk, started), fresh(desk, started)) };
}

function finder(desk, { things, site, commit }) {
  const from = commit ? `，出自提交 ${commit.slice(0, 10)}` : "";
  const id = freshId();
  const box = make("input", { id, type: "search", class: "desk__text", autocomplete: "off" });
  const count = make("p", { class: "aside", role: "status" });
  const list = make("ul", { class: "desk__list" });
  const folded = things.map((thing) => fold(thing.id + "\n" + thing.name));
  const find = () => {
    const words = fold(box.value);
    const found = words ? things.filter((thing, at) => folded[at].includes(words)) : [];
    list.replaceChildren(...found.slice(0, SHOWN).map((thing) => make("li", {}, desk.link({ id: thing.id }, make("span", { class: "number" }, thing.id), ` ${thing.name}`), make("span", { class: "aside" }, thing.list))));
    const many = found.length > SHOWN ? `，先列 ${SHOWN} 项，再多打几个字` : "";
    say(count, !words ? `${site}，共 ${things.length} 项，数据截至 ${desk.place.dataset.day}${from}` : found.length ? `找到 ${found.length} 项${many}` : "没有找到。换几个字试试，或者只打编号里的数字");
  };
  let timer;
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(find, PAUSE);
  });
  find();
  return make("div", { class: "desk__field" }, make("label", { for: id, class: "desk__label" }, "打编号，或者名称里的几个字"), make("div", { class: "desk__help" }, things.length ? make("p", {}, `例如：${things[0].id}，或者：${things[0].name}`) : null), box, count, list);
}

function fresh(desk, { kinds }) {
  return make("section", {}, heading(3, "新增一条"), make("div", { class: "desk__tools" }, kinds.map(({ kind, title }) => desk.link({ new: kind }, `新增：${title}`))));
}

function unfinished(desk) {
  const drafts = draft.all();
  if (!drafts.length) return null;
  const node = make("section", {}, heading(3, "上次没有交出去的"));
  node.append(make("ul", { class: "desk__list" }, drafts.map((one) => {
    const row = make("li", {},
      desk.link(one.job === "新增" ? { new: one.id } : { id: one.id, job: one.job }, one.title),
      make("span", { class: "aside" }, draft.when(one)),
      button("扔掉", () => {
        draft.drop(one.job, one.id);
        const list = row.parentNode;
        row.remove();
        if (list.children.length) list.querySelector("button").focus();
        else node.replaceChildren(make("p", { tabindex: "-1", role: "status" }, "没有写了一半的了。"));
        node.querySelector("p[tabindex]")?.focus();
      }, { class: "desk__button desk__button--small desk__button--quiet", "aria-label": `扔掉：${one.title}` }));
    return row;
  })));
  return node;
}

function slips(desk) {
  const file = freshId();
  const pasted = freshId();
  const told = make("p", { role: "alert", class: "desk__message-line" });
  const chooser = make("input", { id: file, type: "file", accept: ".yml,.yaml,.txt,text/plain", class: "visually-hidden" });
  chooser.addEventListener("change", async () => {
    if (chooser.files.length) await desk.takeFile(chooser.files[0], told);
    chooser.value = "";
  });
  const box = make("textarea", { id: pasted, rows: "5", class: "desk__text", spellcheck: "false" });
  return make("section", { class: "desk__slips" }, heading(3, "打开变更单"),
    make("p", {}, "同事发来的变更单，在这里打开，也可以用鼠标把它拖进这个网页。"),
    chooser, make("label", { for: file, class: "desk__button desk__chooser" }, "选变更单文件"), told,
    make("details", { class: "desk__fold" }, make("summary", {}, "收到的是一段字，不是文件"),
      make("div", { class: "desk__field" }, make("label", { for: pasted }, "把变更单里的字全部粘贴在这里"), box),
      button("打开", () => desk.take(box.value, told))));
}

export function jobsScreen(desk, root, { id, name, list, address, facts, jobs }) {
  return make("div", {},
    heading(2, /^[A-Z]+-\d+$/.test(id) ? `${id} ${name}` : name),
    make("p", { class: "aside" }, list, " · ", make("a", { href: root + address, target: "_blank", rel: "noopener" }, "看现在的页面", make("span", { class: "visually-hidden" }, "（在新窗口打开）"))),
    facts.length ? make("ul", {}, facts.map((fact) => make("li", {}, fact))) : null,
    heading(3, "要做什么"),
    make("ul", { class: "desk__list desk__jobs" }, jobs.map(({ job, about }) => make("li", {}, desk.link({ id, job }, job), make("span", { class: "aside" }, about)))));
}

/* Before a form that was left: go on, or begin again. */
export function gate(kept, instead, goOn, discard) {
  return make("div", {},
    heading(2, kept.title),
    make("div", { class: "notice" },
      make("p", {}, `上次没有交出去的：${draft.when(kept)} 写的，还存在这台电脑的浏览器里。`),
      make("div", { class: "desk__tools" }, button("接着写", goOn, { class: "desk__button desk__button--main" }), button(instead, discard))));
}
