import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "tsup";
import { afterAll, describe, expect, test } from "vitest";

const face = fileURLToPath(new URL("../../src/inventory/index.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "bundle-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A program that uses one function, with all that it needs, minified. */
async function bundled(name: string): Promise<string> {
  writeFileSync(join(folder, `${name}.ts`), `export { ${name} } from ${JSON.stringify(face)};`);
  await build({
    entry: [join(folder, `${name}.ts`)],
    outDir: join(folder, "out"),
    format: "esm",
    platform: "neutral",
    target: "es2023",
    minify: true,
    noExternal: [/.*/],
    config: false,
    silent: true,
  });
  return readFileSync(join(folder, "out", `${name}.js`), "utf8");
}

describe("One function of orlicky/inventory alone", () => {
  test("economicOrderQuantity, with its checks and the error, is about a kilobyte and a half zipped", async () => {
    const text = await bundled("economicOrderQuantity");
    expect(text).toContain("economicOrderQuantity");
    expect(text.length).toBeLessThan(3200);
    expect(gzipSync(text).length).toBeLessThan(1600);
  });
});
