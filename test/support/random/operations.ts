import fc from "fast-check";
import { fraction, ONE, over, plus, readRatio } from "../../reference/numbers.js";
import { amount, someOf, written } from "./amounts.js";
import { draft, given, often, rareFlag, rarely, sometimes, upTo, type Value } from "./optional.js";
import { pick } from "./scene.js";

/** Hours: whole minutes, parts of a minute, nothing, more than a shift. */
const hours = fc.constantFrom(0.25, 1, 0, 0.5, "1/3", "1/60", "0.01", 2, "7/11", 9);
const runHours = fc.constantFrom("0.05", 0.1, 0, "1/60", "1/7", 0.5, "1/90", 1);

const operation = draft({
  center: fc.nat(3),
  subcontract: rarely(
    draft({ supplier: fc.nat(1), leadTime: fc.nat(4), cost: rarely(fc.constant("1.5")) }),
  ),
  setup: sometimes(hours),
  run: often(runHours),
  batch: rarely(amount),
  teardown: rarely(hours),
  queue: sometimes(hours),
  wait: rarely(hours),
  move: rarely(hours),
  split: rarely(fc.constantFrom(2, 3, 1, 7)),
  transferBatch: sometimes(amount),
  after: sometimes(fc.array(fc.nat(5), { maxLength: 3 })),
  alternates: rarely(
    fc.array(
      draft({
        center: fc.nat(3),
        priority: fc.nat(2),
        setup: sometimes(hours),
        run: sometimes(runHours),
      }),
      {
        minLength: 1,
        maxLength: 2,
      },
    ),
  ),
  tool: rarely(fc.nat(1)),
  setupGroup: rarely(fc.constantFrom("red", "blue")),
});

export const operations = draft({
  list: upTo(operation, 5, 1),
  /** Not in the order in which they are done. */
  turned: rareFlag,
  /** How the yield of the item is dealt out. */
  yields: sometimes(draft({ first: fc.nat(4), split: fc.boolean() })),
});

/** What operations may name. */
export interface Floor {
  /** Of the site of the routing. */
  readonly centers: readonly string[];
  /** How many units a centre has. */
  readonly units: (center: string) => number;
  readonly suppliers: readonly string[];
  readonly tools: readonly string[];
  /** Decimals of the item. */
  readonly decimals: number;
  /** Of the item at the site. */
  readonly yield: number | string | undefined;
  readonly strangeIds: boolean;
}

const STRANGE = ["__proto__", "constructor", "é"];

/** The yields of the operations, by place, whose product is that of the item. */
function yieldsOf(of: Value<typeof operations>, floor: Floor): Map<number, number | string> {
  const { yields, list } = of;
  if (yields === undefined) return new Map();
  const first = yields.first % list.length;
  if (floor.yield === undefined) return new Map([[first, 1]]);
  const second = (first + 1) % list.length;
  if (!yields.split || second === first) return new Map([[first, floor.yield]]);
  const whole = readRatio(floor.yield);
  const half = over(plus(ONE, whole), fraction(2n, 1n));
  const rest = over(whole, half);
  return new Map([
    [first, `${half.num}/${half.den}`],
    [second, `${rest.num}/${rest.den}`],
  ]);
}

/** Other centres, each once. */
function alternatesOf(
  { alternates = [] }: Value<typeof operation>,
  center: string | undefined,
  { centers }: Floor,
) {
  const named = new Set([center]);
  return alternates.flatMap(({ center: other, ...rest }) => {
    const workCenter = pick(centers, other);
    if (workCenter === undefined || named.has(workCenter)) return [];
    named.add(workCenter);
    return [given({ workCenter, ...rest })];
  });
}

function toolOf({ tools }: Floor, number: number): string[] | undefined {
  const tool = pick(tools, number);
  return tool === undefined ? undefined : [tool];
}

/** No more parts than units. */
function splitOver(units: number, { split }: Value<typeof operation>): number | undefined {
  return split === undefined ? undefined : Math.min(split, units);
}

/** Operations one after another or side by side; their list may be turned round. */
export function writeOperations(of: Value<typeof operations>, floor: Floor) {
  const idOf = (k: number) => (floor.strangeIds ? STRANGE[k] : undefined) ?? `${10 * (k + 1)}`;
  const yields = yieldsOf(of, floor);
  const rows = of.list.flatMap((one, k) => {
    const before = (one.after ?? []).map((n) => n % (k + 1)).filter((n) => n < k);
    const isListed = one.after !== undefined;
    const chained = k === 0 ? [] : [idOf(k - 1)];
    const supplier = one.subcontract && pick(floor.suppliers, one.subcontract.supplier);
    const center = pick(floor.centers, one.center);
    const subcontract =
      one.subcontract === undefined || supplier === undefined
        ? undefined
        : given({ supplier, leadTime: one.subcontract.leadTime, cost: one.subcontract.cost });
    if (subcontract === undefined && center === undefined) return [];
    const atCenter = subcontract === undefined;
    const quantity = (some: Value<typeof amount> | undefined) =>
      some && written(someOf(some, floor.decimals), floor.decimals);
    const alternates = alternatesOf(one, center, floor);
    return [
      given({
        id: idOf(k),
        workCenter: atCenter ? center : undefined,
        subcontract,
        setup: atCenter ? one.setup : undefined,
        run: atCenter ? one.run : undefined,
        batch: atCenter && one.batch ? 1 + one.batch.whole : undefined,
        teardown: atCenter ? one.teardown : undefined,
        queue: atCenter ? one.queue : undefined,
        wait: one.wait,
        move: one.move,
        yield: yields.get(k),
        split: atCenter && center !== undefined ? splitOver(floor.units(center), one) : undefined,
        transferBatch: atCenter ? quantity(one.transferBatch) : undefined,
        after: isListed ? [...new Set(before)].map(idOf) : of.turned ? chained : undefined,
        alternates: atCenter && alternates.length > 0 ? alternates : undefined,
        tools: one.tool === undefined || !atCenter ? undefined : toolOf(floor, one.tool),
        setupGroup: atCenter ? one.setupGroup : undefined,
      }),
    ];
  });
  // None where some could be placed nowhere.
  const isWhole = rows.length === of.list.length;
  return !isWhole ? [] : of.turned ? rows.reverse() : rows;
}
