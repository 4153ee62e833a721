import { compareText, formatDay, quantityToDecimal } from "../../core/index.js";
import { CHANGE, type Model, type OpenSupply } from "../compile/model.js";
import { priorityOf } from "../input/priorities.js";
import type { Attributes } from "../input/problem.js";
import { DRAWN_FOR, NOT_DRAWN, type PlanEvent } from "../sweep/planned-orders.js";
import { type Draws, isCancelled } from "./draws.js";
import { excessMessages } from "./excess.js";
import { lateDemandMessages } from "./late-demands.js";
import type { PlanMessage } from "./message.js";
import { noBomMessages } from "./no-bom.js";
import type { OrderIndex } from "./order-index.js";
import type { PlanState } from "./plan-state.js";
import { segmentOf } from "./segment.js";
import { startMessages } from "./start-messages.js";
import { mayMove, undrawnThatExpires } from "./supply-list.js";

/** What the messages of a stocking point share. */
interface Place {
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
}

/**
 * Every message of a plan: what was adjusted in the input, then by stocking point, components first, what is past due,
 * what the netting saw, what to do with open supplies, what is too much, and which orders start too
 * early or go out today (chapter M).
 */
export function planMessages(
  state: PlanState,
  index: () => OrderIndex,
  draws: Draws,
): PlanMessage[] {
  const { model } = state;
  const messages: PlanMessage[] = [...model.problem.messages, ...loweredMaxima(model)];
  for (const point of componentsFirst(model)) {
    const place = placeOf(state, point);
    append(messages, pastDue(state, point, place));
    append(messages, lateDemandMessages(state, point, place));
    for (const event of eventsOf(state, point)) messages.push(eventMessage(model, event, place));
    append(messages, reschedules(state, point, place, draws));
    append(messages, excessMessages(state, point, place, draws));
    append(messages, startMessages(state, index, point, place));
    append(messages, noBomMessages(state, index, point, place));
  }
  return messages;
}

/** The stocking points, highest level first: what components can do decides what is possible above them. */
function* componentsFirst({ points }: Model): Generator<number> {
  for (let end = points.count; end > 0; ) {
    let first = end;
    while (first > 0 && points.level[first - 1] === points.level[end - 1]) first--;
    for (let point = first; point < end; point++) yield point;
    end = first;
  }
}

/** Spreading a long list into `push` would overflow the stack. */
function append(messages: PlanMessage[], more: readonly PlanMessage[]): void {
  for (const message of more) messages.push(message);
}

/** L0: maxima that were lowered to a multiple, each said once however many sites share it. */
function loweredMaxima(model: Model): PlanMessage[] {
  const said = new Map<string, PlanMessage>();
  for (const sources of model.sources.known()) {
    for (const { modifiers } of sources) {
      if (modifiers.lowered) said.set(JSON.stringify(modifiers.lowered.path), modifiers.lowered);
    }
  }
  return [...said.values()];
}

function placeOf(state: PlanState, point: number): Place {
  const { problem, points } = state.model;
  return {
    item: problem.items[points.item[point]!]!.id,
    site: problem.sites[points.site[point]!]!.id,
    segment: segmentOf(state, point),
  };
}

/** What the netting of a stocking point saw, and what expires undrawn; one event for what expires on a day. */
function eventsOf(state: PlanState, point: number): PlanEvent[] {
  const gone = mayMove(state, point) ? undrawnThatExpires(state, point) : [];
  const all: readonly PlanEvent[] = [
    ...state.orders.events.at(point),
    ...gone.map((one) => ({ code: "expired", point, ...one }) as const),
  ];
  const events: PlanEvent[] = [];
  for (const event of all) {
    const isSame = ({ code, day }: PlanEvent) => code === "expired" && day === event.day;
    const same = event.code === "expired" ? events.findIndex(isSame) : -1;
    if (same < 0) events.push(event);
    else events[same] = { ...event, quantity: events[same]!.quantity + event.quantity };
  }
  return events;
}

function eventMessage(model: Model, event: PlanEvent, place: Place): PlanMessage {
  const { decimals } = model.problem.items[model.points.item[event.point]!]!;
  const quantity = quantityToDecimal(event.quantity, decimals);
  if (event.code === "beyondHorizon")
    return { code: event.code, ...place, count: event.count, quantity };
  const date = formatDay(event.day + model.startDay);
  if (event.code === "supplierCapacity") {
    const supplier = model.sources.at(event.point)[event.source]!.row!.supplier!;
    return { code: event.code, ...place, supplier, date, quantity };
  }
  return { code: event.code, ...place, date, quantity };
}

/** T4, T5: what was due before the planning start. */
function pastDue(state: PlanState, point: number, place: Place): PlanMessage[] {
  const { model } = state;
  const { problem, startDay } = model;
  const { demands } = problem;
  const { decimals } = problem.items[model.points.item[point]!]!;
  const messages: PlanMessage[] = [];
  const { standing, waiting } = model.detail(point);
  for (const supply of [...standing, ...waiting]) {
    if (supply.due >= 0) continue;
    messages.push({
      code: "pastDueSupply",
      ...place,
      supply: problem.supplies.id(supply.row),
      due: formatDay(supply.due + startDay),
      quantity: quantityToDecimal(supply.quantity, decimals),
      days: -supply.due,
      ...withAttributes(problem.supplies.detail.get(supply.row)?.attributes),
    });
  }
  for (const row of pastDueDemands(model, point)) {
    const due = demands.day[row]!;
    messages.push({
      code: "pastDueDemand",
      ...place,
      demand: demands.id(row),
      due: formatDay(due),
      quantity: quantityToDecimal(demands.quantity[row]!, decimals),
      days: startDay - due,
      ...withAttributes(demands.attributes(row)),
    });
  }
  return messages;
}

/** The rows of demands of a stocking point that were due before T0, in the order of T2. */
function pastDueDemands({ changes, problem, startDay }: Model, point: number): number[] {
  const { demands } = problem;
  const rows: number[] = [];
  for (let c = changes.rows.first(point); c < changes.rows.end(point); c++) {
    const origin = changes.origin[c]!;
    if (changes.quantity[c]! >= 0 || origin % 4 !== CHANGE.demand) continue;
    const row = Math.floor(origin / 4);
    if (demands.day[row]! < startDay) rows.push(row);
  }
  return rows.sort(
    (a, b) =>
      // Without a priority it is infinite, and infinity less infinity is no number.
      priorityOf(demands, a) - priorityOf(demands, b) ||
      0 ||
      demands.day[a]! - demands.day[b]! ||
      compareText(demands.id(a), demands.id(b)),
  );
}

function withAttributes(attributes: Attributes | undefined): { attributes?: Attributes } {
  return attributes === undefined ? {} : { attributes };
}

/** M1: one message at most for each supply that may move. */
function reschedules(state: PlanState, point: number, place: Place, draws: Draws): PlanMessage[] {
  if (!mayMove(state, point)) return [];
  return state.model.detail(point).waiting.flatMap((supply) => {
    const message = reschedule(state, point, place, supply, draws);
    return message === undefined ? [] : [message];
  });
}

function reschedule(
  state: PlanState,
  point: number,
  place: Place,
  supply: OpenSupply,
  draws: Draws,
): PlanMessage | undefined {
  const { model, orders } = state;
  const { problem, startDay } = model;
  const { fenceEnd } = model.detail(point);
  const { decimals } = problem.items[model.points.item[point]!]!;
  const wanted = draws.wanted.at(supply.row);
  const from = formatDay(supply.due + startDay);
  const about = {
    ...place,
    supply: problem.supplies.id(supply.row),
    quantity: quantityToDecimal(supply.quantity, decimals),
    from,
    ...withAttributes(problem.supplies.detail.get(supply.row)?.attributes),
  };
  if (isCancelled(model, supply, draws)) return { code: "cancel", ...about };
  if (wanted === NOT_DRAWN) return undefined;
  if (wanted < fenceEnd) return undefined;
  const move = moveOf(state, point, supply, draws);
  const to = move === undefined ? from : formatDay(move.to + startDay);
  const resized = orders.resized.get(supply.row);
  if (resized !== undefined) {
    const newQuantity = quantityToDecimal(resized, decimals);
    return { code: resized > supply.quantity ? "increase" : "decrease", ...about, to, newQuantity };
  }
  if (move === undefined) return undefined;
  if (move.code === "defer") return { code: move.code, ...about, to };
  const reason = draws.reason.at(supply.row) === DRAWN_FOR.demand ? "demand" : "safetyStock";
  return { code: move.code, ...about, to, reason };
}

/** M1: whether a drawn supply moves in or out, and to which day from T0. */
function moveOf(
  { model, orders }: PlanState,
  point: number,
  supply: OpenSupply,
  draws: Draws,
): { readonly code: "expedite" | "defer"; readonly to: number } | undefined {
  const { fenceEnd, parameters } = model.detail(point);
  const due = Math.max(0, supply.due);
  const wanted = draws.wanted.at(supply.row);
  const receipt = model.tables.tables[model.receipt[point]!]![wanted]!;
  const never = model.conventions.rescheduling === "never" && !supply.scheduled;
  const to = never ? Math.max(receipt, fenceEnd) : orders.supplyDay.at(supply.row);
  // A capacity schedule said already that it cannot come earlier (K57).
  if (wanted < supply.due && to < due) {
    return supply.scheduled ? undefined : { code: "expedite", to };
  }
  if (wanted - due > parameters.deferTolerance && receipt > due) {
    return { code: "defer", to: receipt };
  }
  return undefined;
}
