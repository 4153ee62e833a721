/** The source by which an open supply is judged or exploded (K13, K45). */
import type { Source } from "./sources.js";
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
