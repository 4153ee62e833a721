import {
  addRatios,
  ceilDivide,
  divideRatios,
  multiplyRatios,
  ONE,
  parseDay,
  type Ratio,
} from "../../core/index.js";
import { type Routing, routingLeadTime, timedOperations } from "../../routing/index.js";
import { type CostingLot, costingLot } from "./costing-lot.js";
import { addLags, calendarLag, type Lag, NO_LAG } from "./lag.js";
import { type BillRow, exactOf, type PlanRows, type SourceRow } from "./plan-rows.js";

const ZERO: Ratio = { num: 0n, den: 1n };

/** What an item at a site takes from another. */
export interface ComponentUse {
  readonly item: string;
  readonly site: string;
  /** For each good unit. */
  readonly quantity: Ratio;
  /** For each order. */
  readonly fixed: Ratio;
  /** What part of the orders of the item goes this way. */
  readonly share: Ratio;
  /** From the day on which this is needed to that on which the item is there. */
  readonly lag: Lag;
}

/** How an item is made at a site: the hours of its own orders, and what they take. */
export interface MadeItem {
  readonly item: string;
  readonly site: string;
  /** A phantom has no orders of its own. */
  readonly isPhantom: boolean;
  /** Whether its orders are more than purchases: there is a bill, a routing or a transfer. */
  readonly isMade: boolean;
  readonly lot: CostingLot;
  /** Standard hours for a good unit, by work centre. */
  readonly hours: ReadonlyMap<string, Ratio>;
  readonly uses: readonly ComponentUse[];
}

/** A way by which an item comes, and what part of it. */
interface Way {
  readonly kind: SourceRow["kind"];
  readonly share: Ratio;
  readonly source: SourceRow | undefined;
}

/** Reads how an item is made on the day of the rows (K58). */
export function madeItem(
  rows: PlanRows,
  item: string,
  site: string,
  givenLot: Ratio | undefined,
): MadeItem {
  const isPhantom = rows.isPhantom(item);
  const lot = isPhantom
    ? ({ quantity: ONE, origin: "one" } as const)
    : costingLot(rows, item, site, givenLot);
  const hours = new Map<string, Ratio>();
  const uses: ComponentUse[] = [];
  let isMade = false;
  for (const way of waysOf(rows, item, site)) {
    const { kind, share, source } = way;
    const isMake = kind === "make" && !isPhantom;
    const routing = isMake ? rows.routing(item, site, source?.routing) : undefined;
    const bill =
      kind === "make" || kind === "subcontract"
        ? rows.bill(item, site, source?.bomVersion)
        : undefined;
    isMade ||= !isPhantom && (routing !== undefined || bill !== undefined || kind === "transfer");
    const start = divideRatios(lot.quantity, exactOf(rows.parameters(item, site).yield ?? 1));
    if (routing !== undefined) addHours(hours, routing, start, divideRatios(share, lot.quantity));
    const lag = isPhantom ? NO_LAG : lagOf(rows, item, site, way, routing, lot, start);
    if (kind === "transfer" && source?.from !== undefined) {
      const from = source.from;
      const needed = addLags(lag, safetyTime(rows, item, from));
      uses.push({ item, site: from, quantity: share, fixed: ZERO, share, lag: needed });
    }
    if (bill !== undefined) uses.push(...usesOf(rows, bill, site, share, lag));
  }
  return { item, site, isPhantom, isMade, lot, hours, uses };
}

/** The sources of an item, or the one that it has without a row (N10). */
function waysOf(rows: PlanRows, item: string, site: string): Way[] {
  if (!rows.hasSources(item, site)) {
    // Of several versions one may hold, and none.
    const kind = rows.bill(item, site, undefined) === undefined ? "buy" : "make";
    return [{ kind, share: ONE, source: undefined }];
  }
  const sources = rows.sources(item, site);
  const shares = sources.map(({ share }) => (share === undefined ? undefined : exactOf(share)));
  const sum = shares.reduce<Ratio>((all, share) => addRatios(all, share ?? ZERO), ZERO);
  if (sum.num === 0n) {
    // Without a quota the first of a rank is taken.
    return sources.slice(0, 1).map((source) => ({ kind: source.kind, share: ONE, source }));
  }
  return sources.map((source, n) => ({
    kind: source.kind,
    share: divideRatios(shares[n] ?? ZERO, sum),
    source,
  }));
}

/** The hours of an order of the lot, spread over its good units. */
function addHours(hours: Map<string, Ratio>, routing: Routing, start: Ratio, part: Ratio): void {
  for (const { workCenter, load } of timedOperations(routing, start)) {
    if (workCenter === undefined) continue;
    const { id } = workCenter;
    hours.set(id, addRatios(hours.get(id) ?? ZERO, multiplyRatios(load, part)));
  }
}

function usesOf(
  rows: PlanRows,
  bill: BillRow,
  site: string,
  share: Ratio,
  lag: Lag,
): ComponentUse[] {
  const started = divideRatios(share, exactOf(rows.parameters(bill.item, site).yield ?? 1));
  const output = multiplyRatios(
    exactOf(bill.output ?? 1),
    rows.contains(bill.item, bill.outputUnit),
  );
  return bill.lines
    .filter((line) => rows.holds(line))
    .map((line) => {
      const net = multiplyRatios(exactOf(line.quantity), rows.contains(line.item, line.unit));
      const gross = multiplyRatios(net, addRatios(ONE, exactOf(line.scrap ?? 0)));
      const offset = rows.workingDays(-(line.offset ?? 0), site);
      const isFixed = line.fixed === true;
      return {
        item: line.item,
        site,
        quantity: isFixed ? ZERO : multiplyRatios(started, divideRatios(gross, output)),
        fixed: isFixed ? multiplyRatios(gross, share) : ZERO,
        share,
        lag: addLags(addLags(lag, offset), safetyTime(rows, line.item, site)),
      };
    });
}

/** How long an order takes, with what is kept for receiving it. */
function lagOf(
  rows: PlanRows,
  item: string,
  site: string,
  { kind, source }: Way,
  routing: Routing | undefined,
  lot: CostingLot,
  start: Ratio,
): Lag {
  const parameters = rows.parameters(item, site);
  const stated = source?.leadTimeBasis ?? parameters.leadTimeBasis;
  const usual = kind === "make" ? "working" : "calendar";
  const isByRouting = stated === "routing" && kind === "make" && routing !== undefined;
  const fixed = isByRouting
    ? routingLeadTime(routing, start, parseDay(rows.day)!).exactDays
    : { num: BigInt(source?.leadTime ?? parameters.leadTime ?? 0), den: 1n };
  const perUnit = multiplyRatios(exactOf(parameters.leadTimePerUnit ?? 0), lot.quantity);
  const exact = addRatios(fixed, perUnit);
  const days = Number(ceilDivide(exact.num, exact.den));
  const isWorking = stated === "routing" ? kind === "make" : (stated ?? usual) === "working";
  const lead = isWorking ? rows.workingDays(days, site) : calendarLag(days);
  return addLags(lead, rows.workingDays(parameters.receivingTime ?? 0, site));
}

/** An item is netted so much earlier than it is needed (T6). */
function safetyTime(rows: PlanRows, item: string, site: string): Lag {
  return rows.workingDays(rows.parameters(item, site).safetyTime ?? 0, site);
}
