import { ceilDivide, type Ratio } from "../../core/index.js";
import {
  NONE,
  type Parameters,
  type Problem,
  type SourceKind,
  type SupplyDetail,
  type SupplyRows,
} from "../input/problem.js";
import { basisOf } from "../input/sources.js";
import type { MadeList } from "../pages/index.js";
import { billNumbers } from "./bill-numbers.js";
import { overflow } from "./changes.js";
import type { LeadTimeSteps } from "./lead-time-steps.js";
import {
  BILL_BY_DATE,
  type FirmOrder,
  NO_SELECTOR,
  type PointSource,
  type Selector,
} from "./model.js";
import { leadTimePerCount } from "./point-sources.js";
import type { Points } from "./points.js";
import type { Routings } from "./routing-time.js";
import { billSelectorOf, drawnAt, selectorAtSite } from "./selectors.js";

/** The lead time of an order, its part by quantity included and rounded up to a whole day. */
export function leadTimeFor(
  source: Pick<PointSource, "steps" | "leadTimePerCount" | "routingTime">,
  startQuantity: number,
): number {
  const { leadTimePerCount: perCount, routingTime } = source;
  if (routingTime !== undefined) return routingTime.days(startQuantity, perCount);
  if (perCount === undefined) return source.steps.leadTime;
  const days = ceilDivide(perCount.num * BigInt(startQuantity), perCount.den);
  return source.steps.leadTime + Number(days);
}

type BillNumber = ReturnType<typeof billNumbers>;

/** N1: firm planned orders by stocking point, and how each is exploded. */
export function firmOrders(
  problem: Problem,
  points: Points,
  sources: MadeList<readonly PointSource[]>,
  routings: Routings,
): Map<number, FirmOrder[]> {
  const firm = new Map<number, FirmOrder[]>();
  const { supplies } = problem;
  const billNumber = billNumbers(problem);
  for (const [row, detail] of supplies.detail) {
    if (!detail.firm || supplies.quantity[row] === 0) continue;
    const point = points.find(supplies.item[row]!, supplies.site[row]!, supplies.segment[row]!);
    const order = firmOrder(problem, billNumber, routings, sources.at(point), row, detail);
    if (order.selector === NO_SELECTOR) continue;
    const group = firm.get(point);
    if (group === undefined) firm.set(point, [order]);
    else group.push(order);
  }
  for (const group of firm.values()) {
    group.sort((a, b) => (supplies.id(a.row) < supplies.id(b.row) ? -1 : 1));
  }
  return firm;
}

function firmOrder(
  problem: Problem,
  billNumber: BillNumber,
  routings: Routings,
  candidates: readonly PointSource[],
  row: number,
  detail: SupplyDetail,
): FirmOrder {
  const { supplies, startDay } = problem;
  const [item, site] = [supplies.item[row]!, supplies.site[row]!];
  const parameters = problem.parameters(item, site);
  const kind = SOURCE_KIND[supplies.kind(row)];
  const source = sourceOfSupply(candidates, detail, kind);
  const startQuantity = startQuantityOf(problem, item, supplies.quantity[row]!, parameters.yield);
  const { bomVersion, from } = detail;
  const named = bomVersion === undefined ? NONE : billNumber(item, site, bomVersion);
  return {
    row,
    startQuantity,
    selector: kind === "transfer" ? -2 - from : billSelector(problem, named, from, source),
    ...supplyTime(problem, routings, source, row, detail),
    start: detail.start === undefined ? Number.NaN : detail.start - startDay,
    scheduled: detail.scheduled,
  };
}

/** How long an open supply takes, by the source that K13 gives it. */
export function supplyTime(
  problem: Problem,
  routings: Routings,
  source: PointSource | undefined,
  row: number,
  detail: Pick<SupplyDetail, "from">,
): Pick<FirmOrder, "steps" | "leadTimePerCount" | "routingTime"> {
  const { supplies } = problem;
  const [item, site] = [supplies.item[row]!, supplies.site[row]!];
  const parameters = problem.parameters(item, site);
  const kind = SOURCE_KIND[supplies.kind(row)];
  const isTimed = source === undefined && basisOf(kind, parameters.leadTimeBasis) === "routing";
  return {
    steps: stepsOf(problem, site, parameters, source, detail, kind),
    leadTimePerCount: leadTimePerCount(problem, item, parameters),
    routingTime: isTimed ? routings.timeOf(item, site, undefined) : source?.routingTime,
  };
}

/** From which kind of source each kind of open supply comes. */
export const SOURCE_KIND = {
  purchase: "buy",
  production: "make",
  transfer: "transfer",
  subcontract: "subcontract",
} as const satisfies Record<ReturnType<SupplyRows["kind"]>, SourceKind>;

/**
 * K13, K45: the source that the order names, else one of its kind and partner (shipping site,
 * subcontractor), else of its kind.
 */
export function sourceOfSupply(
  candidates: readonly PointSource[],
  { source: id, from, supplier }: Pick<SupplyDetail, "source" | "from" | "supplier">,
  kind: SourceKind,
): PointSource | undefined {
  const ofKind = candidates.filter((candidate) => candidate.kind === kind);
  const ofPartner = ofKind.find(({ row }) => {
    if (kind === "transfer") return row?.from === from;
    return kind === "subcontract" && supplier !== undefined && row?.supplier === supplier;
  });
  const named = id === undefined ? undefined : candidates.find(({ row }) => row?.id === id);
  return named ?? ofPartner ?? ofKind[0];
}

function stepsOf(
  problem: Problem,
  site: number,
  parameters: Parameters,
  source: PointSource | undefined,
  { from }: Pick<SupplyDetail, "from">,
  kind: SourceKind,
): LeadTimeSteps {
  const siteCalendar = problem.sites[site]!.calendar;
  const shipsFrom = kind === "transfer" ? problem.sites[from]!.calendar : siteCalendar;
  const basis = basisOf(kind, parameters.leadTimeBasis);
  return {
    siteCalendar,
    receivingTime: parameters.receivingTime,
    calendar: source?.row?.calendar ?? shipsFrom,
    leadTime: source?.steps.leadTime ?? parameters.leadTime,
    basis: source?.steps.basis ?? (basis === "routing" ? "working" : basis),
  };
}

/**
 * The bill that the order names, else that of its source, else the one that B8 chooses by date; and
 * the site that it names, else that of its source (K45).
 */
function billSelector(
  problem: Problem,
  named: number,
  from: number,
  source: PointSource | undefined,
): Selector {
  const given = source === undefined || source.selector < 0 ? BILL_BY_DATE : source.selector;
  const bill = named === NONE ? billSelectorOf(problem, given) : 1 + named;
  return selectorAtSite(problem, bill, from === NONE ? drawnAt(problem, given) : from);
}

/** Q3: what an order of a good quantity starts. */
export function startQuantityOf(
  problem: Problem,
  item: number,
  quantity: number,
  loss: Ratio | undefined,
): number {
  if (loss === undefined) return quantity;
  const startQuantity = ceilDivide(BigInt(quantity) * loss.den, loss.num);
  if (startQuantity > BigInt(Number.MAX_SAFE_INTEGER)) throw overflow(problem, item);
  return Number(startQuantity);
}
