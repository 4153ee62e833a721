import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { specification, specificationFile, titles } from "../../scripts/specification.js";

describe("The specification in words", () => {
  test("is current: npm run spec writes it anew", () => {
    expect(readFileSync(specificationFile, "utf8")).toBe(specification("test/spec"));
  });

  test("says something", () => {
    expect(specification("test/spec")).toMatch(/^- /m);
  });

  test("takes the titles of chapters, tests and properties, whatever their modifiers", () => {
    const source = `
      describe("Netting", () => {
        test.prop([fc.nat()], { numRuns: runs })("is \\"exact\\"", (n) => { check("no title", () => n); });
        it.skipIf(slow)('terminates', () => {});
        describe("of phantoms", () => {
          test(\`comes first\`, async () => {});
        });
      });
      test("stands alone", () => {});
      test.prop([fc.nat()], options)("has a body of its own name", isExact);
    `;
    expect(titles("netting.prop.ts", source)).toEqual([
      { depth: 0, chapter: true, text: "Netting" },
      { depth: 1, chapter: false, text: 'is "exact"' },
      { depth: 1, chapter: false, text: "terminates" },
      { depth: 1, chapter: true, text: "of phantoms" },
      { depth: 2, chapter: false, text: "comes first" },
      { depth: 0, chapter: false, text: "stands alone" },
      { depth: 0, chapter: false, text: "has a body of its own name" },
    ]);
  });

  test("refuses a title that is made when it runs", () => {
    const source = `test("plain", () => {});\ntest(name + "!", () => {});`;
    expect(() => titles("x.prop.ts", source)).toThrow(
      "x.prop.ts:2: the title must be a plain text",
    );
  });
});
