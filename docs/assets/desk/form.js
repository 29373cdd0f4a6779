/* The form of a job: fields, checks while typing, the preview, the way to handing over. */

import * as draft from "./draft.js";
import { Report } from "./evidence.js";
import { widget } from "./fields.js";
import { handedOver } from "./handover.js";
import { button, goTo, heading, hide, make, say } from "./make.js";
import { preview } from "./preview.js";

const PAUSE = 300;

/* Sets what stands at a path inside a value: lists by number, objects by the longest key that fits. */
function setInside(value, path, wanted) {
  if (!path) return wanted;
  const key = Array.isArray(value) ? path.split("/")[0] : Object.keys(value).filter((one) => path === one || path.startsWith(`${one}/`)).pop() ?? path;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[key] = setInside(copy[key] ?? "", path.slice(key.length + 1), wanted);
  return copy;
}

export class Form {
  /* about: what the core told of the form; values: what to fill in, or null for the values it came with; kept: a draft. */
  constructor(desk, about, { values = null, kept = null, told = [], conflicts = [] } = {}) {
    Object.assign(this, { desk, about, reports: desk.reports ?? [], things: desk.things ?? [], result: null, wanted: 0 });
    this.widgets = about.fields.map((field) => widget(field, this));
    this.fill(about.values);
    this.base = this.values();
    const renewed = kept && draft.renewed(kept, this.base);
    if (renewed ?? values) this.fill(renewed?.values ?? values);
    const changed = (renewed?.both ?? []).map((key) => `“${key}”在你写的时候，网站上也改过了；这里留的是你写的。`);
    this.draw(told, [...conflicts, ...changed]);
    this.latest = JSON.stringify(this.values());
    this.first = renewed ?? values ? "" : this.latest;
    this.node.addEventListener("input", (event) => event.isComposing || this.changed());
    this.node.addEventListener("compositionend", () => this.changed());
    this.node.addEventListener("change", () => this.changed());
  }

  get args() {
    return { job: this.about.job, id: this.about.id, values: this.values() };
  }

  values() {
    return { ...this.rest, ...Object.fromEntries(this.widgets.map((one) => [one.field.path, one.value()])) };
  }

  fill(values) {
    this.rest = { ...values };
    for (const one of this.widgets) one.set(values[one.field.path]);
  }

  draw(told, conflicts) {
    const { about } = this;
    this.head = heading(2, about.title);
    this.agreed = conflicts.length ? make("input", { type: "checkbox" }) : null;
    this.summary = make("div", { class: "desk__summary", hidden: true });
    this.whole = make("div", { class: "desk__told" });
    const shown = this.widgets.filter(({ field }) => !field.folded);
    const folded = this.widgets.filter(({ field }) => field.folded);
    this.foldCount = make("span");
    this.fold = folded.length ? make("details", { class: "desk__fold", ontoggle: () => this.grow() }, make("summary", {}, "更多可以写的（不写也可以）", this.foldCount), folded.map(({ node }) => node)) : null;
    this.state = make("p", { class: "desk__state", role: "status" }, "正在看写得对不对…");
    this.stored = make("p", { class: "desk__stored aside" });
    this.storedBad = make("p", { class: "notice", role: "alert", hidden: true });
    this.other = make("p", { class: "notice", role: "alert", hidden: true }, "另一个窗口也在写这张表，存下的只有后写的那一份。请只留一个窗口。");
    this.handButton = button("交出去", () => this.hand(), { class: "desk__button desk__button--main", "aria-disabled": "true" });
    this.after = make("div", { class: "desk__after" });
    this.panel = make("div", { class: "desk__panel", hidden: true });
    const form = make("form", { class: "desk__form", novalidate: true, onsubmit: (event) => event.preventDefault(), "aria-label": about.title },
      this.summary, this.whole, shown.map(({ node }) => node), this.fold,
      make("div", { class: "desk__end" }, this.state, make("div", { class: "desk__tools" }, button("看一看", () => this.see()), this.handButton), this.stored, this.storedBad, this.other));
    this.node = make("div", {},
      this.head,
      about.intro ? make("p", { class: "lead" }, about.intro) : null,
      told.length ? make("div", { class: "notice notice--quiet" }, told.map((line) => make("p", {}, line))) : null,
      conflicts.length ? make("div", { class: "notice desk__conflicts", role: "alert" }, make("p", {}, make("strong", {}, "有几处两边对不上，请看一看：")), make("ul", {}, conflicts.map((line) => make("li", {}, line))), make("label", { class: "desk__choice" }, this.agreed, make("span", {}, "两边都看过了，就照这张表交"))) : null,
      make("div", { class: "desk__work" }, form, this.panel),
      this.after);
  }

  /* Another screen takes the place of this one. */
  leave() {
    clearTimeout(this.timer);
    this.report?.stop();
    this.deaf?.();
  }

  /* Called once the form stands in the page. */
  shown() {
    this.grow();
    this.deaf = draft.onOther(this.about.job, this.about.id, () => hide(this.other, false));
    if (!this.first) this.keep(this.latest, this.values());
    this.check();
  }

  grow() {
    this.every((path, one) => one.grow?.());
  }

  every(visit) {
    for (const one of this.widgets) one.walk(one.field.path, visit);
  }

  byPath() {
    const found = new Map();
    this.every((path, one) => found.set(path, one));
    return found;
  }

  /* Checks: when typing stops; one at a time, the newest replaces one that waits. */
  changed() {
    const values = this.values();
    const text = JSON.stringify(values);
    if (text === this.latest) return;
    this.latest = text;
    this.wanted += 1;
    this.handButton.setAttribute("aria-disabled", "true");
    this.keep(text, values);
    this.stale?.();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.check(), PAUSE);
  }

  keep(text, values) {
    if (text === this.first) {
      draft.drop(this.about.job, this.about.id);
      say(this.stored, "");
      return;
    }
    const stored = draft.save(this.about.job, this.about.id, this.about.title, values, this.base);
    hide(this.storedBad, stored);
    say(this.storedBad, stored ? "" : "这个浏览器存不下没写完的字，请不要关掉这一页，写完就交出去。");
    say(this.stored, stored ? "写的字随时存在这台电脑的浏览器里，关掉再来还在。" : "");
  }

  check() {
    clearTimeout(this.timer);
    if (!this.running) return (this.running = this.run());
    this.next ??= this.running.then(() => {
      this.next = null;
      return this.check();
    });
    return this.next;
  }

  async run() {
    const turn = this.wanted;
    try {
      const result = await this.desk.core.call("check", this.args);
      if (turn === this.wanted) this.tell(result);
    } catch (error) {
      say(this.state, error.message);
    }
    this.running = null;
  }

  tell(result) {
    this.result = result;
    const byPath = this.byPath();
    const at = new Map([...byPath.values()].map((one) => [one, []]));
    const general = [];
    for (const message of result.messages) {
      let path = message.path;
      while (path && !byPath.has(path)) path = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
      if (path) at.get(byPath.get(path)).push(message);
      else general.push(message);
    }
    const hidden = new Set(result.hidden);
    const missing = new Set(result.missing);
    const mend = (message) => this.mend(message);
    for (const [path, one] of byPath) {
      hide(one.node, hidden.has(path));
      one.tell(at.get(one), missing.has(path), mend);
      if (at.get(one).length) one.node.closest("details.desk__row")?.setAttribute("open", "");
      one.offer(result.offers[path] ?? []);
    }
    this.whole.replaceChildren(...general.map((message) => make("div", { class: "desk__message" }, make("p", {}, message.said), message.mend && message.path ? button(message.mend.label, () => {
      mend(message);
      this.head.focus({ preventScroll: true });
    }, { class: "desk__button desk__button--small" }) : null)));
    const inFold = this.fold?.querySelectorAll(".desk__message").length ?? 0;
    say(this.foldCount, inFold ? `：有 ${inFold} 处要改` : "");
    this.handButton.setAttribute("aria-disabled", String(!result.ready));
    this.tellState(result);
    if (!this.summary.hidden) this.summarise();
  }

  tellState({ messages, missing, ready }) {
    const parts = [messages.length ? `有 ${messages.length} 处要改` : "", missing.length ? `还有 ${missing.length} 处没填` : ""].filter(Boolean);
    say(this.state, parts.length ? parts.join("，") : ready ? "没有问题" : "还没有改什么");
    this.state.classList.toggle("desk__state--good", ready);
  }

  mend({ path, mend }) {
    const exact = this.byPath().get(path);
    if (exact) exact.set(mend.value);
    else this.fill(setInside(this.values(), path, mend.value));
    this.changed();
  }

  /* Every fault once, in the order of the form, with a link to its field. */
  faults() {
    const found = [];
    for (const message of this.result.messages.filter(({ path }) => !path)) found.push({ text: message.said, go: () => goTo(this.head) });
    for (const [path, one] of this.byPath()) {
      const go = () => this.goToField(one);
      for (const message of one.messages) if (message.path) found.push({ text: `${this.titleOf(path)}：${message.said}`, go });
      if (one.missing) found.push({ text: `${this.titleOf(path)}：还没填`, go });
    }
    return found;
  }

  titleOf(path) {
    const titles = [];
    this.every((at, one) => {
      if (path !== at && !path.startsWith(`${at}/`)) return;
      const number = /\/(\d+)$/.exec(at)?.[1];
      titles.push(number === undefined || one.field.path ? one.field.title : `第 ${Number(number) + 1} 项`);
    });
    return titles.join(" › ");
  }

  goToField(one) {
    for (let fold = one.node.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    this.grow();
    one.focus();
    one.node.scrollIntoView({ block: "center" });
  }

  summarise() {
    const faults = this.faults();
    hide(this.summary, faults.length === 0);
    this.summary.replaceChildren(
      heading(3, `还不能交：有 ${faults.length} 处`),
      make("ul", {}, faults.map(({ text, go }) => make("li", {}, make("a", { href: "#", onclick: (event) => {
        event.preventDefault();
        go();
      } }, text)))));
    return faults;
  }

  async see() {
    if (!(await this.faultless())) return;
    const region = make("section", { class: "desk__see" });
    const head = heading(2, "发布以后是这样");
    region.setAttribute("aria-label", "发布以后是这样");
    region.append(head, make("p", { role: "status" }, "正在排版…"));
    this.after.replaceChildren(region);
    goTo(head);
    try {
      const result = await this.desk.core.call("see", this.args);
      const old = make("p", { class: "notice", role: "status", hidden: true });
      const renew = button("再看一看", () => this.see());
      region.replaceChildren(head, old, preview(result.html),
        heading(3, "改了什么"),
        result.changes.length ? make("ul", {}, result.changes.map((line) => make("li", {}, line))) : make("p", {}, "什么也没有改。"),
        make("div", { class: "desk__tools" }, button("回到表单", () => goTo(this.head)), renew));
      this.stale = () => {
        hide(old, false);
        say(old, "表单又改过了，下面是改之前的样子。");
      };
    } catch (error) {
      region.replaceChildren(head, make("p", { class: "notice", role: "alert" }, error.message));
    }
  }

  /* Checks all; where there are faults, goes to the first of them. */
  async faultless() {
    this.every((path, one) => { one.touched = true; });
    say(this.state, "正在看写得对不对…");
    await this.check();
    if (!this.result) return false;
    this.tellState(this.result);
    this.every((path, one) => one.mark(true));
    if (!this.result.ready) this.summarise()[0]?.go();
    else hide(this.summary, true);
    return this.result.ready;
  }

  async hand() {
    if (!(await this.faultless())) return;
    if (this.agreed && !this.agreed.checked) {
      goTo(this.agreed);
      return;
    }
    const args = this.args;
    const head = heading(2, "交出去");
    const region = make("section", { class: "desk__hand", "aria-label": "交出去" }, head, make("p", { role: "status" }, "正在备好要交的东西…"));
    this.after.replaceChildren(region);
    this.stale = null;
    goTo(head);
    try {
      if (await this.desk.core.outdated()) {
        region.replaceChildren(head, make("div", { class: "notice", role: "alert" }, make("p", {}, "打开这一页以后，网站更新过。写的字已经存下；请重新打开这一页，接着写，再交。"), button("重新打开", () => location.reload())));
        return;
      }
      const result = await this.desk.core.call("hand", args);
      region.replaceChildren(head, ...handedOver(result, {
        back: () => goTo(this.head),
        done: () => {
          clearTimeout(this.timer);
          draft.drop(args.job, args.id);
          this.desk.go({});
        },
      }));
      this.stale = () => region.replaceChildren(head, make("p", { class: "notice", role: "status" }, "表单又改过了，请再按一次“交出去”。"));
    } catch (error) {
      region.replaceChildren(head, make("p", { class: "notice", role: "alert" }, error.message));
    }
  }

  /* The report beside the form; figures go to the field 指标 that stands beside the evidence, or at the top. */
  openReport(evidence, opener) {
    this.report ??= new Report(this.desk.core, this.reports, () => {
      hide(this.panel, true);
      this.node.classList.remove("desk--beside");
      goTo(this.report.opener);
    });
    let figures = null;
    this.every((path, one) => {
      if (one === evidence) {
        const beside = `${path.slice(0, path.length - evidence.field.path.length)}指标`;
        this.every((at, other) => {
          if (at === beside || (at === "指标" && !figures)) figures = other;
        });
      }
    });
    this.report.use({ evidence, opener, figures: figures?.field.kind === "records" ? figures : null });
    this.panel.replaceChildren(this.report.node);
    if (matchMedia("(min-width: 900px)").matches) this.node.querySelector(".desk__work").append(this.panel);
    else evidence.node.after(this.panel); // one below the other: beside the field that it fills
    hide(this.panel, false);
    this.node.classList.add("desk--beside");
    goTo(this.report.head);
  }
}
