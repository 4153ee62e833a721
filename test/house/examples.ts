import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { blocksOf } from "../docs/markdown.js";

const project = fileURLToPath(new URL("../..", import.meta.url));
const src = join(project, "src");
const folder = join(project, "reports", "examples");

/** What stands before the value that an expression gives. */
const MARK = "// =>";

/** One `@example`: where it stands, and the file that runs it. */
export interface Example {
  /** What it is an example of, and the source file of that. */
  readonly title: string;
  /** Whether a user can import what it is an example of. */
  readonly public: boolean;
  /** The file written for it; it exports `example(gives)`. */
  readonly file: string;
  /** Lines that say what an expression gives, counted from 1 in the block. */
  readonly promises: readonly number[];
  /** What is against the convention, in words. */
  readonly faults: readonly string[];
}

/** How a public name is imported: from where, and whether as a type only. */
interface PublicName {
  readonly from: string;
  readonly isType: boolean;
}

/** The sources of the library as the compiler sees them, with their public names. */
export interface Sources {
  readonly program: ts.Program;
  /** Public names of the package. */
  readonly names: ReadonlyMap<string, PublicName>;
  /** Declarations of everything public, of functions apart. */
  readonly declarations: ReadonlySet<ts.Node>;
  readonly functions: readonly ts.Declaration[];
}

/** Reads the sources and what each `index.ts` exports. */
export function readSources(): Sources {
  const folders = readdirSync(src).filter((name) => existsSync(join(src, name, "index.ts")));
  const faces = new Map([["orlicky", join(src, "index.ts")]]);
  for (const name of folders) faces.set(`orlicky/${name}`, join(src, name, "index.ts"));
  const program = ts.createProgram([...faces.values()], compilerOptions());
  const checker = program.getTypeChecker();
  const names = new Map<string, PublicName>();
  const declarations = new Set<ts.Node>();
  const functions = new Set<ts.Declaration>();
  for (const [from, face] of faces) {
    const module = checker.getSymbolAtLocation(program.getSourceFile(face)!)!;
    for (const exported of checker.getExportsOfModule(module)) {
      const alias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
      const symbol = alias ? checker.getAliasedSymbol(exported) : exported;
      const isType = (symbol.flags & ts.SymbolFlags.Value) === 0;
      if (!names.has(exported.name)) names.set(exported.name, { from, isType });
      for (const declaration of symbol.declarations ?? []) {
        declarations.add(declaration);
        if ((symbol.flags & ts.SymbolFlags.Function) !== 0) functions.add(declaration);
      }
    }
  }
  return { program, names, declarations, functions: [...functions] };
}

/** The name of a declaration and its source file. */
export function titleOf(declaration: ts.Node): string {
  const name = ts.getNameOfDeclaration(declaration as ts.Declaration)?.getText() ?? "?";
  return `${name} (${relative(project, declaration.getSourceFile().fileName).replaceAll("\\", "/")})`;
}

/** Whether a declaration has an `@example`. */
export function hasExample(declaration: ts.Node): boolean {
  return ts.getJSDocTags(declaration).some((tag) => tag.tagName.text === "example");
}

/** Finds every `@example` of the sources and writes a file for each that runs it. */
export function writeExamples({ program, names, declarations }: Sources): Example[] {
  const examples: Example[] = [];
  const visit = (node: ts.Node): void => {
    const tags = ts.getJSDocTags(node).filter((tag) => tag.tagName.text === "example");
    const own = tags.filter((tag) => tag.parent.parent === node);
    for (const [n, tag] of own.entries()) {
      const named = ts.isVariableStatement(node) ? node.declarationList.declarations[0]! : node;
      const title = own.length > 1 ? `${titleOf(named)}, ${n + 1}` : titleOf(named);
      const raw = tag.getSourceFile().text.slice(tag.getStart(), tag.end);
      examples.push({ title, public: declarations.has(named), ...writeExample(title, raw, names) });
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) {
    if (!relative(src, file.fileName).startsWith("..")) visit(file);
  }
  return examples.sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** A page may show what something gives without a use for it. */
const UNUSED_ON_A_PAGE = /^reports\/examples\/(?:docs|README)-.*: error TS61(?:33|98): /;

/** What the compiler says to the files of examples and pages, a line for each mistake. */
export function compileErrors(examples: readonly Pick<Example, "file">[]): string[] {
  const path = join(folder, "tsconfig.json");
  const files = examples.map(({ file }) => relative(folder, file));
  writeOnce(path, JSON.stringify({ extends: "../../tsconfig.test.json", include: [], files }));
  // The compiler that checks the house, as it does so.
  const compiler = join(project, "node_modules", "typescript7", "bin", "tsc");
  const options = ["-p", path, "--pretty", "false"];
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [compiler, ...options], {
    cwd: project,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (error !== undefined) throw error;
  const lines = `${stdout}${stderr}`
    .split("\n")
    .filter((line) => line.trim() !== "" && !UNUSED_ON_A_PAGE.test(line));
  return status === 0 || stdout !== "" ? lines : [`the compiler ended with ${status}`];
}

function compilerOptions(): ts.CompilerOptions {
  const path = join(project, "tsconfig.test.json");
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, dirname(path), {}, path).options;
}

function writeExample(title: string, raw: string, names: Sources["names"]) {
  const text = raw
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, ""))
    .join("\n");
  const block = /^@example\n```ts\n(.*\n)```\s*$/s.exec(text)?.[1] ?? "";
  const faults = block === "" ? ["it must be one block between ```ts and ```"] : [];
  const { code, promises, loose } = withChecks(block);
  for (const line of loose) faults.push(`line ${line}: the // => follows no expression`);
  if (promises.length === 0) faults.push("no line of it says // => what an expression gives");
  const file = join(folder, `${title.replaceAll(/\W+/g, "-")}.ts`);
  const source = [
    ...importsOf(block, names),
    `type Gives = (line: number, found: unknown, wanted: unknown) => void;`,
    `export async function example(gives: Gives): Promise<void> {\n${code}}\n`,
  ].join("\n");
  writeOnce(file, source);
  return { file, promises, faults };
}

/** The imports of the public names that some code has. */
function importsOf(code: string, names: Sources["names"]): string[] {
  const words = new Set(code.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu));
  return [...names]
    .filter(([name]) => words.has(name))
    .map(([name, { from, isType }]) => {
      return `import { ${isType ? "type " : ""}${name} } from ${JSON.stringify(from)};`;
    });
}

/** What the code of pages takes for granted: what stands above it as data, and a way to print. */
const AT_HAND: readonly (readonly [name: string, type: string])[] = [
  ["show", "(...lines: unknown[]) => void"],
  ["input", "PlanningInput & ForecastConsumptionInput"],
  ["plan", "Plan"],
  ["changes", "PlanChanges"],
  ["records", "CrmRecords"],
  ["policy", "ScenarioPolicy"],
  ["setting", 'Omit<LedgerOptions, "costs"> & Pick<StandardCostOptions, "rates">'],
];

/**
 * Writes a file for each page with code, so that the compiler sees it. A block may name what blocks
 * before it have named, and may name it anew.
 */
export function writePages(pages: readonly string[], { names }: Sources): Pick<Example, "file">[] {
  return pages.flatMap((page) => {
    const blocks = blocksOf(page).filter(({ language }) => language === "ts");
    if (blocks.length === 0) return [];
    const code = blocks.map(({ text }) => `{\n${text.replaceAll(/^import .*/gm, "")}\n`).join("");
    const file = join(folder, `${page.replaceAll(/\W+/g, "-")}.ts`);
    const atHand = AT_HAND.filter(([name]) => new RegExp(`\\b${name}\\b`).test(code));
    const declared = atHand.map(([name, type]) => `declare const ${name}: ${type};`);
    const body = `${declared.join("\n")}\nexport async function page(): Promise<void> ${code}${"}".repeat(blocks.length)}`;
    writeOnce(file, [...importsOf(body, names), body].join("\n"));
    return [{ file }];
  });
}

/** A file that is right already is left alone, so that two runs at a time do not disturb each other. */
function writeOnce(file: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
}

/** Turns each `expression; // => value` into a call of `gives(line, expression, value)`. */
function withChecks(block: string) {
  const parsed = ts.createSourceFile("example.ts", block, ts.ScriptTarget.Latest, true);
  const lineOf = (place: number): number => block.slice(0, place).split("\n").length;
  const promised: { start: number; end: number; text: string; line: number }[] = [];
  const visit = (node: ts.Node): void => {
    const wanted = ts.isExpressionStatement(node) ? wantedAfter(block.slice(node.end)) : undefined;
    if (wanted !== undefined && ts.isExpressionStatement(node)) {
      const line = lineOf(block.indexOf(MARK, node.end));
      const text = `gives(${line}, ${node.expression.getText()}, ${wanted});`;
      promised.push({ start: node.getStart(), end: node.end, text, line });
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  const promises = promised.map(({ line }) => line);
  const marked = [...block.matchAll(new RegExp(MARK, "g"))].map(({ index }) => lineOf(index));
  const loose = marked.filter((line) => !promises.includes(line));
  let code = block;
  for (const { start, end, text } of promised.toReversed()) {
    code = code.slice(0, start) + text + code.slice(end);
  }
  return { code, promises, loose };
}

/** The value in the comment that follows: on the same line or the next, and on as the comment goes. */
function wantedAfter(rest: string): string | undefined {
  const first = /^[ \t]*\n?[ \t]*\/\/ => (.*)((?:\n[ \t]*\/\/(?! =>).*)*)/.exec(rest);
  return first === null ? undefined : `${first[1]}${first[2]!.replaceAll(/\n[ \t]*\/\//g, "\n")}`;
}
