/* 在一片里逐字查找：每页的文字分成一个个字段，含有一个词的得分，名称里的多，正文里的少。 */
"use strict";

/* 条文里的字（article）排在别的页上同样的字后面，所以收录了条文，原来的次序不变。 */
const SCORE = {
  cited: 9000, exact: 1000, asked: 520, also: 510, title: 500, pinyin: 300, heading: 200, text: 100, article: 90, prose: 50,
};
const ANSWER = "问答", LAW = "法规";

/* 把一片里可查的文字排成一个个字段，记下每个字段属于哪一页、每个字在哪些字段里；法规的各条排在最后，从 articles 起。 */
function prepare(head, documents, first) {
  const pages = documents.map(([kind, number, title, path, badge, pinyin, passages, also]) => ({
    kind: head.kinds[kind], number, title, path, passages, also,
    before: label(head.kinds[kind], head.kinds[kind] === ANSWER ? "" : number), after: badgeOf(head.badges[badge]),
    lead: escape(passages[0][2].slice(0, 90)) + (passages[0][2].length > 90 ? "…" : ""),
    exact: [title, number, title.replace(/[？！。]$/u, ""), ...also].map(strip),
    pinyin: syllables(pinyin),
  }));
  const parts = [], owners = [], holders = new Map();
  const add = (page, passage, weight, text) => {
    const part = strip(text);
    if (!part) return;
    for (let i = 0; i < part.length; i++) {
      const code = part.charCodeAt(i);
      let held = holders.get(code);
      if (!held) holders.set(code, (held = []));
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
  return { first, pages, parts, owners, holders, articles };
}

/* 每个词都要有（任一写法），法规的要在同一条里；返回 页 → {分数, 段 → 分数, 不单是条文里有}。 */
function allOf(piece, variants) {
  let hits;
  variants.forEach((words, position) => {
    const found = new Map();
    words.forEach((word, rank) => scan(piece, word, rank ? 0.9 : 1, found));
    if (LETTERS.test(words[0])) scanPinyin(piece, words[0], found);
    if (!position) hits = found;
    else for (const [page, hit] of hits) {
      const both = merged(hit, found.get(page));
      if (both) hits.set(page, both); else hits.delete(page);
    }
  });
  if (variants.length > 1) {
    const phrase = new Map();
    scan(piece, variants.map(([word]) => word).join(""), 1, phrase);
    for (const [page, hit] of hits) hit.score = phrase.has(page) ? phrase.get(page).score + 1 : hit.score * 0.8;
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
function scan({ parts, owners, holders, articles, pages, first }, word, factor, found, end = parts.length) {
  if (!word) return;
  const lists = word.split("").map((one) => holders.get(one.charCodeAt(0)) || []);
  const fewest = lists.reduce((one, other) => (other.length < one.length ? other : one));
  for (const part of fewest) {
    if (part >= end) break;
    if (!parts[part].includes(word)) continue;
    const [page, passage, weight] = owners[part];
    const own = part < articles;
    note(found, first + page, passage, (own && pages[page].exact.includes(word) ? SCORE.exact : weight) * factor, own);
  }
}

function scanPinyin({ pages, first }, word, found) {
  pages.forEach((page, at) => {
    if (sounds(page.pinyin, word)) note(found, first + at, -1, SCORE.pinyin, true);
  });
}

function note(found, page, passage, score, own) {
  let hit = found.get(page);
  if (!hit) found.set(page, (hit = { score: 0, passages: new Map(), own: false }));
  hit.score = Math.max(hit.score, score);
  hit.own = hit.own || own;
  if (passage >= 0) hit.passages.set(passage, Math.max(score, hit.passages.get(passage) || 0));
}

/* 每页含有这些字词中的几个，连同分数的零头。 */
function mostOf(piece, words, end) {
  const total = new Map();
  for (const word of words) {
    const found = new Map();
    scan(piece, word, 1, found, end);
    for (const [page, hit] of found) {
      const sum = total.get(page) || { score: 0, passages: new Map() };
      sum.score += 1 + hit.score / 10000;
      for (const passage of hit.passages.keys()) sum.passages.set(passage, 1 + (sum.passages.get(passage) || 0));
      total.set(page, sum);
    }
  }
  return total;
}
