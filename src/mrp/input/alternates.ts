import type { Context } from "./context.js";
import type { ReadBill } from "./draft-bills.js";
import { grouped } from "./grouped.js";
import { show } from "./issues.js";
import type { Source, SupplyRows } from "./problem.js";
import { tiedVersions } from "./tied-versions.js";

/**
 * B8: bills of one item that begin on the same day are alternates. They are told apart by the
 * sources and firm orders that name a version; where some order would have to choose by date between
 * them, they contradict each other.
 */
export function refuseTiedAlternates(
  context: Context,
  bills: readonly ReadBill[],
  sources: readonly Source[],
  supplies: SupplyRows,
): void {
  const placeOf = ({ item, site }: ReadBill): number => item * context.sites.length + site;
  const [seen, several] = [new Set<number>(), new Set<number>()];
  for (const bill of bills) {
    const place = placeOf(bill);
    if (seen.has(place)) several.add(place);
    else seen.add(place);
  }
  // Most items have one bill.
  if (several.size === 0) return;
  const alternates = bills.filter((bill) => several.has(placeOf(bill)));
  const byPlace = grouped(alternates, placeOf);
  let choosers: ((bill: ReadBill) => boolean) | undefined;
  for (const ofPlace of byPlace.values()) {
    const tied = tiedVersions(context.startDay, ofPlace);
    if (tied.length === 0) continue;
    choosers ??= chooseByDate(context, sources, supplies);
    for (const [bill, twin] of tied) {
      if (!choosers(bill)) continue;
      // Two of one name are a mistake of their own.
      if (bill.version !== undefined && bill.version === twin.version) continue;
      const { issues, input } = context;
      const dates = ["validFrom", "validTo"].map((field) => ["boms", bill.row, field]);
      if ([...dates, ["boms", twin.row, "validFrom"]].some((path) => issues.isInDoubt(path)))
        continue;
      const id = input.boms![bill.row]!.item;
      const message = `This bill of item ${show(id)} is valid from the same day as boms[${twin.row}], and nothing says which one to use. Give one of them another validFrom, or name the version in every source and firm order of the item.`;
      issues.add("contradiction", ["boms", bill.row], message, { item: id });
    }
  }
}

/** Whether some order of a bill's item and site takes the version by date. */
function chooseByDate(
  context: Context,
  sources: readonly Source[],
  supplies: SupplyRows,
): (bill: ReadBill) => boolean {
  const sourcesOf = grouped(sources, ({ item, site }) => item * context.sites.length + site);
  const firmRows = grouped(
    [...supplies.detail].filter(([row, { firm }]) => firm && supplies.kind(row) !== "transfer"),
    ([row]) => supplies.item[row]! * context.sites.length + supplies.site[row]!,
  );
  const takesByDate = (source: Source): boolean =>
    isMade(source) && source.bomVersion === undefined;
  return ({ item, site }) => {
    const place = item * context.sites.length + site;
    const given = sourcesOf.get(place) ?? [];
    if (context.items[item]!.phantom || given.length === 0 || given.some(takesByDate)) return true;
    // A firm order follows its version, else its source, else any of its kind (N1).
    return (firmRows.get(place) ?? []).some(([row, detail]) => {
      if (detail.bomVersion !== undefined || detail.source !== undefined) return false;
      const ofKind = supplies.kind(row) === "subcontract" ? "subcontract" : "make";
      return given.every(({ kind }) => kind !== ofKind);
    });
  };
}

/** Whether orders of a source follow a bill. */
function isMade({ kind }: Source): boolean {
  return kind === "make" || kind === "subcontract";
}
