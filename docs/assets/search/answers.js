/* 一句问话，哪些问答答得上：看每条问答含有问话的多少，少见的字词分量重。 */
"use strict";

/* 问答含有问话的几成才列出来；不到后一个数的，要不比别的页含得少。 */
const ENOUGH = 0.12, PLENTY = 0.3;
/* 问答的记号：正文、回答，然后是在几个叫法里。 */
const HELD = [0.7, 0.85], NAMED = 2;
/* 没有查的不超过这么多片，就先查清楚每个字词有几条问答含有，再算它的分量；多的先照估计的算。 */
const FEW = 3;

/* 每条问答含有问话的多少，在“问”“也问”里的分量重，问的就是它的最重。返回 {number, share, page}，多的在前，差得远的不要。 */
async function answersTo(session, words, count) {
  const { library } = session;
  const { from, to } = library.ranges.get(ANSWER) || { from: 0, to: 0 };
  if (from === to) return [];
  if (!session.asking) session.asking = await askingOf(session, words, from, to);
  const { asking } = session;
  const stage = await staged(session, "answers", () => []);
  stage.find = (piece) => answersIn(piece, asking, library.filler);
  await settle(session, stage, count);
  const all = weigh(asking, stage.hits, to - from);
  const score = (hit) => sumOf(asking, (at) => hit.parts[at], (at) => hit.parts[at] > 0, hit.bare, all);
  for (const hit of stage.hits.values()) hit.score = score(hit);
  stage.find = (piece) => new Map([...answersIn(piece, asking, library.filler)].map(([number, hit]) => [number, { ...hit, score: score(hit) }]));
  if (!library.whole) {
    stage.order = sorted([...asking.candidates].map((number) => [number, mostOfSum(asking, number, all)]));
    stage.reached = 0;
  }
  await advance(session, stage, count, () => stands(stage, count) || fallenBehind(stage));
  const best = bestOf(stage);
  if (best < ENOUGH * all || !all) return [];
  return [...stage.hits]
    .map(([number, hit]) => ({ number, share: hit.score / all, page: hit.page }))
    .filter(({ share }) => share * all >= best / 2)
    .sort((one, other) => other.share - one.share || one.number - other.number);
}

/* 问话拆成的一个个字、相邻两字、整个的字母数字串；每个在哪些问答里，最多算多少，哪些还要看了全文才知道。 */
async function askingOf(session, words, from, to) {
  const pieces = [], places = new Map();
  const place = (text) => {
    if (!places.has(text)) {
      places.set(text, pieces.length);
      pieces.push({ text, forms: formsOf(text, words, session.library.synonyms), most: new Map(), doubtful: new Set() });
    }
    return places.get(text);
  };
  const runs = words.flatMap((word) => word.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu)).map((run) => {
    const characters = HAN.test(run) ? Array.from(run) : [run];
    return { singles: characters.map(place), pairs: characters.slice(1).map((next, at) => place(characters[at] + next)) };
  });
  const asked = words.join("");
  const asking = { asked, pieces, runs, candidates: new Set(), named: new Set() };
  if (session.library.whole) for (const piece of pieces) for (let number = from; number < to; number++) piece.doubtful.add(number);
  else {
    await Promise.all(pieces.map((piece) => spread(session, piece)));
    for (const { most } of pieces) for (const number of most.keys()) asking.candidates.add(number);
    const held = await together(session, "answers", Array.from(new Set(asked)));
    asking.named = new Set(held.filter(([, marks]) => marks.every((mark) => mark >= NAMED)).map(([number]) => number));
  }
  return asking;
}

/* 一个字词的各种写法在哪些问答里：一两个字的是一定的，长的和拼音要看全文。 */
async function spread(session, { forms, most, doubtful }) {
  const { library } = session;
  const times = new Map(), sure = new Set();
  for (const form of forms.filter(Boolean)) {
    const keys = keysOf(form, KEYS);
    for (const [number, marks] of await together(session, "answers", keys)) {
      const mark = Math.min(...marks);
      if (mark >= NAMED) times.set(number, (times.get(number) || 0) + mark - NAMED + 1);
      else if (!most.has(number) || most.get(number) < HELD[mark]) most.set(number, HELD[mark]);
      if (keys.length === 1 && keys[0] === form) sure.add(number);
    }
  }
  for (const [number, count] of times) most.set(number, timesOver(count));
  if (LETTERS.test(forms[0]))
    for (const number of await sounding(session, forms[0]))
      if (isOf(library, ANSWER, number)) most.set(number, Math.max(1, most.get(number) || 0));
  for (const number of most.keys()) if (!sure.has(number)) doubtful.add(number);
}

/* 要看全文才知道的，先看。 */
async function settle(session, stage, count) {
  const places = new Set();
  for (const { doubtful } of session.asking.pieces) for (const number of doubtful) places.add(pieceOf(session.library, number));
  const unseen = [...places].filter((place) => !stage.visited.has(place));
  if (count !== Infinity && unseen.length > FEW) session.estimated = true;
  else for (let at = 0; at < unseen.length; at += AT_ONCE) await visit(session, stage, unseen.slice(at, at + AT_ONCE));
}

/* 每个字词的分量：含有它的问答越少越重。返回问话全部的分量。 */
function weigh({ pieces, runs }, hits, count) {
  pieces.forEach((piece, at) => {
    piece.known = [...piece.most.keys()].filter((number) => !piece.doubtful.has(number)).length;
    for (const number of piece.doubtful) if (!hits.has(number) || hits.get(number).parts[at] > 0) piece.known++;
    piece.worth = Math.log(1 + count / (piece.known + 0.5));
  });
  let all = 0;
  for (const { singles, pairs } of runs)
    for (const at of [...singles, ...pairs]) all += pieces[at].known ? pieces[at].worth : pieces[at].worth / 3;
  return all;
}

/* 一条问答含有问话的多少：part 每个字词算多少，has 含有它。 */
function sumOf({ pieces, runs }, part, has, bare, all) {
  let sum = 0;
  for (const { singles, pairs } of runs) {
    singles.forEach((at, place) => {
      const beside = [pairs[place - 1], pairs[place]].some((pair) => pair !== undefined && has(pair));
      sum += part(at) * pieces[at].worth * (beside ? 0.5 : 1);
    });
    for (const at of pairs) sum += part(at) * pieces[at].worth;
  }
  return bare ? sum + 2 * all : sum;
}

function mostOfSum(asking, number, all) {
  const { pieces, named } = asking;
  const part = (at) => pieces[at].most.get(number) || 0;
  return sumOf(asking, part, (at) => pieces[at].most.has(number) && !pieces[at].doubtful.has(number), named.has(number), all);
}

/* 一片里的问答各含有哪些。bare：去掉填充词，问的就是它。 */
function answersIn({ first, pages }, { asked, pieces }, filler) {
  const found = new Map();
  pages.forEach((page, at) => {
    if (page.kind !== ANSWER) return;
    const answer = answerOf(page);
    const parts = pieces.map(({ forms }) => held(answer, forms));
    const bare = answer.names.some((name) => without(name, filler).join("") === asked);
    found.set(first + at, { score: 0, passages: new Map(), parts, bare });
  });
  return found;
}

/* 一条问答里拿来比较的字：怎样问，怎样答，别的；出处不算。 */
function answerOf(page) {
  const [first, ...rest] = page.passages.slice(0, -1).map(([, , text]) => strip(text));
  return { names: [page.title, ...page.also].map(strip), fields: [rest.join("\n"), first], pinyin: page.pinyin };
}

/* 一条问答含有它，算多少：在“问”“也问”里的多，好几个都有的更多；拼音只与这些比。 */
function held({ names, fields, pinyin }, forms) {
  const times = names.filter((name) => forms.some((form) => name.includes(form))).length;
  if (times) return timesOver(times);
  for (const at of [1, 0]) if (forms.some((form) => fields[at].includes(form))) return HELD[at];
  return LETTERS.test(forms[0]) && sounds(pinyin, forms[0]) ? 1 : 0;
}

function timesOver(times) {
  return 1 + 0.3 * Math.log(times);
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
