// The specification in words: docs/specification.md is made of the titles of the properties in
// test/spec, chapter by chapter. `npm run spec` writes it; a test checks that it is current.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";

export const specificationFile = "docs/specification.md";

const preface = `# The specification

What the planning engine promises, law by law. Each line is the title of a property that
\`npm test\` tries on random problems (\`SPEC_SEED=new SPEC_RUNS=5000 npm run test:unit\` tries harder).
This file is written by \`npm run spec\` from the titles in \`test/spec\`; do not edit it.
`;

/** A title as it stands in a file: how deep it is nested, and whether it opens a chapter. */
interface Title {
  readonly depth: number;
  readonly chapter: boolean;
  readonly text: string;
}

/**
 * Makes the text of the specification.
 *
 * @param folder - the folder of the properties, `test/spec`
 * @returns the Markdown, files in order of their names
 */
export function specification(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".prop.ts"))
    .sort();
  const chapters = names.map((name) => titles(name, readFileSync(join(folder, name), "utf8")));
  return [preface, ...chapters.map(render)].join("\n");
}

/**
 * Reads the titles of a test file: the first arguments of describe, test and it, with any of their
 * modifiers (`test.prop([…])("title", …)`, `describe.each`, `it.skipIf(…)`).
 *
 * @param name - the file's name, for the message when a title cannot be read
 * @param text - its source
 * @returns the titles in the order of the source
 * @throws Error when a title is not a plain text
 */
export function titles(name: string, text: string): Title[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: Title[] = [];
  const visit = (node: ts.Node, depth: number): void => {
    let inside = depth;
    if (ts.isCallExpression(node)) {
      const kind = testFunction(node.expression);
      const [first, ...rest] = node.arguments;
      const written = rest.some((argument) => ts.isFunctionLike(argument));
      // A body may be a function's name; so may be the options of `test.prop([…], options)`.
      const named =
        first !== undefined && ts.isStringLiteralLike(first) && rest.some(ts.isIdentifier);
      if (kind !== undefined && first !== undefined && (written || named)) {
        if (!ts.isStringLiteralLike(first)) {
          const { line } = source.getLineAndCharacterOfPosition(first.getStart());
          throw new Error(
            `${name}:${line + 1}: the title must be a plain text, not an expression.`,
          );
        }
        found.push({ depth, chapter: kind === "describe", text: first.text });
        if (kind === "describe") inside += 1;
      }
    }
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(source, 0);
  return found;
}

/** The name at the root of what is called: `test` of `test.prop([a])`. */
function testFunction(called: ts.Expression): "describe" | "test" | undefined {
  if (ts.isIdentifier(called)) {
    if (called.text === "describe") return "describe";
    return called.text === "test" || called.text === "it" ? "test" : undefined;
  }
  const chained = ts.isPropertyAccessExpression(called) || ts.isCallExpression(called);
  return chained ? testFunction(called.expression) : undefined;
}

/** Chapters become headings, laws a list; a law outside any chapter stands under no heading. */
function render(chapter: readonly Title[]): string {
  let text = "";
  let listed = false;
  for (const title of chapter) {
    if (title.chapter) {
      text += `${listed ? "\n" : ""}${"#".repeat(title.depth + 2)} ${title.text}\n\n`;
      listed = false;
    } else {
      text += `- ${title.text}\n`;
      listed = true;
    }
  }
  return text;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(dirname(specificationFile), { recursive: true });
  writeFileSync(specificationFile, specification("test/spec"));
  console.log(`${specificationFile} is written`);
}
