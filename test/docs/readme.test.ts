import { existsSync } from "node:fs";
import * as orlicky from "orlicky";
import { describe, expect, test, vi } from "vitest";
import { blocksOf, codesIn, read, sectionOf, tableRows } from "./markdown.js";

const manifest = JSON.parse(read("package.json")) as {
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly exports: Readonly<Record<string, unknown>>;
  readonly scripts: Readonly<Record<string, string>>;
};

describe("README", () => {
  const [example, output, promise, promised] = blocksOf("README.md");

  const printed = async (importing: () => Promise<unknown>): Promise<string> => {
    const lines: unknown[] = [];
    const log = vi.spyOn(console, "log").mockImplementation((line) => lines.push(line));
    await importing();
    log.mockRestore();
    return lines.join("\n");
  };

  test("the examples are examples/readme.ts and readme-promise.ts, which are type-checked", () => {
    expect(example).toEqual({ language: "ts", text: read("examples/readme.ts").trimEnd() });
    expect(promise).toEqual({ language: "ts", text: read("examples/readme-promise.ts").trimEnd() });
  });

  test("they print what stands below them", async () => {
    const text = await printed(() => import("../../examples/readme.js"));
    expect(output).toEqual({ language: "text", text });
    const told = await printed(() => import("../../examples/readme-promise.js"));
    expect(promised).toEqual({ language: "text", text: told });
  });

  test("the first is at most 15 lines long, the other 20", () => {
    expect(example?.text.split("\n").length).toBeLessThanOrEqual(15);
    expect(promise?.text.split("\n").length).toBeLessThanOrEqual(20);
  });

  test("the table of imports names every subpath", () => {
    const named = tableRows(sectionOf("README.md", "Install")).map(
      ([name = ""]) => codesIn(name)[0],
    );
    const subpaths = Object.keys(manifest.exports).filter((path) => !path.endsWith(".json"));
    expect(named.sort()).toEqual(subpaths.map((path) => path.replace(/^\./, "orlicky")).sort());
  });

  test("the functions that the table names are exported", () => {
    const named = tableRows(sectionOf("README.md", "Install"))
      .flatMap(([, what = ""]) => codesIn(what))
      .filter((name) => !(name in orlicky));
    expect(named).toEqual([]);
  });

  test("version and Node are those of package.json", () => {
    expect(read("README.md")).toContain(`orlicky-${manifest.version}.tgz`);
    expect(manifest.engines.node).toBe(">=20");
    expect(read("README.md")).toContain("Node 20 or newer");
  });
});

describe("CONTRIBUTING", () => {
  test("every file that it names exists", () => {
    const named = codesIn(read("CONTRIBUTING.md")).filter(
      (code) => /^(src|test|docs|tools|scripts)\/[\w./-]+$/.test(code) && !code.includes("*"),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((path) => !existsSync(new URL(`../../${path}`, import.meta.url)))).toEqual(
      [],
    );
  });
});

describe("Commands", () => {
  test.for(["README.md", "CONTRIBUTING.md", "docs/concepts.md"])(
    "%s names only scripts that exist",
    (file) => {
      const named = Array.from(read(file).matchAll(/npm run ([\w:]+)/g), ([, name = ""]) => name);
      expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
      expect(named.length).toBeGreaterThan(0);
    },
  );
});
