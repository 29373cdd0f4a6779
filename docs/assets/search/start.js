/* 主题一打开页面就要一个检索程序：这里先应一声，有人查询时才去取真正的程序 worker.js。约定见那里。 */
"use strict";

self.onmessage = ({ data }) => {
  if (data.type === 0) self.postMessage({ type: 1 });
  if (data.type !== 2) return;
  if (!data.data.trim()) {
    self.postMessage({ type: 3, data: { items: [] } });
    return;
  }
  importScripts("worker.js" + self.location.search);
  self.onmessage({ data });
};
