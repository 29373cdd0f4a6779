/* 朗读正文：用浏览器自带的中文语音，没有就不出现。一句一句念，念到的标出来，可以暂停、继续、停止。 */
"use strict";

(() => {
  const start = document.querySelector('[data-tool="aloud"]');
  const pause = document.querySelector('[data-tool="pause"]');
  const main = document.getElementById("main");
  if (!main || !window.speechSynthesis || !window.SpeechSynthesisUtterance) return;

  /* 语音：先要普通话的。手机上把 zh-CN 写成 zh_CN。 */
  const voice = () => {
    const voices = speechSynthesis.getVoices().filter(({ lang }) => /^(zh|cmn)([-_]|$)/i.test(lang));
    return voices.find(({ lang }) => /cn|hans|^cmn/i.test(lang)) || voices[0];
  };

  /* 不念的：不是正文的，看不见的，收着的；图形念出来没有意思。 */
  const SILENT = "[hidden], [aria-hidden='true'], script, style, button, select, input, details:not([open]), "
    + ".sheet, .crumbs, .contents, .filters, .filters__nothing, .tools, .neighbours";
  const silent = (element) => {
    if (element.matches(SILENT)) return true;
    const { display, visibility } = getComputedStyle(element);
    return display === "none" || visibility !== "visible";
  };
  const TOO_LONG = 120;

  /* 正文的各句，照阅读的次序：念的话，它从哪里到哪里，在哪一块里。 */
  const sentences = () => {
    const found = [];
    let text = "", range = null, block = null;
    const end = () => {
      if (/[\p{L}\p{N}]/u.test(text)) found.push({ text: text.trim(), range, block });
      text = "";
      range = null;
    };
    const add = (node) => {
      for (const piece of node.data.matchAll(/[^。！？；]*[。！？；]?[”」）]*/gu)) {
        if (!piece[0].trim()) continue;
        if (!range) {
          range = document.createRange();
          range.setStart(node, piece.index);
        }
        range.setEnd(node, piece.index + piece[0].length);
        text += piece[0].replace(/\s+/gu, " ");
        if (/[。！？；][”」）]*$/u.test(piece[0]) || text.length > TOO_LONG) end();
      }
    };
    const read = (element) => {
      const outer = block;
      const apart = !getComputedStyle(element).display.startsWith("inline");
      if (apart) {
        end();
        block = element;
      }
      if (element.dataset.label) text = `${element.dataset.label}：`;
      for (const child of element.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) add(child);
        else if (child.nodeName === "BR") end();
        else if (child.nodeType === Node.ELEMENT_NODE && !silent(child)) read(child);
      }
      if (apart) {
        end();
        block = outer;
      }
    };
    read(main);
    return found;
  };

  /* 标出念到的一句；浏览器标不了字的，标出它所在的一块。 */
  const canMark = Boolean(window.CSS && CSS.highlights && window.Highlight);
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let marked = null;
  const mark = (sentence) => {
    if (marked) marked.block.classList.remove("aloud");
    if (canMark) CSS.highlights.delete("aloud");
    marked = sentence;
    if (!sentence) return;
    if (canMark) CSS.highlights.set("aloud", new Highlight(sentence.range));
    else sentence.block.classList.add("aloud");
    const { top, bottom } = sentence.range.getBoundingClientRect();
    const header = document.querySelector(".md-header").offsetHeight;
    if (top < header || bottom > innerHeight) {
      sentence.block.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
    }
  };

  let queue = [], at = 0, saying = null;

  const tell = () => {
    const begun = queue.length > 0;
    start.textContent = begun ? "停止朗读" : "朗读本页";
    pause.textContent = saying ? "暂停" : "继续";
    pause.hidden = !begun;
  };
  /* 取消以后，浏览器还会报一次“念完”或“出错”：不再是 saying，就不理它。 */
  const silence = () => {
    saying = null;
    speechSynthesis.cancel();
  };
  const stop = () => {
    if (document.activeElement === pause) start.focus();
    queue = [];
    at = 0;
    silence();
    mark(null);
    tell();
  };
  const say = () => {
    if (at === queue.length) {
      stop();
      return;
    }
    const speech = new SpeechSynthesisUtterance(queue[at].text);
    speech.voice = voice() || null;
    speech.lang = speech.voice ? speech.voice.lang : "zh-CN";
    speech.onend = () => {
      if (speech !== saying) return;
      at += 1;
      say();
    };
    speech.onerror = () => {
      if (speech === saying) stop();
    };
    saying = speech;
    mark(queue[at]);
    speechSynthesis.speak(speech);
  };

  start.addEventListener("click", () => {
    if (queue.length) {
      stop();
      return;
    }
    silence();
    queue = sentences();
    say();
    tell();
  });
  /* 暂停就是停在这一句，继续从这一句的开头念：有的手机把浏览器的“暂停”当成取消。 */
  pause.addEventListener("click", () => {
    if (saying) silence();
    else say();
    tell();
  });
  addEventListener("pagehide", stop);

  /* 有的浏览器过一会儿才知道有哪些语音。 */
  const show = () => {
    start.hidden = !voice();
    if (start.hidden && queue.length) stop();
  };
  speechSynthesis.onvoiceschanged = show;
  show();
})();
