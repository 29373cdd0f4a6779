/* 索引的文件：要用的才取，取来的留下最近用过的几个。

   页少的，index.json 里就是全部。页多的，它是目录：sizes 各类的页数；pieces 各片的页数，第几片在“index/几.json”里；
   words、answers、names 各个文件从哪里起，照次序，文件是“index/words-几.json”：一个字、相邻的两个字、相连的三个字母或数字、大写的拼音（names 是整个名称）→ 在哪些页上，
   写成一个个记号（在页上的什么地方，见 visit.js）和后面的页码（每个是比前一个多多少，三十二进制，低位在前，后半的数字表示还有一位）；
   laws.json 每页法规一行：[标题, 简称, 别的叫法, [锚点, …]]，连着的条写成 [头一条, 几条]。 */
"use strict";

const KEPT = 60;
const MARKS = "!#$%&'()*+,./:;<=>?@[]^`{|}~";
const NUMERALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const CODES = new Map([...Array.from(MARKS, (mark, at) => [mark.charCodeAt(0), -1 - at]), ...Array.from(NUMERALS, (one, at) => [one.charCodeAt(0), at])]);

/* 网络不通，或者没有这个文件。 */
class Unreached extends Error {}

async function opened(name) {
  const head = await fetched(`${name}.json`);
  const { documents } = head;
  const simple = new Map();
  const traditional = Array.from(head.traditional);
  for (let i = 0; i < traditional.length; i += 2) simple.set(traditional[i], traditional[i + 1]);
  const filler = head.filler.map(strip).sort((a, b) => b.length - a.length);
  const sizes = documents ? head.kinds.map((_, kind) => documents.filter((row) => row[0] === kind).length) : head.sizes;
  const starts = [0];
  for (const size of documents ? [documents.length] : head.pieces) starts.push(starts[starts.length - 1] + size);
  delete head.documents;
  return {
    head, name, starts, filler,
    synonyms: head.synonyms.map((group) => group.map(strip)),
    fold: (text) => Array.from(text.normalize("NFKC").toLowerCase(), (one) => simple.get(one) || one).join(""),
    ranges: new Map(head.kinds.map((kind, at) => [kind, rangeOf(sizes, at)])),
    whole: documents ? prepare(head, documents, 0) : null,
    laws: documents ? lawsIn(head, documents) : null,
    kept: { pieces: new Map(), postings: new Map() },
  };
}

function rangeOf(sizes, at) {
  const from = sizes.slice(0, at).reduce((sum, size) => sum + size, 0);
  return { from, to: from + sizes[at] };
}

function isOf(library, kind, number) {
  const { from, to } = library.ranges.get(kind) || { from: 0, to: 0 };
  return from <= number && number < to;
}

async function fetched(path) {
  const address = new URL(path + self.location.search, self.location);
  let answer;
  try {
    answer = await fetch(address, { cache: "force-cache" });
  } catch (fault) {
    throw new Unreached(fault.message);
  }
  if (!answer.ok) throw new Unreached(`${path} ${answer.status}`);
  return answer.json();
}

/* 留着的，没有就去取；没有取到的不留，下次再取。 */
function keptOr(kept, key, take) {
  const held = kept.get(key) || take();
  kept.delete(key);
  kept.set(key, held);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value);
  held.catch(() => kept.delete(key));
  return held;
}

/* 第几片，已经排好可以查。 */
function pieceAt({ head, name, starts, whole, kept }, at) {
  if (whole) return Promise.resolve(whole);
  return keptOr(kept.pieces, at, async () => prepare(head, await fetched(`${name}/${at}.json`), starts[at]));
}

/* 一页在第几片。 */
function pieceOf({ starts }, number) {
  return lastUpTo(starts, number);
}

function lastUpTo(sorted, value) {
  let from = 0, to = sorted.length;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (sorted[middle] <= value) from = middle; else to = middle;
  }
  return from;
}

/* 一个字或者相邻两字在哪些页上：页 → 第几个记号。 */
async function postingsOf({ head, name, kept }, family, key) {
  const pages = new Map();
  if (!head[family].length) return pages;
  const file = `${name}/${family}-${lastUpTo(head[family], key)}.json`;
  const text = (await keptOr(kept.postings, file, () => fetched(file)))[key] || "";
  let mark = 0, number = 0, value = 0, unit = 1;
  for (let at = 0; at < text.length; at++) {
    const code = CODES.get(text.charCodeAt(at));
    if (code < 0) { mark = -1 - code; number = 0; continue; }
    value += (code & 31) * unit;
    unit *= 32;
    if (code > 31) continue;
    number += value;
    pages.set(number, mark);
    value = 0;
    unit = 1;
  }
  return pages;
}

/* 各页法规的名称和各段的锚点。 */
async function lawsOf(library) {
  if (!library.laws) {
    const { from } = library.ranges.get(LAW);
    const rows = await fetched(`${library.name}/laws.json`);
    library.laws = rows.map(([title, short, also, runs], at) => lawOf(from + at, title, short, also, anchorsOf(runs)));
  }
  return library.laws;
}

function anchorsOf(runs) {
  return runs.flatMap((run) => (typeof run === "string" ? [run] : Array.from({ length: run[1] }, (_, more) => `a-${run[0] + more}`)));
}

function lawsIn({ kinds }, documents) {
  const laws = documents.map(([kind, short, title, , , , passages, also], number) =>
    kinds[kind] === LAW && lawOf(number, title, short, also, passages.map(([anchor]) => anchor)));
  return laws.filter(Boolean);
}
