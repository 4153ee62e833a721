import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runScript } from "../support/run-script.js";

const folder = mkdtempSync(join(tmpdir(), "cases-"));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = runScript("scripts/cases.ts", args);
  return { status, output: `${stdout}${stderr}`.trim() };
}

const problem = {
  startDate: "2026-01-05",
  items: [{ id: "wheel" }],
  demands: [{ id: "d", item: "wheel", quantity: 4, due: "2026-01-09" }],
};

describe("npm run cases", () => {
  beforeAll(() => {
    const files = {
      "right/mrp/four.json": { input: problem, expected: { totals: { wheel: 4 } } },
      "right/mrp/later.json": {
        input: { ...problem, itemSites: [{ item: "wheel", shelfLifeDays: 2 }] },
        expected: { totals: { wheel: 4 } },
      },
      "right/tides/moon.json": { input: {}, expected: {} },
      "right/empty/README.md": "no case",
      "wrong/mrp/five.json": { id: "mrp/five", input: problem, expected: { totals: { wheel: 5 } } },
      "wrong/mrp/four.json": { input: problem, expected: { totals: { wheel: 4 } } },
      "wrong/mrp/none.json": "{",
    };
    for (const [name, held] of Object.entries(files)) {
      const path = join(folder, name);
      mkdirSync(join(path, ".."), { recursive: true });
      writeFileSync(path, typeof held === "string" ? held : JSON.stringify(held));
    }
  });

  test("prints what passes of each area, what is not yet apart, and exits 0", () => {
    expect(run(join(folder, "right"))).toEqual({
      status: 0,
      output: "mrp: 1/2, 1 not yet\ntides: 0/1, 1 not yet",
    });
  });

  test("prints the reason of each failure and exits 1", () => {
    const { status, output } = run(join(folder, "wrong"));
    expect(status).toBe(1);
    expect(output.split("\n").slice(0, 4)).toEqual([
      "mrp: 1/3",
      "  mrp/five",
      "    total of wheel: expected 5, found 4",
      "  mrp/none",
    ]);
    expect(output).toContain("holds no case");
  });

  test("says so and exits 2 when there is nothing to run", () => {
    const missing = join(folder, "missing");
    expect(run(missing)).toEqual({ status: 2, output: `There is no folder ${missing}.` });
    expect(run(join(folder, "right", "empty")).status).toBe(2);
    expect(run().status).toBe(2);
  });
});
