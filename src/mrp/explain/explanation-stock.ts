import { NONE } from "../input/problem.js";
import type { PlanState } from "../plan/plan-state.js";
import type { Need } from "../sweep/need.js";
import { type Figures, figuresOf } from "./explanation-figures.js";
import type { DayLog, DrawLog, ShortageLog } from "./explanation-log.js";
import { placeName } from "./explanation-place.js";
import type { Replay } from "./explanation-replay.js";
import type {
  CoProductsStep,
  OpenSupplyStep,
  PassedSupply,
  StockDay,
  StockStep,
} from "./explanation-trigger-steps.js";

/** The days over which stock came to fall short, and the needs of these days. */
export interface Shortfalling {
  readonly step: StockStep;
  readonly needs: readonly Need[];
}

/** N2: from the last day on before which stock was enough to the shortage that is looked at. */
export function fallOfStock(state: PlanState, replay: Replay, shortage: ShortageLog): Shortfalling {
  const { log } = replay;
  const figures = figuresOf(state, replay.point);
  const own = needsTaken(replay, shortage);
  if (log.shortages[log.shortages.indexOf(shortage) - 1]?.day === shortage.day) {
    // N13: after others of its day that were netted each for itself.
    const needed = takenBetween(shortage.day, shortage.firstTake, shortage.endTake);
    const opening = shortage.stock + needed;
    const part = { opening, received: 0, expired: 0, needed, covered: 0, closing: shortage.stock };
    const step = { step: "stock", days: [stockDay(figures, shortage.day.day, part)] } as const;
    return { step, needs: own };
  }
  const last = log.days.indexOf(shortage.day);
  let first = last;
  while (first > 0 && log.days[first - 1]!.closing < log.days[first - 1]!.floor) first--;
  const earlier = log.days.slice(first, last);
  const needs = earlier.flatMap((day) => replay.needs.filter((need) => need.day === day.day));
  const { day } = shortage;
  const needed = takenBetween(day, 0, shortage.endTake);
  const days = earlier.map((one) => stockDay(figures, one.day, wholeDay(one)));
  days.push(stockDay(figures, day.day, { ...day, needed, covered: 0, closing: shortage.stock }));
  return { step: { step: "stock", days }, needs: [...needs, ...own] };
}

/** The needs that were taken for a look at what is missing. */
function needsTaken({ needs }: Replay, { day, firstTake, endTake }: ShortageLog): Need[] {
  const ofDay = needs.filter((need) => need.day === day.day);
  const isEach = day.takes.length === ofDay.length;
  return isEach ? ofDay.slice(firstTake, endTake) : endTake > firstTake ? ofDay : [];
}

/** The needs that come after a look at what is missing, up to a day. */
export function needsUpTo(replay: Replay, shortage: ShortageLog, lastDay: number): Need[] {
  const { day, endTake } = shortage;
  const ofDay = replay.needs.filter((need) => need.day === day.day);
  const left = day.takes.length === ofDay.length ? ofDay.slice(endTake) : [];
  const later = replay.needs.filter((need) => need.day > day.day && need.day <= lastDay);
  return [...left, ...later];
}

function takenBetween({ takes }: DayLog, first: number, end: number): number {
  return takes.slice(first, end).reduce((sum, quantity) => sum + quantity, 0);
}

type DayFigures = Pick<DayLog, "opening" | "received" | "expired" | "closing"> & {
  readonly needed: number;
  readonly covered: number;
};

/** A day with all that happened on it. */
export function wholeDay(day: DayLog): DayFigures {
  const { opening, received, expired, closing } = day;
  const needed = takenBetween(day, 0, day.takes.length);
  const covered = closing - (opening + received - expired - needed);
  return { opening, received, expired, needed, covered, closing };
}

/** A day in quantities. */
export function stockDay({ face, date }: Figures, day: number, figures: DayFigures): StockDay {
  const { opening, received, expired, needed, covered, closing } = figures;
  return {
    date: date(day),
    opening: face(opening),
    received: face(received),
    expired: face(expired),
    needed: face(needed),
    covered: face(covered),
    closing: face(closing),
  };
}

/** N4: the supplies that were drawn for a shortage, and those that come later and were not. */
export function openSupplyStep(
  state: PlanState,
  replay: Replay,
  shortage: ShortageLog,
): OpenSupplyStep | undefined {
  const { model } = state;
  const { supplies } = model.problem;
  const { face, date } = figuresOf(state, replay.point);
  const { day } = shortage.day;
  const { standing, waiting, drawable } = model.detail(replay.point);
  const all = [...standing, ...waiting];
  const named = (row: number) => {
    const { due, quantity } = all.find((supply) => supply.row === row)!;
    return { supply: supplies.id(row), due: date(due), quantity: face(quantity) };
  };
  const drawn = shortage.drawn.map((draw) => ({
    ...named(draw.row),
    newQuantity: draw.quantity === draw.ownQuantity ? null : face(draw.quantity),
    date: date(draw.lands),
    isInTime: draw.lands <= day,
  }));
  const passedOver: PassedSupply[] = shortage.passedOver.map(({ row, reason }) => ({
    ...named(row),
    reason,
  }));
  const moves = new Set(drawable);
  for (const supply of all) {
    const { row, due } = supply;
    if (due > day && !moves.has(supply)) passedOver.push({ ...named(row), reason: "stands" });
  }
  if (drawn.length === 0 && passedOver.length === 0 && shortage.onItsWay === 0) return undefined;
  return { step: "openSupply", drawn, onItsWay: face(shortage.onItsWay), passedOver };
}

/** What of the drawn supply is there on the day. */
export function drawnInTime({ day, drawn }: ShortageLog): number {
  const isThere = ({ lands }: DrawLog): boolean => lands <= day.day;
  return drawn.filter(isThere).reduce((sum, { quantity }) => sum + quantity, 0);
}

/** K40: what co-products lack that drive the orders. */
export function coProductsStep(
  state: PlanState,
  point: number,
  { lacks }: ShortageLog,
): CoProductsStep | undefined {
  if (lacks.length === 0) return undefined;
  const { face } = figuresOf(state, point);
  let most = NONE;
  const explained = lacks.map((lack) => {
    most = Math.max(most, lack.quantity);
    return {
      ...placeName(state, lack.point),
      missing: figuresOf(state, lack.point).face(lack.missing),
      quantity: face(lack.quantity),
    };
  });
  return { step: "coProducts", lacks: explained, quantity: face(most) };
}
