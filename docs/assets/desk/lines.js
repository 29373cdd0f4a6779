/* One line of text; a date with its picker. */

import { make, say } from "./make.js";
import { Widget } from "./widget.js";

export class Line extends Widget {
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

export class Day extends Widget {
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
