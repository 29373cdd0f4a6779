/* 写明的一条：哪部法规，第几条、款、项。 */
"use strict";

/* 前面的字、第、条、之几、款、项、后面的字；没有写“条”的，数字要紧跟在名称后面。 */
const COUNT = "(\\d{1,4}|[零一二三四五六七八九十百千]+)";
const CITED = new RegExp(`^(.*?)(第?)${COUNT}条(?!例)(?:之${COUNT})?(?:第?${COUNT}款)?(?:第?\\(?${COUNT}\\)?项)?(.*)$`, "u");
const ENDS_IN_DIGITS = /^(\D+?)第?(\d{1,4})$/u;
const PART = /(?:第[一二三四五六七八九十]+编.*|：第.+条|：附件)$/u;

/* 一页法规是哪一部的（长的法规几页是一部），叫什么，各段的锚点。 */
function lawOf(number, title, short, also, anchors) {
  const [whole, ...names] = [title.replace(PART, ""), short, ...also].map((name) => strip(name).replace(NOT_WORDS, ""));
  return { number, law: whole, names: [whole, ...names].filter(Boolean), anchors };
}

/* 写明的是哪部法规的哪一条：terms 名称和条号，place 款、项的锚点，laws [页, 段]；没有写明的，没有这一条的，没有。
   没有写是哪部法规的，有这一条的都是；名称写在后面的，要写“第”。loose：不写“条”也算。 */
async function citedIn(session, asked, loose) {
  const written = CITED.exec(asked);
  const match = written || (loose && CITED.exec(asked.replace(ENDS_IN_DIGITS, "$1第$2条")));
  if (!match) return null;
  const every = await lawsOf(session.library);
  session.goOn();
  const [, before, ordinal, article, branch, clause, item, after] = match;
  const value = valueOf(article), beside = branch && valueOf(branch);
  const anchor = `a-${value}` + (branch ? `z${beside}` : "");
  const { filler } = session.library;
  let named = ["", every];
  if (without(before + after, filler).length) named = called(every, filler, before, !written) || called(every, filler, ordinal && after);
  if (!named) return null;
  const [name, laws] = named;
  const found = laws.map((law) => [law.number, law.anchors.indexOf(anchor)]).filter(([, passage]) => passage >= 0);
  if (!found.length) return null;
  const places = [clause, clause && item].map((one) => one && valueOf(one)).filter(Boolean);
  const words = `第${hanNumeral(value)}条` + (branch ? `之${hanNumeral(beside)}` : "");
  return { terms: [name, words].filter(Boolean), place: places.map((one) => `-${one}`).join(""), laws: found };
}

/* 这些字里的法规名称，和叫这个名称的各页。书名号里的才是名称；填充词可以不算。whole：要写到名称的末尾。 */
function called(every, filler, text, whole) {
  const title = text.slice(text.lastIndexOf("《") + 1);
  for (const name of [title.replace(NOT_WORDS, ""), without(title, filler).join("")]) {
    const laws = name ? lawsNamed(every, name, whole) : [];
    if (laws.length) return [name, laws];
  }
  return null;
}

/* 叫这个名称的法规的各页：照样是它的，没有就是以它结尾的，含有它的；再没有，就是它缩写的那一部。 */
function lawsNamed(every, name, whole) {
  const ways = [(one) => one === name, (one) => one.endsWith(name), (one) => one.includes(name), (one) => shortens(name, one)];
  for (const way of whole ? ways.slice(0, 2) : ways) {
    const named = new Set(every.filter(({ names }) => names.some(way)).map(({ law }) => law));
    if (named.size === 1 || (named.size && way !== ways[3])) return every.filter(({ law }) => named.has(law));
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

/* 一片里写明的那些条。 */
function citedOf({ first, pages }, passages, place) {
  const found = new Map();
  for (let number = first; number < first + pages.length; number++) {
    const cited = passages.get(number);
    if (cited !== undefined) found.set(number, { score: SCORE.cited, passages: new Map([[cited, SCORE.cited]]), cited, place });
  }
  return found;
}

/* 写明的一条，连同这部法规里别的地方。 */
function joined(hit, cited) {
  if (!hit) return cited;
  const page = { ...cited.page, passages: { ...hit.page.passages, ...cited.page.passages } };
  return { ...cited, passages: new Map([...hit.passages, ...cited.passages]), page };
}
