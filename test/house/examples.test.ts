/**
 * Every `@example` in the comments of `src` is run.
 *
 * An example is one block of TypeScript between ```ts and ```, written as a user would write it, but
 * without imports: what the package exports is at hand. A comment `// => value` behind an expression
 * statement, or on the lines right below it, says what the expression gives: the value is TypeScript
 * too, and must be deeply equal. Each example says so at least once, and every such line must be
 * reached. A `Decimal` is shown as text (`` `${order.quantity}`; // => "17" ``) or as a number.
 * The files made of the examples are in `reports/examples`.
 */
import { describe, expect, test } from "vitest";
import { filesBelow } from "../docs/markdown.js";
import {
  compileErrors,
  hasExample,
  readSources,
  titleOf,
  writeExamples,
  writePages,
} from "./examples.js";

const sources = readSources();
const examples = writeExamples(sources);

interface ExampleModule {
  example(gives: (line: number, found: unknown, wanted: unknown) => void): Promise<void>;
}

describe("The examples in the comments", () => {
  test("every public function has one", () => {
    expect(sources.functions.length).toBeGreaterThan(0);
    expect(sources.functions.filter((node) => !hasExample(node)).map(titleOf)).toEqual([]);
  });

  test("each belongs to something that a user can import", () => {
    expect(examples.filter((example) => !example.public).map(({ title }) => title)).toEqual([]);
  });

  test("each is a block that says what its expressions give", () => {
    const faults = examples.flatMap(({ title, faults }) =>
      faults.map((fault) => `${title}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  test("each compiles under the strict settings of the house, and so does the code of pages", () => {
    const pages = writePages(["README.md", ...filesBelow("docs", ".md")], sources);
    expect(pages.length).toBeGreaterThan(5);
    expect(compileErrors([...examples, ...pages])).toEqual([]);
  });
});

describe("What the examples say comes true", () => {
  for (const { title, file, promises } of examples) {
    test(title, async () => {
      const { example } = (await import(file)) as ExampleModule;
      const reached = new Set<number>();
      await example((line, found, wanted) => {
        reached.add(line);
        expect(found, `line ${line} of the example`).toStrictEqual(wanted);
      });
      expect([...reached]).toEqual(promises);
    });
  }
});
