/* 检索程序：装在主题的搜索框后面，按规范化后的文字逐字查找，不分词，所以页面上有的字都查得到。

   与搜索框的约定（主题规定）：收 {type: 0} 准备、{type: 2, data} 查询；发 {type: 1} 就绪、{type: 3, data: {items}} 结果。
   页多的网站先发最前面的十个结果；读者往下翻到末尾，页面（frame.js）在频道 search 上说出所查的字，才接着查，结果重新发一遍，多一些。
   新的查询来了，旧的就不再查。

   索引 index.json（编辑指南的在 guide.json，地址里有 in=guide 时用它）：kinds 类别，一样相符的结果照这个次序；badges 状态 [名称, 图形, 色调]；
   synonyms 同义词组；filler 填充词；traditional 繁简对照（两字一对）；
   documents 每页一行，同类的连着：[类别, 编号, 标题, 地址, 状态, 拼音, [[锚点, 标题, 正文], …], [别的叫法, …]]；问答的头一段是结果里显示的回答，
   末一段是出处；法规头一段以外的每段是一条（a-46 是第四十六条，a-120z1 是第一百二十条之一），长的分成几页，标题后面接“：第一条至第二百条”。
   页多的，documents 分成几片，放在同名的文件夹里，另有哪个字在哪些页上：见 library.js。 */
"use strict";

importScripts(...["words", "library", "visit", "match", "laws", "answers", "show"].map((name) => `${name}.js${self.location.search}`));

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
/* 先发出去的结果有几个；以后每次是几倍；到了一千个，就查完。 */
const FIRST = 10, TIMES = 5, MANY = 1000;
const SUPERSEDED = {};

let library;
let latest = 0;
let wanted = () => {};

/* 没有这种频道的浏览器，不等读者翻到。 */
const channel = self.BroadcastChannel && new BroadcastChannel("search");
if (channel) channel.onmessage = ({ data }) => wanted(data);

self.onmessage = async ({ data: message }) => {
  if (message.type === SETUP) self.postMessage({ type: READY });
  if (message.type !== QUERY) return;
  const turn = ++latest;
  let told = [];
  const tell = (items, ...notes) => {
    told = items;
    self.postMessage({ type: RESULT, data: { items: [...items, ...notes] } });
  };
  try {
    if (!message.data.trim()) tell([]);
    else await search(message.data, () => { if (turn !== latest) throw SUPERSEDED; }, tell);
  } catch (fault) {
    if (fault !== SUPERSEDED && turn === latest) tell(told, failed(told.length));
    if (fault !== SUPERSEDED && !(fault instanceof Unreached)) throw fault;
  }
};

/* 查一次：tell 发出结果，goOn 在有了新的查询时抛出 SUPERSEDED。 */
async function search(query, goOn, tell) {
  if (!library) library = await opened(new URLSearchParams(self.location.search).get("in") === "guide" ? "guide" : "index");
  goOn();
  const terms = library.fold(query.slice(0, 200)).split(IGNORED).filter(Boolean);
  if (!terms.length) return tell([]);
  const session = { library, terms, goOn, stages: new Map(), estimated: false };
  for (let count = FIRST; ; count = count < MANY ? count * TIMES : Infinity) {
    session.estimated = false;
    const found = await answer(session, count);
    if (complete(session)) return tell(found);
    if (!found.length) continue;
    tell(found, unfinished(found));
    if (channel) await new Promise((goFurther) => { wanted = (asked) => { if (asked === query) goFurther(); }; });
    goOn();
  }
}

/* 结果：count 有限的，只求最前面的几个不会再变，其余的可以不全。 */
async function answer(session, count) {
  const { library, terms } = session;
  const variants = terms.map((term) => variantsOf(term, library.synonyms));
  const hits = await foundBy(session, "asked", variants, count);
  const cited = await citedIn(session, terms.join(""), !hits.size);
  if (cited) return led(session, cited, hits, variants, count);
  return owned(hits) ? results(session, hits, variants.flat(), false, count) : meant(session, count);
}

/* 含有各个词的页。有一页不单是条文里有，才能定下来怎样答，所以查到那一页为止。 */
async function foundBy(session, name, variants, count) {
  const stage = await staged(session, name, () => boundOfAll(session, variants), (piece) => allOf(piece, variants));
  await advance(session, stage, count, () => stands(stage, count) && owned(stage.hits));
  return stage.hits;
}

/* 含有这些相邻两字最多的页：不到最多的一半的不要。own：条文里的不算。 */
async function mostBy(session, own, pieces, count) {
  const find = (piece) => mostOf(piece, pieces, own ? piece.articles : piece.parts.length);
  const stage = await staged(session, own ? "like" : "any", () => boundOfMost(session, pieces), find);
  await advance(session, stage, count, () => stands(stage, count) || fallenBehind(stage));
  const best = bestOf(stage);
  return new Map([...stage.hits].filter(([, hit]) => hit.score >= best / 2));
}

/* 有一页不单是条文里有。 */
function owned(hits) {
  return [...hits.values()].some((hit) => hit.own);
}

/* 写明的那一条在前，别的在后：照样含有所查的字的，没有就是提到这部法规和这一条的。 */
async function led(session, { terms, place, laws }, found, variants, count) {
  const named = terms.map((term) => variantsOf(term, session.library.synonyms));
  const hits = new Map(found.size ? found : await foundBy(session, "named", named, count));
  const passages = new Map(laws);
  const stage = await staged(session, "cited", () => passages.keys(), (piece) => citedOf(piece, passages, place));
  await advance(session, stage, count, () => stands(stage, count));
  for (const [number, hit] of stage.hits) hits.set(number, joined(hits.get(number), hit));
  return results(session, hits, [...named.flat(), ...variants.flat()], false, count);
}

/* 没有一页照样含有所查的字（只在条文里有的，也先看问答）：填充词不算。
   回答得上的问答在前，只有法规照名称问的更前；其余是剩下的词都有的页，没有就是有得多的；条文太长，别处都没有才比有多少。 */
async function meant(session, count) {
  const { library, terms } = session;
  const words = terms.flatMap((term) => without(term, library.filler));
  const kept = words.length ? words : terms.join("").split(NOT_WORDS).filter(Boolean);
  const variants = kept.map((word) => variantsOf(word, library.synonyms));
  const pieces = piecesOf(kept);
  const whole = kept.length ? await foundBy(session, "kept", variants, count) : new Map();
  let like = owned(whole) ? whole : await mostBy(session, true, pieces, count);
  const ranked = await answersTo(session, kept, count);
  if (ranked.length) {
    await visitPage(session, "kept", ranked[0].number);
    await visitPage(session, "like", ranked[0].number);
    if (!owned(whole)) like = await mostBy(session, true, pieces, count);
  }
  const fits = !like.size || ranked.slice(0, 1).some(({ number, share }) => share >= PLENTY || like.has(number));
  const answers = fits ? ranked : [];
  const some = [whole, like].find((one) => one.size) || (await mostBy(session, false, pieces, count));
  const near = answers.length ? !whole.has(answers[0].number) : !whole.size;
  const hits = new Map(some);
  for (const [number, hit] of some)
    if (hit.page.kind === LAW && hit.score >= SCORE.exact) hits.set(number, { ...hit, score: hit.score * 3 });
  for (const { number, share, page } of answers) {
    const { passages } = hits.get(number) || { passages: new Map() };
    hits.set(number, { score: 2 * SCORE.exact + share, passages, page });
  }
  return results(session, hits, near ? [...variants.flat(), ...pieces] : variants.flat(), near, count);
}
