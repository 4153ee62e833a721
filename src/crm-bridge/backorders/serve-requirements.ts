import { compareText, formatDay, PlanningInputError } from "../../core/index.js";
import type { BackorderStrategy } from "./backorder.js";
import type { ReadBackorders, ReadRequirement, Step } from "./backorder-argument.js";
import { countText, smallerCount } from "./count-text.js";
import { SupplyLedger, stepsOf } from "./supply-ledger.js";

/** A requirement, and what it is confirmed now. */
export interface Served {
  readonly requirement: ReadRequirement;
  readonly after: readonly Step[];
}

const TURN: readonly BackorderStrategy[] = ["win", "gain", "redistribute", "fill", "lose"];

/** Confirms all requirements anew, in their turn (K68). */
export function serveRequirements({ supply, requirements, decimals }: ReadBackorders): {
  readonly served: readonly Served[];
  readonly ledger: SupplyLedger;
} {
  const days = requirements.flatMap(({ day, confirmed }) => [day, ...confirmed.map((c) => c.day)]);
  const inTurn = [...requirements].sort(compareTurns);
  const ledger = new SupplyLedger(supply, days);
  const keeping = new Set(inTurn.filter(({ strategy }) => strategy === "gain"));
  ledger.take(confirmedOf(keeping));
  const shortage = ledger.shortage(confirmedOf(keeping));
  if (shortage !== undefined) refuse(shortage, decimals);
  const winning = inTurn.filter(({ strategy }) => strategy === "win");
  keepAll(ledger, keeping, winning);
  const served = inTurn.map((requirement): Served => {
    if (keeping.has(requirement)) ledger.giveBack(requirement.confirmed);
    const after = stepsOf(ledger.days, mostOf(ledger, requirement));
    ledger.take(after);
    return { requirement, after };
  });
  return { served, ledger };
}

/** Where all that win can keep what they have, nobody gets it; else they are served in their turn. */
function keepAll(
  ledger: SupplyLedger,
  keeping: Set<ReadRequirement>,
  winning: readonly ReadRequirement[],
): void {
  const confirmed = confirmedOf(winning);
  ledger.take(confirmed);
  if (ledger.shortage([...confirmedOf(keeping), ...confirmed]) === undefined) {
    for (const requirement of winning) keeping.add(requirement);
  } else ledger.giveBack(confirmed);
}

function confirmedOf(requirements: Iterable<ReadRequirement>): Step[] {
  return [...requirements].flatMap(({ confirmed }) => confirmed);
}

function compareTurns(a: ReadRequirement, b: ReadRequirement): number {
  return (
    TURN.indexOf(a.strategy) - TURN.indexOf(b.strategy) ||
    compareNumbers(a.priority, b.priority) ||
    a.wanted - b.wanted ||
    compareText(a.id, b.id)
  );
}

/** Two without a priority stand alike. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The most that may be confirmed up to each day: what is free, and no better than now where that is meant. */
function mostOf(
  ledger: SupplyLedger,
  { strategy, day, count, confirmed }: ReadRequirement,
): bigint[] {
  const free = ledger.free();
  const isBounded = strategy === "fill" || strategy === "lose";
  const before = isBounded ? ledger.cumulative(confirmed) : undefined;
  return ledger.days.map((one, n) => {
    if (one < day) return 0n;
    return smallerCount(free[n]!, before?.[n] ?? count);
  });
}

function refuse({ day, count }: Step, decimals: number): never {
  const date = formatDay(day);
  const missing = countText(count, decimals);
  const message = `What gains keeps what it has, but has more confirmed up to ${date} than there is by then: ${missing} is missing. Let some of it "win" or be a "redistribute" with a priority, or give more supply.`;
  const figures = { date, missing };
  throw new PlanningInputError([
    { code: "contradiction", path: ["requirements"], message, ...figures },
  ]);
}
