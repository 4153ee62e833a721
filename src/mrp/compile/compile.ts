import { firstWorkingDay } from "../../core/index.js";
import { type Bill, NONE, type Parameters, type Problem } from "../input/problem.js";
import { arrivalOf } from "./arrival.js";
import { billsInForce } from "./bill-versions.js";
import { placeRows } from "./changes.js";
import { DayTables } from "./day-tables.js";
import { firmOrders } from "./firm-orders.js";
import { makeLinks } from "./links.js";
import { type Model, NETTING, type PointDetail, type PointSource, type Yield } from "./model.js";
import { plainNetting } from "./plain.js";
import { pointSources } from "./point-sources.js";
import { type ByItemSite, byItemSite, findPoints, type Points } from "./points.js";

/** Turns a checked problem into columns that can be swept any number of times. */
export function compile(problem: Problem): Model {
  const days = problem.horizonEnd - problem.startDay + 1;
  const bills = byItemSite(problem.bills, problem.sites.length);
  const sourceRows = byItemSite(problem.sources, problem.sites.length);
  const points = findPoints(problem, bills, sourceRows);
  const tables = new DayTables(problem.startDay, days);
  const parametersOf = (point: number): Parameters => pointParameters(problem, points, point);
  const isPhantom = (point: number): boolean => problem.items[points.item[point]!]!.phantom;

  const placed = placeRows(problem, points, tables, {
    standsAlways: (point) => isPhantom(point) || parametersOf(point).method === "reorderPoint",
  });
  const numberOfBill = billNumbers(problem);
  const sources: PointSource[][] = [];
  for (let point = 0; point < points.count; point++) {
    const [item, site] = [points.item[point]!, points.site[point]!];
    const hasBill = bills.at(item, site).length > 0;
    const numberOf = (version: string): number => numberOfBill(item, site, version);
    sources.push(
      isPhantom(point)
        ? []
        : pointSources(problem, sourceRows.at(item, site), item, site, hasBill, numberOf),
    );
  }
  const kept = keptPhantoms(problem, points, bills, placed);
  const netting = new Uint8Array(points.count);
  const startTable = new Int32Array(points.count).fill(NONE);
  const details: (PointDetail | undefined)[] = [];
  const detail = (point: number): PointDetail => {
    details[point] ??= pointDetail(problem, points, point, sources[point]!, placed);
    return details[point];
  };
  const plain = plainNetting(points.count);
  const yields: (Yield | undefined)[] = [];
  let hasOwnStarts = false;
  let hasRepeats = false;
  for (let point = 0; point < points.count; point++) {
    const parameters = parametersOf(point);
    if (isPhantom(point)) {
      netting[point] = kept(point) ? NETTING.phantom : NETTING.passedBy;
      continue;
    }
    const { yield: y } = parameters;
    if (y !== undefined) yields[point] = { num: Number(y.num), den: Number(y.den) };
    const [only] = sources[point]!;
    const byDue =
      sources[point]!.length === 1 &&
      only!.leadTimePerCount === undefined &&
      parameters.method !== "reorderPoint";
    if (byDue) startTable[point] = tables.starts(only!.steps);
    else hasOwnStarts = true;
    hasRepeats ||= parameters.lot.rule === "fixedOrderQuantity" && parameters.lot.each;
    hasRepeats ||= sources[point]!.some(
      (source) => source.modifiers.maximum < Number.POSITIVE_INFINITY,
    );
    const { calendar } = problem.sites[points.site[point]!]!;
    plain.receipt[point] = tables.receipts(calendar);
    if (parameters.method === "reorderPoint") netting[point] = NETTING.reorderPoint;
    else if (byDue && plain.take(problem, point, detail(point), only!, tables)) {
      netting[point] = NETTING.plain;
    } else {
      netting[point] = NETTING.general;
      plain.takeWindow(problem, point, detail(point), tables);
    }
  }
  const firm = firmOrders(problem, points, sources, bills);
  const makers = { problem, points, bills, sources, firm, netting, startTable, tables };
  return {
    problem,
    conventions: problem.conventions,
    startDay: problem.startDay,
    days,
    points,
    netting,
    onHand: placed.onHand,
    floor: plain.floor,
    lotRule: plain.lotRule,
    lotFigure: plain.lotFigure,
    minimum: plain.minimum,
    multiple: plain.multiple,
    window: plain.window,
    receipt: plain.receipt,
    startTable,
    yields,
    hasYield: yields.length > 0,
    hasRepeats,
    hasOwnStarts,
    sources,
    changes: placed.changes,
    toIssue: placed.toIssue,
    links: makeLinks(makers),
    firm,
    tables,
    bills,
    detail,
    beyond: placed.beyond,
  };
}

function billNumbers(problem: Problem): (item: number, site: number, version: string) => number {
  const numbers = new Map<string, number>();
  const key = (item: number, site: number, version: string): string =>
    JSON.stringify([item, site, version]);
  for (const [k, { item, site, version }] of problem.bills.entries()) {
    if (version !== undefined) numbers.set(key(item, site, version), k);
  }
  return (item, site, version) => numbers.get(key(item, site, version)) ?? NONE;
}

/** B3: phantoms with stock or demand of their own, or drawn in multiples, keep each parent's need. */
function keptPhantoms(
  problem: Problem,
  points: Points,
  bills: ByItemSite<Bill>,
  placed: ReturnType<typeof placeRows>,
): (point: number) => boolean {
  const drawnInMultiples = new Set<string>();
  for (const bill of problem.bills) {
    for (const line of bill.lines) {
      if (line.multiple > 0) drawnInMultiples.add(JSON.stringify([line.component, bill.site]));
    }
  }
  const { start, quantity } = placed.changes;
  const nets = problem.conventions.phantomStock === "net";
  const hasStock = (point: number): boolean =>
    placed.onHand[point] !== 0 ||
    placed.standing.has(point) ||
    placed.lots.has(point) ||
    start[point + 1]! > start[point]!;
  const hasNeeds = (point: number): boolean =>
    placed.beyond.has(point) ||
    quantity.subarray(start[point], start[point + 1]).some((change) => change < 0);
  return (point) =>
    (nets && hasStock(point)) ||
    hasNeeds(point) ||
    drawnInMultiples.has(JSON.stringify([points.item[point]!, points.site[point]!])) ||
    !inForceThroughout(problem, bills.at(points.item[point]!, points.site[point]!));
}

/** Whether some version is valid on every day that an order may take effect. */
function inForceThroughout(problem: Problem, bills: readonly Bill[]): boolean {
  let until = problem.startDay;
  for (const { from, to } of billsInForce(bills)) {
    if (from <= until) until = Math.max(until, to);
  }
  return until > problem.horizonEnd;
}

function pointDetail(
  problem: Problem,
  points: Points,
  point: number,
  sources: readonly PointSource[],
  placed: ReturnType<typeof placeRows>,
): PointDetail {
  const { startDay } = problem;
  const site = points.site[point]!;
  const { calendar } = problem.sites[site]!;
  const parameters = pointParameters(problem, points, point);
  // N9 does not look ahead, so no fence keeps it from ordering.
  const fence = parameters.method === "reorderPoint" ? 0 : parameters.planningTimeFence;
  const first = sources.find((source) => source.validFrom <= 0 && source.validTo > 0) ?? sources[0];
  const earliestArrival = first === undefined ? 0 : arrivalOf(startDay, first) - startDay;
  const hasSegment = points.segment[point] !== NONE;
  return {
    parameters,
    calendar,
    lot: parameters.lot,
    floor: floorSteps(problem, parameters, hasSegment, earliestArrival),
    fenceEnd: fence === 0 ? 0 : firstWorkingDay(calendar, startDay + fence) - startDay,
    earliestArrival,
    waiting: placed.waiting.get(point) ?? [],
    standing: placed.standing.get(point) ?? [],
    lots: (placed.lots.get(point) ?? []).sort((a, b) => a.day - b.day || a.expires - b.expires),
    promised: placed.promised.get(point) ?? 0,
  };
}

/**
 * The parameters of a stocking point. A reorder point is for common stock: in a segment it does not
 * count, and needs are netted like those of any other item.
 */
function pointParameters(problem: Problem, points: Points, point: number): Parameters {
  const parameters = problem.parameters(points.item[point]!, points.site[point]!);
  const byPoint = parameters.method === "minMax" || parameters.method === "reorderPoint";
  if (points.segment[point] === NONE || !byPoint) return parameters;
  const lot = parameters.isLotStated ? parameters.lot : ({ rule: "lotForLot" } as const);
  return { ...parameters, method: "mrp", lot };
}

/** N3: the floor as a step function from T0. */
function floorSteps(
  problem: Problem,
  parameters: Parameters,
  hasSegment: boolean,
  earliestArrival: number,
): PointDetail["floor"] {
  const { startDay, conventions } = problem;
  if (parameters.method === "minMax") return [{ day: 0, level: parameters.reorderPoint }];
  if (hasSegment || conventions.safetyStock === "never") return [{ day: 0, level: 0 }];
  const levelAt = (day: number): number =>
    parameters.safetyStock.findLast((step) => step.day - startDay <= day)?.quantity ?? 0;
  const first = conventions.safetyStock === "leadTime" ? earliestArrival : 0;
  const steps = first > 0 ? [{ day: 0, level: 0 }] : [];
  steps.push({ day: first, level: levelAt(first) });
  for (const step of parameters.safetyStock) {
    const day = step.day - startDay;
    if (day > first) steps.push({ day, level: step.quantity });
  }
  return steps;
}
