/* Our own rendering of the page as it will be published, put into this one: no ids twice, no scripts, no second way up, links in a new window. */

import { make } from "./make.js";

const NOT_TAKEN = "nav.crumbs, nav.neighbours, .tools, script, style, link, meta, base, iframe, object, embed";
const POINTS = ["id", "for", "name", "style", "aria-labelledby", "aria-describedby", "aria-controls"];

export function preview(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  for (const node of parsed.querySelectorAll(NOT_TAKEN)) node.remove();
  for (const node of parsed.body.querySelectorAll("*")) {
    for (const { name } of [...node.attributes]) if (POINTS.includes(name) || name.startsWith("on")) node.removeAttribute(name);
  }
  for (const link of parsed.querySelectorAll("a[href]")) {
    const address = link.getAttribute("href");
    if (address.startsWith("#") || /^\s*(javascript|data):/i.test(address)) link.removeAttribute("href");
    else {
      link.target = "_blank";
      link.rel = "noopener";
    }
  }
  return make("div", { class: "desk__page" }, [...parsed.body.childNodes].map((node) => document.importNode(node, true)));
}
