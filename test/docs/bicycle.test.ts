import { Decimal, masterSchedule, planningRecord } from "orlicky";
import { describe, expect, test } from "vitest";
import { bicycleText, bicycleYear } from "../../examples/bicycle/bicycle.js";
import { blocksOf } from "./markdown.js";

const year = bicycleYear();
const { family, forecast, input, plan } = year;
const models = family.members.map(({ item }) => item);

const sum = (quantities: Iterable<{ readonly quantity: Decimal }>): number =>
  [...quantities].reduce((total, { quantity }) => total.plus(quantity), new Decimal(0)).toNumber();
const total = (figures: readonly (Decimal | null)[]): number =>
  figures.reduce<Decimal>((all, one) => all.plus(one ?? 0), new Decimal(0)).toNumber();

describe("The bicycles: a forecast of the family, split over its models", () => {
  test("is there for 52 weeks, and the models add up to it in each", () => {
    expect(family.weeks.length).toBe(52);
    expect(
      family.weeks.map((_, n) => sum(forecast.filter((row) => row.forecast === `week ${n + 1}`))),
    ).toEqual(family.weeks);
  });

  test("is split by largest remainder: 45, 32.5 and 22.5 % of 36 are 16, 12 and 8", () => {
    expect(forecast.slice(0, 3).map(({ quantity }) => Number(quantity))).toEqual([16, 12, 8]);
  });
});

describe("The bicycles: orders that consume forecast", () => {
  const consumed = (order: string) =>
    [...plan.consumptions]
      .filter((row) => row.order === order)
      .map((row) => [row.forecast, Number(row.quantity)]);

  test("a large order takes its own week, then the week before, then the week after; 11 are over", () => {
    expect(consumed("T-203")).toEqual([
      ["trekking bike, week 7", 16],
      ["trekking bike, week 6", 15],
      ["trekking bike, week 8", 18],
    ]);
    const order = [...plan.demands].find(({ id }) => id === "T-203");
    expect(Number(order?.quantity) - (16 + 15 + 18)).toBe(11);
  });

  test.each(models)(
    "%s: all demand is at least the orders, at most orders and forecast",
    (item) => {
      const demands = [...plan.demands].filter((row) => row.item === item);
      const orders = sum(demands.filter(({ consumed: of }) => of === null));
      const whole = sum(forecast.filter((row) => row.item === item));
      expect(sum(demands)).toBeGreaterThanOrEqual(orders);
      expect(sum(demands)).toBeLessThanOrEqual(orders + whole);
    },
  );
});

describe("The bicycles: fences", () => {
  const weeksOf = (item: string) => masterSchedule(plan, item, { bucket: "week" }).rows;

  test.each(models)("%s: two weeks are frozen and know orders alone", (item) => {
    const rows = weeksOf(item);
    expect(rows.slice(0, 5).map(({ zone }) => zone)).toEqual([
      "frozen",
      "frozen",
      "slushy",
      "slushy",
      "liquid",
    ]);
    expect(rows.slice(0, 2).map((row) => Number(row.forecast))).toEqual([0, 0]);
  });

  test("in four weeks nothing new is planned; 13 race bikes are short there, and it is said", () => {
    const early = [...plan.orders].filter(
      ({ due, item }) => models.includes(item) && due < "2026-02-02",
    );
    expect(early).toEqual([]);
    expect(Number(weeksOf("race bike")[3]?.projectedAvailable)).toBe(-13);
    const short = [...plan.messages].flatMap((message) =>
      message.code === "fenceShortage" ? [[message.item, `${message.quantity}`, message.date]] : [],
    );
    expect(short).toEqual([["race bike", "13", "2026-02-02"]]);
  });
});

describe("The bicycles: components that models share", () => {
  /** What is built of a model: planned lots, and firm ones on order. */
  const built = (item: string): number =>
    sum([...plan.orders].filter((order) => order.item === item)) +
    sum([...plan.supplies].filter((supply) => supply.item === item));
  const needed = (item: string): number =>
    total(masterSchedule(plan, item).rows.map((row) => row.dependent));

  test("wheels are needed by the master schedules of all models, two each", () => {
    expect(needed("wheel")).toBe(
      2 * (built("city bike") + built("trekking bike") + built("race bike")),
    );
    expect(total(masterSchedule(plan, "wheel").rows.map(({ orders }) => orders))).toBe(24);
  });

  test("steel frames go into two models, carbon frames into one", () => {
    expect(needed("steel frame")).toBe(built("city bike") + built("trekking bike"));
    expect(needed("carbon frame")).toBe(built("race bike"));
  });
});

describe("The bicycles: the table", () => {
  test.each(models)(
    "%s: adds up to the same in weeks and months as in the planning record",
    (item) => {
      const [weeks, months] = (["week", "month"] as const).map((bucket) => {
        const { rows } = masterSchedule(plan, item, { bucket });
        return [
          total(rows.map(({ forecast: left, orders }) => left.plus(orders))),
          total(rows.map(({ mps }) => mps)),
          total(rows.map((row) => row.discreteAvailableToPromise)),
          Number(rows.at(-1)?.projectedAvailable),
        ];
      });
      expect(months).toEqual(weeks);
      const { rows } = planningRecord(plan, item);
      expect([weeks?.[0], weeks?.[3]]).toEqual([
        total(rows.map(({ gross }) => gross)),
        Number(rows.at(-1)?.projectedOnHand),
      ]);
    },
  );

  test("examples/bicycle/README.md shows what comes out", () => {
    const [shown] = blocksOf("examples/bicycle/README.md").filter(
      ({ language }) => language === "text",
    );
    expect(bicycleText(year)).toBe(shown?.text);
    expect(input.demands?.length).toBe(12 + 3 * 52);
  });
});
