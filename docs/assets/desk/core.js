/* The worker that does the thinking: started once, asked by number, started again when it has failed. */

const WORKER = new URL("./worker.js", import.meta.url);
const LOST = "编辑台的程序停下来了，可能是网断了，也可能是内存不够。";

/* Can this browser run the desk? Whether it knows workers that are modules shows when one is started. */
let modules = true;
export const able = () => typeof WebAssembly === "object" && typeof Worker === "function" && typeof BigInt64Array === "function" && modules;

function startWorker() {
  modules = false;
  return new Worker(WORKER, { get type() { modules = true; return "module"; } });
}

export class Core {
  constructor(onProgress) {
    this.onProgress = onProgress;
    this.start();
  }

  start() {
    this.asked = new Map();
    this.count = 0;
    this.failure = null;
    this.ready = new Promise((resolve, reject) => Object.assign(this, { resolve, reject }));
    this.ready.catch(() => {});
    try {
      this.worker = startWorker();
    } catch {
      this.fail(LOST);
      return;
    }
    this.worker.onmessage = ({ data }) => this.hear(data);
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.fail(LOST);
    };
  }

  hear(data) {
    if (data.progress) this.onProgress(data.progress);
    else if (data.ready) {
      this.data = data.data;
      this.resolve();
    }
    else if (data.failed) this.fail(data.failed);
    else if (this.asked.has(data.id)) {
      const { resolve, reject } = this.asked.get(data.id);
      this.asked.delete(data.id);
      if (data.memory) this.onMemory?.(data.memory);
      if (data.error === undefined) resolve(data.result);
      else reject(new Error(data.error));
    }
  }

  fail(sentence) {
    this.failure = sentence;
    this.worker?.terminate();
    this.reject(new Error(sentence));
    for (const { reject } of this.asked.values()) reject(new Error(sentence));
    this.asked.clear();
    this.onFailure?.(sentence);
  }

  /* Has the site been made anew, from other data or by a newer program, since this page began? Unknown counts as no. */
  async outdated() {
    try {
      const answer = await fetch(new URL("../../edit/core.json", import.meta.url), { cache: "no-store" });
      const { core, data } = await answer.json();
      return `${core} ${data}` !== this.data;
    } catch {
      return false;
    }
  }

  async call(call, args = {}) {
    await this.ready;
    if (this.failure) throw new Error(this.failure);
    return new Promise((resolve, reject) => {
      const id = (this.count += 1);
      this.asked.set(id, { resolve, reject });
      this.worker.postMessage({ id, call, args });
    });
  }
}
