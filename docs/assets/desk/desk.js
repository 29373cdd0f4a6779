/* The editing desk: takes over #desk, starts the core, and draws the screen the address asks for. */

import { gate, jobsScreen, startScreen } from "./choose.js";
import { able, Core } from "./core.js";
import * as draft from "./draft.js";
import { Form } from "./form.js";
import { button, goTo, heading, hide, make, say } from "./make.js";

const FRESH = "新增";
const MEGA = 1024 * 1024;

class Desk {
  constructor(place) {
    this.place = place;
    this.root = place.dataset.root ?? "../";
    this.title = document.title;
    this.turn = 0;
    this.loading = make("div", { class: "desk__loading", tabindex: "-1" });
    this.crumbs = make("nav", { class: "desk__crumbs", "aria-label": "编辑台里的位置", hidden: true });
    this.screen = make("div", { class: "desk__screen" });
    this.memory = make("p", { class: "aside", hidden: true });
  }

  begin() {
    this.core = new Core((progress) => this.showProgress(progress));
    if (!able()) {
      this.core.worker?.terminate();
      this.place.replaceChildren(make("p", { class: "notice" }, "这个浏览器太旧，用不了编辑台。请换新一点的 Chrome、Edge、Firefox 或者 Safari；也可以照", make("a", { href: `${this.root}guide/` }, "编辑指南"), "里写的办法改。"));
      return;
    }
    this.place.classList.add("desk");
    document.querySelector(".md-top")?.remove(); // it would lie on the report; the form has its own ways back
    this.place.replaceChildren(this.loading, this.crumbs, this.screen, this.memory);
    this.core.onMemory = (bytes) => {
      hide(this.memory, false);
      say(this.memory, `编辑台在这台电脑上占内存 ${Math.round(bytes / MEGA)} MB。`);
    };
    this.core.onFailure = (sentence) => this.showFailure(sentence);
    if (this.core.failure) this.showFailure(this.core.failure);
    this.prepare();
    this.listen();
    this.route({ first: true });
  }

  /* Loading */

  prepare() {
    this.bar = make("progress", { id: "desk-progress", max: "1" });
    this.amount = make("span", { role: "status" });
    this.what = make("label", { for: "desk-progress" }, "正在准备编辑台，头一次要等一会儿…");
    this.loading.classList.remove("desk__loading--failed");
    this.loading.replaceChildren(this.what, this.bar, this.amount);
    hide(this.loading, false);
    this.started = this.core.call("start", { day: this.day(), host: this.host() });
    this.started.then((started) => {
      hide(this.screen, false);
      this.reports = started.reports;
      this.things = started.things;
      hide(this.loading, true);
    }, (error) => this.core.failure || this.showFailure(error.message));
  }

  /* The day of this computer, unless its clock is behind the site. */
  day() {
    const now = new Date();
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
    return today > this.place.dataset.day ? today : this.place.dataset.day;
  }

  host() {
    return { new: this.place.dataset.new, edit: this.place.dataset.edit, folder: this.place.dataset.folder, commit: this.place.dataset.commit };
  }

  /* The status speaks in whole tenths, not at every packet. */
  showProgress({ loaded, total, what }) {
    if (what) say(this.what, what);
    if (!total) {
      this.bar.removeAttribute("value");
      say(this.amount, "");
      return;
    }
    this.bar.value = loaded / total;
    const tenth = Math.floor((loaded / total) * 10);
    if (tenth === this.tenth && loaded < total) return;
    this.tenth = tenth;
    say(this.amount, loaded < total ? `已下载 ${(loaded / MEGA).toFixed(1)} MB，共 ${(total / MEGA).toFixed(1)} MB` : "下载完了，正在启动…");
  }

  showFailure(sentence) {
    const again = button("再试一次", () => {
      this.tenth = null;
      this.core.start();
      this.prepare();
      this.loading.focus();
      if (this.form) this.started.then(() => this.form?.check(), () => {});
      else this.route({});
    });
    hide(this.screen, !this.form);
    this.loading.classList.add("desk__loading--failed");
    this.loading.replaceChildren(make("div", { class: "notice", role: "alert" }, make("p", {}, sentence), this.form ? make("p", {}, "写了的字没有丢。") : null, again));
    hide(this.loading, false);
  }

  /* Screens */

  link(asked, ...words) {
    return make("a", { href: `?${new URLSearchParams(asked)}`, onclick: (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.go(asked);
    } }, words);
  }

  go(asked, taken) {
    const query = new URLSearchParams(asked).toString();
    history.pushState(null, "", query ? `?${query}` : location.pathname);
    this.route({ taken });
  }

  show(node, first) {
    this.form?.leave();
    this.form = null;
    this.screen.replaceChildren(node);
    const head = this.screen.querySelector("h2");
    document.title = `${head.textContent} - ${this.title}`;
    if (!first) goTo(head);
  }

  wait(words, first) {
    this.show(make("div", {}, heading(2, words), make("p", { class: "aside" }, "准备好了就打开。")), first);
  }

  async route({ first = false, taken = null }) {
    const turn = (this.turn += 1);
    this.query = location.search;
    const asked = new URLSearchParams(location.search);
    const id = asked.get("new") ?? asked.get("id");
    const job = asked.has("new") ? FRESH : asked.get("job");
    this.crumb(id, job);
    try {
      if (!id) {
        const screen = startScreen(this);
        this.show(screen.node, first);
        screen.fill(await this.started);
        return;
      }
      this.wait(job === FRESH ? FRESH : [id, job].filter(Boolean).join(" "), first);
      await this.started;
      const answer = job ? await this.core.call("form", { job, id }) : await this.core.call("jobs", { id });
      if (turn !== this.turn) return;
      if (job) this.openForm(answer, taken, first);
      else this.show(jobsScreen(this, this.root, answer), first);
    } catch (error) {
      if (turn !== this.turn) return;
      if (this.core.failure) return;
      this.show(make("div", {}, heading(2, "打不开"), make("p", { class: "notice" }, error.message), make("p", {}, this.link({}, "回到编辑台开头"))));
    }
  }

  crumb(id, job) {
    hide(this.crumbs, !id);
    this.crumbs.replaceChildren(this.link({}, "编辑台开头"), ...(id && job && job !== FRESH ? [this.link({ id }, "换一件事做")] : []));
  }

  openForm(about, taken, first) {
    const kept = draft.load(about.job, about.id);
    const open = (filled, quiet) => {
      const form = new Form(this, about, filled);
      this.show(form.node, quiet);
      this.form = form;
      form.shown();
    };
    if (!kept) {
      open(taken ?? {}, first);
      return;
    }
    this.show(gate(kept, taken ? "不要了，用变更单里的" : "扔掉，从头写",
      () => open({ kept }),
      () => {
        draft.drop(about.job, about.id);
        open(taken ?? {});
      }), first);
  }

  /* Slips */

  async takeFile(file, told) {
    try {
      await this.take(await file.text(), told);
    } catch {
      say(told, "这个文件读不了。");
    }
  }

  async take(text, told) {
    say(told, this.reports ? "" : "等编辑台准备好，就打开这份变更单…");
    try {
      const { job, id, values, told: lines, conflicts } = await this.core.call("take", { text });
      this.go(job === FRESH ? { new: id } : { id, job }, { values, told: lines, conflicts });
    } catch (error) {
      say(told, error.message);
    }
  }

  listen() {
    /* A jump to a place on the page is no other screen. */
    addEventListener("popstate", () => location.search === this.query || this.route({}));
    addEventListener("beforeunload", (event) => {
      if (draft.anythingAtRisk()) event.preventDefault();
    });
    const files = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
    addEventListener("dragover", (event) => {
      if (!files(event)) return;
      event.preventDefault();
      this.place.classList.add("desk--drop");
    });
    addEventListener("dragleave", (event) => event.relatedTarget || this.place.classList.remove("desk--drop"));
    addEventListener("drop", (event) => {
      this.place.classList.remove("desk--drop");
      if (!files(event)) return;
      event.preventDefault();
      const told = make("p", { class: "notice", role: "alert" });
      this.screen.prepend(told);
      this.takeFile(event.dataTransfer.files[0], told);
    });
  }
}

const place = document.getElementById("desk");
if (place) new Desk(place).begin();
