import { ceilDivide } from "../../core/index.js";
import { type Bill, NONE, type Problem } from "../input/problem.js";
import { usualBasis } from "../input/sources.js";
import type { ByItemSite } from "./by-item-site.js";
import { BILL_BY_DATE, type FirmOrder, type PointSource } from "./model.js";
import { leadTimePerCount } from "./point-sources.js";
import type { Points } from "./points.js";

/** The lead time of an order, its part by quantity included and rounded up to a whole day. */
export function leadTimeFor(
  source: Pick<PointSource, "steps" | "leadTimePerCount">,
  startQuantity: number,
): number {
  const { leadTimePerCount } = source;
  if (leadTimePerCount === undefined) return source.steps.leadTime;
  const days = ceilDivide(leadTimePerCount.num * BigInt(startQuantity), leadTimePerCount.den);
  return source.steps.leadTime + Number(days);
}

/** N1: firm planned orders by stocking point, and how each is exploded. */
export function firmOrders(
  problem: Problem,
  points: Points,
  sources: readonly (readonly PointSource[])[],
  bills: ByItemSite<Bill>,
): Map<number, FirmOrder[]> {
  const firm = new Map<number, FirmOrder[]>();
  const { supplies } = problem;
  for (const [row, detail] of supplies.detail) {
    const quantity = supplies.quantity[row]!;
    if (!detail.firm || quantity === 0) continue;
    const [item, site] = [supplies.item[row]!, supplies.site[row]!];
    const point = points.find(item, site, supplies.segment[row]!);
    const parameters = problem.parameters(item, site);
    const kind = supplies.kind(row) === "transfer" ? "transfer" : "make";
    const candidates = sources[point]!;
    const source =
      (detail.source === undefined
        ? undefined
        : candidates.find((candidate) => candidate.row?.id === detail.source)) ??
      candidates.find(
        (candidate) =>
          candidate.kind === kind && (kind === "make" || candidate.row?.from === detail.from),
      ) ??
      candidates.find((candidate) => candidate.kind === kind);
    const siteCalendar = problem.sites[site]!.calendar;
    const shipsFrom = kind === "transfer" ? problem.sites[detail.from]!.calendar : siteCalendar;
    const steps = {
      siteCalendar,
      receivingTime: parameters.receivingTime,
      calendar: source?.row?.calendar ?? shipsFrom,
      leadTime: source?.steps.leadTime ?? parameters.leadTime,
      basis: source?.steps.basis ?? parameters.leadTimeBasis ?? usualBasis(kind),
    };
    const { yield: y } = parameters;
    const startQuantity =
      y === undefined ? quantity : Number(ceilDivide(BigInt(quantity) * y.den, y.num));
    const named = bills.at(item, site).find((bill) => bill.version === detail.bomVersion);
    const ownBill =
      detail.bomVersion === undefined || named === undefined
        ? undefined
        : 1 + problem.bills.indexOf(named);
    const order = {
      row,
      startQuantity,
      selector:
        kind === "transfer"
          ? -2 - detail.from
          : (ownBill ?? (source?.kind === "make" ? source.selector : BILL_BY_DATE)),
      steps,
      leadTime: leadTimeFor(
        { steps, leadTimePerCount: leadTimePerCount(problem, item, parameters) },
        startQuantity,
      ),
      start: detail.start === undefined ? Number.NaN : detail.start - problem.startDay,
    };
    if (order.selector === NONE) continue;
    const group = firm.get(point);
    if (group === undefined) firm.set(point, [order]);
    else group.push(order);
  }
  for (const group of firm.values())
    group.sort((a, b) => (supplies.id(a.row) < supplies.id(b.row) ? -1 : 1));
  return firm;
}
