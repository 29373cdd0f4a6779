/* What is written and not yet handed over, kept in this browser under one key per form. */

const PREFIX = `qingdan-desk:${location.pathname}:`;
const kept = new Map();
let failed = false;

const keyOf = (job, id) => PREFIX + JSON.stringify([job, id]);

/* Storage may be full or forbidden: then memory keeps the draft while the page is open. */
export const storageFailed = () => failed;
export const anythingAtRisk = () => failed && kept.size > 0;

/* base: what the form held when it was opened, so that later changes of others are seen. */
export function save(job, id, title, values, base) {
  const key = keyOf(job, id);
  const text = JSON.stringify({ job, id, title, values, base, saved: new Date().toISOString() });
  kept.set(key, text);
  try {
    localStorage.setItem(key, text);
    failed = false;
  } catch {
    failed = true;
  }
  return !failed;
}

export function drop(job, id) {
  const key = keyOf(job, id);
  kept.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    /* Nothing was kept there. */
  }
}

const parsed = (text) => {
  try {
    const draft = JSON.parse(text);
    return draft && draft.values && typeof draft.values === "object" ? draft : null;
  } catch {
    return null;
  }
};

export function load(job, id) {
  const key = keyOf(job, id);
  let text = null;
  try {
    text = localStorage.getItem(key);
  } catch {
    failed = true;
  }
  return parsed(text ?? kept.get(key) ?? "null");
}

export function all() {
  const texts = new Map(kept);
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) texts.set(key, localStorage.getItem(key));
  } catch {
    failed = true;
  }
  return [...texts.values()].map(parsed).filter(Boolean).sort((one, other) => (one.saved < other.saved ? 1 : -1));
}

/* A draft over what the form holds now: where the draft changed nothing, the newer value stands. */
export function renewed({ values, base }, now) {
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const touched = Object.keys(now).filter((key) => base && key in values && !same(values[key], base[key]));
  const both = touched.filter((key) => !same(base[key], now[key]) && !same(values[key], now[key]));
  return { values: base ? { ...now, ...Object.fromEntries(touched.map((key) => [key, values[key]])) } : values, both };
}

/* Calls when the same form is being written in another window. */
export function onOther(job, id, tell) {
  const key = keyOf(job, id);
  const heard = (event) => {
    if (event.key === key && event.newValue) tell();
  };
  addEventListener("storage", heard);
  return () => removeEventListener("storage", heard);
}

export function when(draft) {
  const saved = new Date(draft.saved);
  const two = (number) => String(number).padStart(2, "0");
  return `${saved.getMonth() + 1}月${saved.getDate()}日 ${two(saved.getHours())}:${two(saved.getMinutes())}`;
}
