import * as orlicky from "orlicky";
import { describe, expect, test } from "vitest";
import { runBlock } from "./code-blocks.js";
import { blocksOf } from "./markdown.js";

describe("docs/large-plans.md", () => {
  test("shows steps and parts as they come out", () => {
    const [steps, parts, ...more] = blocksOf("docs/large-plans.md");
    expect(more).toEqual([]);
    expect(runBlock(steps!.text, orlicky)).toBe(1);
    expect(runBlock(parts!.text, orlicky)).toBe(2);
  });
});
