/* 字和词：怎样算同一个字，一个词有哪些写法，数字的汉字写法。 */
"use strict";

const IGNORED = /[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu;
const NOT_WORDS = /[^\p{L}\p{N}]+/gu;
const HAN = /\p{Script=Han}/u;
const LETTERS = /^[a-z]{2,}$/;

/* 比较时的字：全角半角、大小写、空白不分。 */
function strip(text) {
  return text.normalize("NFKC").toLowerCase().replace(IGNORED, "");
}

/* 去掉填充词和标点，剩下的词。 */
function without(term, filler) {
  let rest = term;
  for (const word of filler) rest = rest.split(word).join(" ");
  return rest.split(NOT_WORDS).filter(Boolean);
}

/* 一个词的各种写法：原样、同义词、第46条与第四十六条。 */
function variantsOf(term, synonyms) {
  const all = new Set([term]);
  for (const group of synonyms)
    for (const word of group)
      if (term.includes(word)) for (const other of group) all.add(term.replace(word, other));
  for (const one of [...all]) {
    all.add(one.replace(/\d{1,4}(?=[条款项])/g, (digits) => hanNumeral(Number(digits))));
    all.add(one.replace(/[零一二三四五六七八九十百千]+(?=[条款项])/g, (han) => String(number(han))));
  }
  return [...all];
}

/* 没有一页含有整句时，拆成相邻两字和整个的字母数字串，含得多的在前。 */
function piecesOf(words) {
  const pieces = new Set();
  for (const run of words.join(" ").match(/\p{Script=Han}+|[\p{L}\p{N}]{2,}/gu) || []) {
    const characters = Array.from(run);
    if (!HAN.test(run)) pieces.add(run);
    else for (let i = 0; i + 1 < characters.length; i++) pieces.add(characters[i] + characters[i + 1]);
  }
  return [...pieces].slice(0, 100);
}

/* 拼音连写，并记下每个音节从哪里开始：只从音节开头匹配。几个叫法各占一行。 */
function syllables(pinyin) {
  const starts = new Set();
  let text = "", initials = "";
  for (const line of pinyin.split("\n")) {
    for (const syllable of line.split(" ").filter(Boolean)) {
      starts.add(text.length);
      text += syllable;
      initials += syllable[0];
    }
    text += "\n";
    initials += "\n";
  }
  return { text, starts, initials };
}

function sounds({ text, starts, initials }, word) {
  let at = text.indexOf(word);
  while (at >= 0 && !starts.has(at)) at = text.indexOf(word, at + 1);
  return at >= 0 || initials.includes(word);
}

const DIGITS = "零一二三四五六七八九", UNITS = ["", "十", "百", "千"];

function hanNumeral(value) {
  let han = "";
  String(value).split("").forEach((digit, position, all) => {
    const place = all.length - 1 - position;
    if (digit !== "0") han += DIGITS[digit] + UNITS[place];
    else if (han && !han.endsWith("零") && all.slice(position).some((other) => other !== "0")) han += "零";
  });
  return han.replace(/^一十/, "十") || "零";
}

/* 一个数，写成数字的或者汉字的；不是规范的写法（例如“四六”），不是数。 */
function valueOf(text) {
  if (/^\d+$/.test(text)) return Number(text);
  return hanNumeral(number(text)) === text ? number(text) : NaN;
}

function number(han) {
  let total = 0, digit = 0;
  for (const one of han) {
    const unit = UNITS.indexOf(one);
    if (unit > 0) { total += (digit || 1) * 10 ** unit; digit = 0; }
    else digit = DIGITS.indexOf(one);
  }
  return total + digit;
}
