/* Small helpers for building elements: text goes in as text, never as markup. */

let last = 0;
export const freshId = (word = "desk") => `${word}-${(last += 1)}`;

/* make("a", {href, class, onclick, "aria-label"}, child, "text", null, …): null and false are left out. */
export function make(tag, settings = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(settings)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export const button = (words, act, settings = {}) => make("button", { type: "button", class: "desk__button", onclick: act, ...settings }, words);

export const hide = (node, hidden) => {
  if (node.hidden !== hidden) node.hidden = hidden;
};

/* Texts are set only when they change: a live region speaks at every change. */
export const say = (node, words) => {
  if (node.textContent !== words) node.textContent = words;
};

export const heading = (level, words, settings = {}) => make(`h${level}`, { tabindex: "-1", ...settings }, words);

/* Focus, and into view: the place beside the focus is what the eye looks for. */
export function goTo(node) {
  node.focus({ preventScroll: true });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  node.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
}

export function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/yaml;charset=utf-8" }));
  const link = make("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}
