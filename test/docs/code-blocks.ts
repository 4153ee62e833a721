import ts from "typescript";
import { expect } from "vitest";

/**
 * Runs a block of code of a page, written without imports. `// => value` behind or below an expression
 * says what it gives.
 *
 * @param exports - what the code may name
 * @returns how many expressions said what they give
 */
export function runBlock(text: string, exports: Readonly<Record<string, unknown>>): number {
  const source = ts.createSourceFile("block.ts", text, ts.ScriptTarget.ES2023);
  let count = 0;
  const statements = source.statements.map((statement) => {
    const code = statement.getText(source);
    const [, value] = /^\s*\/\/ => (.*)/.exec(text.slice(statement.end)) ?? [];
    if (value === undefined || !ts.isExpressionStatement(statement)) return code;
    count++;
    return `gives((${statement.expression.getText(source)}), (${value}));`;
  });
  const code = ts.transpile(statements.join("\n"), { target: ts.ScriptTarget.ES2023 });
  const names = Object.keys(exports).filter((name) => name !== "default");
  const gives = (found: unknown, wanted: unknown) => {
    const isDecimal = typeof wanted === "number" && typeof found === "object";
    expect(isDecimal ? Number(`${found}`) : found).toEqual(wanted);
  };
  new Function(...names, "gives", code)(...names.map((name) => exports[name]), gives);
  return count;
}
