/* What Chromium 78, of 2019, cannot read or run stands in no script that readers are given.

   The parser stops at the language of that year; es-x knows which built-in objects came later, and LATER what pages and
   elements got later. What is asked for only after a check that it is there is listed in CHECKED, by script; the theme
   needs `replaceChildren` for linked content tabs, which no page has. The desk runs on Pyodide, which runs from Chromium
   89 (2021) on; an older browser reads none of its modules and leaves the page's own words standing. */

import { createRequire } from "node:module";
import { join } from "node:path";

const esX = createRequire(join(process.env.PACKAGES, "x.js"))("eslint-plugin-es-x");

const LATER = [
  "replaceChildren", "checkVisibility", "getAnimations", "inert", "submitter", "showPicker", "showPopover", "setHTML",
  "structuredClone", "reportError", "randomUUID", "canParse", "Segmenter", "DisplayNames", "CompressionStream",
  "DecompressionStream", "startViewTransition", "userAgentData", "highlights", "Highlight", "onscrollend", "navigation",
];
const CHECKED = {
  "frame.js": ["inert"], "aloud.js": ["highlights", "Highlight"], "bundle.*.js": ["replaceChildren"],
};
const REFLECTED = "aria[A-Z].*";
const SELECTORS = /:(is|where|has|focus-visible|modal|open|user-invalid)\b/;

const within = (names) => {
  const later = `/^(${[...names, REFLECTED].join("|")})$/`;
  return ["error", ...[
    `MemberExpression[property.name=${later}]`,
    `NewExpression[callee.name=${later}]`,
    `CallExpression[callee.name=${later}]`,
    "CallExpression[callee.property.name='addEventListener'] > ObjectExpression > Property[key.name='signal']",
    `Literal[value=${SELECTORS}]`,
    `TemplateElement[value.raw=${SELECTORS}]`,
  ].map((selector) => ({ selector, message: "Chromium 78 does not have this." }))];
};

/* A method is known by its name alone: those of these two are called like those of arrays and of our own objects. */
const NAMESAKES = /iterator-prototype|growable-arraybuffers/;
const rules = (year) => Object.fromEntries(Object.entries(esX.configs[`flat/restrict-to-es${year}`].rules)
  .filter(([name]) => !NAMESAKES.test(name)));
/* Of 2020, and in Chromium 78. */
const ALREADY = ["bigint", "dynamic-import", "import-meta", "string-prototype-matchall"];

export default [
  {
    files: ["**/*.js"],
    plugins: { "es-x": esX },
    settings: { "es-x": { aggressive: true } },
    linterOptions: { noInlineConfig: true },
  },
  {
    files: ["**/*.js"],
    ignores: ["**/desk/*.js"],
    languageOptions: { ecmaVersion: 2019, sourceType: "script" },
    rules: {
      ...rules(2019),
      "es-x/no-regexp-lookbehind-assertions": "error",
      ...Object.fromEntries(ALREADY.map((name) => [`es-x/no-${name}`, "off"])),
      "no-restricted-syntax": within(LATER),
    },
  },
  {
    files: ["**/desk/*.js"],
    languageOptions: { ecmaVersion: 2021, sourceType: "module" },
    rules: rules(2021),
  },
  ...Object.entries(CHECKED).map(([script, checked]) => ({
    files: [`**/${script}`],
    rules: { "no-restricted-syntax": within(LATER.filter((name) => !checked.includes(name))) },
  })),
];
