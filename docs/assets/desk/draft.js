/* What is written and not yet handed over, kept in this browser under one key per form. */

const PREFIX = "qingdan-desk:";
const kept = new Map();
let failed = false;

const keyOf = (job, id) => PREFIX + JSON.stringify([job, id]);

/* Storage may be full or forbidden: then memory keeps the draft while the page is open. */
export const storageFailed = () => failed;
export const anythingAtRisk = () => failed && kept.size > 0;

export function save(job, id, title, values) {
  const key = keyOf(job, id);
  const text = JSON.stringify({ job, id, title, values, saved: new Date().toISOString() });
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

export function when(draft) {
  const saved = new Date(draft.saved);
  const two = (number) => String(number).padStart(2, "0");
  return `${saved.getMonth() + 1}月${saved.getDate()}日 ${two(saved.getHours())}:${two(saved.getMinutes())}`;
}
