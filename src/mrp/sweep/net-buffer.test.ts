import { type PlanningInput, type PlanningRow, planRequirements } from "orlicky";
import { describe, expect, test } from "vitest";

type Line = PlanningRow<"boms">["lines"][number];

const BUFFER = {
  method: "ddmrp",
  ddmrp: { averageDailyUsage: 2, leadTimeFactor: 1, variabilityFactor: 0 },
} as const;

/** A pump of one day that is buffered, of a body of three. */
const input = (lines: Line[], fields: Partial<PlanningInput> = {}): PlanningInput => ({
  startDate: "2026-03-02",
  horizonEnd: "2026-04-10",
  items: [
    { id: "pump", decimals: 0, leadTime: 1, ...BUFFER },
    { id: "body", decimals: 0, leadTime: 3 },
    { id: "seal", decimals: 0, leadTime: 9, ...BUFFER },
    { id: "kit", decimals: 0, phantom: true },
  ],
  boms: [{ item: "pump", lines }],
  ...fields,
});

const datesOf = (of: PlanningInput, item: string): string[] =>
  [...planRequirements(of).orders]
    .filter((order) => order.item === item)
    .map(({ start, due }) => `${start} > ${due}`);

const body = (offset?: number): Line => ({ item: "body", quantity: 1, ...(offset && { offset }) });
const seal = (offset: number): Line => ({ item: "seal", quantity: 1, offset });

describe("The order of a buffer goes out so late that what is below it has the rest (K39)", () => {
  test.each<[string, Line[], string]>([
    ["is there at its start", [body()], "2026-03-05 > 2026-03-06"],
    ["is drawn two days sooner", [body(-2)], "2026-03-07 > 2026-03-08"],
    ["is drawn two days later", [body(2)], "2026-03-03 > 2026-03-04"],
    ["is drawn when it could be there anyway", [body(9)], "2026-03-02 > 2026-03-03"],
    ["stands behind a buffer", [seal(2)], "2026-03-02 > 2026-03-03"],
    ["is drawn of a buffer sooner", [seal(-2)], "2026-03-04 > 2026-03-05"],
  ])("where it %s", (_, lines, dates) => {
    expect(datesOf(input(lines), "pump")).toEqual([dates]);
  });

  test("and starts nothing in the past", () => {
    expect(datesOf(input([body(-2)]), "body")).toEqual(["2026-03-02 > 2026-03-05"]);
  });

  test("and waits for no phantom of nothing", () => {
    const empty = [{ item: "kit", quantity: 1, offset: -4 }];
    expect(datesOf(input(empty), "pump")).toEqual(["2026-03-02 > 2026-03-03"]);
  });

  test.each([{}, { stock: [{ item: "kit", quantity: 1 }] }])(
    "through a phantom, whose offsets add, with %j",
    (fields) => {
      const kit = [{ item: "kit", quantity: 1, offset: -4 }];
      const dates = (offset: number) => {
        const boms = [
          { item: "pump", lines: kit },
          { item: "kit", lines: [body(offset)] },
        ];
        return datesOf(input([], { boms, ...fields }), "pump");
      };
      // Drawn two days before the start, at the start, and five days after it.
      expect([2, 4, 9].flatMap(dates)).toEqual([
        "2026-03-07 > 2026-03-08",
        "2026-03-05 > 2026-03-06",
        "2026-03-02 > 2026-03-03",
      ]);
    },
  );
});
