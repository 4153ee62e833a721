/**
 * The views of a plan that explain it: pegs (K48), feasible dates and late demands (K47) as plain
 * data. They are made for all stocking points after the sweep.
 */
import { dayText } from "./calendar.js";
import { datedDemands } from "./demand-dates.js";
import type { FeasibleDates } from "./feasible-dates.js";
import { feasibleDates } from "./feasible-dates.js";
import { takeFeasibleDates } from "./forward.js";
import { demandDates, lateDemands } from "./late-demands.js";
import { decimalText } from "./numbers.js";
import type { PegNeed, PegSupply, PointPegs } from "./pegs.js";
import { pegsOf } from "./pegs.js";
import type {
  ReferenceFeasible,
  ReferencePegNeed,
  ReferencePegSupply,
  ReferencePegs,
  ReferencePlan,
} from "./plan.js";
import { key } from "./problem.js";
import type { Points, StockingPoint } from "./stocking-points.js";

function needView({ day, need }: PegNeed): ReferencePegNeed {
  if (need === undefined) {
    return { kind: "negativeStock", id: null, day: dayText(day) };
  }
  const id = need.origin?.id ?? need.id;
  return { kind: need.kind, id: need.kind === "allocation" ? null : id, day: dayText(day) };
}

function supplyView({ of, day }: PegSupply): ReferencePegSupply {
  switch (of.kind) {
    case "stock":
      return { kind: of.kind, id: null, day: dayText(day) };
    case "supply":
      return { kind: of.kind, id: of.supply.id, day: dayText(day) };
    case "coProduct":
      return { kind: of.kind, id: of.origin.id, day: dayText(day) };
    case "order":
      return { kind: of.kind, id: of.order.id, day: dayText(day) };
  }
}

/** Rows that tell of the same need and supply, or the same rest, added up. */
function summed<Row extends { quantity: bigint }>(rows: readonly Row[]): Row[] {
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const name = JSON.stringify({ ...row, quantity: null });
    const same = sums.get(name);
    sums.set(name, { ...row, quantity: row.quantity + (same?.quantity ?? 0n) });
  }
  return [...sums.values()];
}

function pegsView({ point, needs, rest }: PointPegs): ReferencePegs {
  const text = <Row extends { quantity: bigint }>(row: Row) => ({
    ...row,
    quantity: decimalText(row.quantity, point.policy.decimals),
  });
  const pegs = needs.map((need) =>
    summed(
      need.pegs.map(({ supply, quantity }) => ({
        need: needView(need),
        supply: supplyView(supply),
        quantity,
      })),
    ),
  );
  const uncovered = needs.filter((need) => need.uncovered > 0n);
  return {
    pegs: pegs.flat().map(text),
    rest: [
      ...summed(
        rest.map(({ name, supply, quantity }) => ({
          name,
          need: null,
          supply: supplyView(supply),
          quantity,
        })),
      ),
      ...uncovered.map((need) => ({
        name: "uncovered" as const,
        need: needView(need),
        supply: null,
        quantity: need.uncovered,
      })),
    ].map(text),
  };
}

function feasibleView(dates: FeasibleDates): Pick<ReferencePlan, "feasible" | "feasibleSupplies"> {
  const feasible = new Map<string, ReferenceFeasible | null>();
  const feasibleSupplies = new Map<string, ReferenceFeasible | null>();
  for (const { origin, planned, firm } of dates.orders.values()) {
    const { start, due, never } = dates.of(origin);
    const view = never ? null : { start: dayText(start), due: dayText(due) };
    if (planned !== undefined) {
      feasible.set(planned.id, view);
    } else if (firm !== undefined) {
      feasibleSupplies.set(firm.id, view);
    }
  }
  return { feasible, feasibleSupplies };
}

export type Explanation = Pick<
  ReferencePlan,
  "feasible" | "feasibleSupplies" | "demandDates" | "lateDemands" | "pegs"
>;

/**
 * Explains a plan after its sweep; under `pastDue: "forward"` shifts its orders first.
 *
 * @param planned - the stocking points in the order of the sweep
 */
export function explain(points: Points, planned: readonly StockingPoint[]): Explanation {
  const { problem } = points;
  const pegged = planned.map((point) => pegsOf(problem, point));
  const dates = feasibleDates(points, pegged);
  const demands = datedDemands(dates, problem.startDay, pegged);
  if (problem.conventions.pastDue === "forward") {
    takeFeasibleDates(problem, planned, dates);
  }
  const byPoint = new Map(
    pegged.map((one) => [key(one.point.item, one.point.site, one.point.segment), one]),
  );
  return {
    ...feasibleView(dates),
    demandDates: demandDates(demands),
    lateDemands: lateDemands(dates, demands),
    pegs: (item, site, segment) => {
      const one = byPoint.get(key(item, site ?? problem.siteIds[0] ?? "main", segment ?? null));
      return one === undefined ? undefined : pegsView(one);
    },
  };
}
