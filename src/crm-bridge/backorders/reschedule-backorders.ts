import { type Day, formatDay } from "../../core/index.js";
import type {
  BackorderChange,
  BackorderInput,
  BackorderLine,
  BackorderResult,
  BackorderTransfer,
  ConfirmedQuantity,
} from "./backorder.js";
import { readBackorders, type Step } from "./backorder-argument.js";
import { countDecimal } from "./count-text.js";
import { type Served, serveRequirements } from "./serve-requirements.js";
import { stepsOf } from "./supply-ledger.js";
import { type CountedTransfer, transfersOf } from "./transfers.js";

/**
 * Confirms requirements anew by strategy: those that win first, then those that gain, then what is
 * redistributed, filled and lost; of each by priority, day wanted and id.
 *
 * Each gets as much as early as what is free allows, from the day wanted on: never more up to any day than
 * has come by then, nor so much that somebody who was served before falls short. What gains is
 * nowhere worse off than before, nor is what wins where all of it can keep what it has; what is filled or
 * loses is nowhere better off.
 *
 * @param input - supplies, requirements and what was confirmed, of one product at one place
 * @returns what each has before and after, what that weighs in quantity-days, from whom it got what it
 * gained and to whom went what it lost
 * @throws PlanningInputError with every mistake; `contradiction` where supply does not allow what gains to
 * keep what it has
 *
 * Source: rules X2, D3; K68.
 *
 * @example
 * ```ts
 * const { lines } = rescheduleBackorders({
 *   startDate: "2026-03-02",
 *   supply: [{ date: "2026-03-04", quantity: 6 }, { date: "2026-03-09", quantity: 10 }],
 *   requirements: [
 *     {
 *       ...{ id: "small", strategy: "redistribute", requestedDate: "2026-03-04", quantity: 6 },
 *       confirmed: [{ date: "2026-03-04", quantity: 6 }],
 *     },
 *     { id: "large", strategy: "win", requestedDate: "2026-03-04", quantity: 8 },
 *   ],
 * });
 * lines.map(({ id, after }) => `${id}: ${after.map((c) => `${c.quantity} on ${c.date}`).join(", ")}`);
 * // => ["large: 6 on 2026-03-04, 2 on 2026-03-09", "small: 6 on 2026-03-09"]
 * const [large, small] = lines;
 * large?.from.map(({ id, quantity }) => `${quantity} from ${id ?? "supply"}`); // => ["6 from small", "2 from supply"]
 * `${small?.change}: ${small?.quantityDays}`; // => "lost: -30"
 * ```
 */
export function rescheduleBackorders(input: BackorderInput): BackorderResult {
  const read = readBackorders(input);
  const { served, ledger } = serveRequirements(read);
  const transfers = endsOf(transfersOf(served));
  const end = (ledger.days.at(-1) ?? read.start) + 1;
  const face = { decimals: read.decimals, end };
  const lines = served.map((one) => lineOf(one, transfers, face));
  return Object.freeze({
    lines: Object.freeze(lines),
    free: faces(stepsOf(ledger.days, ledger.free()), read.decimals),
  });
}

interface Face {
  readonly decimals: number;
  /** The day after the last of which anything speaks. */
  readonly end: Day;
}

type NamedCount = readonly [string | null, bigint];

/** From whom each got what, and to whom went what each gave up. */
interface TransferEnds {
  readonly from: ReadonlyMap<string | null, readonly NamedCount[]>;
  readonly to: ReadonlyMap<string | null, readonly NamedCount[]>;
}

function endsOf(transfers: readonly CountedTransfer[]): TransferEnds {
  const [givers, takers] = [
    new Map<string | null, NamedCount[]>(),
    new Map<string | null, NamedCount[]>(),
  ];
  const put = (into: typeof givers, mine: string | null, part: NamedCount): void => {
    const parts = into.get(mine);
    if (parts === undefined) into.set(mine, [part]);
    else parts.push(part);
  };
  for (const { from, to, count } of transfers) {
    put(givers, to, [from, count]);
    put(takers, from, [to, count]);
  }
  return { from: givers, to: takers };
}

function lineOf(
  { requirement, after }: Served,
  { from, to }: TransferEnds,
  { decimals, end }: Face,
): BackorderLine {
  const { id, strategy, count, confirmed } = requirement;
  const days = weightOf(after, end) - weightOf(confirmed, end);
  const named = (part: bigint) => countDecimal(part, decimals);
  const ends = (parts: readonly NamedCount[] = []): readonly BackorderTransfer[] =>
    summed(parts).map(([name, part]) => ({ id: name, quantity: named(part) }));
  return Object.freeze({
    ...{ id, strategy, before: faces(confirmed, decimals), after: faces(after, decimals) },
    open: named(count - totalOf(after)),
    change: changeOf(confirmed, after, days),
    quantityDays: named(days),
    from: ends(from.get(id)),
    to: ends(to.get(id)),
  });
}

function changeOf(
  before: readonly Step[],
  after: readonly Step[],
  quantityDays: bigint,
): BackorderChange {
  if (quantityDays > 0n) return "gained";
  if (quantityDays < 0n) return "lost";
  const isSame =
    before.length === after.length &&
    before.every(({ day, count }, n) => after[n]!.day === day && after[n]!.count === count);
  return isSame ? "kept" : "shifted";
}

/** Quantity × the days for which it is there. */
function weightOf(steps: readonly Step[], end: Day): bigint {
  return steps.reduce((sum, { day, count }) => sum + count * BigInt(end - day), 0n);
}

function totalOf(steps: readonly Step[]): bigint {
  return steps.reduce((sum, { count }) => sum + count, 0n);
}

/** One entry for each name, in the order in which they come. */
function summed(parts: readonly NamedCount[]): [string | null, bigint][] {
  const sums = new Map<string | null, bigint>();
  for (const [name, part] of parts) sums.set(name, (sums.get(name) ?? 0n) + part);
  return [...sums];
}

function faces(steps: readonly Step[], decimals: number): readonly ConfirmedQuantity[] {
  return Object.freeze(
    steps.map(({ day, count }) =>
      Object.freeze({ date: formatDay(day), quantity: countDecimal(count, decimals) }),
    ),
  );
}
