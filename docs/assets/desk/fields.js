/* The widget of a field, by its kind. */

import { Boxes, Radios, Select } from "./choices.js";
import { Day, Line } from "./lines.js";
import { Evidence, Lines, Record, Records } from "./rows.js";

const RADIOS = 7;

export function widget(field, form) {
  const kinds = { line: Line, date: Day, choices: Boxes, lines: Lines, records: Records, record: Record, evidence: Evidence };
  if (field.kind === "choice") return field.choices.length > RADIOS ? new Select(field, form) : new Radios(field, form);
  return new (kinds[field.kind] ?? Line)(field, form);
}
