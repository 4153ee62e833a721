import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const src = fileURLToPath(new URL("../../src", import.meta.url));
const manifest = JSON.parse(readFileSync(join(src, "../package.json"), "utf8")) as {
  dependencies: Record<string, string>;
  exports: Record<string, unknown>;
};

/** The floors of the house: a folder imports only from folders on floors below its own. */
const floors: Readonly<Record<string, number>> = {
  core: 0,
  bom: 1,
  routing: 1,
  inventory: 1,
  mps: 2,
  mrp: 3,
  capacity: 4,
  finance: 5,
  "crm-bridge": 6,
  "index.ts": 7,
};

const runtime = ["@dagrejs/graphlib", "@date-fns/utc", "date-fns", "decimal.js", "zod"];

const isTest = /\.(test|prop|test-d)\.ts$/;
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".ts") && !isTest.test(name))
  .sort();
const folders = readdirSync(src, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** What a file imports, re-exports or names in an import type, as it is written. */
function specifiers(file: string): string[] {
  const text = readFileSync(join(src, file), "utf8");
  return ts.preProcessFile(text, true, true).importedFiles.map((found) => found.fileName);
}

/** The file in src that a relative import means. */
function target(file: string, specifier: string): string {
  return normalize(join(dirname(file), specifier))
    .replaceAll("\\", "/")
    .replace(/\.js$/, ".ts");
}

const imports = files.flatMap((file) => specifiers(file).map((specifier) => ({ file, specifier })));
const inner = imports
  .filter(({ specifier }) => specifier.startsWith("."))
  .map(({ file, specifier }) => ({ file, to: target(file, specifier) }));
const outer = imports.filter(({ specifier }) => !specifier.startsWith("."));

const folderOf = (file: string): string => file.split("/")[0] ?? file;

describe("The floors of the house", () => {
  test("there are sources, and they import one another", () => {
    expect(files.length).toBeGreaterThan(0);
    expect(inner.length).toBeGreaterThan(0);
  });

  test("every folder and file at the top of src has its floor", () => {
    expect(readdirSync(src).filter((name) => !(name in floors))).toEqual([]);
  });

  test("an import names a file that exists", () => {
    expect(inner.filter(({ to }) => !existsSync(join(src, to)))).toEqual([]);
  });

  test("a folder imports only from floors below it", () => {
    const wrong = inner.filter(({ file, to }) => {
      const [from, into] = [folderOf(file), folderOf(to)];
      return from !== into && (floors[from] ?? -1) <= (floors[into] ?? 99);
    });
    expect(wrong).toEqual([]);
  });

  test("a folder is entered by its index.ts only", () => {
    const wrong = inner.filter(({ file, to }) => {
      const into = folderOf(to);
      return folderOf(file) !== into && to !== `${into}/index.ts`;
    });
    expect(wrong).toEqual([]);
  });

  test("a file does not import the index.ts of its own folder", () => {
    expect(inner.filter(({ file, to }) => to === `${folderOf(file)}/index.ts`)).toEqual([]);
  });

  test("no files import one another in a circle", () => {
    expect(circle()).toEqual([]);
  });

  test("src imports the runtime dependencies and nothing else", () => {
    const named = ({ specifier }: { specifier: string }): string =>
      specifier
        .split("/")
        .slice(0, specifier.startsWith("@") ? 2 : 1)
        .join("/");
    expect(outer.filter((found) => !runtime.includes(named(found)))).toEqual([]);
    expect(Object.keys(manifest.dependencies).sort()).toEqual([...runtime].sort());
  });

  test("date-fns is imported by function, since its root loads all of them", () => {
    expect(outer.filter(({ specifier }) => specifier === "date-fns")).toEqual([]);
  });
});

describe("The public face of each folder", () => {
  test("every index.ts of a folder opens with a paragraph: what the folder is for", () => {
    const faces = files.filter((file) => /(^|\/)index\.ts$/.test(file));
    const silent = faces.filter((file) => {
      const opening = /^\/\*\*(.*?)\*\//s.exec(readFileSync(join(src, file), "utf8"))?.[1] ?? "";
      return (
        opening
          .replace(/[\s*]+/g, " ")
          .trim()
          .split(" ").length < 12
      );
    });
    expect(silent).toEqual([]);
  });

  test("every folder with an index.ts is a subpath of the package, and no other is", () => {
    const faced = folders.filter((name) => existsSync(join(src, name, "index.ts")));
    const subpaths = Object.keys(manifest.exports).filter((path) => !path.endsWith(".json"));
    expect(subpaths.sort()).toEqual([".", ...faced.map((name) => `./${name}`)].sort());
  });
});

/** The first circle of imports that a depth-first walk meets, as a list of files; empty if none. */
function circle(): string[] {
  const done = new Set<string>();
  const path: string[] = [];
  const walk = (file: string): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    path.push(file);
    for (const { to } of inner.filter((edge) => edge.file === file)) {
      const found = walk(to);
      if (found.length > 0) return found;
    }
    path.pop();
    done.add(file);
    return [];
  };
  for (const file of files) {
    const found = walk(file);
    if (found.length > 0) return found;
  }
  return [];
}
