import { compareText, type Day, parseRatio } from "../../core/index.js";
import { type CostPlace, type CostRows, isValidOn, type SourceRow } from "./cost-rows.js";
import { costingLot } from "./costing-lot.js";

const KINDS = ["make", "transfer", "subcontract", "buy"] as const;

/** How an item is come by: its first source, or what holds where it states none. */
export interface FirstSource {
  readonly kind: SourceRow["kind"];
  /** `undefined`: the item states none. */
  readonly row: SourceRow | undefined;
}

/**
 * The first source of an item by N10: valid on the day and for its costing lot, of the lowest rank, then
 * make, transfer, subcontract, buy, then by supplier or site, then by id. Shares are not looked at.
 *
 * @returns `undefined` where it states sources and none is valid
 */
export function firstSource(rows: CostRows, place: CostPlace, day: Day): FirstSource | undefined {
  const sources = rows.sources(place);
  if (sources.length === 0) {
    // A phantom is never bought (B3): without a bill it lacks one.
    const isMade = rows.item(place.item)?.phantom === true || rows.boms(place).length > 0;
    return { kind: isMade ? "make" : "buy", row: undefined };
  }
  const [row] = sources
    .filter((source) => isValidOn(source, day) && takesLot(rows, place, source))
    .sort(inTurn);
  return row === undefined ? undefined : { kind: row.kind, row };
}

function takesLot(rows: CostRows, place: CostPlace, source: SourceRow): boolean {
  const { start } = costingLot(rows, place, source);
  const least = parseRatio(source.minQuantity);
  const most = parseRatio(source.maxQuantity);
  const isEnough = least === undefined || least.num * start.den <= start.num * least.den;
  return isEnough && (most === undefined || start.num * most.den <= most.num * start.den);
}

function inTurn(a: SourceRow, b: SourceRow): number {
  return (
    (a.rank ?? 0) - (b.rank ?? 0) ||
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    compareText(a.supplier ?? a.from ?? "", b.supplier ?? b.from ?? "") ||
    compareText(a.id ?? "", b.id ?? "")
  );
}
