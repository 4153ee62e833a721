import { describe, expect, test } from "vitest";
import { mistakesOf } from "../../../test/support/mps/mistakes-of.js";
import { type MasterScheduleInput, masterScheduleGrid, regroupSchedule } from "../index.js";

const numbersOf = (input: MasterScheduleInput, name: "mps" | "demand" | "projectedAvailable") =>
  masterScheduleGrid(input).rows.map((row) => Number(row[name]));

const quiet = { onHand: 0, forecast: [10, 10, 10, 10], orders: [0, 0, 0, 0] };

/** What a schedule is refused for. */
const refusalOf = (input: unknown) =>
  mistakesOf(() => masterScheduleGrid(input as MasterScheduleInput));

describe("Demand in a master schedule", () => {
  const input = { onHand: 100, forecast: [30, 30, 30], orders: [40, 10, 35] };

  test("is orders and forecast together, since forecast is what orders have not consumed", () => {
    expect(numbersOf(input, "demand")).toEqual([70, 40, 65]);
  });

  test("is the greater of both where forecast is not consumed", () => {
    expect(numbersOf({ ...input, demand: "max" }, "demand")).toEqual([40, 30, 35]);
  });

  test("is orders alone inside the demand time fence", () => {
    expect(numbersOf({ ...input, demandTimeFence: 2 }, "demand")).toEqual([40, 10, 65]);
  });

  test("tells how much forecast counts, so that none is lost silently", () => {
    const { rows } = masterScheduleGrid({ ...input, demand: "max", demandTimeFence: 1 });
    expect(rows.map((row) => `${row.forecastCounted} of ${row.forecast}`)).toEqual([
      "0 of 30",
      "20 of 30",
      "0 of 30",
    ]);
  });
});

describe("New lots of a master schedule", () => {
  const lotSizing = { rule: "lotForLot" } as const;

  test("are none where no rule is given", () => {
    expect(numbersOf(quiet, "projectedAvailable")).toEqual([-10, -20, -30, -40]);
  });

  test("cover what is missing, period by period", () => {
    expect(numbersOf({ ...quiet, lotSizing }, "mps")).toEqual([10, 10, 10, 10]);
  });

  test("stand behind the planning time fence, the first with what is missing inside", () => {
    const input = { ...quiet, lotSizing, planningTimeFence: 2 };
    expect(numbersOf(input, "mps")).toEqual([0, 0, 30, 10]);
    const { rows } = masterScheduleGrid(input);
    expect(rows.map((row) => `${row.zone} ${row.shortage}`)).toEqual([
      "slushy 10",
      "slushy 20",
      "liquid 0",
      "liquid 0",
    ]);
  });

  test("stand behind the demand time fence where no other is given", () => {
    expect(numbersOf({ ...quiet, lotSizing, demandTimeFence: 1 }, "mps")).toEqual([0, 10, 10, 10]);
  });

  test("come beside firm planned and open orders, which are never changed", () => {
    const input = { ...quiet, lotSizing, firm: [0, 25, 0, 0], receipts: [4, 0, 0, 0] };
    const { rows } = masterScheduleGrid(input);
    expect(rows.map(({ firm, proposed }) => `${firm} ${proposed}`)).toEqual([
      "0 6",
      "25 0",
      "0 0",
      "0 5",
    ]);
  });

  test("keep a safety stock that changes in time", () => {
    const input = { ...quiet, lotSizing, safetyStock: [0, 5, 5, 20] };
    expect(numbersOf(input, "projectedAvailable")).toEqual([0, 5, 5, 20]);
  });

  test("keep what the periods that follow need, broken ones in part and rounded up", () => {
    const input = { ...quiet, lotSizing, orders: [0, 0, 1, 0], coverage: "1.5", demandBeyond: 8 };
    expect(numbersOf(input, "projectedAvailable")).toEqual([16, 16, 14, 12]);
  });

  test("are sized by every rule of the library, modifiers too", () => {
    const sized = (rule: MasterScheduleInput["lotSizing"]) =>
      numbersOf({ ...quiet, ...(rule === undefined ? {} : { lotSizing: rule }) }, "mps");
    expect(sized({ rule: "fixedOrderQuantity", quantity: 25 })).toEqual([25, 0, 25, 0]);
    expect(sized({ rule: "periodOrderQuantity", periods: 3 })).toEqual([30, 0, 0, 10]);
    expect(sized({ rule: "lotForLot", minimumOrder: 15, orderMultiple: 6 })).toEqual([
      18, 18, 0, 18,
    ]);
    const costs = { setupCost: 30, holdingCost: 1 };
    expect(sized({ rule: "wagnerWhitin", ...costs })).toEqual([20, 0, 20, 0]);
    // √(2 × 30 × 10 ÷ 1) = 24.5, from the mean demand of a period.
    expect(sized({ rule: "economicOrderQuantity", ...costs })).toEqual([25, 0, 25, 0]);
  });

  test("are exact in tenths and thousandths", () => {
    const input = { onHand: "0.1", forecast: ["0.2", "0.3"], orders: [0, 0.001], lotSizing };
    expect(masterScheduleGrid(input).rows.map((row) => `${row.mps}`)).toEqual(["0.1", "0.301"]);
  });
});

describe("Available-to-promise in a master schedule", () => {
  test("has no limit from the infinite-supply fence on, and orders there take nothing before it", () => {
    const { rows } = masterScheduleGrid({
      onHand: 10,
      forecast: [0, 0, 0],
      orders: [2, 0, 50],
      infiniteSupplyFence: 2,
    });
    expect(rows.map((row) => `${row.discreteAvailableToPromise}`)).toEqual([
      "8",
      "null",
      "unlimited",
    ]);
    expect(rows.map((row) => `${row.cumulativeAvailableToPromise}`)).toEqual([
      "8",
      "8",
      "unlimited",
    ]);
  });
});

describe("A master schedule in longer columns", () => {
  const grid = masterScheduleGrid({
    onHand: 10,
    forecast: [0, 9, 0, 0, 0],
    orders: [2, 0, 0, 30, 0],
    firm: [0, 0, 20, 0, 0],
    demandTimeFence: 1,
    planningTimeFence: 3,
    safetyStock: 4,
    infiniteSupplyFence: 4,
  });
  const { rows } = regroupSchedule({ grid: JSON.parse(JSON.stringify(grid)), lengths: [2, 2, 1] });

  test("has the firmest zone and the largest shortage of its periods, read back from JSON too", () => {
    expect(rows.map(({ zone, shortage }) => `${zone} ${shortage}`)).toEqual([
      "frozen 5",
      "slushy 15",
      "liquid 15",
    ]);
  });

  test("sums discrete available-to-promise and shows the last cumulative one", () => {
    const atp = rows.map((row) => [
      `${row.discreteAvailableToPromise}`,
      `${row.cumulativeAvailableToPromise}`,
    ]);
    expect(atp).toEqual([
      ["0", "0"],
      ["-2", "0"],
      ["unlimited", "unlimited"],
    ]);
  });

  test("is refused where the lengths are not all of its periods", () => {
    const turned = { ...grid, rows: grid.rows.toReversed() };
    expect(mistakesOf(() => regroupSchedule({ grid: turned, lengths: [5] }))).toEqual(
      [0, 1, 3, 4].map((n) => `grid.rows.${n}.period: contradiction`),
    );
    const wrong = () => regroupSchedule({ grid, lengths: [2, 2] });
    expect(mistakesOf(wrong)).toEqual(["lengths: contradiction"]);
  });
});

describe("A master schedule refuses", () => {
  test("negative quantities, each by its place", () => {
    const input = { onHand: -4, forecast: [-1, 2], orders: [0, "-0.5"], safetyStock: -3 };
    expect(refusalOf(input)).toEqual([
      "forecast.0: outOfRange",
      "orders.1: outOfRange",
      "safetyStock: outOfRange",
    ]);
  });

  test("fences that cross, and lists that do not fit", () => {
    const input = { ...quiet, orders: [1], firm: [], demandTimeFence: 3, planningTimeFence: 2 };
    expect(refusalOf(input)).toEqual([
      "orders: contradiction",
      "firm: contradiction",
      "planningTimeFence: contradiction",
    ]);
  });

  test("a lot-sizing rule that is wrong, with what else is", () => {
    const input = {
      ...quiet,
      orders: [0, 0, 0, "0.25"],
      decimals: 1,
      lotSizing: { rule: "fixedOrderQuantity", demand: [1], minimumOrder: -1 },
    };
    expect(refusalOf(input)).toEqual([
      "orders.3: tooFine",
      "lotSizing.demand: unknownField",
      "lotSizing.minimumOrder: outOfRange",
    ]);
    const mistakes = refusalOf({ ...quiet, lotSizing: { rule: "fixedOrderQuantity" } });
    expect(mistakes).toEqual(["lotSizing.quantity: missingField"]);
  });

  test("figures that leave what is held exactly", () => {
    const large = 2 ** 53 - 1;
    const input = { ...quiet, forecast: [large, large, 0, 0] };
    expect(refusalOf(input)).toEqual(["forecast.1: quantityOverflow"]);
    expect(refusalOf({ ...quiet, coverage: large })).toEqual([]);
    expect(refusalOf({ ...quiet, coverage: large, demandBeyond: 2 })).toEqual([
      ": quantityOverflow",
    ]);
  });
});
