/* 恢复上次选过的深色或浅色；没有选过就随系统。 */
"use strict";

{
  const { color } = __md_get("__palette") ?? {};
  for (const [key, value] of Object.entries(color ?? {})) document.body.setAttribute("data-md-color-" + key, value);
}
