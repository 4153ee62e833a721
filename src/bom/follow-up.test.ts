import { describe, expect, test } from "vitest";
import { type DiscontinuedRow, followUpChain, followUpOn } from "./follow-up.js";

const rows: DiscontinuedRow[] = [
  { item: "diode", from: "2027-01-01", followUp: "strip", factor: "1/3" },
  { item: "bulb", from: "2026-04-01", followUp: "diode", factor: 4 },
  { item: "candle", from: "2026-04-01" },
];
const chain = (item: string) =>
  followUpChain(rows, item).map((step) => [step.item, step.ratio, step.until]);
const on = (item: string, date: string) => followUpOn(rows, item, date)?.item;

describe("Follow-ups of what is given up (B6)", () => {
  test("form a chain, along which factors multiply", () => {
    expect(chain("bulb")).toEqual([
      ["bulb", "1", "2026-04-01"],
      ["diode", "4", "2027-01-01"],
      ["strip", "4/3", undefined],
    ]);
  });

  test("end where nothing follows, or nothing is given up", () => {
    expect(chain("candle")).toEqual([["candle", "1", "2026-04-01"]]);
    expect(chain("torch")).toEqual([["torch", "1", undefined]]);
  });

  test("stand in from the day on which the item is given up", () => {
    const days = ["2026-03-31", "2026-04-01", "2026-12-31", "2027-01-01"];
    expect(days.map((date) => on("bulb", date))).toEqual(["bulb", "diode", "diode", "strip"]);
    expect(on("candle", "2026-04-01")).toBeUndefined();
  });

  test("skip one that is itself given up before", () => {
    const early = [{ ...rows[0]!, from: "2026-01-01" }, rows[1]!];
    expect(followUpOn(early, "bulb", "2026-04-01")?.item).toBe("strip");
  });

  test("that come back to themselves are refused, each circle once, with the ids round", () => {
    const from = "2026-01-01";
    const circles = [
      { item: "x", from, followUp: "a" },
      { item: "a", from, followUp: "b" },
      { item: "b", from, followUp: "a" },
      { item: "c", from, followUp: "c" },
    ];
    expect(() => followUpChain(circles, "x")).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ code: "bomCycle", cycle: ["a", "b", "a"] }),
          expect.objectContaining({ code: "bomCycle", cycle: ["c", "c"] }),
        ],
      }),
    );
  });

  test("of 100,000 items form one chain", () => {
    const many = Array.from({ length: 100_000 }, (_, n) => {
      return { item: `i${n}`, from: "2026-01-01", followUp: `i${n + 1}` };
    });
    expect(followUpChain(many, "i0")).toHaveLength(100_001);
    expect(followUpOn(many, "i0", "2026-01-01")?.item).toBe("i100000");
  });

  test("every mistake is listed", () => {
    const wrong = [
      { item: "a", from: "2026-02-30", factor: 2 },
      { item: "a", from: "2026-01-01", followUp: "", factor: 0, to: "b" },
    ];
    expect(() => followUpOn(wrong as never, "", "today")).toThrow(
      expect.objectContaining({
        issues: [
          ["contradiction", ["rows", 0, "factor"]],
          ["invalidDate", ["rows", 0, "from"]],
          ["unknownField", ["rows", 1, "to"]],
          ["duplicateId", ["rows", 1, "item"]],
          ["invalidType", ["rows", 1, "followUp"]],
          ["outOfRange", ["rows", 1, "factor"]],
          ["invalidType", ["item"]],
          ["invalidDate", ["date"]],
        ].map(([code, path]) => expect.objectContaining({ code, path })),
      }),
    );
  });
});
