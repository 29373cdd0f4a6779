/* 一片一片地查：由哪个字在哪些页上，知道每页最多能得几分，从高的查起；够了就停，以后还能接着查。

   不会漏：一页上有这个词，就有它的每个字、每两个相邻的字，所以只会多查，查到的页再逐字核对。 */
"use strict";

/* 记号的次序：网页正文、条文、正文、段的标题、拼音，然后是名称（标题、别的叫法、问答的问题），每种四个：+1 名称从它开始，+2 到它为止；两样都有的，才去看有没有整个名称就是它的。 */
const WORTH = [50, 90, 100, 200, 300, 500, 510, 520];
const NAMES = 5;
/* 一个词最多看几处相邻的两字；一次最多取几片。 */
const KEYS = 5, AT_ONCE = 10;
const SOUNDED = [10, 8, 6, 4, 2];
const LATIN = /^[-0-9a-z]{3}$/;

/* 一步：候选的页从高分到低分，和已经查到的。bounds 给出 [页, 最多几分] 或者页。没有分片的，候选是全部。 */
async function staged(session, name, bounds, find) {
  if (!session.stages.has(name)) {
    const candidates = session.library.whole ? [[0, Infinity]] : [...(await bounds())].map((one) => (Array.isArray(one) ? one : [one, SCORE.cited]));
    session.stages.set(name, { order: sorted(candidates), reached: 0, visited: new Set(), hits: new Map(), find });
  }
  return session.stages.get(name);
}

function sorted(candidates) {
  return candidates.sort(([one, a], [other, b]) => b - a || one - other);
}

/* 还没有查的候选里最高的：[页, 最多几分]。 */
function next({ library }, stage) {
  while (stage.reached < stage.order.length && stage.visited.has(pieceOf(library, stage.order[stage.reached][0]))) stage.reached++;
  return stage.order[stage.reached];
}

function complete(session) {
  return !session.estimated && [...session.stages.values()].every((stage) => stage.cut || !next(session, stage));
}

/* 查下去，到够了为止。 */
async function advance(session, stage, count, enough) {
  while (next(session, stage)) {
    stage.next = next(session, stage);
    if (enough()) return;
    const ahead = new Set(), end = stage.reached + Math.max(FEW, count - stage.hits.size);
    for (let at = stage.reached; at < stage.order.length && ahead.size < AT_ONCE && at < end; at++) {
      const piece = pieceOf(session.library, stage.order[at][0]);
      if (!stage.visited.has(piece)) ahead.add(piece);
    }
    await visit(session, stage, [...ahead]);
  }
}

async function visit(session, stage, places) {
  const pieces = await Promise.all(places.map((at) => pieceAt(session.library, at)));
  session.goOn();
  pieces.forEach((piece, i) => {
    stage.visited.add(places[i]);
    for (const [number, hit] of stage.find(piece)) stage.hits.set(number, { ...hit, page: slim(piece.pages[number - piece.first], hit.passages) });
  });
}

/* 这一步里要知道有没有这一页。 */
async function visitPage(session, name, number) {
  const stage = session.stages.get(name);
  const piece = pieceOf(session.library, number);
  if (stage && !stage.visited.has(piece) && stage.order.some(([one]) => one === number)) await visit(session, stage, [piece]);
}

/* 最前面的 count 个不会再变：没有查的，最多也排在它们后面。 */
function stands(stage, count) {
  if (stage.hits.size < count) return false;
  const [page, bound] = stage.next;
  let before = 0;
  for (const [number, { score }] of stage.hits) if (score > bound || (score === bound && number < page)) before++;
  return before >= count;
}

/* 结果里要用的：页的名称、地址和找到的各段的开头。全文不留，查多少页也不占多少内存。 */
function slim({ kind, title, path, before, after, lead, passages }, found) {
  const kept = {};
  if (kind === ANSWER) kept[0] = passages[0];
  for (const passage of found.keys()) {
    const [anchor, heading, text] = passages[passage];
    if (anchor) kept[passage] = [anchor, heading, text.slice(0, 92)];
  }
  return { kind, title, path, before, after, lead, passages: kept };
}

/* 一个词的各处：它自己，或者各个相邻的两字，字母和数字是相连的三个；太长的隔着取，头尾都在。 */
function keysOf(word, most) {
  const characters = Array.from(word);
  if (characters.length < 3) return [word];
  const latin = (at) => LATIN.test(characters.slice(at, at + 3).join(""));
  const keys = characters.slice(1).map((_, at) => (latin(at) ? characters.slice(at, at + 3) : latin(at - 1) ? [] : characters.slice(at, at + 2)).join("")).filter(Boolean);
  const step = Math.max(1, (keys.length - 1) / (most - 1));
  return Array.from({ length: Math.min(most, keys.length) }, (_, at) => keys[Math.round(at * step)]);
}

/* 含有所有这些键的页，连同每个键的记号。 */
async function together(session, family, keys) {
  const lists = await Promise.all(keys.map((key) => postingsOf(session.library, family, key)));
  session.goOn();
  const fewest = lists.reduce((one, other) => (other.size < one.size ? other : one));
  return [...fewest.keys()].filter((number) => lists.every((list) => list.has(number))).map((number) => [number, lists.map((list) => list.get(number))]);
}

function worthOf(mark) {
  return WORTH[mark < NAMES ? mark : NAMES + ((mark - NAMES) >> 2)];
}

function flagsOf(mark) {
  return mark < NAMES ? 0 : (mark - NAMES) & 3;
}

/* 一个词在各页最多得几分。 */
async function boundOf(session, word) {
  const bounds = new Map();
  if (!word) return bounds;
  let called = false;
  for (const [number, marks] of await together(session, "words", keysOf(word, KEYS))) {
    bounds.set(number, Math.min(...marks.map(worthOf)));
    called = called || (flagsOf(marks[0]) & 1 && flagsOf(marks[marks.length - 1]) & 2);
  }
  if (called) for (const number of (await postingsOf(session.library, "names", word)).keys()) bounds.set(number, SCORE.exact);
  session.goOn();
  return bounds;
}

/* 名称读起来可能是这样的页。 */
async function sounding(session, letters) {
  const size = SOUNDED.find((one) => one <= letters.length);
  return (await postingsOf(session.library, "words", letters.slice(0, size).toUpperCase())).keys();
}

async function boundOfTerm(session, words) {
  const all = await Promise.all(words.map((word) => boundOf(session, word)));
  const bounds = new Map();
  const raise = (number, score) => bounds.set(number, Math.max(score, bounds.get(number) || 0));
  all.forEach((found, rank) => { for (const [number, score] of found) raise(number, score * (rank ? 0.9 : 1)); });
  if (LETTERS.test(words[0])) for (const number of await sounding(session, words[0])) raise(number, SCORE.pinyin);
  return bounds;
}

/* 每个词都有的页最多得几分：与 allOf 一样地算。 */
async function boundOfAll(session, variants) {
  const [first, ...rest] = await Promise.all(variants.map((words) => boundOfTerm(session, words)));
  const phrase = rest.length ? await boundOf(session, variants.map(([word]) => word).join("")) : null;
  const bounds = [];
  for (const [number, score] of first) {
    if (!rest.every((found) => found.has(number))) continue;
    const least = Math.min(score, ...rest.map((found) => found.get(number)));
    bounds.push([number, !phrase ? least : Math.max(least * 0.8, phrase.has(number) ? phrase.get(number) + 1 : 0)]);
  }
  return bounds;
}

/* 各页含有这些相邻两字的多少，最多算多少：与 mostOf 一样地算。 */
async function boundOfMost(session, pieces) {
  const total = new Map();
  for (const found of await Promise.all(pieces.map((piece) => boundOf(session, piece))))
    for (const [number, score] of found) total.set(number, (total.get(number) || 0) + (1 + score / 10000));
  return total;
}

function bestOf({ hits }) {
  let best = 0;
  for (const { score } of hits.values()) best = Math.max(best, score);
  return best;
}

/* 没有查的，最多也不到最高的一半：不要了。 */
function fallenBehind(stage) {
  stage.cut = stage.next[1] < bestOf(stage) / 2;
  return stage.cut;
}
