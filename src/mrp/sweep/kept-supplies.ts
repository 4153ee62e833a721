import type { Lot, Model, OpenSupply } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import type { Arena } from "./arena.js";
import { ExpiringStock } from "./expiring-stock.js";

/**
 * K15: of the supplies that wait and expire within the horizon those without which more would be missing. They
 * are asked one after the other, in the order of N4; the more is there already, the less can one of them save.
 * So of several that save nothing together none does alone, and where all that they bring is saved, each is.
 */
export function keptSupplies(
  model: Model,
  arena: Arena,
  point: number,
  waiting: readonly OpenSupply[],
  lots: readonly Lot[],
): OpenSupply[] {
  const { days } = model;
  const asked = waiting.filter(({ due, expires }) => expires < days && expires > Math.max(0, due));
  if (asked.length === 0) return [];
  const lasting = lastingSupply(model, arena, waiting);
  const missingWith = (supplies: readonly OpenSupply[]): number =>
    missing(model, arena, point, lasting, [...lots, ...supplies.map(lotOf)]);
  const kept: OpenSupply[] = [];
  let still = missingWith(kept);
  const ask = (supplies: readonly OpenSupply[]): void => {
    const left = missingWith([...kept, ...supplies]);
    if (left >= still) return;
    const brought = supplies.reduce((sum, { quantity }) => sum + quantity, 0);
    if (supplies.length === 1 || still - left === brought) {
      kept.push(...supplies);
      still = left;
      return;
    }
    const half = supplies.length >> 1;
    ask(supplies.slice(0, half));
    ask(supplies.slice(half));
  };
  ask(asked);
  return kept;
}

function lotOf({ due, quantity, expires }: OpenSupply): Lot {
  return { day: Math.max(0, due), quantity, expires, origin: NONE };
}

/** By day what comes and does not expire within the horizon; that which waits comes on its own day. */
function lastingSupply(
  { days }: Model,
  { supply }: Arena,
  waiting: readonly OpenSupply[],
): Float64Array {
  const lasting = supply.slice(0, days);
  for (const { due, quantity, expires } of waiting) {
    if (expires >= days && due < days) lasting[Math.max(0, due)]! += quantity;
  }
  return lasting;
}

/** What is missing to the floor within the horizon, if what is missing on a day is there from then on. */
function missing(
  model: Model,
  { delta }: Arena,
  point: number,
  lasting: Float64Array,
  lots: readonly Lot[],
): number {
  const { fenceEnd, floor: steps } = model.detail(point);
  const endOfFence = Math.min(fenceEnd, lasting.length) - 1;
  const expiring = new ExpiringStock(lots);
  let [stock, floor, nextStep, sum] = [model.onHand.at(point), 0, 0, 0];
  for (let day = 0; day < lasting.length; day++) {
    while (nextStep < steps.length && steps[nextStep]!.day <= day) floor = steps[nextStep++]!.level;
    const owed = Math.max(0, -stock);
    const { arrived, gone } = expiring.begin(day);
    stock += arrived - gone + lasting[day]! + delta[day]!;
    expiring.use(owed - delta[day]!);
    if (day < endOfFence || stock >= floor) continue;
    sum += floor - stock;
    stock = floor;
  }
  return sum;
}
