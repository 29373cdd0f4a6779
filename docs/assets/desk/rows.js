/* A record with its fields; rows of texts and of records that can be added and taken away. */

import { widget } from "./fields.js";
import { Line } from "./lines.js";
import { button, hide, make, say } from "./make.js";
import { Widget } from "./widget.js";

const BRIEF = 12;
const ROWS = 5;

/* One record: its fields under a legend. */
export class Record extends Widget {
  constructor(field, form, legend) {
    super(field, form);
    this.parts = field.fields.map((part) => widget(part, form));
    this.group(make("div", { class: "desk__parts" }, this.parts.map(({ node }) => node)));
    if (legend) this.node.classList.add("desk__record");
    this.lay();
  }

  name(words) {
    say(this.node.querySelector("legend"), words);
  }

  walk(path, visit) {
    visit(path, this);
    for (const part of this.parts) part.walk(`${path}/${part.field.path}`, visit);
  }

  focus() {
    const first = this.parts.find(({ node }) => !node.hidden);
    if (first) first.focus();
    else super.focus();
  }

  /* What is short and needs no explaining stands side by side. */
  lay() {
    for (const { node, field } of this.parts) {
      const short = field.kind === "line" && !field.help && !field.example;
      node.classList.toggle("desk__field--short", short && field.path !== "引文" && String(this.rest?.[field.path] ?? "").length <= BRIEF);
    }
  }

  /* Values without a field of their own are kept as they came. */
  value() {
    return { ...this.rest, ...Object.fromEntries(this.parts.map((part) => [part.field.path, part.value()])) };
  }

  set(value) {
    this.rest = { ...value };
    for (const part of this.parts) part.set(value?.[part.field.path]);
    this.lay();
  }
}

const isEmpty = (value) => (typeof value === "object" && value ? Object.values(value).every(isEmpty) : !value);

const words = (value) => (typeof value === "object" && value ? Object.values(value).map(words).filter(Boolean).join(" ") : value ?? "");

/* Rows that can be added and taken away. */
class Rows extends Widget {
  constructor(field, form, ...beside) {
    super(field, form);
    this.rows = [];
    this.list = make("div", { class: "desk__rows" });
    this.adder = button("添一项", () => {
      this.add().part.focus();
      this.changed();
    });
    this.adder.setAttribute("aria-label", `添一项：${field.title}`);
    this.spoken = make("p", { class: "visually-hidden", role: "status" });
    hide(this.adder, Boolean(field.fixed));
    this.restorer = button("放回刚删去的", () => this.restore(), { hidden: true });
    this.group(this.list, make("div", { class: "desk__tools" }, beside, this.adder, this.restorer), this.spoken);
  }

  add(value) {
    const part = this.part();
    const remover = button("删去", () => this.remove(row), { class: "desk__button desk__button--small desk__button--quiet", hidden: Boolean(this.field.fixed) });
    const row = { part, remover, node: make("div", { class: part instanceof Line ? "desk__row desk__row--line" : "desk__row" }, part.node, remover) };
    if (this.many && value !== undefined) Object.assign(row, this.closed(part, remover));
    this.rows.push(row);
    this.list.append(row.node);
    if (value !== undefined) part.set(value);
    this.number();
    return row;
  }

  /* A row that stands there already, among many: its words, to be opened. */
  closed(part, remover) {
    const brief = make("summary", {});
    return { brief, node: make("details", { class: "desk__row desk__fold" }, brief, part.node, remover) };
  }

  remove(row) {
    const at = this.rows.indexOf(row);
    this.removed = { row, place: at };
    hide(this.restorer, isEmpty(row.part.value()));
    this.rows.splice(at, 1);
    row.node.remove();
    this.number();
    say(this.spoken, `删去了第 ${at + 1} 项，还有 ${this.rows.length} 项`);
    (this.rows[Math.min(at, this.rows.length - 1)]?.remover ?? this.adder).focus();
    this.changed();
  }

  restore() {
    const { row, place: at } = this.removed;
    hide(this.restorer, true);
    if (this.rows[at]) this.rows[at].node.before(row.node);
    else this.list.append(row.node);
    this.rows.splice(at, 0, row);
    this.number();
    say(this.spoken, `放回了第 ${this.rows.indexOf(row) + 1} 项`);
    row.part.focus();
    this.changed();
  }

  number() {
    this.rows.forEach(({ part, remover, brief }, at) => {
      this.name(part, at + 1);
      if (brief) say(brief, `第 ${at + 1} 项：${words(part.value())}`);
      remover.setAttribute("aria-label", `删去第 ${at + 1} 项：${this.field.title}`);
    });
  }

  walk(path, visit) {
    visit(path, this);
    this.rows.forEach(({ part }, at) => part.walk(`${path}/${at}`, visit));
  }

  focus() {
    (this.rows[0]?.part ?? this.adder).focus();
  }

  value() {
    return this.rows.map(({ part }) => part.value());
  }

  set(value) {
    this.rows = [];
    this.list.replaceChildren();
    hide(this.restorer, true);
    this.many = (value ?? []).length > ROWS && this instanceof Records;
    for (const one of value ?? []) this.add(one);
  }
}

export class Lines extends Rows {
  put(word) {
    if (this.value().includes(word)) return;
    const empty = this.rows.find(({ part }) => !part.value());
    if (empty) empty.part.set(word);
    else this.add(word);
  }

  part() {
    return new Line({ title: this.field.title, path: "", suggest: this.field.suggest }, this.form, this.field.title);
  }

  name(part, number) {
    say(part.node.querySelector("label"), `${this.field.title}，第 ${number} 项`);
  }
}

export class Records extends Rows {
  part() {
    return new Record({ title: this.field.title, path: "", fields: this.field.fields }, this.form, true);
  }

  name(part, number) {
    part.name(`第 ${number} 项`);
  }

  /* A row that is still empty takes what is given, else a new one. */
  fill(value) {
    const empty = this.rows.find(({ part }) => isEmpty(part.value()));
    if (empty) empty.part.set(value);
    else this.add(value);
    this.changed();
  }
}

export class Evidence extends Records {
  constructor(field, form) {
    const opener = form.reports.length ? button("从报告里选", () => form.openReport(this, opener), { class: "desk__button desk__button--main" }) : null;
    super(field, form, opener);
    this.opener = opener;
    this.adder.textContent = "自己填一项";
    this.adder.setAttribute("aria-label", `自己填一项：${field.title}`);
  }

  focus() {
    if (this.rows.length || !this.opener) super.focus();
    else this.opener.focus();
  }
}
