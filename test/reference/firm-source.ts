/** The source by which an open supply is judged or exploded (K13, K45). */
import type { Source } from "./sources.js";
import { plainSource } from "./sources.js";
import type { OpenSupply, Points, StockingPoint } from "./stocking-points.js";
import type { OrderKind, SupplyRow } from "./types.js";

const KINDS: Readonly<Record<string, OrderKind>> = {
  production: "make",
  subcontract: "subcontract",
  transfer: "transfer",
  purchase: "buy",
};

export function kindOfSupply({ kind }: SupplyRow): OrderKind {
  const own = KINDS[kind];
  if (own === undefined) {
    throw new Error(`There is no supply of kind "${kind}".`);
  }
  return own;
}

/**
 * The source that a firm order names, else the first of its kind: for a transfer rather one from the
 * same site, for a subcontract order rather one of the same supplier.
 */
export function sourceNamedBy(sources: readonly Source[], row: SupplyRow): Source | undefined {
  const kind = kindOfSupply(row);
  const ofKind = sources.filter((source) => source.kind === kind);
  const isPartner = ({ supplier, from }: Source) =>
    kind === "subcontract"
      ? row.supplier !== undefined && supplier === row.supplier
      : from === row.from;
  return (
    sources.find((source) => row.source !== undefined && source.id === row.source) ??
    ofKind.find(isPartner) ??
    ofKind[0]
  );
}

/** Without a source that describes it, the item's own lead time counts. */
export function sourceOfFirm(points: Points, point: StockingPoint, supply: OpenSupply): Source {
  const { row } = supply;
  const kind = kindOfSupply(row);
  const { sources, item, site } = point.policy;
  const source = sourceNamedBy(sources, row) ?? plainSource(points.problem, item, site, kind);
  const from = row.from ?? source.from;
  // Whatever source it names, the order is of its own kind, and so is its calendar (T3).
  return { ...source, kind, ...(from === undefined ? {} : { from }) };
}
