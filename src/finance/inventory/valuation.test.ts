import { describe, expect, test } from "vitest";
import { addRatios, formatRatio, multiplyRatios, type Ratio, ratioOf } from "../../core/index.js";
import { FifoLayers, valueByFifo } from "./fifo-layers.js";
import { valueByMovingAverage } from "./moving-average.js";
import { UNKNOWN } from "./stock-flow.js";
import { UnitCosts } from "./unit-costs.js";
import { RECEIPT, ValuedEntries } from "./valued-entries.js";

type Method = "fifo" | "movingAverage";

/** What comes in has a cost, what goes out none. */
type Move = readonly [quantity: number, cost?: Ratio];

const whole = (cost: number): Ratio => ({ num: BigInt(cost), den: 1n });

/** What comes in and goes out with each movement, in money, and what is in stock after the last. */
function valued(method: Method, moves: readonly Move[], standard?: Ratio) {
  const costs = new UnitCosts();
  const flow = {
    count: moves.length,
    movement: Int32Array.from(moves.keys()),
    day: Int32Array.from(moves.keys()),
    quantity: Float64Array.from(moves, ([quantity]) => quantity),
    cost: Int32Array.from(moves, ([, cost]) => (cost === undefined ? UNKNOWN : costs.of(cost))),
  };
  const usual = standard === undefined ? UNKNOWN : costs.of(standard);
  const entries = new ValuedEntries();
  const layers = new FifoLayers();
  const isKnown =
    method === "fifo"
      ? valueByFifo(flow, usual, entries, layers)
      : valueByMovingAverage(flow, costs, usual, entries);
  const received = moves.map(() => whole(0));
  const issued = moves.map(() => whole(0));
  for (let n = 0; n < entries.count; n++) {
    const cost = ratioOf(costs.nums[entries.cost[n]!]!, costs.dens[entries.cost[n]!]!);
    const row = entries.row[n]!;
    const side = entries.side[n] === RECEIPT ? received : issued;
    side[row] = addRatios(side[row]!, multiplyRatios(cost, whole(entries.quantity[n]!)));
  }
  const sum = (all: readonly Ratio[]) => formatRatio(all.reduce(addRatios, whole(0)));
  return {
    isKnown,
    received: received.map(formatRatio),
    issued: issued.map(formatRatio),
    closing: sum([...received, ...issued]),
    layers: Array.from({ length: layers.end - layers.first }, (_, n) => {
      const cost = layers.cost[layers.first + n]!;
      return `${layers.quantity[layers.first + n]} at ${formatRatio(ratioOf(costs.nums[cost]!, costs.dens[cost]!))}`;
    }),
  };
}

/** J. J. Wild, *Financial Accounting*, problem 6-1A: perpetual inventory of a month. */
const wild: readonly Move[] = [
  [100, whole(50)],
  [400, whole(55)],
  [-420],
  [120, whole(60)],
  [200, whole(62)],
  [-160],
];

describe("First in, first out", () => {
  test("Wild, problem 6-1A: goods are sold for 22600 and 9200, and 240 units of 14800 are left", () => {
    const { issued, closing, layers } = valued("fifo", wild);
    expect([issued[2], issued[5], closing]).toEqual(["-22600", "-9200", "14800"]);
    expect(layers).toEqual(["40 at 60", "200 at 62"]);
  });

  test("what goes out before it came is worth its standard cost until it comes, and then what it cost", () => {
    const { issued, closing, layers } = valued(
      "fifo",
      [[2, whole(4)], [-5], [1, whole(7)], [4, whole(9)]],
      whole(10),
    );
    expect(issued).toEqual(["0", "-38", "3", "2"]);
    expect(closing).toBe("18");
    expect(layers).toEqual(["2 at 9"]);
  });

  test("without a standard cost nobody knows what goes out before it came", () => {
    expect(valued("fifo", [[2, whole(4)], [-2]]).isKnown).toBe(true);
    expect(valued("fifo", [[2, whole(4)], [-3]]).isKnown).toBe(false);
    expect(valued("fifo", [[2]]).isKnown).toBe(false);
  });

  test("layers that are used up make room for hundreds of new ones", () => {
    const moves = Array.from({ length: 500 }, (_, n): Move[] => [
      [3, whole(n)],
      [-(n % 4 === 3 ? 5 : 2)],
    ]).flat();
    const { closing, layers } = valued("fifo", moves);
    const left = layers.map((text) => text.split(" at ").map(Number) as [number, number]);
    expect(left.reduce((sum, [quantity]) => sum + quantity, 0)).toBe(125);
    expect(closing).toBe(`${left.reduce((sum, [quantity, cost]) => sum + quantity * cost, 0)}`);
  });
});

describe("The moving average", () => {
  test("Wild, problem 6-1A: averages of 54, 57.6 and 59.8; 240 units of 14352 are left", () => {
    const { issued, closing } = valued("movingAverage", wild);
    expect([issued[2], issued[5], closing]).toEqual(["-22680", "-9568", "14352"]);
  });

  test("an average that does not end is rounded at 24 decimals, and the last unit takes what that left", () => {
    const { issued, closing } = valued("movingAverage", [
      ...[[1, whole(1)] as const, [2, whole(2)] as const],
      ...[[-1] as const, [-1] as const, [-1] as const],
    ]);
    expect(issued.slice(2)).toEqual([
      "-1.666666666666666666666667",
      "-1.666666666666666666666667",
      "-1.666666666666666666666666",
    ]);
    expect(closing).toBe("0");
  });

  test("stock all of which cost a third is worth thirds, exactly", () => {
    const third = { num: 1n, den: 3n };
    const { issued, closing } = valued("movingAverage", [[1, third], [4, third], [-1]]);
    expect([issued[2], closing]).toEqual(["-1/3", "4/3"]);
  });

  test("costs of any fractions mix, and value stays exact", () => {
    const { received, issued, closing } = valued("movingAverage", [
      [3, { num: 1n, den: 7n }],
      [2, { num: 1n, den: 11n }],
      [-4],
      [5, { num: 1n, den: 13n }],
      [-6],
    ]);
    expect(received[0]).toBe("3/7");
    expect(issued[2]).toBe("-0.488311688311688311688312");
    expect(closing).toBe("0");
  });

  test("what goes out before it came is corrected when it comes", () => {
    const { issued, closing } = valued(
      "movingAverage",
      [[2, whole(4)], [-5], [1, whole(7)], [4, whole(9)], [2, whole(5)], [-1]],
      whole(10),
    );
    expect(issued).toEqual(["0", "-38", "3", "2", "0", "-7"]);
    expect(closing).toBe("21");
  });

  test("a thousand costs do not make its figures long", () => {
    const moves = Array.from({ length: 1000 }, (_, n): Move[] => [
      [7, whole((n * n) % 101)],
      [-5],
    ]).flat();
    const { issued, closing } = valued("movingAverage", moves);
    expect(Math.max(...[...issued, closing].map((text) => text.length))).toBeLessThan(40);
  });
});
