import { parseRatio } from "../../core/index.js";
import type { Context } from "./context.js";
import type { ReadBill } from "./draft-bills.js";
import { grouped } from "./grouped.js";
import { show } from "./issues.js";
import type { ItemSiteParameters } from "./item-sites.js";
import type { Path } from "./path.js";
import { ALWAYS, NEVER } from "./problem.js";
import type { ReadSource } from "./twin-sources.js";

/** What decides whether the co-products of a bill may drive its orders. */
interface Neighbours {
  readonly bills: readonly ReadBill[];
  readonly sources: readonly ReadSource[];
  readonly parameters: ItemSiteParameters;
}

/**
 * K40: co-products drive orders only where each order of the item brings them: with one bill and one make
 * that hold on all days, for an item that is netted by level of stock.
 */
export function refuseUnfitDrivers(context: Context, neighbours: Neighbours): void {
  const driven = neighbours.bills.filter(
    ({ row }) => context.input.boms![row]!.drivenBy === "largestNeed",
  );
  if (driven.length === 0) return;
  const placeOf = ({ item, site }: { readonly item: number; readonly site: number }): number =>
    item * context.sites.length + site;
  const billsAt = grouped(neighbours.bills, placeOf);
  const sourcesAt = grouped(neighbours.sources, placeOf);
  for (const bill of driven) {
    const path = ["boms", bill.row, "drivenBy"];
    const sources = sourcesAt.get(placeOf(bill)) ?? [];
    const reasons = [
      withoutCoProducts(context, bill),
      ofPhantom(context, bill),
      besideOthers(billsAt.get(placeOf(bill))!.length),
      ofDatedBill(context, bill),
      ofSources(context, sources),
      ofMethod(context, bill, neighbours.parameters),
    ];
    for (const reason of reasons) {
      if (reason === undefined) continue;
      const item = context.items[bill.item]!.id;
      const message = `The drivenBy ("largestNeed") of this bill of item ${show(item)} contradicts ${reason}.`;
      context.issues.add("contradiction", path, message, { item });
    }
  }
}

type Reason = string | undefined;

function withoutCoProducts({ input, issues }: Context, { row }: ReadBill): Reason {
  if (issues.isInDoubt(["boms", row, "coProducts"])) return undefined;
  const rows = input.boms![row]!.coProducts ?? [];
  if (rows.some(({ quantity }) => parseRatio(quantity)?.num !== 0n)) return undefined;
  return "that its orders bring no co-products. Name some, or leave drivenBy out";
}

function ofPhantom({ items }: Context, { item }: ReadBill): Reason {
  if (!items[item]!.phantom) return undefined;
  return "that the item is a phantom, which has no orders. Leave drivenBy out, or make the item no phantom";
}

function besideOthers(bills: number): Reason {
  if (bills === 1) return undefined;
  return "that the item has another bill there. Keep one, or leave drivenBy out";
}

function ofDatedBill({ issues }: Context, { row, validFrom, validTo }: ReadBill): Reason {
  const dates: Path[] = [
    ["boms", row, "validFrom"],
    ["boms", row, "validTo"],
  ];
  if (dates.some((path) => issues.isInDoubt(path))) return undefined;
  if (validFrom === ALWAYS && validTo === NEVER) return undefined;
  return "that the bill is not valid on all days. Leave its validity or drivenBy out";
}

function ofSources({ issues }: Context, sources: readonly ReadSource[]): Reason {
  if (sources.some(({ row }) => issues.isInDoubt(["sources", row]))) return undefined;
  const isFit = ({ kind, validFrom, validTo }: ReadSource): boolean =>
    kind === "make" && validFrom === ALWAYS && validTo === NEVER;
  if (sources.length <= 1 && sources.every(isFit)) return undefined;
  return "the sources of the item: it must be one make that is valid on all days. Correct them, or leave drivenBy out";
}

function ofMethod({ issues }: Context, { item, site }: ReadBill, of: ItemSiteParameters): Reason {
  if (issues.isInDoubt(of.rowAt(item, site).pathOf("method"))) return undefined;
  const { method } = of.at(item, site);
  if (method === "mrp" || method === "minMax") return undefined;
  return `that the item is planned by the method ${show(method)}. Choose "mrp" or "minMax", or leave drivenBy out`;
}
