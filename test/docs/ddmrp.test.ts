import { bomGraph, toMermaid } from "orlicky/bom";
import {
  averageDailyUsage,
  type BufferZonesInput,
  bufferZones,
  type DecoupledLeadTimesInput,
  decoupledLeadTimes,
  executionPriority,
  netFlowPosition,
  orderRecommendation,
  planningPriority,
  qualifiedDemand,
} from "orlicky/inventory";
import { describe, expect, test } from "vitest";
import { blocksOf, codesIn, read, sectionOf, tableRows } from "./markdown.js";

const page = "docs/ddmrp.md";
const arguments_ = blocksOf(page)
  .filter(({ language }) => language === "json")
  .map(({ text }) => JSON.parse(text));
const [bill, usage, item, demand] = arguments_;
const rowsOf = (heading: string): string[][] => tableRows(sectionOf(page, heading));

const zones = bufferZones(item as BufferZonesInput);
const netFlow = netFlowPosition({ onHand: 700, onOrder: 1000, qualifiedDemand: 375 });

describe("The figures of docs/ddmrp.md", () => {
  test("the picture is the bill", () => {
    const lines = (bill as DecoupledLeadTimesInput).lines.map((line) => ({ ...line, quantity: 1 }));
    const picture = blocksOf(page).find(({ language }) => language === "mermaid")?.text;
    expect(picture).toBe(toMermaid(bomGraph(lines)));
  });

  test("decoupled lead times", () => {
    const rows = decoupledLeadTimes(bill).map((row) => [
      row.item,
      `${row.decoupledLeadTime}`,
      row.via ?? "–",
    ]);
    expect(rowsOf("Decoupled lead time")).toEqual(rows);
    const { items, lines } = bill as DecoupledLeadTimesInput;
    const without = items.map((each) => ({ ...each, buffered: false }));
    const [bike] = decoupledLeadTimes({ items: without, lines });
    expect(read(page)).toContain(`the bike below would take ${bike?.decoupledLeadTime} days`);
  });

  test("average daily usage", () => {
    const found = averageDailyUsage(usage);
    expect(rowsOf("Average daily usage")).toEqual([
      [`${found.past}`, `${found.future}`, `${found.averageDailyUsage}`],
    ]);
  });

  test("zones, with and without an adjustment", () => {
    const season = bufferZones({ ...item, adjustments: { demand: 1.5 } });
    const rows = rowsOf("Zones");
    expect(rows).toEqual(
      expect.arrayContaining([
        ["red base", `${zones.redBase}`],
        ["red safety", `${zones.redSafety}`],
        ["red", `${zones.red}`],
        ["yellow", `${zones.yellow}`],
        ["green", `${zones.green}`],
        ["top of yellow", `${zones.topOfYellow}`],
        ["top of green", `${zones.topOfGreen}`],
        ["on hand on average", `${zones.averageOnHand}`],
        ["spike threshold", `${zones.spikeThreshold}`],
        [season.red, season.yellow, season.green, season.topOfGreen].map(String),
      ]),
    );
    // Two tables of words, nine figures, three profiles, the season and three roundings.
    expect(rows).toHaveLength(5 + 3 + 9 + 1 + 3);
  });

  test("qualified demand and net flow", () => {
    const rows = (["day", "order"] as const).map((by) => {
      const { qualified, quantity } = qualifiedDemand({ ...demand, by });
      return [`by ${by}`, qualified.join(", "), `${quantity}`];
    });
    expect(rowsOf("Net flow")).toEqual(rows);
    expect(read(page)).toContain(`the net flow is 700 + 1000 − 375 = ${netFlow}.`);
  });

  test("priorities and orders", () => {
    const { red, yellow, green, topOfYellow, topOfGreen } = zones;
    const priority = (name: string, { color, percent }: ReturnType<typeof planningPriority>) => [
      name,
      color,
      percent?.toFixed(2),
    ];
    const order = (multiple: number | undefined, percent: number) => {
      const found = orderRecommendation({
        netFlow,
        topOfYellow,
        topOfGreen,
        multipleTolerancePercent: percent,
        ...(multiple === undefined ? {} : { orderMultiple: multiple }),
      });
      const { quantity, netFlowAfter, overTopOfGreen } = found;
      const tolerance = percent === 0 ? "–" : `${percent} %`;
      return [
        `${multiple ?? "–"}`,
        tolerance,
        ...[quantity, netFlowAfter, overTopOfGreen].map(String),
      ];
    };
    expect(rowsOf("Priority and order")).toEqual([
      priority("planning: net flow 1325", planningPriority({ netFlow, red, yellow, green })),
      priority("execution: 700 on hand", executionPriority({ onHand: 700, red })),
      priority("execution: 200 on hand", executionPriority({ onHand: 200, red })),
      order(undefined, 0),
      order(250, 0),
      order(250, 35),
    ]);
  });

  test("the functions that it names are there", async () => {
    const exported = Object.keys(await import("orlicky/inventory"));
    const [, ...sections] = read(page).split(/^#+ /m);
    const named = tableRows(sections[0] ?? "").flatMap(([, codes = ""]) => codesIn(codes));
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => !exported.includes(name))).toEqual([]);
  });
});
