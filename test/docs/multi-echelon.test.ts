import { bomGraph, toMermaid } from "orlicky/bom";
import {
  guaranteedService,
  guaranteedServiceCost,
  type ServiceNetworkInput,
} from "orlicky/inventory";
import { describe, expect, test } from "vitest";
import { blocksOf, sectionOf, tableRows } from "./markdown.js";

const page = "docs/multi-echelon.md";
const blocks = blocksOf(page);
const network = JSON.parse(
  blocks.find(({ language }) => language === "json")?.text ?? "",
) as ServiceNetworkInput;
const tables = tableRows(sectionOf(page, "An example"));
const best = guaranteedService(network);

describe("The example of docs/multi-echelon.md", () => {
  test("the picture is the network", () => {
    const rows = network.arcs.map(([component, parent, quantity = 1]) => {
      return { parent, component, quantity };
    });
    const picture = blocks.find(({ language }) => language === "mermaid")?.text;
    expect(picture).toBe(toMermaid(bomGraph(rows)));
  });

  test("the table is what comes out, stage by stage", () => {
    const rows = best.stages.map((stage) => [
      stage.id,
      `${stage.inboundServiceTime}`,
      `${stage.serviceTime}`,
      `${stage.netReplenishmentTime}`,
      stage.demandDeviation.toFixed(1),
      stage.safetyStock.toFixed(1),
      stage.cost.toFixed(1),
      `${stage.pipelineStock}`,
      stage.baseStockLevel?.toFixed(1),
    ]);
    expect(tables.slice(0, rows.length)).toEqual(rows);
    expect(best.exact).toBe(true);
  });

  test("other placements cost what the page says", () => {
    const costOf = (serviceTimes: Readonly<Record<string, number>>): string =>
      guaranteedServiceCost({ ...network, serviceTimes }).cost.toFixed(0);
    const bikes = { "city bike": 2, "race bike": 4 };
    const waiting = { "city bike": 5, "race bike": 5 };
    expect(tables.slice(best.stages.length).map(([, cost]) => cost)).toEqual([
      costOf(best.serviceTimes),
      costOf({ tube: 0, frame: 0, rim: 0, wheel: 0, ...bikes }),
      costOf({ tube: 20, frame: 25, rim: 30, wheel: 32, ...waiting }),
    ]);
  });
});

describe("The table of real supply chains", () => {
  const rows = tableRows(sectionOf(page, "38 real supply chains"));
  const figure = (text: string | undefined): number => Number(text?.replaceAll(/[, %]/g, ""));

  test("has a row for each", () => {
    expect(rows.map(([name]) => name)).toEqual(
      Array.from({ length: 38 }, (_, n) => `willems-${`${n + 1}`.padStart(2, "0")}`),
    );
  });

  test("agrees with itself: saving, gap, and no more stages with stock than stages", () => {
    for (const [name, stages, , , exact, cost, atTheEnds, saving, gap, stocked] of rows) {
      const saved = 100 * (1 - figure(cost) / figure(atTheEnds));
      expect(Math.abs(saved - figure(saving)), name).toBeLessThan(0.2);
      expect([exact, figure(gap)], name).toEqual(["yes", 0]);
      expect(figure(stocked), name).toBeLessThanOrEqual(figure(stages));
    }
  });
});
