import {
  type BomRow,
  bomGraph,
  type CoProductRow,
  costRollUp,
  type ItemCost,
  type RolledUpCost,
} from "../../bom/index.js";
import { formatRatio } from "../../core/index.js";
import { type CostNetwork, keyOfLine, shareKey } from "./cost-network.js";
import type { OwnCost } from "./cost-way.js";

/** What a lead item with co-products is made of where its bill has no line. */
const NOTHING_AT_ALL = JSON.stringify(["nothing"]);

/** What all places stand below, nothing of each: so that those in no bill are rolled up too. */
const EVERYTHING = JSON.stringify(["everything"]);

/** Rolls costs up through all places; what is missing counts as 0, and the caller says that it is. */
export function rolledCosts(network: CostNetwork): ReadonlyMap<string, RolledUpCost> {
  const rows: BomRow[] = [];
  const coProducts: CoProductRow[] = [];
  const itemCosts = new Map<string, ItemCost>([[NOTHING_AT_ALL, {}]]);
  for (const [key, way] of network) {
    itemCosts.set(key, itemCost(way.own));
    rows.push({ parent: EVERYTHING, component: key, quantity: 0 });
    const coming = way.coProducts.filter(({ quantity }) => quantity.num > 0n);
    for (const { place, quantity } of way.lines) {
      rows.push({ parent: key, component: keyOfLine(place), quantity: formatRatio(quantity) });
    }
    if (coming.length > 0 && way.lines.length === 0) {
      rows.push({ parent: key, component: NOTHING_AT_ALL, quantity: 1 });
    }
    for (const { place, quantity, share, credit } of coming) {
      coProducts.push({
        parent: key,
        item: shareKey(key, place),
        quantity: formatRatio(quantity),
        ...(credit === undefined
          ? { costShare: share === undefined ? 0 : formatRatio(share) }
          : { credit: formatRatio(credit) }),
      });
    }
  }
  return costRollUp(bomGraph(rows), { itemCosts, coProducts });
}

function itemCost({ material, setup, run, subcontract }: OwnCost): ItemCost {
  return {
    material: formatRatio(material),
    setup: formatRatio(setup),
    costingLot: 1,
    run: formatRatio(run),
    rate: 1,
    subcontract: formatRatio(subcontract),
  };
}
