import {
  addWorkingDays,
  type Calendar,
  Decimal,
  firstWorkingDay,
  formatDay,
  lastWorkingDay,
  makeCalendar,
  parseDay,
  parseRatio,
} from "../../../src/core/index.js";
import type {
  DateStep,
  LotStep,
  OrderExplanation,
  OrderStep,
  PlanningInput,
} from "../../../src/index.js";
import { agree, holds } from "./agree.js";

type Step<Name extends OrderStep["step"]> = Extract<OrderStep, { step: Name }>;

/** What the figures of an explanation lead to, worked out from nothing but them. */
export interface ReplayedOrder {
  readonly quantity: Decimal;
  readonly startQuantity: Decimal;
  readonly due: string;
  readonly deliveryDate: string;
  readonly start: string;
  readonly orderDate: string;
}

/** Reckons an order out of the figures of its explanation; what does not add up is an error. */
export function replayOrder(input: PlanningInput, explanation: OrderExplanation): ReplayedOrder {
  const { steps } = explanation;
  const net = netOf(steps);
  const lot = only(steps, "lot");
  agree("the lot covers what is missing", lot.net, net);
  const asked = lotOf(lot);
  agree("the lot is what its rule makes of it", lot.quantity, asked);
  const startQuantity = startOf(steps, asked);
  const good = steps.find((step) => step.step === "good");
  const quantity =
    good === undefined
      ? startQuantity
      : startQuantity.times(ratio(good.yield)).toDecimalPlaces(9, 1);
  return { quantity: good?.quantity ?? quantity, startQuantity, ...datesOf(input, steps) };
}

function netOf(steps: readonly OrderStep[]): Decimal {
  const position = steps.find((step) => step.step === "position");
  if (position !== undefined) {
    const { onHand, openSupply, coProducts, booked, pastDueDemand } = position;
    const sum = onHand.plus(openSupply).plus(coProducts).plus(booked).minus(pastDueDemand);
    agree("the position is the sum of its parts", position.position, sum);
    const net = missing(position.reorderPoint, sum.plus(position.placed));
    agree("net = reorder point − position − placed", position.net, net);
    return net;
  }
  const flow = steps.find((step) => step.step === "netFlow");
  if (flow !== undefined) {
    const sum = flow.onHand.plus(flow.onOrder).minus(flow.qualifiedDemand);
    agree("the net flow is the sum of its parts", flow.netFlow, sum);
    agree("net = top of yellow − net flow", flow.net, missing(flow.topOfYellow, sum));
    return flow.net;
  }
  const stock = stockAtEnd(steps);
  const shortage = only(steps, "shortage");
  const drawn = (steps.find((step) => step.step === "openSupply")?.drawn ?? [])
    .filter(({ isInTime }) => isInTime)
    .reduce((sum, { quantity, newQuantity }) => sum.plus(newQuantity ?? quantity), new Decimal(0));
  agree(
    "what is drawn adds to the stock",
    shortage.projected,
    stock.plus(drawn).plus(shortage.placed),
  );
  const own = missing(shortage.floor, shortage.projected);
  agree("net = floor − projected", shortage.net, own);
  const lacks = steps.find((step) => step.step === "coProducts");
  if (lacks === undefined) return own;
  const largest = Decimal.max(...lacks.lacks.map(({ quantity }) => quantity));
  agree("the largest need is the largest", lacks.quantity, largest);
  // What was placed before for the same shortage is placed for both.
  const { floor, projected, placed } = shortage;
  return Decimal.max(0, Decimal.max(floor.minus(projected).plus(placed), largest).minus(placed));
}

/** The stock of the days adds up, from day to day, and the needs are those of the days. */
function stockAtEnd(steps: readonly OrderStep[]): Decimal {
  const { days } = only(steps, "stock");
  let before: Decimal | undefined;
  let needed = new Decimal(0);
  for (const day of days) {
    if (before !== undefined) agree("a day begins as the one before ended", day.opening, before);
    const end = day.opening
      .plus(day.received)
      .minus(day.expired)
      .minus(day.needed)
      .plus(day.covered);
    agree("a day adds up", day.closing, end);
    before = day.closing;
    needed = needed.plus(day.needed);
  }
  const { needs, quantity } = only(steps, "needs");
  agree("the needs are those of the days", quantity, needed);
  agree(
    "the needs add up",
    quantity,
    needs.reduce((sum, need) => sum.plus(need.quantity), new Decimal(0)),
  );
  return before ?? new Decimal(0);
}

function lotOf(lot: LotStep): Decimal {
  switch (lot.rule) {
    case "lotForLot":
      return lot.net;
    case "fixedOrderQuantity":
    case "economicOrderQuantity": {
      if (lot.each) return lot.lot;
      const lots = lot.net.div(lot.lot);
      return lot.lot.times(lot.above ? lots.floor().plus(1) : lots.ceil());
    }
    case "orderUpTo":
    case "topOfGreen":
      return Decimal.max(lot.net, lot.level.minus(lot.projected));
    case "periodOrderQuantity":
      return Decimal.max(lot.net, sum(lot.shortfalls.map((day) => day.missing)));
    default: {
      const periods = sum(lot.periods.slice(0, lot.coveredPeriods));
      agree(
        "the days are those of the periods",
        sum(lot.shortfalls.map((d) => d.missing)),
        periods,
      );
      return Decimal.max(lot.net, periods);
    }
  }
}

/** L0, Q3: from what is asked to what the order starts. */
function startOf(steps: readonly OrderStep[], asked: Decimal): Decimal {
  let start = asked;
  for (const step of steps) {
    switch (step.step) {
      case "maximum":
        agree("what is cut is what is asked", step.quantity, start);
        agree(
          "the pieces and what is left are what is asked",
          Decimal.max(0, start.minus(step.good.times(step.pieces))),
          step.left,
        );
        start = step.isLeft ? step.left : step.maximum;
        break;
      case "split":
        agree("what is split is what lower ranks leave", step.lot, leftToSplit(steps, step, start));
        agree("the parts add up", sum(step.parts.map((part) => part.quantity)), step.lot);
        break;
      case "part":
        agree("a part is one of the lot", step.lot, start);
        if (step.right !== "split") {
          agree(
            "a part is what others leave",
            step.quantity,
            Decimal.max(0, start.minus(step.before)),
          );
        }
        start = step.quantity;
        break;
      case "room":
        agree("what is cut is what was there", step.from, start);
        holds("there is room for it", step.to.lte(step.room) && step.to.lt(step.from));
        start = step.to;
        break;
      case "yield":
        agree("the yield is applied to what is asked", step.quantity, start);
        holds("what starts is enough", times(step.startQuantity, step.yield).gte(start));
        start = step.startQuantity;
        break;
      case "minimum":
        agree("the minimum is put to what was there", step.from, start);
        holds("the minimum is more", step.to.gt(start));
        start = step.to;
        break;
      case "multiple":
        agree("the multiple is put to what was there", step.from, start);
        start = start.div(step.multiple).ceil().times(step.multiple);
        agree("a multiple", step.to, start);
        break;
      case "good":
        agree("what is good is of what starts", step.startQuantity, start);
        holds("no more is good than the yield", times(start, step.yield).gte(step.quantity));
        break;
      default:
    }
  }
  return start;
}

/** What is asked, less what sources that have no part in the split took of it before. */
function leftToSplit(steps: readonly OrderStep[], split: Step<"split">, asked: Decimal): Decimal {
  const parties = new Set(split.parts.map((part) => part.source));
  const taken = only(steps, "source").passedOver.map((passed) =>
    passed.reason === "took" && !parties.has(passed.source) ? passed.quantity : new Decimal(0),
  );
  return Decimal.max(0, asked.minus(sum(taken)));
}

type OrderDates = Pick<ReplayedOrder, "due" | "deliveryDate" | "start" | "orderDate">;

function datesOf(input: PlanningInput, steps: readonly OrderStep[]): OrderDates {
  const at = steps.findIndex((step) => step.step === "delay");
  const delay = steps[at];
  if (delay?.step !== "delay") return plannedDates(input, movesOf(steps));
  const planned = plannedDates(input, movesOf(steps.slice(0, at)));
  holds("the delay is one of the order as planned", delay.from === planned.start);
  holds("its due day is the one as planned", delay.due === planned.due);
  holds("it starts later, and when it can", delay.to > delay.from && delay.to >= delay.earliest);
  const reached = reach(input, movesOf(steps.slice(at + 1)), delay.to);
  const delivery = reached.get("nextWorkingDay") ?? reached.get("leadTime")!;
  const arrival = reached.get("receivingTime") ?? delivery;
  const isLater = arrival > planned.due;
  const [, atLeast] = [delay.to, planned.deliveryDate].sort() as [string, string];
  return {
    start: delay.to,
    due: isLater ? arrival : planned.due,
    deliveryDate: isLater ? delivery : atLeast,
    orderDate: reached.get("releaseTime") ?? delay.to,
  };
}

function movesOf(steps: readonly OrderStep[]): DateStep[] {
  return steps.filter((step) => step.step === "date");
}

/** Takes the steps of dates from a day on; the days that they lead to. */
function reach(input: PlanningInput, moves: readonly DateStep[], start: string) {
  const reached = new Map<DateStep["move"], string>();
  let day = start;
  for (const move of moves) {
    // What leads back from the start to the order date begins at the start again.
    if (move.move === "releaseTime" && move.direction === "backward" && move.from === start)
      day = start;
    holds("a step of dates begins where the last one ended", move.from === day);
    day = moved(input, move);
    holds(`${move.move} leads to ${day}, not to ${move.to}`, move.to === day);
    reached.set(move.move, day);
  }
  return reached;
}

function plannedDates(input: PlanningInput, moves: readonly DateStep[]): OrderDates {
  const reached = reach(input, moves, moves[0]!.from);
  if (moves.some(({ direction }) => direction === "backward")) {
    const receipt = reached.get("receipt") ?? reached.get("planningStart")!;
    const due = reached.get("capacity") ?? receipt;
    const deliveryDate = reached.get("receivingTime") ?? due;
    const start = reached.get("leadTime")!;
    return { due, deliveryDate, start, orderDate: reached.get("releaseTime") ?? start };
  }
  const orderDate = reached.get("placement") ?? input.startDate;
  const start = reached.get("startingDay") ?? reached.get("releaseTime") ?? orderDate;
  const deliveryDate = reached.get("nextWorkingDay") ?? reached.get("leadTime")!;
  return { orderDate, start, deliveryDate, due: reached.get("receivingTime") ?? deliveryDate };
}

function moved(input: PlanningInput, { move, from, days, basis, calendar, direction }: DateStep) {
  const works = calendarOf(input, calendar);
  const day = parseDay(from)!;
  const start = parseDay(input.startDate)!;
  if (move === "receipt") return formatDay(lastWorkingDay(works, day));
  if (move === "planningStart") {
    holds("no working day lies between", lastWorkingDay(works, day) < start);
    return input.startDate;
  }
  if (move === "nextWorkingDay" || move === "startingDay")
    return formatDay(firstWorkingDay(works, day));
  if (move === "placement" || move === "capacity") return formatDay(day + days);
  if (days === 0) return from;
  const signed = direction === "backward" ? -days : days;
  if (basis === "working") return formatDay(addWorkingDays(works, day, signed));
  const reached = day + signed;
  return formatDay(
    direction === "backward" ? lastWorkingDay(works, reached) : firstWorkingDay(works, reached),
  );
}

function calendarOf(input: PlanningInput, id: string): Calendar {
  const row = input.calendars?.find((calendar) => calendar.id === id);
  return makeCalendar(
    id,
    row?.workingDays,
    row?.exceptions?.map(({ date, working }) => ({ day: parseDay(date)!, working })),
  );
}

function only<Name extends OrderStep["step"]>(steps: readonly OrderStep[], name: Name): Step<Name> {
  const found = steps.filter((step): step is Step<Name> => step.step === name);
  holds(`there is one step "${name}"`, found.length === 1);
  return found[0]!;
}

function missing(floor: Decimal, stock: Decimal): Decimal {
  return Decimal.max(0, floor.minus(stock));
}

function sum(quantities: readonly Decimal[]): Decimal {
  return quantities.reduce((total, quantity) => total.plus(quantity), new Decimal(0));
}

function ratio(text: string): Decimal {
  const { num, den } = parseRatio(text)!;
  return new Decimal(num.toString()).div(den.toString());
}

function times(quantity: Decimal, by: string): Decimal {
  const { num, den } = parseRatio(by)!;
  return quantity.times(num.toString()).div(den.toString());
}
