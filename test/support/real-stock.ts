import {
  Decimal,
  type Peg,
  type Plan,
  pegs,
  planInput,
  planningRecord,
  type StockingPoint,
} from "../../src/index.js";

/** What stands in stock for some days otherwise than it is projected. */
interface Shift {
  readonly from: string;
  readonly until: string;
  readonly quantity: Decimal;
}

/**
 * Stock at the end of every day as it really comes (K75), of what a plan says of itself: what is projected, less
 * scheduled supply that counts before it comes, more what waits for that.
 */
export function realStock(plan: Plan, point: StockingPoint): ReadonlyMap<string, Decimal> {
  const arrivals = realArrivals(plan);
  const { item, site, segment } = point;
  const shifts: Shift[] = [];
  for (const row of plan.supplies) {
    if (row.item !== item || row.site !== site || row.segment !== segment) continue;
    const quantity = (row.newQuantity ?? row.quantity).negated();
    shifts.push({ from: row.date, until: arrivals.get(row.id)!, quantity });
  }
  const counts = new Map(Array.from(plan.supplies, ({ id, date }) => [id, date]));
  const later = new Map([...arrivals].filter(([id, day]) => (counts.get(id) ?? day) < day));
  if (later.size > 0) shifts.push(...waitingNeeds(plan, point, { arrivals, later }));
  const { rows } = planningRecord(plan, item, { site, segment });
  return new Map(
    rows.map(({ date, projectedOnHand }) => {
      const shifted = shifts.filter(({ from, until }) => from <= date && date < until);
      return [
        date,
        shifted.reduce((sum, { quantity }) => sum.plus(quantity), new Decimal(projectedOnHand)),
      ];
    }),
  );
}

/** By open supply the day on which it really comes; of one that is all there its due day. */
export function realArrivals(plan: Plan): ReadonlyMap<string, string> {
  const rows = planInput(plan).supplies ?? [];
  const counts = new Map(Array.from(plan.supplies, ({ id, date }) => [id, date]));
  return new Map(
    rows.map(({ id, due, scheduled = false }) => {
      const own = [due, plan.startDate].sort().at(-1)!;
      return [id, scheduled ? own : (counts.get(id) ?? own)];
    }),
  );
}

/** Needs that wait for supply that comes later than it counts; for an order not after that is due. */
function waitingNeeds(
  plan: Plan,
  { item, site, segment }: StockingPoint,
  { arrivals, later }: Record<"arrivals" | "later", ReadonlyMap<string, string>>,
): Shift[] {
  const dues = new Map(Array.from(plan.orders, ({ id, due }) => [id, due]));
  const needs = new Map<string, Peg[]>();
  for (const peg of pegs(plan, item, { site, segment })) {
    if (!("date" in peg.need)) continue;
    const { kind, date } = peg.need;
    const key = JSON.stringify([kind, "id" in peg.need ? peg.need.id : peg.need.row, date]);
    needs.set(key, [...(needs.get(key) ?? []), peg]);
  }
  return Array.from(needs, ([key, own]) => {
    const [kind, id, from] = JSON.parse(key) as [string, string, string];
    const last = own
      .map(({ supply }) => (supply.kind === "supply" ? (later.get(supply.id) ?? from) : from))
      .sort()
      .at(-1)!;
    const latest = (kind === "order" ? dues : kind === "supply" ? arrivals : undefined)?.get(id);
    const until = latest === undefined || last < latest ? last : latest;
    const quantity = own.reduce((sum, one) => sum.plus(one.quantity), new Decimal(0));
    return { from, until, quantity };
  });
}
