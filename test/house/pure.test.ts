import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const project = fileURLToPath(new URL("../..", import.meta.url));

const localGetters = "Date Day FullYear Hours Milliseconds Minutes Month Seconds TimezoneOffset";
const localSetters = "Date FullYear Hours Milliseconds Minutes Month Seconds";

const forbidden = [
  "Date.now()",
  "globalThis.Date.now()",
  "new Date()",
  "new UTCDate()",
  "Date()",
  "Math.random()",
  "globalThis.Math.random()",
  "text.localeCompare(text)",
  "text.toLocaleUpperCase()",
  "text.toLocaleLowerCase()",
  "day.toLocaleString()",
  "day.toLocaleDateString()",
  "day?.toLocaleTimeString()",
  "new Intl.NumberFormat()",
  "Intl.DateTimeFormat",
  ...localGetters.split(" ").map((name) => `day.get${name}()`),
  ...localSetters.split(" ").map((name) => `day.set${name}(1)`),
];

const allowed = [
  "new Date(0)",
  "new Date(text)",
  "new UTCDate(0)",
  "Date.UTC(2026, 1)",
  "day.getTime()",
  "day.getUTCDate()",
  "day.setUTCMonth(1)",
  "Math.floor(1.5)",
  "text.toLowerCase()",
];

/** Lints expressions as a file, one a line, and returns the lines that the plugin refuses. */
function refused(folder: string, file: string, expressions: readonly string[]): string[] {
  const path = join(folder, file);
  mkdirSync(join(path, ".."), { recursive: true });
  const declarations = "declare const day: Date; declare const text: string;";
  const lines = expressions.map((expression, index) => `export const x${index} = ${expression};`);
  writeFileSync(path, `${declarations}\n${lines.join("\n")}\n`);
  const report = lint(folder, file);
  const found = report.diagnostics.filter((diagnostic) => diagnostic.category === "plugin");
  const numbers = new Set(found.map((diagnostic) => diagnostic.location.start.line));
  return expressions.filter((_, index) => numbers.has(index + 2));
}

interface Report {
  diagnostics: { category: string; location: { start: { line: number } } }[];
}

/** Runs Biome on one file; its exit code says no more than the diagnostics do. */
function lint(folder: string, file: string): Report {
  const biome = join(project, "node_modules/@biomejs/biome/bin/biome");
  const args = [biome, "lint", "--colors=off", "--reporter=json", "--max-diagnostics=none", file];
  try {
    return JSON.parse(
      execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8", stdio: "pipe" }),
    );
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout);
  }
}

describe("The library reads no clock, no random source, no locale and no time zone", () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "pure-"));
    for (const name of ["biome.json", "tools"]) {
      cpSync(join(project, name), join(folder, name), { recursive: true });
    }
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("each way to read one is refused in the sources", () => {
    expect(refused(folder, "src/core/impure.ts", forbidden)).toEqual(forbidden);
  });

  test("destructured Math and Date are refused, since the check could not follow them", () => {
    const hidden = ["Math", "Date"];
    writeFileSync(
      join(folder, "src/core/hidden.ts"),
      "const { random } = Math;\nconst { now } = Date;\nexport const hidden = [random, now];\n",
    );
    const lines = lint(folder, "src/core/hidden.ts").diagnostics.map(
      (found) => found.location.start.line,
    );
    expect(lines).toEqual(hidden.map((_, index) => index + 1));
  });

  test("what depends on its arguments only is allowed", () => {
    expect(refused(folder, "src/core/pure.ts", allowed)).toEqual([]);
  });

  test("tests and benches may read a clock", () => {
    expect(refused(folder, "bench/time.ts", forbidden)).toEqual([]);
    expect(refused(folder, "src/core/day.test.ts", forbidden)).toEqual([]);
  });
});
