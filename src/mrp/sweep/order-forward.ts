import { dueForward, startForward } from "../compile/arrival.js";
import { goesOutOn } from "../compile/goes-out.js";
import type { Model, PointSource } from "../compile/model.js";
import type { Arena } from "./arena.js";
import { askInTurn } from "./ask-in-turn.js";
import { goodOf, lotsToCover } from "./lots.js";
import { checkedLeadTime, chooseSource, startOfOrder, writeLots } from "./place-order.js";
import type { Turn } from "./turn.js";

/** What is to be ordered at once, in counts of the item. */
export interface ForwardOrder {
  /** What is missing, for the message when no source brings it. */
  readonly missing: number;
  /** A lot. */
  readonly quantity: number;
  /** Whether lots follow until what is missing is brought; else one lot is all. */
  readonly each: boolean;
  /** Whether more than what is missing must be brought (K27). */
  readonly above: boolean;
}

/** Places an order that goes out on a day of its own and is scheduled forward from there (N9, T3). */
export function orderForward(model: Model, arena: Arena, point: number, order: ForwardOrder): void {
  const { missing, quantity, each, above } = order;
  if (quantity <= 0) return;
  const goesOut = model.startDay + goesOutOn(model, point)!;
  const dueOf = (source: PointSource, startQuantity: number): number => {
    const leadTime = checkedLeadTime(model, point, source, startQuantity);
    return dueForward(source, goesOut, leadTime) - model.startDay;
  };
  if (model.asksInTurn.has(point)) {
    orderInTurn(model, arena, point, order, goesOut, dueOf);
    return;
  }
  tellAsked(arena, order, 0);
  const choice = chooseSource(model, point, quantity, dueOf);
  if (choice === undefined) {
    arena.say({ code: "noSource", point, day: 0, quantity: missing });
    return;
  }
  const source = model.sources.at(point)[choice.source]!;
  const lots = each ? lotsToCover(missing, goodOf(choice.pieces), above) : 1;
  writeLots(model, arena, point, choice, lots, (startQuantity) => ({
    due: dueOf(source, startQuantity),
    start: startOf(model, goesOut, point, source, startQuantity),
  }));
}

function tellAsked(arena: Arena, { missing, quantity }: ForwardOrder, brought: number): void {
  const asked = { net: missing - brought, isOwn: true, isShort: true, quantity };
  arena.observe?.asks({ ...asked, projected: brought, floor: missing });
}

/** The start of an order that goes out on a day, from T0 (T7). */
function startOf(
  model: Model,
  goesOut: number,
  point: number,
  source: PointSource,
  startQuantity: number,
): number {
  const leadTime = checkedLeadTime(model, point, source, startQuantity);
  return startForward(source, goesOut, leadTime) - model.startDay;
}

/** The same where sources are asked one after the other. */
function orderInTurn(
  model: Model,
  arena: Arena,
  point: number,
  order: ForwardOrder,
  goesOut: number,
  dueOf: Turn["dueOf"],
): void {
  const { missing, quantity, each, above } = order;
  const sources = model.sources.at(point);
  const given = new Float64Array(sources.length);
  const turn = {
    model,
    arena,
    point,
    given,
    dueOf,
    startOf: (source: PointSource, startQuantity: number) =>
      startOf(model, goesOut, point, source, startQuantity),
  };
  const isMissing = (brought: number): boolean =>
    brought < missing || (above && brought === missing);
  let brought = 0;
  do {
    tellAsked(arena, order, brought);
    const { choices, left } = askInTurn(turn, quantity);
    for (const choice of choices) {
      const source = sources[choice.source]!;
      writeLots(model, arena, point, choice, 1, (startQuantity) => {
        if (choice.later === undefined)
          return {
            due: dueOf(source, startQuantity),
            start: turn.startOf(source, startQuantity),
          };
        const { due } = choice.later;
        return { due, start: startOfOrder(model, point, source, due, startQuantity) };
      });
      brought += goodOf(choice.pieces);
    }
    if (left === 0) continue;
    if (brought === 0 || isMissing(brought)) {
      arena.say({ code: "noSource", point, day: 0, quantity: missing - brought });
    }
    return;
  } while (each && isMissing(brought));
}
