/* 结果的样子：名称、类别、状态、找到的字连同前后文。 */
"use strict";

/* 一部法规最多列出几条；前几个结果标出找到的字。 */
const SECTIONS = 5, SNIPPETS = 10;

/* 排好的结果，没有查完的最多 count 个；前几个再看全文，标出找到的字。 */
async function results(session, hits, words, near, count) {
  const { library, goOn } = session;
  const ranked = [...hits].sort(([one, a], [other, b]) => b.score - a.score || one - other);
  if (!complete(session)) ranked.splice(count);
  const longest = [...new Set(words)].sort((a, b) => b.length - a.length);
  const full = await Promise.all(ranked.slice(0, SNIPPETS).map(async ([number]) => {
    const piece = await pieceAt(library, pieceOf(library, number));
    return piece.pages[number - piece.first];
  }));
  goOn();
  const groups = ranked.map(([, hit], rank) =>
    itemsOf(full[rank] || hit.page, hit, rank < SNIPPETS ? longest : [], ranked.length - rank + 1, library.fold));
  if (near && groups.length) groups[0][0].title = '<span class="near">没有完全匹配，以下为相近结果</span>' + groups[0][0].title;
  return groups;
}

/* 没有查完的：结果的个数（data-told，见 frame.js）换成“最相符的几个”，末尾说明还有。 */
function unfinished(groups) {
  const count = `最相符的 ${groups.length} 个`;
  groups[0][0].title = `<span data-told="${count}"></span>${groups[0][0].title}`;
  return [item("", `<span class="near near--more">${count}在上面，往下翻再查其余的。</span>`, "", 0)];
}

function failed(already) {
  const shown = already ? `最相符的 ${already} 个在上面，其余的` : "";
  return [item("", `<span class="near" data-told="没有查成">${shown}没有查成：索引没有取到，网络可能断了。再输入一个字，会再查一次；也可以在首页看各张清单。</span>`, "", 0)];
}

/* 主题规定的一个结果。 */
function item(location, title, text, score) {
  return { location, title, text, score, terms: {} };
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
  const sections = [...hit.passages]
    .filter(([passage]) => page.passages[passage] && page.passages[passage][0])
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
  return item(page.path, `${page.before}<b>${marked(page.title, words, fold)}</b>${page.after}${lines.join("")}`, "", score);
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
  const [span] = words.length ? spansOf(text, words.slice(0, 3), fold) : [];
  let from = Math.max(0, (span ? span[0] : 0) - 24), to = Math.min(text.length, from + 90);
  if (/[\udc00-\udfff]/.test(text[from] || "")) from--;
  if (/[\udc00-\udfff]/.test(text[to] || "")) to++;
  const part = marked(text.slice(from, to), words, fold).replace(/\n/g, "　");
  return (from ? "…" : "") + part + (to < text.length ? "…" : "");
}

function escape(text) {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`) : text;
}
