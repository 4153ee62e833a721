import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as library from "orlicky/bom";
import { describe, expect, test } from "vitest";
import { blocksOf, codesIn, read, tableRows } from "./markdown.js";

const page = "docs/bom.md";
const blocks = blocksOf(page);
const code = blocks.filter(({ language }) => language === "ts");

/** Runs the code of the page as one module and returns what each block shows. */
async function shown(): Promise<string[]> {
  const folder = fileURLToPath(new URL("../../reports/docs/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  const parts = code.map(
    ({ text }, n) => `show = (...lines) => texts[${n}].push(...lines);\n${text}`,
  );
  const source = [
    `import { ${Object.keys(library).join(", ")} } from "orlicky/bom";`,
    `export const texts: string[][] = Array.from({ length: ${code.length} }, () => []);`,
    "let show: (...lines: string[]) => void;",
    ...parts,
  ].join("\n");
  writeFileSync(`${folder}bom.ts`, source);
  const { texts } = (await import(`${folder}bom.ts`)) as { readonly texts: string[][] };
  return texts.map((lines) => lines.join("\n"));
}

describe("Bills of material (docs/bom.md)", () => {
  test("each block of code is followed by what it shows", async () => {
    const texts = await shown();
    const pairs = code.map((block) => blocks[blocks.indexOf(block) + 1]?.text);
    expect(pairs).toEqual(texts);
    expect(blocks).toHaveLength(2 * code.length);
  });

  test("the table of questions names every function, and no other", () => {
    const functions = Object.entries(library).flatMap(([name, one]) =>
      typeof one === "function" ? [name] : [],
    );
    const named = tableRows(read(page)).flatMap(([, cell = ""]) => codesIn(cell));
    expect([...named].sort()).toEqual(functions.sort());
  });
});
