import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { runs } from "../../../test/support/runs.js";
import { tableCsv } from "../../index.js";

/** Reads CSV as RFC 4180 says, character by character. */
function readBack(text: string): string[][] {
  const lines: string[][] = [];
  let [line, field, isQuoted]: [string[], string, boolean] = [[], "", false];
  for (let n = 0; n < text.length; n++) {
    const [here, next] = [text[n]!, text[n + 1]];
    if (here === '"' && isQuoted && next === '"') {
      field += here;
      n++;
    } else if (here === '"') isQuoted = !isQuoted;
    else if (isQuoted || (here !== "," && here !== "\r")) field += here;
    else {
      line.push(field);
      field = "";
      if (here === ",") continue;
      lines.push(line);
      line = [];
      n++;
    }
  }
  return lines;
}

const texts = fc.oneof(
  fc.string(),
  fc.constantFrom("a,b", "\r\n", '"', '",', "", "__proto__", "=1", "-5", " ", "\t@x"),
);
const tables = fc.array(fc.tuple(texts, texts, texts), { minLength: 1, maxLength: 5 });

describe("A table as CSV", () => {
  test.prop([tables], { numRuns: runs })("is read back to the same texts", (rows) => {
    const csv = tableCsv(
      rows.map(([a, b, c]) => ({ a, b, c })),
      { guardFormulas: false },
    );
    expect(readBack(csv)).toEqual([["a", "b", "c"], ...rows]);
  });

  test.prop([tables], { numRuns: runs })("guards a text, or leaves it as it is", (rows) => {
    const csv = tableCsv(rows.map(([a, b, c]) => ({ a, b, c })));
    for (const [n, fields] of readBack(csv).slice(1).entries()) {
      for (const [m, field] of fields.entries()) {
        expect([rows[n]![m], `'${rows[n]![m]}`]).toContain(field);
        expect(/^[=+@\t\r]/.test(field)).toBe(false);
        expect(/^-/.test(field) && Number.isNaN(Number(field))).toBe(false);
      }
    }
  });
});
