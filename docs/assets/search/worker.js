/* 检索程序：装在主题的搜索框后面，按规范化后的文字逐字查找，不分词，所以页面上有的字都查得到。

   与搜索框的约定（主题规定）：收 {type: 0} 准备、{type: 2, data} 查询；发 {type: 1} 就绪、{type: 3, data: {items}} 结果。
   索引 index.json（编辑指南的在 guide.json，地址里有 in=guide 时用它）：kinds 类别，一样相符的结果照这个次序；badges 状态 [名称, 图形, 色调]；
   synonyms 同义词组；filler 填充词；traditional 繁简对照（两字一对）；
   documents 每页一行 [类别, 编号, 标题, 地址, 状态, 拼音, [[锚点, 标题, 正文], …], [别的叫法, …]]；问答的头一段是结果里显示的回答，末一段是出处；
   法规头一段以外的每段是一条（a-46 是第四十六条，a-120z1 是第一百二十条之一），长的分成几页，标题后面接“：第一条至第二百条”。 */
"use strict";

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
const SNIPPETS = 10;
/* 一部法规最多列出几条。 */
const SECTIONS = 5;
/* 条文里的字（article）排在别的页上同样的字后面，所以收录了条文，原来的次序不变。 */
const SCORE = {
  cited: 9000, exact: 1000, asked: 520, also: 510, title: 500, pinyin: 300, heading: 200, text: 100, article: 90, prose: 50,
};
const IGNORED = /[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu;
const ANSWER = "问答", LAW = "法规";
const NOT_WORDS = /[^\p{L}\p{N}]+/gu;
/* 问答含有问话的几成才列出来；不到后一个数的，要不比别的页含得少。 */
const ENOUGH = 0.12, PLENTY = 0.3;
const HAN = /\p{Script=Han}/u;
/* 写明的一条：前面的字、第、条、之几、款、项、后面的字；没有写“条”的，数字要紧跟在名称后面。 */
const COUNT = "(\\d{1,4}|[零一二三四五六七八九十百千]+)";
const CITED = new RegExp(`^(.*?)(第?)${COUNT}条(?!例)(?:之${COUNT})?(?:第?${COUNT}款)?(?:第?\\(?${COUNT}\\)?项)?(.*)$`, "u");
const ENDS_IN_DIGITS = /^(\D+?)第?(\d{1,4})$/u;
const PART = /(?:第[一二三四五六七八九十]+编.*|：第.+条|：附件)$/u;

let loading;
let latest = 0;

self.onmessage = async ({ data: message }) => {
  if (message.type === SETUP) self.postMessage({ type: READY });
  if (message.type !== QUERY) return;
  const turn = ++latest;
  let items = [];
  if (message.data.trim()) {
    if (!loading) loading = load();
    const index = await loading;
    if (turn !== latest) return;
    items = search(index, message.data);
  }
  self.postMessage({ type: RESULT, data: { items } });
};

async function load() {
  const scope = new URLSearchParams(self.location.search).get("in") === "guide" ? "guide" : "index";
  const address = new URL(`${scope}.json` + self.location.search, self.location);
  const answer = await fetch(address, { cache: "force-cache" });
  return prepare(await answer.json());
}

/* 把可查的文字排成一个个字段，记下每个字段属于哪一页、每个字在哪些字段里；法规的各条排在最后，从 articles 起。 */
function prepare(index) {
  const simple = new Map();
  const pairs = Array.from(index.traditional);
  for (let i = 0; i < pairs.length; i += 2) simple.set(pairs[i], pairs[i + 1]);
  const fold = (text) => {
    let folded = text.normalize("NFKC").toLowerCase();
    if (simple.size) folded = Array.from(folded, (one) => simple.get(one) ?? one).join("");
    return folded;
  };
  const strip = (text) => text.normalize("NFKC").toLowerCase().replace(IGNORED, "");
  const pages = index.documents.map(([kind, number, title, path, badge, pinyin, passages, also]) => ({
    kind: index.kinds[kind], order: kind, number, title, path, passages, also,
    before: label(index.kinds[kind], index.kinds[kind] === ANSWER ? "" : number), after: badgeOf(index.badges[badge]),
    lead: escape(passages[0][2].slice(0, 90)) + (passages[0][2].length > 90 ? "…" : ""),
    exact: [title, number, title.replace(/[？！。]$/u, ""), ...also].map(strip),
    pinyin: syllables(pinyin),
  }));
  const parts = [], owners = [], holders = new Array(0x10000);
  const add = (page, passage, weight, text) => {
    const part = strip(text);
    if (!part) return;
    for (let i = 0; i < part.length; i++) {
      const code = part.charCodeAt(i);
      const held = holders[code] || (holders[code] = []);
      if (held[held.length - 1] !== parts.length) held.push(parts.length);
    }
    owners.push([page, passage, weight]);
    parts.push(part);
  };
  pages.forEach((page, number) => {
    add(number, -1, page.kind === ANSWER ? SCORE.asked : SCORE.title, page.title);
    add(number, -1, SCORE.title, page.number);
    for (const name of page.also) add(number, -1, SCORE.also, name);
    page.passages.forEach(([anchor, heading, text], passage) => {
      if (page.kind === LAW && anchor) return;
      add(number, passage, page.kind === "报告" ? SCORE.text : SCORE.heading, heading);
      add(number, passage, page.kind === "网页" ? SCORE.prose : SCORE.text, text);
    });
  });
  const articles = parts.length;
  pages.forEach((page, number) => {
    if (page.kind === LAW) page.passages.forEach(([anchor, heading, text], passage) => {
      if (!anchor) return;
      add(number, passage, SCORE.heading, heading);
      add(number, passage, SCORE.article, text);
    });
  });
  const synonyms = index.synonyms.map((group) => group.map(strip));
  const filler = index.filler.map(strip).sort((a, b) => b.length - a.length);
  const answers = pages.flatMap((page, number) => (page.kind === ANSWER ? [answerOf(page, number, strip, filler)] : []));
  const laws = pages.flatMap((page, number) => (page.kind === LAW ? [lawOf(page, number, strip)] : []));
  return { pages, parts, owners, holders, articles, synonyms, filler, answers, laws, fold };
}

/* 一页法规是哪一部的（长的法规几页是一部），叫什么。 */
function lawOf(page, number, strip) {
  const [whole, ...names] = [page.title.replace(PART, ""), page.number, ...page.also].map((name) => strip(name).replace(NOT_WORDS, ""));
  return { number, law: whole, names: [whole, ...names].filter(Boolean) };
}

/* 一条问答里拿来比较的字：怎样问（连同去掉填充词的），怎样答，别的；出处不算。 */
function answerOf(page, number, strip, filler) {
  const [first, ...rest] = page.passages.slice(0, -1).map(([, , text]) => strip(text));
  const names = [page.title, ...page.also].map(strip);
  const bare = names.map((name) => without(name, filler).join(""));
  return { number, pinyin: page.pinyin, names, bare, fields: [[first, 0.85], [rest.join("\n"), 0.7]] };
}

/* 拼音连写，并记下每个音节从哪里开始：只从音节开头匹配。几个叫法各占一行。 */
function syllables(pinyin) {
  const starts = new Set();
  let text = "", initials = "";
  for (const line of pinyin.split("\n")) {
    for (const syllable of line.split(" ")) {
      starts.add(text.length);
      text += syllable;
      initials += syllable[0] ?? "";
    }
    text += "\n";
    initials += "\n";
  }
  return { text, starts, initials };
}

function search(index, query) {
  const terms = index.fold(query.slice(0, 200)).split(IGNORED).filter(Boolean);
  if (!terms.length) return [];
  const variants = terms.map((term) => variantsOf(term, index.synonyms));
  const hits = allOf(index, variants);
  const cited = citedIn(index, terms.join(""), !hits.size);
  if (cited) return led(index, cited, hits, variants);
  return owned(hits) ? results(index, hits, variants.flat(), false) : meant(index, terms);
}

/* 有一页不单是条文里有。 */
function owned(hits) {
  return [...hits.values()].some((hit) => hit.own);
}

/* 写明的是哪部法规的哪一条：terms 名称和条号，place 款、项的锚点，laws [页, 段]；没有写明的，没有这一条的，没有。
   没有写是哪部法规的，有这一条的都是；名称写在后面的，要写“第”。loose：不写“条”也算。 */
function citedIn(index, asked, loose) {
  const written = CITED.exec(asked);
  const match = written || (loose && CITED.exec(asked.replace(ENDS_IN_DIGITS, "$1第$2条")));
  if (!match) return null;
  const [, before, ordinal, article, branch, clause, item, after] = match;
  const number = valueOf(article), beside = branch && valueOf(branch);
  const anchor = `a-${number}` + (branch ? `z${beside}` : "");
  let named = ["", index.laws];
  if (without(before + after, index.filler).length) named = called(index, before, !written) || called(index, ordinal && after);
  if (!named) return null;
  const [name, laws] = named;
  const found = laws
    .map((law) => [law.number, index.pages[law.number].passages.findIndex(([one]) => one === anchor)])
    .filter(([, passage]) => passage >= 0);
  if (!found.length) return null;
  const places = [clause, clause && item].map((one) => one && valueOf(one)).filter(Boolean);
  const words = `第${hanNumeral(number)}条` + (branch ? `之${hanNumeral(beside)}` : "");
  return { terms: [name, words].filter(Boolean), place: places.map((one) => `-${one}`).join(""), laws: found };
}

/* 这些字里的法规名称，和叫这个名称的各页。书名号里的才是名称；填充词可以不算。whole：要写到名称的末尾。 */
function called(index, text, whole) {
  const title = text.slice(text.lastIndexOf("《") + 1);
  for (const name of [title.replace(NOT_WORDS, ""), without(title, index.filler).join("")]) {
    const laws = name ? lawsNamed(index, name, whole) : [];
    if (laws.length) return [name, laws];
  }
  return null;
}

/* 叫这个名称的法规的各页：照样是它的，没有就是以它结尾的，含有它的；再没有，就是它缩写的那一部。 */
function lawsNamed({ laws }, name, whole) {
  const ways = [(one) => one === name, (one) => one.endsWith(name), (one) => one.includes(name), (one) => shortens(name, one)];
  for (const way of whole ? ways.slice(0, 2) : ways) {
    const named = new Set(laws.filter(({ names }) => names.some(way)).map(({ law }) => law));
    if (named.size === 1 || (named.size && way !== ways[3])) return laws.filter(({ law }) => named.has(law));
  }
  return [];
}

/* 缩写：每个字照次序都有，末一个字相同，例如“治安处罚法”。 */
function shortens(name, whole) {
  let at = 0;
  for (const one of name) {
    at = whole.indexOf(one, at) + 1;
    if (!at) return false;
  }
  return whole.endsWith(name.slice(-1));
}

/* 写明的那一条在前，别的在后：照样含有所查的字的，没有就是提到这部法规和这一条的。 */
function led(index, { terms, place, laws }, found, variants) {
  const named = terms.map((term) => variantsOf(term, index.synonyms));
  const hits = found.size ? found : allOf(index, named);
  for (const [page, passage] of laws) {
    const passages = new Map(hits.has(page) ? hits.get(page).passages : []);
    hits.set(page, { score: SCORE.cited, passages: passages.set(passage, SCORE.cited), cited: passage, place });
  }
  return results(index, hits, [...named.flat(), ...variants.flat()], false);
}

/* 没有一页照样含有所查的字（只在条文里有的，也先看问答）：填充词不算。
   回答得上的问答在前，只有法规照名称问的更前；其余是剩下的词都有的页，没有就是有得多的；条文太长，别处都没有才比有多少。 */
function meant(index, terms) {
  const words = terms.flatMap((term) => without(term, index.filler));
  const kept = words.length ? words : terms.join("").split(NOT_WORDS).filter(Boolean);
  const variants = kept.map((word) => variantsOf(word, index.synonyms));
  const pieces = piecesOf(kept);
  const whole = kept.length ? allOf(index, variants) : new Map();
  const like = owned(whole) ? whole : mostOf(index, pieces, index.articles);
  const ranked = answersTo(index, kept);
  const answers = !like.size || ranked.slice(0, 1).some(([page, share]) => share >= PLENTY || like.has(page)) ? ranked : [];
  const hits = [whole, like].find((some) => some.size) || mostOf(index, pieces, index.parts.length);
  const near = answers.length ? !whole.has(answers[0][0]) : !whole.size;
  for (const [page, hit] of hits) if (index.pages[page].kind === LAW && hit.score >= SCORE.exact) hit.score *= 3;
  for (const [page, share] of answers) {
    const { passages } = hits.get(page) ?? { passages: new Map() };
    hits.set(page, { score: 2 * SCORE.exact + share, passages });
  }
  return results(index, hits, near ? [...variants.flat(), ...pieces] : variants.flat(), near);
}

/* 去掉填充词和标点，剩下的词。 */
function without(term, filler) {
  let rest = term;
  for (const word of filler) rest = rest.split(word).join(" ");
  return rest.split(NOT_WORDS).filter(Boolean);
}

/* 每条问答含有问话的多少：少见的字词分量重，在“问”“也问”里的分量重，问的就是它的最重。返回 [页, 分数]，多的在前，差得远的不要。 */
function answersTo(index, words) {
  const { answers } = index;
  const sums = answers.map(() => 0);
  let all = 0;
  const weighed = new Map();
  const weigh = (piece) => {
    if (!weighed.has(piece)) weighed.set(piece, weightOf(piece, words, index));
    const one = weighed.get(piece);
    all += one.known ? one.worth : one.worth / 3;
    return one;
  };
  for (const run of words.flatMap((word) => word.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu))) {
    const characters = HAN.test(run) ? Array.from(run) : [run];
    const singles = characters.map(weigh);
    const pairs = characters.slice(1).map((next, at) => weigh(characters[at] + next));
    answers.forEach((_, at) => {
      const has = (pair) => pair?.parts[at] > 0;
      singles.forEach(({ parts, worth }, place) => {
        sums[at] += parts[at] * worth * (has(pairs[place - 1]) || has(pairs[place]) ? 0.5 : 1);
      });
      for (const { parts, worth } of pairs) sums[at] += parts[at] * worth;
    });
  }
  const asked = words.join("");
  answers.forEach(({ bare }, at) => { if (bare.includes(asked)) sums[at] += 2 * all; });
  const best = Math.max(0, ...sums);
  if (best < ENOUGH * all || !all) return [];
  return answers
    .map(({ number }, at) => [number, sums[at] / all])
    .filter(([, share]) => share * all >= best / 2)
    .sort(([one, a], [other, b]) => b - a || one - other);
}

/* 一个字、相邻两字或者整个的字母数字串：每条问答含有它，算多少；含有的越少，它的分量越重。 */
function weightOf(piece, words, { answers, synonyms }) {
  const forms = formsOf(piece, words, synonyms);
  const parts = answers.map((answer) => held(answer, forms));
  const known = parts.filter(Boolean).length;
  return { parts, known, worth: Math.log(1 + answers.length / (known + 0.5)) };
}

/* 一个字词和意思相同的写法：所含的词换成同义词，或者所属的词整个换成同义词。 */
function formsOf(piece, words, synonyms) {
  const forms = new Set([piece]);
  for (const group of synonyms)
    for (const one of group) {
      const inside = piece.includes(one);
      if (inside || (one.includes(piece) && words.some((word) => word.includes(one))))
        for (const other of group) forms.add(inside ? piece.replace(one, other) : other);
    }
  return [...forms];
}

/* 一条问答含有它，算多少：在“问”“也问”里的多，好几个都有的更多；拼音只与这些比。 */
function held({ names, fields, pinyin }, forms) {
  const times = names.filter((name) => forms.some((form) => name.includes(form))).length;
  if (times) return 1 + 0.3 * Math.log(times);
  for (const [text, weight] of fields) if (forms.some((form) => text.includes(form))) return weight;
  return /^[a-z]{2,}$/.test(forms[0]) && sounds(pinyin, forms[0]) ? 1 : 0;
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

/* 每个词都要有（任一写法），法规的要在同一条里；返回 页 → {分数, 段 → 分数, 不单是条文里有}。 */
function allOf(index, variants) {
  let hits;
  variants.forEach((words, position) => {
    const found = new Map();
    words.forEach((word, rank) => scan(index, word, rank ? 0.9 : 1, found));
    if (/^[a-z]{2,}$/.test(words[0])) scanPinyin(index, words[0], found);
    if (!position) hits = found;
    else for (const [page, hit] of hits) {
      const both = merged(hit, found.get(page));
      if (both) hits.set(page, both); else hits.delete(page);
    }
  });
  if (variants.length > 1) {
    const phrase = new Map();
    scan(index, variants.map(([word]) => word).join(""), 1, phrase);
    for (const [page, hit] of phrase) {
      if (!hits.has(page)) continue;
      hits.get(page).score = hit.score + 1;
    }
    for (const [page, hit] of hits) if (!phrase.has(page)) hit.score *= 0.8;
  }
  return hits;
}

/* 两个词都有的：都不单在条文里，是各段；有一个只在条文里，是那些条。 */
function merged(one, other) {
  if (!other) return null;
  const passages = new Map();
  for (const [hit, beside] of [[one, other], [other, one]])
    for (const [passage, score] of hit.passages)
      if (beside.own || beside.passages.has(passage)) passages.set(passage, Math.max(score, passages.get(passage) || 0));
  const own = one.own && other.own;
  return own || passages.size ? { score: Math.min(one.score, other.score), passages, own } : null;
}

/* 在第 end 个以前的字段里找一个词：只看含有它最少见的那个字的。 */
function scan(index, word, factor, found, end = index.parts.length) {
  const { parts, owners, holders, articles, pages } = index;
  if (!word) return;
  const lists = word.split("").map((one) => holders[one.charCodeAt(0)] || []);
  const fewest = lists.reduce((one, other) => (other.length < one.length ? other : one));
  for (const part of fewest) {
    if (part >= end) break;
    if (!parts[part].includes(word)) continue;
    const [page, passage, weight] = owners[part];
    const own = part < articles;
    note(found, page, passage, (own && pages[page].exact.includes(word) ? SCORE.exact : weight) * factor, own);
  }
}

function scanPinyin(index, word, found) {
  index.pages.forEach((page, number) => {
    if (sounds(page.pinyin, word)) note(found, number, -1, SCORE.pinyin, true);
  });
}

function sounds({ text, starts, initials }, word) {
  let at = text.indexOf(word);
  while (at >= 0 && !starts.has(at)) at = text.indexOf(word, at + 1);
  return at >= 0 || initials.includes(word);
}

function note(found, page, passage, score, own) {
  let hit = found.get(page);
  if (!hit) found.set(page, (hit = { score: 0, passages: new Map(), own: false }));
  hit.score = Math.max(hit.score, score);
  hit.own = hit.own || own;
  if (passage >= 0) hit.passages.set(passage, Math.max(score, hit.passages.get(passage) || 0));
}

/* 没有一页含有整句时，拆成相邻两字和整个的字母数字串，含得多的在前。 */
function piecesOf(words) {
  const pieces = new Set();
  for (const run of words.join(" ").match(/\p{Script=Han}+|[\p{L}\p{N}]{2,}/gu) ?? []) {
    const characters = Array.from(run);
    if (!HAN.test(run)) pieces.add(run);
    else for (let i = 0; i + 1 < characters.length; i++) pieces.add(characters[i] + characters[i + 1]);
  }
  return [...pieces].slice(0, 100);
}

function mostOf(index, pieces, end) {
  const total = new Map();
  for (const piece of pieces) {
    const found = new Map();
    scan(index, piece, 1, found, end);
    for (const [page, hit] of found) {
      const sum = total.get(page) ?? { score: 0, passages: new Map() };
      sum.score += 1 + hit.score / 10000;
      for (const passage of hit.passages.keys()) sum.passages.set(passage, 1 + (sum.passages.get(passage) ?? 0));
      total.set(page, sum);
    }
  }
  const best = Math.max(0, ...[...total.values()].map((hit) => hit.score));
  for (const [page, hit] of total) if (hit.score < best / 2) total.delete(page);
  return total;
}

function results(index, hits, words, near) {
  const { pages, fold } = index;
  const ranked = [...hits].sort(([one, a], [other, b]) =>
    b.score - a.score || pages[one].order - pages[other].order || one - other);
  const longest = [...new Set(words)].sort((a, b) => b.length - a.length);
  const groups = ranked.map(([number, hit], rank) =>
    itemsOf(pages[number], hit, rank < SNIPPETS ? longest : [], ranked.length - rank + 1, fold));
  if (near && groups.length) groups[0][0].title = '<span class="near">没有完全匹配，以下为相近结果</span>' + groups[0][0].title;
  return groups;
}

function label(kind, number) {
  const shown = /^[A-Z]{2}-/.test(number) ? `<span class="number">${escape(number)}</span> ` : "";
  return `<span class="kind">${escape(kind)}</span> ${shown}`;
}

function badgeOf(badge) {
  if (!badge) return "";
  const [name, shape, tone] = badge.map(escape);
  return ` <span class="badge" data-tone="${tone}"><span class="badge__shape" aria-hidden="true">${shape}</span>${name}</span>`;
}

/* 主题的约定：一组结果里，地址不带 # 的是页，带 # 的是页里的段。 */
function itemsOf(page, hit, words, score, fold) {
  if (page.kind === ANSWER) return [answered(page, words, score, fold)];
  const item = (location, title, text, points) => ({ location, title, text, score: points, terms: {} });
  const sections = [...hit.passages]
    .filter(([passage]) => page.passages[passage][0])
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, page.kind === LAW ? SECTIONS : undefined)
    .map(([passage]) => {
      const [anchor, heading, text] = page.passages[passage];
      const address = `${page.path}#${anchor}${passage === hit.cited ? hit.place : ""}`;
      return item(address, marked(heading, words, fold), `<p>${around(text, words, fold)}</p>`, score + 0.5);
    });
  const text = sections.length ? "" : `<p>${words.length ? around(page.passages[0][2], words, fold) : page.lead}</p>`;
  return [item(page.path, page.before + marked(page.title, words, fold) + page.after, text, score), ...sections];
}

/* 问答的结果就是回答：先是问题，再是答和金额。主题只给不带 # 的地址显示正文，所以都写在标题里。 */
function answered(page, words, score, fold) {
  const lines = page.passages[0][2].split("\n").map((line) => `<br>${escape(line)}`);
  const title = `${page.before}<b>${marked(page.title, words, fold)}</b>${page.after}${lines.join("")}`;
  return { location: page.path, title, text: "", score, terms: {} };
}

/* 找到的字在原文里的位置。原文里照样有这个词就直接找，否则逐字规范化，记住每个字的来处。 */
function spansOf(text, words, fold) {
  let plain = text.toLowerCase(), origin = null;
  if (plain.length !== text.length || !words.some((word) => plain.includes(word))) [plain, origin] = folded(text, fold);
  const spans = [];
  for (const word of words)
    for (let found = plain.indexOf(word); found >= 0; found = plain.indexOf(word, found + word.length)) {
      const start = origin ? origin[found] : found;
      const end = origin ? origin[found + word.length] : found + word.length;
      if (spans.every(([from, to]) => end <= from || start >= to)) spans.push([start, end]);
    }
  return spans.sort(([a], [b]) => a - b);
}

function folded(text, fold) {
  let plain = "";
  const origin = [];
  let at = 0;
  for (const character of text) {
    const part = fold(character).replace(IGNORED, "");
    plain += part;
    for (let i = 0; i < part.length; i++) origin.push(at);
    at += character.length;
  }
  return [plain, [...origin, at]];
}

function marked(text, words, fold) {
  let html = "", at = 0;
  for (const [start, end] of words.length ? spansOf(text, words, fold) : []) {
    html += escape(text.slice(at, start)) + `<mark>${escape(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escape(text.slice(at));
}

/* 找到的字连同前后文；只在截出来的一小段里标，长文也快。 */
function around(text, words, fold) {
  const first = words.length ? (spansOf(text, words.slice(0, 3), fold)[0]?.[0] ?? 0) : 0;
  let from = Math.max(0, first - 24), to = Math.min(text.length, from + 90);
  if (/[\udc00-\udfff]/.test(text[from] ?? "")) from--;
  if (/[\udc00-\udfff]/.test(text[to] ?? "")) to++;
  const part = marked(text.slice(from, to), words, fold).replace(/\n/g, "　");
  return (from ? "…" : "") + part + (to < text.length ? "…" : "");
}

function escape(text) {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`) : text;
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
