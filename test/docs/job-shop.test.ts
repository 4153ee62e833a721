import {
  Decimal,
  ganttMermaid,
  loadMermaid,
  loadProfile,
  type OperationSchedule,
  overloadMessages,
  type Plan,
  type PlanSchedule,
} from "orlicky";
import { parseMinute } from "orlicky/core";
import { describe, expect, test } from "vitest";
import { namedSchedule, pressLoads } from "../../examples/job-shop/charts.js";
import { jobShop } from "../../examples/job-shop/story.js";
import { jobShopText } from "../../examples/job-shop/text.js";
import { blocksOf, read, sectionOf } from "./markdown.js";

const shop = jobShop();
const { plan, input, cut, requirements, overloads, pegs, levellings, schedule } = shop;
const { regular, leveled, longer } = shop;
const page = "examples/job-shop/README.md";

const levelling = (title: string) => levellings.find((one) => one.title === title)!.leveled;
const lateOf = ({ demands }: PlanSchedule) =>
  [...demands].flatMap(({ id, customer, daysLate }) =>
    daysLate === 0 ? [] : [[id, customer, daysLate]],
  );

/** Pairs of operations that go on at the same time. */
const clashes = (operations: readonly OperationSchedule[]) => {
  const inTime = [...operations].sort((a, b) => (a.start < b.start ? -1 : 1));
  return inTime.slice(1).filter(({ start }, n) => start < inTime[n]!.end);
};

const minuteOf = (time: string) => parseMinute(time) ?? Number.NaN;

/** What of each item is ordered or on order. */
const totals = ({ orders, supplies }: Plan) => {
  const sums = new Map<string, Decimal>();
  for (const { item, quantity } of [...orders, ...supplies]) {
    sums.set(item, (sums.get(item) ?? new Decimal(0)).plus(quantity));
  }
  return [...sums].map(([item, sum]) => `${item} ${sum}`).sort();
};

describe("The job shop: what is too much", () => {
  test("by material alone all is in time, and the plan has nothing to say", () => {
    expect([...plan.demands].filter(({ daysLate }) => daysLate !== 0)).toEqual([]);
    expect([...plan.messages]).toEqual([]);
  });

  test("the rough cut sees too much at the press, in the week in which the racks are due", () => {
    const over = cut.rows.filter(({ overload }) => overload?.gt(0));
    expect(over.map(({ resource, from, overload }) => `${resource} ${from} ${overload}`)).toEqual([
      "press 2026-03-23 15.12",
    ]);
  });

  test("requirements see it a week earlier, and no other overload", () => {
    expect(
      overloads.map(({ workCenter, from, excess }) => `${workCenter} ${from} ${excess}`),
    ).toEqual(["press 2026-03-16 13.8"]);
  });

  test("its hours are those of three orders, for two customers and the forecast, without a rest", () => {
    const sum = pegs.reduce((hours, { load }) => hours.plus(load), new Decimal(0));
    expect(`${sum}`).toBe(`${overloads[0]?.load}`);
    for (const { load, demands, rest } of pegs) {
      expect(`${Decimal.sum(0, ...demands.map((one) => one.load))}`).toBe(`${load}`);
      expect(`${rest}`).toBe("0");
    }
    const customers = pegs.flatMap(({ demands }) => demands.map(({ customer }) => customer));
    expect(customers).toEqual(["City School", "Hotel Linde", undefined]);
  });
});

describe("The job shop: what helps", () => {
  test("nothing can be pulled ahead, since the sheet is not there", () => {
    const { decisions, rest } = levelling("pull ahead");
    expect(decisions).toEqual([]);
    expect(rest[0]?.operations.map(({ tried }) => tried)).toEqual(
      Array(3).fill([{ remedy: "pullAhead", limit: "material" }]),
    );
  });

  test("the other press and overtime leave 3.8 hours each, pushing leaves none but makes orders late", () => {
    const left = ["the other press", "overtime", "push"].map((title) =>
      levelling(title).rest.map(({ excess }) => `${excess}`),
    );
    expect(left).toEqual([["3.8"], ["3.8"], []]);
    expect(levelling("push").orders.every(({ due, wanted }) => due > wanted)).toBe(true);
  });

  test("all in turn leave none, for 461 and without a day late", () => {
    const all = levelling("all in this turn");
    expect(overloadMessages(all)).toEqual([]);
    expect(`${all.cost}`).toBe("461");
    expect(all.decisions.map(({ remedy, daysLate }) => [remedy, daysLate])).toEqual([
      ["alternate", 0],
      ["overtime", 0],
    ]);
    expect(`${levelling("overtime").cost}`).toBe("950");
  });
});

describe("The job shop: what can be done", () => {
  test.each([
    ["without overtime", schedule],
    ["with all overtime", longer.schedule],
  ])("no unit and no jig has two operations at once, %s", (_, { operations }) => {
    const rows = [...operations];
    const units = new Set(rows.map(({ workCenter, unit }) => `${workCenter} ${unit}`));
    expect([...units]).toHaveLength(7);
    for (const lane of units) {
      const own = rows.filter(({ workCenter, unit }) => `${workCenter} ${unit}` === lane);
      expect(clashes(own)).toEqual([]);
    }
    const jigged = rows.filter(
      ({ item, workCenter }) => item === "bench frame" && workCenter === "welders",
    );
    expect(jigged).toHaveLength(2);
    expect(clashes(jigged)).toEqual([]);
  });

  test("the load of a schedule is nowhere above the capacity", () => {
    for (const done of [schedule, longer.schedule]) {
      for (const { overload } of loadProfile(done, { bucket: "day" }).rows) {
        expect(Number(overload)).toBe(0);
      }
    }
    const hours = (loads: typeof requirements | PlanSchedule, id: string) =>
      Number(
        Decimal.sum(
          ...[...loadProfile(loads).rows].flatMap((row) =>
            row.workCenter === id ? [row.load] : [],
          ),
        ),
      );
    for (const id of ["saw", "welders", "assembly"]) {
      expect(hours(longer.schedule, id)).toBe(hours(requirements, id));
    }
  });

  test("without overtime the racks are a day late, with that of levelling too, with all of it nobody waits", () => {
    const racks = [["C-13", "Hotel Linde", 1]];
    expect(lateOf(schedule)).toEqual(racks);
    expect(lateOf(regular.schedule)).toEqual(racks);
    expect(lateOf(leveled.schedule)).toEqual(racks);
    expect(lateOf(longer.schedule)).toEqual([]);
  });

  test("material and capacity agree: the plan has the days of the schedule", () => {
    for (const { plan: agreed, schedule: done, converged, differences } of [
      regular,
      leveled,
      longer,
    ]) {
      expect([converged, differences]).toEqual([true, []]);
      expect([...agreed.demands].map(({ available }) => available)).toEqual(
        [...done.demands].map(({ available }) => available),
      );
      expect([...done.unscheduled]).toEqual([]);
    }
  });

  test("nothing more is ordered than by material alone", () => {
    expect(totals(regular.plan)).toEqual(totals(plan));
    expect(totals(longer.plan)).toEqual(totals(plan));
  });

  test("11.8 hours of overtime are worked then", () => {
    const press = input.workCenters?.find(({ id }) => id === "press");
    const worked = [...longer.schedule.operations].filter(
      ({ workCenter }) => workCenter === "press",
    );
    const minutes = (press?.overtime ?? []).flatMap((overtime) =>
      worked.map(({ start, end }) => {
        const first = Math.max(minuteOf(start), minuteOf(overtime.from));
        const last = Math.min(minuteOf(end), minuteOf(overtime.until));
        return Math.max(0, last - first);
      }),
    );
    const hours = minutes.reduce((sum, one) => sum + one, 0) / 60;
    expect(hours).toBe(11.8);
    expect(read(page)).toContain(`once the press works ${hours} hours longer`);
  });
});

describe("The pages of the job shop", () => {
  const [output, load, gantt] = blocksOf(page);

  test("examples/job-shop/README.md shows what comes out", () => {
    expect(output).toEqual({ language: "text", text: jobShopText(shop) });
  });

  test("and the charts in Mermaid", () => {
    expect(load).toEqual({ language: "mermaid", text: loadMermaid(pressLoads(shop))[0]?.text });
    const text = ganttMermaid(namedSchedule(longer.schedule));
    expect(gantt).toEqual({ language: "mermaid", text });
  });

  test("their sentences have the figures", () => {
    const all = levelling("all in this turn");
    const [, overtime] = all.decisions;
    const hours = overtime?.remedy === "overtime" ? overtime.overtimeHours : 0;
    const readme = read(page);
    expect(readme).toContain(
      `the old press and ${hours} hours of overtime; that costs ${all.cost}`,
    );
    expect(readme).toContain(`would cost ${levelling("overtime").cost} and not be enough`);
    const [{ load: wanted, capacity }] = overloads as [(typeof overloads)[number]];
    expect(sectionOf("docs/capacity.md", "A job shop")).toContain(
      `the press has ${wanted} hours of work in a week of ${capacity}`,
    );
  });
});
