import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsup";
import { afterAll, describe, expect, test } from "vitest";

const example = fileURLToPath(new URL("../../examples/parallel", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "parallel-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("Planning in threads of node", () => {
  test("two threads on shared memory make the plan that is made in one piece", async () => {
    await build({
      config: false,
      entry: ["demo", "worker"].map((name) => join(example, `${name}.ts`)),
      outDir: folder,
      format: "esm",
      outExtension: () => ({ js: ".mjs" }),
      noExternal: [/./],
      silent: true,
    });
    const told = execFileSync(process.execPath, [join(folder, "demo.mjs"), "120", "2"]).toString();
    expect(told).toMatch(/^\d+ orders of 120 items, planned by 2 threads in \d+ ms\.\n/);
    expect(told).toContain("The plan equals the one that is made in one piece.");
  });
});
