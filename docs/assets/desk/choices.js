/* One word of a list, or several: many are folded away behind what is chosen. */

import { freshId, hide, make, say } from "./make.js";
import { Widget } from "./widget.js";

const FILTER_FROM = 15;
const FOLD_FROM = 4;

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

export class Radios extends Widget {
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

export class Select extends Widget {
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

export class Boxes extends Widget {
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
