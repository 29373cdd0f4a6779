// The desk's worker: brings Python and our program, then answers each question of the page with what Python says.
// It asks this site only, and sends nothing.

const EDIT = new URL("../../edit/", import.meta.url);
const RUNTIME = new URL("runtime/", EDIT);
const PACKAGES = "/packages", DATA = "/data";
const load = self.fetch.bind(self);
const SILENT = 60000; // milliseconds without a byte after which the connection counts as lost

const LOST = "没有下载完：网络断了，或者网站一时打不开。已经打开的这一页还在，接通以后再试一次。";
const OLD = "这个浏览器太旧，编辑台在里面运行不起来。请换新版的 Edge、Chrome、Firefox 或 Safari。";
const BROKEN = "编辑台没有准备好，是程序的错。请刷新这一页；还不行，请告诉维护网站的人。";
const STUCK = "这一步没有做成，是程序的错。填的内容还在；请改一改再试，还不行，请告诉维护网站的人。";

/** A reason for the page, as a Chinese sentence. */
class Told extends Error {}

/** Counts what comes; `lost` is rejected when a part does not come. */
class Downloads {
  constructor() {
    this.loaded = 0;
    this.total = 0;
    this.shown = 0;
    this.lost = new Promise((_, reject) => { this.giveUp = reject; });
    this.lost.catch(() => {}); // whoever waits for it is told
  }

  /** Fetches a file of this site, telling the page how far it is. */
  async get(address, what, options) {
    const answer = await this.patient(load(address, { credentials: "same-origin", ...options }));
    if (!answer.ok) {
      this.giveUp(new Told(LOST));
      throw new Told(LOST);
    }
    const reader = answer.body.getReader();
    const counted = new ReadableStream({
      pull: async (to) => {
        const { done, value } = await this.patient(reader.read());
        if (done) return to.close();
        this.count(value.length, what);
        to.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    });
    return new Response(counted, { headers: { "Content-Type": answer.headers.get("Content-Type") || "" } });
  }

  async bytes(address, what) {
    return (await this.get(address, what)).arrayBuffer();
  }

  /** Waits for a part, not for ever. */
  async patient(part) {
    let alarm;
    try {
      return await Promise.race([part, new Promise((_, reject) => { alarm = setTimeout(reject, SILENT); })]);
    } catch {
      this.giveUp(new Told(LOST));
      throw new Told(LOST);
    } finally {
      clearTimeout(alarm);
    }
  }

  count(bytes, what) {
    this.loaded += bytes;
    const now = Date.now();
    if (now - this.shown < 100 && this.loaded < this.total) return;
    this.shown = now;
    postMessage({ progress: { loaded: Math.min(this.loaded, this.total), total: this.total, what } });
  }
}

/** Pyodide fetches its parts itself, and only logs what went wrong: this counts them, and says what went wrong. */
function watch(downloads) {
  const { instantiateStreaming } = WebAssembly;
  self.fetch = (address) => downloads.get(address, "正在下载 Python");
  WebAssembly.instantiateStreaming = async (answer, imports) => {
    try {
      return await instantiateStreaming.call(WebAssembly, answer, imports);
    } catch (reason) {
      downloads.giveUp(reason instanceof WebAssembly.CompileError || reason instanceof WebAssembly.LinkError ? new Told(OLD) : new Told(LOST));
      throw reason;
    }
  };
  return () => {
    self.fetch = load;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  };
}

async function python(downloads) {
  const scripts = ["pyodide.mjs", "pyodide.asm.mjs"].map((name) => import(new URL(name, RUNTIME)));
  const [{ loadPyodide }] = await Promise.all(scripts).catch(() => { throw new Told(LOST); });
  const unwatch = watch(downloads);
  try {
    return await loadPyodide({
      indexURL: RUNTIME.href,
      packageBaseUrl: RUNTIME.href,
      env: { HOME: DATA, PYTHONDONTWRITEBYTECODE: "1", KEPT_FILES: "500", PYDANTIC_DISABLE_PLUGINS: "__all__" },
    });
  } finally {
    unwatch();
  }
}

/** Returns our program's function (a call's name and its arguments as JSON, to the result as JSON), and which data it works on. */
async function begin(downloads) {
  const about = await (await downloads.get(new URL("core.json", EDIT), "正在准备", { cache: "no-cache" })).json();
  downloads.loaded = 0;
  downloads.total = about.bytes;
  const [pyodide, core, data] = await Promise.all([
    python(downloads),
    downloads.bytes(new URL(`core.zip?${about.core}`, EDIT), "正在下载编辑台的程序"),
    downloads.bytes(new URL(`data.zip?${about.data}`, EDIT), "正在下载清单、法规和报告"),
  ]);
  postMessage({ progress: { loaded: about.bytes, total: about.bytes, what: "正在打开编辑台" } });
  pyodide.unpackArchive(core, "zip", { extractDir: PACKAGES });
  pyodide.unpackArchive(data, "zip", { extractDir: DATA });
  const call = pyodide.runPython(`
import sys
sys.path.insert(0, "${PACKAGES}")
from qingdan.desk.bridge import call
call`);
  return { call, data: `${about.core} ${about.data}`, memory: () => pyodide._module.HEAPU8.length };
}

/** Answers one question. A result that is only {error: sentence} is a refusal that Python has worded. */
function answer(call, { id, call: name, args }) {
  let result;
  try {
    result = JSON.parse(call(name, JSON.stringify(args ?? {})));
  } catch (reason) {
    console.error(reason);
    return { id, error: STUCK };
  }
  const refused = result && typeof result.error === "string" && Object.keys(result).length === 1;
  return refused ? { id, error: result.error } : { id, result };
}

async function main() {
  const downloads = new Downloads();
  const waiting = [];
  self.onmessage = ({ data }) => waiting.push(data);
  try {
    const { call, data, memory } = await Promise.race([begin(downloads), downloads.lost]);
    self.onmessage = (asked) => postMessage({ ...answer(call, asked.data), memory: memory() });
    postMessage({ ready: true, data });
    for (const asked of waiting) self.onmessage({ data: asked });
  } catch (reason) {
    console.error(reason);
    postMessage({ failed: reason instanceof Told ? reason.message : BROKEN });
    self.close();
  }
}

main();
