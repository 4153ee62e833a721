import type { Model } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import type { Arena } from "../sweep/arena.js";
import type { NeedOrigin } from "../sweep/need.js";
import type { PlanEvent } from "../sweep/planned-orders.js";
import { MOST_PHANTOM_NEEDS, tooManyNeeds } from "../sweep/too-many-needs.js";
import type { PlacedPart } from "./placed-part.js";

/** Keeps what stocking points of a part said, and which needs they passed on, by their numbers in the whole. */
export function placeNeeds(model: Model, arena: Arena, { part, point, supply }: PlacedPart): void {
  const { events, phantomNeeds, phantomStock, keptNeeds, receivedNeeds } = part.seen;
  const origin = (of: NeedOrigin): NeedOrigin => {
    const at = point[of.point]!;
    if (of.change !== NONE) {
      return { ...of, point: at, change: of.change + model.changes.rows.first(at) };
    }
    return { ...of, point: at, row: of.firm ? supply[of.row]! : of.row + arena.rows.first(at) };
  };
  const moved = <One extends { readonly origin: NeedOrigin }>(needs: readonly One[]): One[] =>
    needs.map((need) => ({ ...need, origin: origin(need.origin) }));
  for (const [at, said] of events) {
    for (const event of said) arena.say({ ...event, point: point[at]! });
  }
  for (const [at, needs] of phantomNeeds) {
    arena.keepPhantomNeeds(point[at]!, moved(needs));
    if (arena.phantomNeedCount > MOST_PHANTOM_NEEDS) throw tooManyNeeds(model, point[at]!);
  }
  for (const [at, given] of phantomStock) arena.phantomStock.set(point[at]!, given);
  for (const [at, needs] of keptNeeds) arena.keptNeeds.set(point[at]!, moved(needs));
  for (const [at, needs] of receivedNeeds) arena.receivedNeeds.set(point[at]!, moved(needs));
}

/** The first list of what was seen that speaks of what the part has not; `undefined` when none does. */
export function strayList(model: Model, placed: PlacedPart): string | undefined {
  const { part, point, supply } = placed;
  const { points, seen } = part;
  const isPoint = (at: number): boolean => at < point.length;
  const isOrigin = (of: NeedOrigin): boolean => {
    if (!isPoint(of.point)) return false;
    if (of.firm) return of.row < supply.length;
    if (of.change === NONE) return of.row < points.count[of.point]!;
    const { rows } = model.changes;
    const at = point[of.point]!;
    return of.change < rows.end(at) - rows.first(at);
  };
  const hasOrigins = ([at, needs]: readonly [
    number,
    readonly { readonly origin: NeedOrigin }[],
  ]): boolean => isPoint(at) && needs.every((need) => isOrigin(need.origin));
  if (
    !seen.events.every(([at, said]) => isPoint(at) && said.every(isOfSource(model, point[at]!)))
  ) {
    return "events";
  }
  if (!seen.phantomStock.every(([at]) => isPoint(at))) return "phantomStock";
  return (["phantomNeeds", "keptNeeds", "receivedNeeds"] as const).find(
    (list) => !seen[list].every(hasOrigins),
  );
}

/** What a supplier cannot bring is said of a source that has one. */
function isOfSource(model: Model, point: number): (event: PlanEvent) => boolean {
  return (event) =>
    event.code !== "supplierCapacity" ||
    model.sources.at(point)[event.source]?.row?.supplier !== undefined;
}
