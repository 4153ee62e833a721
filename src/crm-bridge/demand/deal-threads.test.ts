import { type CrmRecordsInput, dealThreads, PlanningInputError, readCrmRecords } from "orlicky";
import { describe, expect, test } from "vitest";
import { opportunity, order, quote, recordsOf } from "../../../test/support/crm/bell.js";

const threads = (input: CrmRecordsInput) =>
  dealThreads(readCrmRecords(recordsOf(input)), { asOf: "2026-03-02" });

/** Where the only deal stands, and on what. */
function standing(input: CrmRecordsInput): string {
  const found = threads(input);
  expect(found.length).toBe(1);
  const { standsAt, counts } = found[0]!;
  return [standsAt, ...counts.map(({ id }) => id)].join(" ");
}

const deal = opportunity("deal", 10);
const of = { opportunity: "deal" };

describe("A deal stands at its farthest live step", () => {
  const first = quote("Q-1", 12, { ...of, version: 1 });
  const second = quote("Q-2", 14, { ...of, version: 2 });

  test("an opportunity, until it is quoted", () => {
    expect(standing({ opportunities: [deal] })).toBe("opportunity deal");
  });

  test("the highest version that is sent", () => {
    expect(standing({ opportunities: [deal], quotes: [second, first] })).toBe("quote Q-2");
  });

  test("not a draft, nor a quote that is no longer valid, nor one that was rejected", () => {
    const quotes = [
      first,
      { ...second, status: "draft" as const },
      quote("Q-3", 9, { ...of, version: 3, validUntil: "2026-03-01" }),
      quote("Q-4", 9, { ...of, version: 4, status: "rejected" }),
    ];
    expect(standing({ opportunities: [deal], quotes })).toBe("quote Q-1");
  });

  test("a quote is valid on its last day", () => {
    const quotes = [{ ...first, validUntil: "2026-03-02" }];
    expect(standing({ opportunities: [deal], quotes })).toBe("quote Q-1");
  });

  test("an accepted quote before all that were only sent", () => {
    const quotes = [{ ...first, status: "accepted" as const }, second];
    expect(standing({ opportunities: [deal], quotes })).toBe("quote Q-1");
  });

  test("its orders, all of them", () => {
    const orders = [order("A-2", 5, of), order("A-1", 4, of)];
    expect(standing({ opportunities: [deal], orders })).toBe("order A-1 A-2");
  });

  test("an order of its quote, though the opportunity is lost", () => {
    const opportunities = [{ ...deal, status: "lost" as const }];
    const orders = [order("A-1", 4, { quote: "Q-1" })];
    expect(standing({ opportunities, quotes: [first], orders })).toBe("order A-1");
  });
});

describe("A deal ends", () => {
  const cancelled = order("A-1", 4, { ...of, status: "cancelled" });

  test("when its opportunity is lost, quotes or not", () => {
    const opportunities = [{ ...deal, status: "lost" as const }];
    expect(standing({ opportunities, quotes: [quote("Q-1", 12, of)] })).toBe("lost");
  });

  test("when its order is closed: nothing of it comes back", () => {
    const orders = [order("A-1", 4, { ...of, status: "closed" })];
    expect(standing({ opportunities: [deal], orders })).toBe("closed");
  });

  test("not by an order that is cancelled, while its opportunity is open", () => {
    expect(standing({ opportunities: [deal], orders: [cancelled] })).toBe("opportunity deal");
    const won = { ...deal, status: "won" as const };
    expect(standing({ opportunities: [won], orders: [cancelled] })).toBe("lost");
    const orders = [order("A-2", 4, { quote: "Q-1", status: "cancelled" })];
    expect(standing({ quotes: [quote("Q-1", 4)], orders })).toBe("lost");
  });

  test("by an order that was cancelled after something was shipped: that was a sale", () => {
    const lines = [{ ...cancelled.lines[0]!, shipped: 1 }];
    expect(standing({ opportunities: [deal], orders: [{ ...cancelled, lines }] })).toBe("closed");
  });

  test("when all its quotes were rejected and there is nothing before them", () => {
    expect(standing({ quotes: [quote("Q-1", 4, { status: "rejected" })] })).toBe("lost");
    expect(standing({ quotes: [quote("Q-1", 4, { status: "draft" })] })).toBe("none");
  });
});

describe("A thread says", () => {
  test("what became of each record, and what took its place", () => {
    const quotes = [
      quote("Q-1", 12, of),
      quote("Q-2", 12, { ...of, version: 2, status: "draft" }),
      quote("Q-3", 12, { ...of, version: 3 }),
    ];
    const [thread] = threads({ opportunities: [deal], quotes });
    expect(thread?.id).toBe('["opportunities","deal"]');
    expect(thread?.steps.map(({ id, state, by }) => `${id} ${state} ${by?.id ?? ""}`)).toEqual([
      ...["deal superseded Q-3", "Q-1 superseded Q-3", "Q-2 draft ", "Q-3 counts "],
    ]);
  });

  test("how likely the lines that count are: as the quote says, else its opportunity or its stage", () => {
    const quotes = [
      quote("Q-1", 12, { ...of, probability: "2/6" }),
      quote("Q-2", 12, { status: "accepted" }),
      quote("Q-3", 12),
      quote("Q-4", 12, { opportunity: "other" }),
    ];
    const opportunities = [deal, opportunity("other", 7)];
    const likely = (probabilities: Record<string, string>) =>
      dealThreads(readCrmRecords(recordsOf({ opportunities, quotes })), {
        asOf: "2026-03-02",
        probabilities,
      }).flatMap(({ lines }) => lines.map(({ id, probability }) => `${id} ${probability}`));
    expect(likely({})).toEqual(["Q-1 1/3", "Q-4 0.5", "Q-2 1", "Q-3 null"]);
    expect(likely({ talk: "0.2" })).toEqual(["Q-1 1/3", "Q-4 0.2", "Q-2 1", "Q-3 null"]);
  });

  test("that a day is missing", () => {
    const records = readCrmRecords(recordsOf({}));
    expect(() => dealThreads(records, {} as { asOf: string })).toThrow(PlanningInputError);
  });
});
