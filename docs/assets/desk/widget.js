/* What every widget has: node, value(), set(value), walk(path, visit), focus(), tell(messages, missing).
   A widget knows nothing of other widgets; what the form needs to hear, it hears as an "input" or "change" event or by changed(). */

import { button, freshId, hide, make } from "./make.js";

/* The frame of a widget: its label, help, example and the place for messages. */
export class Widget {
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
