import { type PlanningInput, planRequirements } from "orlicky";
import { PlanningInputError } from "orlicky/core";
import {
  type ConsumptionMode,
  consumeForecast,
  delphiEstimate,
  disaggregateFamily,
  disaggregatePeriod,
  type ForecastConsumptionInput,
  type ForecastUse,
  forecastAccuracy,
  reduceForecast,
} from "orlicky/mps";
import { describe, expect, test } from "vitest";
import { blocksOf, codesIn, read, sectionOf, tableRows } from "./markdown.js";

const page = "docs/forecast-consumption.md";
const blocks = blocksOf(page);
const blockOf = (name: string) => blocks.find(({ language }) => language === name)?.text ?? "";
const input = JSON.parse(blockOf("json")) as ForecastConsumptionInput;
const answer = consumeForecast(input);

/** What `notes` may say. */
const notes = ["pastForecast", "reducedForecast", "fencedForecast"];

/** Who consumes what, as a picture. */
function pictureOf(uses: readonly ForecastUse[]): string {
  const edges = uses.map(
    ({ order, forecast, quantity }) =>
      `  ${order} -->|${quantity}| ${forecast.replaceAll(" ", "_")}[${forecast}]`,
  );
  return ["flowchart LR", ...edges].join("\n");
}

describe("docs/forecast-consumption.md shows what comes out", () => {
  test("of the example: the picture", () => {
    expect(blockOf("mermaid")).toBe(pictureOf(answer.uses));
  });

  test("of the example: the tables and the sums", () => {
    const section = sectionOf(page, "An example");
    const forecasts = answer.forecasts.map(({ id, quantity, consumed, left }) => {
      const demand = answer.demand
        .filter(({ forecast }) => forecast === id)
        .map((row) => `${row.quantity} on ${row.due}`);
      return [id, `${quantity}`, `${consumed}`, `${left}`, demand.join(", ")];
    });
    const orders = answer.orders.map(({ id, quantity, consumed, overConsumption }) =>
      [id, quantity, consumed, overConsumption].map(String),
    );
    expect(tableRows(section)).toEqual([...forecasts, ...orders]);
    const { orders: ordered, planned, demand, forecast } = answer.totals;
    expect(section).toContain(
      `${ordered} in all. With the ${planned} that are left of the forecast, ${demand} are needed, not ${ordered.plus(forecast)}`,
    );
  });

  test("of each mode", () => {
    for (const [mode = "", ...shown] of tableRows(
      sectionOf(page, "How an order looks for forecast"),
    )) {
      const consume = codesIn(mode)[0] as ConsumptionMode;
      const { uses, totals } = consumeForecast({ ...input, consume, backward: 7, forward: 7 });
      const cells = ["A", "B", "C"].map((id) =>
        uses
          .filter(({ order }) => order === id)
          .map(({ forecast, quantity }) => `${forecast}: ${quantity}`)
          .join(", "),
      );
      expect([consume, ...shown]).toEqual([consume, ...cells, `${totals.demand}`]);
    }
  });

  test("of a part of a row", () => {
    const days = { from: "2026-03-04", until: "2026-03-08" };
    const rows = tableRows(sectionOf(page, "Options")).filter((row) => row.length === 5);
    expect(rows.length).toBe(3);
    for (const [what = "", , consumption, ...shown] of rows) {
      const part = consumption === "" ? {} : { consumption: Number(consumption) };
      const { totals } = consumeForecast({
        startDate: "2026-03-04",
        forecasts: [{ id: "f", ...days, quantity: 10, ...(what.includes("forecast") ? part : {}) }],
        orders: [
          { id: "A", due: "2026-03-05", quantity: 8, ...(what.includes("order") ? part : {}) },
        ],
      });
      expect(shown).toEqual([`${totals.consumed}`, `${totals.planned} and ${totals.orders}`]);
    }
  });

  test("of disaggregation", () => {
    const [days, items] = tableRows(
      sectionOf(page, "From periods to days, from families to items"),
    );
    const week = { from: "2026-03-02", until: "2026-03-08", quantity: 12 };
    const workingDays = ["mon", "tue", "wed", "thu", "fri"] as const;
    const { parts } = disaggregatePeriod({ ...week, calendar: { workingDays } });
    expect(days).toEqual(parts.map(({ quantity }) => `${quantity}`));
    const rows = disaggregateFamily({
      forecasts: [{ id: "week", ...week }],
      members: [
        { item: "city", share: 50 },
        { item: "trekking", share: "33.3" },
        { item: "racing", share: "16.7" },
      ],
    });
    expect(items).toEqual(rows.map(({ quantity }) => `${quantity}`));
  });

  test("of an inquiry among experts", () => {
    const section = sectionOf(page, "From sources and versions to one forecast");
    const rows = tableRows(section);
    const rounds = rows.map(([, estimates = ""]) =>
      estimates.split(" ").map((estimate, n) => ({ id: `${n}`, estimate })),
    );
    const found = delphiEstimate({ rounds }).rounds.map((round, n) => [
      `${n + 1}`,
      rows[n]?.[1],
      `${round.median}`,
      `${round.lowerQuartile} and ${round.upperQuartile}`,
      `${round.interquartileRange}`,
      round.agreed ? "yes" : "no",
    ]);
    expect(rows).toEqual(found);
    const { quantities } = reduceForecast({
      quantities: [1000, 1000, 1000, 1000, 1000],
      percentages: [100, 75, 50, 25],
    });
    expect(section).toContain(`leave ${quantities.slice(0, 4).join(", ")}, and ${quantities[4]} `);
  });

  test("of the measures", () => {
    const found = forecastAccuracy({
      actual: [90, 95, 115, 100, 125, 140],
      forecast: [100, 100, 100, 110, 110, 110],
    });
    for (const [name = "", , figure] of tableRows(sectionOf(page, "How good was it?"))) {
      const measure = codesIn(name)[0] as keyof typeof found;
      expect([measure, figure]).toEqual([measure, found[measure]?.toFixed(2)]);
    }
  });
});

describe("docs/forecast-consumption.md says how a plan consumes", () => {
  const items = [{ id: "bicycle", decimals: 0, forecast: { backward: 7 } }];
  const orders = input.orders!.map(({ id, due, quantity }) => ({
    id,
    item: "bicycle",
    due,
    quantity,
  }));
  const horizonEnd = "2026-03-31";

  test("as consumeForecast does", () => {
    const forecasts = input.forecasts.map(({ id, from, until, quantity }) => ({
      ...{ id, item: "bicycle", kind: "forecast", due: from, until, quantity },
    }));
    const { startDate } = input;
    const demands = [...forecasts, ...orders];
    const plan = planRequirements({ startDate, horizonEnd, items, demands } as PlanningInput);
    expect(
      Array.from(plan.consumptions, (one) => `${one.order} ${one.forecast} ${one.quantity}`),
    ).toEqual(answer.uses.map((use) => `${use.order} ${use.forecast} ${use.quantity}`));
  });

  test("but for the decimals of an item that names none", () => {
    const { startDate } = input;
    const fine = { id: "fine", due: "2026-03-12", quantity: "0.000001" };
    const demands = [{ ...fine, item: "bicycle" }];
    const plan = planRequirements({ startDate, horizonEnd, items: [{ id: "bicycle" }], demands });
    expect(Array.from(plan.orders, (one) => `${one.quantity}`)).toEqual([fine.quantity]);
    expect(messageOf({ ...input, orders: [fine] })).toContain("must be in whole");
    const row = tableRows(sectionOf(page, "In a plan")).find(([name]) => name === "`decimals`");
    expect(row?.[1]).toBe("the same of the item or its unit; else 6, not 0");
  });

  test("and how what is left is planned without being consumed again", () => {
    const shown = blocks.filter(({ language }) => language === "json").map(({ text }) => text);
    const { items: given, demands } = JSON.parse(shown[1]!) as PlanningInput;
    const { startDate } = input;
    const [left] = answer.demand;
    expect(demands?.[1]).toMatchObject({ due: left!.due, quantity: Number(left!.quantity) });
    const plan = planRequirements({ startDate, horizonEnd, items: given, demands });
    expect(plan.consumptions.length).toBe(0);
    expect(Array.from(plan.orders, (one) => `${one.due} ${one.quantity}`)).toEqual([
      "2026-03-04 7",
      "2026-03-12 25",
    ]);
  });
});

describe("docs/forecast-consumption.md names what there is", () => {
  const options = tableRows(sectionOf(page, "Options")).filter((row) => row.length === 3);

  test("every option, and no other", () => {
    const named = options
      .flatMap(([name = ""]) => codesIn(name))
      .filter((name) => !notes.includes(name));
    const known = /known are (.*)\.$/.exec(messageOf({ ...input, unheardOf: 1 }))?.[1]?.split(", ");
    const apart = ["startDate", "forecasts", "orders"];
    expect(named.sort()).toEqual(known?.filter((name) => !apart.includes(name)).sort());
  });

  test("every value of a choice is taken", () => {
    for (const name of ["consume", "bucket", "fallback", "spread", "elapsed"]) {
      const values = codesIn(options.find(([option]) => option === `\`${name}\``)?.[1] ?? "");
      expect(values.length).toBeGreaterThan(1);
      for (const value of values) {
        const asked = { ...input, [name]: JSON.parse(value) } as ForecastConsumptionInput;
        expect(consumeForecast(asked).forecasts.length).toBe(3);
      }
    }
  });

  test("every note", () => {
    const reduced = { period: "week", percentages: [10] } as const;
    const found = [
      ...consumeForecast({ ...input, startDate: "2026-03-09", reduction: reduced }).notes,
      ...consumeForecast({ ...input, demandTimeFence: 20 }).notes,
    ].map(({ code }) => code);
    expect([...new Set(found)].sort()).toEqual([...notes].sort());
    for (const code of notes) expect(read(page)).toContain(`| \`${code}\` |`);
  });
});

function messageOf(argument: unknown): string {
  try {
    consumeForecast(argument as ForecastConsumptionInput);
  } catch (error) {
    if (error instanceof PlanningInputError) return error.issues[0]?.message ?? "";
  }
  return "";
}
