/* The report beside the form: find a paragraph, mark words in it, and what they prove goes into the form. */

import { button, freshId, goTo, heading, hide, make, say } from "./make.js";

const SENTENCE = /[^。；！？]+[。；！？]*/g;
const SHORT = 30;

const clipped = (text) => (text.length > SHORT ? `${text.slice(0, SHORT)}…` : text);

export class Report {
  constructor(core, reports, close) {
    Object.assign(this, { core, reports, close, picked: null });
    this.head = heading(2, "从报告里选");
    this.purpose = make("p", { class: "aside" }, "用鼠标或手指划出几个字，或者按“选整段”。划得不必很准，两头会自动补成完整的话。");
    const year = freshId();
    const filter = freshId();
    this.year = make("select", { id: year, class: "desk__text" }, reports.map((one) => make("option", { value: one.year }, `${one.year} 年度`)));
    this.year.value = String(Math.max(...reports.map((one) => one.year)));
    this.filter = make("input", { id: filter, type: "search", class: "desk__text", autocomplete: "off" });
    this.count = make("p", { class: "aside", role: "status" });
    this.list = make("div", { class: "desk__paragraphs" });
    this.bar = make("div", { class: "desk__bar", role: "region", "aria-label": "选中的字", hidden: true });
    this.added = make("p", { class: "desk__added", role: "status" });
    this.node = make("section", { class: "desk__report", "aria-label": "年度报告" },
      make("div", { class: "desk__report-head" }, this.head, button("收起报告", () => this.shut())),
      this.purpose,
      make("div", { class: "desk__seek" },
        make("div", {}, make("label", { for: year }, "哪一年的报告"), this.year),
        make("div", {}, make("label", { for: filter }, "只看有这几个字的段落"), this.filter)),
      this.count, this.list, this.bar, this.added);
    /* What is chosen here is no change of the form. */
    for (const kind of ["input", "change"]) this.node.addEventListener(kind, (event) => event.stopPropagation());
    this.node.addEventListener("keydown", (event) => event.key === "Escape" && this.shut());
    this.year.addEventListener("change", () => this.draw());
    this.filter.addEventListener("input", () => this.narrow());
    this.list.addEventListener("keydown", (event) => this.key(event));
    this.onSelection = () => this.selected();
    this.draw();
  }

  /* Where the evidence goes: the field, the field for figures or null, and the button to return to. */
  use(target) {
    Object.assign(this, target);
    document.addEventListener("selectionchange", this.onSelection);
    say(this.added, "");
  }

  stop() {
    document.removeEventListener("selectionchange", this.onSelection);
  }

  shut() {
    this.stop();
    this.unpick();
    this.close();
  }

  draw() {
    const report = this.reports.find((one) => String(one.year) === this.year.value);
    this.unpick();
    this.paragraphs = report.paragraphs.map(({ label, text }) => {
      const words = make("p", { class: "desk__words" }, text);
      const picker = button("选整段", () => this.pickWhole(one), { class: "desk__button desk__button--small", tabindex: "-1", "aria-label": `选整段：${label}` });
      const node = make("div", { class: "desk__paragraph", tabindex: "-1", role: "group", "aria-label": `${label}，按回车选整段` }, make("div", { class: "desk__paragraph-head" }, make("span", { class: "number" }, label), picker), words);
      const one = { label, text, words, picker, node };
      node.addEventListener("focus", () => this.stand(one));
      return one;
    });
    this.list.replaceChildren(...this.paragraphs.map(({ node }) => node));
    this.narrow();
  }

  narrow() {
    const words = this.filter.value.trim();
    for (const { node, label, text } of this.paragraphs) hide(node, Boolean(words) && !text.includes(words) && !label.includes(words));
    const seen = this.seen();
    say(this.count, words ? (seen.length ? `有 ${seen.length} 段` : "没有哪一段有这几个字") : `共 ${seen.length} 段`);
    if (seen.length) this.stand(seen[0]);
  }

  seen() {
    return this.paragraphs.filter(({ node }) => !node.hidden);
  }

  /* Of all paragraphs one takes the Tab key; arrows go from one to the next. */
  stand(one) {
    for (const other of this.paragraphs) {
      other.node.tabIndex = other === one ? 0 : -1;
      other.picker.tabIndex = other === one ? 0 : -1;
    }
  }

  key(event) {
    const seen = this.seen();
    const at = seen.findIndex(({ node }) => node === event.target);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter") this.pickWhole(seen[at]);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: seen.length - 1 }[event.key];
    if (to === undefined && event.key !== "Enter") return;
    event.preventDefault();
    seen[to]?.node.focus();
  }

  /* Words marked with mouse or finger: both ends inside one paragraph. */
  selected() {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount || !this.list.contains(selection.anchorNode)) return;
    const range = selection.getRangeAt(0);
    const from = this.paragraphs.find(({ words }) => words.contains(range.startContainer));
    if (!from) return;
    const start = range.startContainer === from.words ? 0 : range.startOffset;
    let end = range.endOffset;
    if (!from.words.contains(range.endContainer)) {
      const within = this.paragraphs.find(({ words }) => words.contains(range.endContainer));
      if (within && range.endOffset > 0 && within.text.slice(0, range.endOffset).trim()) {
        this.show(null, "一次只能选一段里的字，请在一段里重新划。");
        return;
      }
      end = from.text.length;
    } else if (range.endContainer === from.words) end = range.endOffset ? from.text.length : 0;
    if (end > start) this.pick(from, start, end);
  }

  pickWhole(one) {
    this.pick(one, 0, one.text.length, true);
    this.take.focus();
  }

  pick(one, start, end, whole = false) {
    this.picked = { one, start, end };
    const words = one.text.slice(start, end);
    this.take = button("用这几个字", () => this.ask(), { class: "desk__button desk__button--main" });
    const sentences = whole ? [...one.text.matchAll(SENTENCE)] : [];
    this.show([
      make("p", {}, make("span", { class: "aside" }, `选中了“${one.label}”的 ${words.length} 个字：`), make("q", {}, words.length > SHORT ? `${words.slice(0, SHORT / 2)}……${words.slice(-SHORT / 2)}` : words)),
      sentences.length > 1 ? this.sentences(one, sentences) : null,
      make("div", { class: "desk__tools" }, this.take, button("不选了", () => this.leave()))]);
  }

  /* For those who cannot mark words: one sentence of the paragraph. */
  sentences(one, found) {
    const id = freshId();
    const select = make("select", { id, class: "desk__text" }, make("option", { value: "" }, "整段都要"), found.map(([words], at) => make("option", { value: at }, clipped(words.trim()))));
    select.addEventListener("change", () => {
      const match = found[select.value];
      this.picked = match ? { one, start: match.index, end: match.index + match[0].length } : { one, start: 0, end: one.text.length };
    });
    return make("div", { class: "desk__field" }, make("label", { for: id }, "只要其中一句"), select);
  }

  show(nodes, words) {
    if (!nodes) this.picked = null;
    this.bar.replaceChildren(...(nodes ?? [make("p", { role: "status" }, words)]).filter(Boolean));
    hide(this.bar, false);
    say(this.added, "");
    this.keepInView();
  }

  /* The bar takes room from the list: what was marked must not go under it. */
  keepInView() {
    const selection = document.getSelection();
    if (!selection?.rangeCount || selection.isCollapsed || !this.list.contains(selection.focusNode)) return;
    const marked = selection.getRangeAt(0).getBoundingClientRect();
    const list = this.list.getBoundingClientRect();
    if (marked.bottom > list.bottom && marked.height < list.height) this.list.scrollTop += marked.bottom - list.bottom + 8;
  }

  unpick() {
    this.picked = null;
    hide(this.bar, true);
    this.bar.replaceChildren();
  }

  leave() {
    const place = this.picked?.one.node;
    this.unpick();
    document.getSelection()?.removeAllRanges();
    (place ?? this.head).focus();
  }

  async ask() {
    const { one, start, end } = this.picked;
    const year = Number(this.year.value);
    this.take.setAttribute("aria-disabled", "true");
    try {
      this.offer(year, one, await this.core.call("select", { year, label: one.label, start, end }));
    } catch (error) {
      this.show([make("p", { role: "alert" }, error.message), make("div", { class: "desk__tools" }, button("不选了", () => this.leave()))]);
    }
  }

  offer(year, one, { quote, figures, told }) {
    const head = make("p", { tabindex: "-1", class: "desk__bar-head" }, quote ? "引文会是：" : "这几个字不能用");
    const boxes = quote && this.figures ? figures.map((figure) => ({ figure, control: make("input", { type: "checkbox" }) })) : [];
    const words = ({ 约数, 数值, 单位, 名称 }) => `${约数 ?? ""}${数值}${单位 ?? ""}${名称 ? `（${名称}）` : ""}`;
    const put = button("加进证据", () => this.put(year, one, quote, boxes.filter(({ control }) => control.checked).map(({ figure }) => figure)), { class: "desk__button desk__button--main" });
    this.picked = { ...this.picked, one };
    this.show([
      head,
      quote ? make("blockquote", { class: "desk__quote" }, quote) : null,
      told ? make("p", {}, told) : null,
      boxes.length ? make("fieldset", { class: "desk__figures" }, make("legend", {}, "里面有数字，要记进“指标”的打勾"), boxes.map(({ figure, control }) => make("label", { class: "desk__choice" }, control, make("span", { class: "desk__choice-words" }, words(figure))))) : null,
      make("div", { class: "desk__tools" }, quote ? put : null, button(quote ? "不要，重新选" : "重新选", () => this.leave()))]);
    head.focus();
  }

  put(year, one, quote, figures) {
    this.evidence.fill({ 报告: String(year), 段落: one.label, 引文: quote });
    for (const figure of figures) this.figures.fill(figure);
    this.leave();
    say(this.added, `已经加进证据：“${clipped(quote)}”${figures.length ? `，并记了 ${figures.length} 个指标，请给它们起个名称` : ""}。还可以接着选。`);
  }
}
