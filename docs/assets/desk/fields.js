/* Widgets by kind. Each has: node, value(), set(value), walk(path, visit), focus(), tell(messages, missing).
   A widget knows nothing of other widgets; what the form needs to hear, it hears as an "input" or "change" event or by changed(). */

import { button, freshId, hide, make, say } from "./make.js";

const RADIOS = 7;
const FILTER_FROM = 15;
const BRIEF = 12;
const FOLD_FROM = 4;
const ROWS = 5;

/* The frame of a widget: its label, help, example and the place for messages. */
class Widget {
  constructor(field, form) {
    Object.assign(this, { field, form, touched: false });
    this.id = freshId();
    this.told = make("div", { class: "desk__told", id: `${this.id}-told` });
    this.unfilled = make("span", { class: "desk__unfilled", hidden: true }, "还没填");
    this.messages = [];
  }

  words() {
    const { title, required } = this.field;
    return [title, required ? make("span", { class: "desk__must" }, "（必填）") : null, this.unfilled];
  }

  hints() {
    const { help, example } = this.field;
    const lines = [help, example && `例如：${example}`].filter(Boolean);
    return lines.length ? make("div", { class: "desk__help", id: `${this.id}-help` }, lines.map((line) => make("p", {}, line))) : null;
  }

  described() {
    return [this.field.help || this.field.example ? `${this.id}-help` : "", this.told.id].filter(Boolean).join(" ");
  }

  /* One control under a label. */
  single(control, ...beside) {
    control.id = this.id;
    control.setAttribute("aria-describedby", this.described());
    if (this.field.required) control.setAttribute("aria-required", "true");
    this.control = control;
    this.node = make("div", { class: "desk__field" }, make("label", { for: this.id, class: "desk__label" }, this.words()), this.hints(), this.told, make("div", { class: "desk__controls" }, control, beside));
    this.watch();
  }

  /* Several controls under a legend. */
  group(...inside) {
    this.node = make("fieldset", { class: "desk__field desk__group", id: this.id, tabindex: "-1", "aria-describedby": this.described() },
      make("legend", { class: "desk__label" }, this.words()), this.hints(), this.told, inside);
    this.watch();
  }

  /* A word that may stand here, to be filled in by a press. */
  word(word) {
    return button(`写“${word}”`, () => {
      this.put(word);
      this.changed();
    }, { class: "desk__button desk__button--small desk__button--quiet" });
  }

  put(word) {
    this.set(word);
    this.focus();
  }

  /* Words that the other fields make likely. */
  offer(words) {
    const said = JSON.stringify(words);
    if (said === (this.offers ?? "[]")) return;
    this.offers = said;
    this.offered ??= this.node.appendChild(make("div", { class: "desk__tools" }));
    this.offered.replaceChildren(...words.map((word) => this.word(word)));
  }

  watch() {
    this.node.addEventListener("focusout", (event) => {
      if (this.node.contains(event.relatedTarget)) return;
      this.touched = true;
      this.mark();
    });
  }

  focus() {
    (this.control ?? this.node).focus();
  }

  walk(path, visit) {
    visit(path, this);
  }

  changed() {
    this.form.changed();
  }

  tell(messages, missing, mend) {
    this.missing = missing;
    const same = JSON.stringify(messages) === JSON.stringify(this.messages);
    this.messages = messages;
    this.mend = mend;
    this.mark(same);
  }

  /* Colour of fault for what is wrong, and for what is missing once the clerk has been here. */
  mark(same = false) {
    const late = this.missing && this.touched;
    hide(this.unfilled, !this.missing);
    this.unfilled.classList.toggle("desk__unfilled--late", Boolean(late));
    const wrong = this.messages.length > 0 || late;
    this.node.classList.toggle("desk__field--wrong", Boolean(wrong));
    if (this.control) {
      if (wrong) this.control.setAttribute("aria-invalid", "true");
      else this.control.removeAttribute("aria-invalid");
    }
    if (same) return;
    this.told.replaceChildren(...this.messages.map((message) => make("div", { class: "desk__message" },
      make("p", {}, message.said),
      message.mend ? button(message.mend.label, () => {
        this.mend(message);
        this.focus();
      }, { class: "desk__button desk__button--small" }) : null)));
  }
}

class Line extends Widget {
  constructor(field, form, label) {
    super(field, form);
    const box = make("textarea", { rows: "1", class: "desk__text", spellcheck: "false", autocomplete: "off" });
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) event.preventDefault();
    });
    box.addEventListener("input", (event) => {
      if (!event.isComposing && /[\r\n]/.test(box.value)) {
        const at = box.selectionStart;
        box.value = box.value.replace(/\r?\n|\r/g, " ");
        box.setSelectionRange(at, at);
      }
      this.grow();
    });
    if (field.suggest) this.suggest(box);
    else this.single(box, (field.words ?? []).map((word) => this.word(word)));
    if (label) {
      this.node.querySelector("label").classList.add("visually-hidden");
      say(this.node.querySelector("label"), label);
    }
  }

  /* Numbers of entries: what stands behind one is told beside it. */
  suggest(box) {
    this.named = make("p", { class: "desk__about", role: "status" });
    box.addEventListener("input", () => this.tellName());
    this.single(box);
    this.node.append(this.named);
  }

  tellName() {
    if (!this.named) return;
    const thing = this.form.things.find(({ id }) => id === this.control.value.trim());
    say(this.named, thing ? thing.name : "");
  }

  grow() {
    const box = this.control;
    if (!box.offsetParent) return;
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
  }

  value() {
    return this.control.value;
  }

  set(value) {
    this.control.value = value ?? "";
    this.tellName();
    this.grow();
  }
}

class Day extends Widget {
  constructor(field, form) {
    super(field, form);
    const text = make("input", { type: "text", class: "desk__text desk__text--date", inputmode: "text", autocomplete: "off" });
    const picker = make("input", { type: "date", class: "desk__picker", "aria-label": `${field.title}：从日历里选` });
    picker.addEventListener("input", (event) => event.stopPropagation());
    picker.addEventListener("change", () => {
      if (picker.value) text.value = picker.value;
      this.changed();
    });
    text.addEventListener("input", () => this.turn());
    this.picker = picker;
    const words = (field.words ?? []).map((word) => this.word(word));
    this.single(text, make("span", { class: "desk__pick" }, make("span", { "aria-hidden": "true" }, "或者从日历里选："), picker), words);
  }

  turn() {
    this.picker.value = /^\d{4}-\d\d-\d\d$/.test(this.control.value) ? this.control.value : "";
  }

  value() {
    return this.control.value;
  }

  set(value) {
    this.control.value = value ?? "";
    this.turn();
  }
}

const option = (type, name, { value, label = value, about }) => {
  const control = make("input", { type, name, value });
  return { control, value, label, words: value + label + (about ?? ""), node: make("label", { class: "desk__choice" }, control, make("span", { class: "desk__choice-words" }, label, about && about !== label ? make("span", { class: "desk__about" }, about) : null)) };
};

/* Many choices of which one is made already are folded away behind it. */
function folded(choices, words) {
  const summary = make("summary", {}, words());
  const fold = make("details", { class: "desk__fold desk__fold--chosen" }, summary, choices);
  const tell = () => say(summary, words());
  return { fold, tell };
}

class Radios extends Widget {
  constructor(field, form) {
    super(field, form);
    const none = field.required ? [] : [{ value: "", about: "" }];
    this.options = [...none, ...field.choices].map((choice) => option("radio", this.id, choice));
    if (none.length) this.options[0].node.querySelector("span").append("不选");
    const choices = make("div", { class: "desk__choices" }, this.options.map(({ node }) => node));
    this.fold = this.options.length > FOLD_FROM ? folded(choices, () => `${this.value() || "还没有选"}（展开可以换）`) : null;
    choices.addEventListener("change", () => this.fold?.tell());
    this.group(this.fold?.fold ?? choices);
    if (!field.required) this.set("");
  }

  focus() {
    if (this.fold) this.fold.fold.open = true;
    (this.options.find(({ control }) => control.checked) ?? this.options[0])?.control.focus();
  }

  value() {
    return this.options.find(({ control }) => control.checked)?.value ?? "";
  }

  set(value) {
    for (const one of this.options) one.control.checked = one.value === (value ?? "");
    this.show(Boolean(value));
  }

  show(chosen) {
    if (!this.fold) return;
    this.fold.tell();
    this.fold.fold.open = !chosen;
  }
}

class Select extends Widget {
  constructor(field, form) {
    super(field, form);
    const select = make("select", { class: "desk__text" }, make("option", { value: "" }, "请选择"), field.choices.map(({ value, label = value }) => make("option", { value }, label)));
    this.about = make("p", { class: "desk__about", id: `${this.id}-about` });
    select.addEventListener("change", () => this.explain());
    this.single(select);
    this.node.append(this.about);
    select.setAttribute("aria-describedby", `${this.described()} ${this.about.id}`);
  }

  explain() {
    say(this.about, this.field.choices.find(({ value }) => value === this.control.value)?.about ?? "");
  }

  value() {
    return this.control.value;
  }

  set(value) {
    this.control.value = value ?? "";
    /* A word that is not among the choices stays visible: the check tells what is wrong with it. */
    if (value && this.control.value !== value) {
      this.control.append(make("option", { value }, value));
      this.control.value = value;
    }
    this.explain();
  }
}

class Boxes extends Widget {
  constructor(field, form) {
    super(field, form);
    this.chosen = [];
    this.options = field.choices.map((choice) => option("checkbox", this.id, choice));
    this.list = make("div", { class: "desk__choices" }, this.options.map(({ node }) => node));
    this.list.addEventListener("change", ({ target }) => {
      this.chosen = this.chosen.filter((value) => value !== target.value);
      if (target.checked) this.chosen.push(target.value);
      this.count();
    });
    this.order = make("p", { class: "desk__about", role: "status" });
    const many = this.options.length > FILTER_FROM;
    if (many) this.list.classList.add("desk__choices--long");
    this.fold = this.options.length > FOLD_FROM ? folded([many ? this.filter() : null, this.list].filter(Boolean), () => "展开可以换") : null;
    this.group(this.order, this.fold?.fold ?? this.list);
  }

  filter() {
    const id = freshId();
    const box = make("input", { type: "search", id, class: "desk__text", autocomplete: "off" });
    box.addEventListener("input", (event) => {
      event.stopPropagation();
      const words = box.value.trim();
      for (const one of this.options) hide(one.node, Boolean(words) && !one.words.includes(words) && !one.control.checked);
    });
    box.addEventListener("change", (event) => event.stopPropagation());
    return make("div", { class: "desk__filter" }, make("label", { for: id }, "找一找（打几个字，下面只留有这几个字的）"), box);
  }

  count() {
    const labels = this.chosen.map((word) => this.options.find(({ value }) => value === word).label);
    say(this.order, labels.length > 1 ? `选了 ${labels.length} 项，先后是：${labels.join("、")}` : labels.length ? `选了：${labels[0]}` : "");
  }

  focus() {
    if (this.fold) this.fold.fold.open = true;
    (this.options.find(({ control }) => control.checked) ?? this.options[0])?.control.focus();
  }

  value() {
    return [...this.chosen];
  }

  set(value) {
    this.chosen = [...(value ?? [])];
    for (const word of this.chosen) {
      if (this.options.some((one) => one.value === word)) continue;
      const one = option("checkbox", this.id, { value: word, about: "" });
      this.options.push(one);
      this.list.append(one.node);
    }
    for (const one of this.options) one.control.checked = this.chosen.includes(one.value);
    this.count();
    if (this.fold) this.fold.fold.open = !this.chosen.length;
  }
}

/* One record: its fields under a legend. */
class Record extends Widget {
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

/* Rows that can be added and taken away. */
const words = (value) => (typeof value === "object" && value ? Object.values(value).map(words).filter(Boolean).join(" ") : value ?? "");

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
    this.removed = { row, at };
    hide(this.restorer, isEmpty(row.part.value()));
    this.rows.splice(at, 1);
    row.node.remove();
    this.number();
    say(this.spoken, `删去了第 ${at + 1} 项，还有 ${this.rows.length} 项`);
    (this.rows[Math.min(at, this.rows.length - 1)]?.remover ?? this.adder).focus();
    this.changed();
  }

  restore() {
    const { row, at } = this.removed;
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

class Lines extends Rows {
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

class Records extends Rows {
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

class Evidence extends Records {
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

const KINDS = { line: Line, date: Day, choices: Boxes, lines: Lines, records: Records, record: Record, evidence: Evidence };

export function widget(field, form) {
  if (field.kind === "choice") return field.choices.length > RADIOS ? new Select(field, form) : new Radios(field, form);
  return new (KINDS[field.kind] ?? Line)(field, form);
}
