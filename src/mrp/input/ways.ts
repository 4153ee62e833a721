import type { PlanningInput } from "../schema/planning-input.js";
import type { Path } from "./path.js";
import { ONLY_SITE } from "./places.js";

/** An item at a site, as the text that is its key. */
export type PlaceKey = string;

/** A row that says that something needs, brings or is followed by something else (B1). */
export interface Way {
  readonly from: PlaceKey;
  readonly to: PlaceKey;
  readonly path: Path;
  /** Whether it is neither a line of a bill nor a lane. */
  readonly isRelation: boolean;
}

type Place = readonly [item: string, site: string | undefined];

/** Every way from one item-site to another of rows of a right form. */
export function waysOf(input: PlanningInput): Way[] {
  const ways = new Ways(input);
  addBills(ways, input);
  addLanes(ways, input);
  addFollowUps(ways, input);
  addDriven(ways, input);
  return ways.found;
}

/** Ways that are found; those to items or sites that nothing defines are passed over. */
class Ways {
  readonly found: Way[] = [];
  readonly sites: readonly string[];
  readonly #items: ReadonlySet<string>;
  readonly #known: ReadonlySet<string>;

  constructor({ items, sites }: PlanningInput) {
    this.#items = new Set((items ?? []).map(({ id }) => id));
    const ids = (sites ?? []).map(({ id }) => id);
    this.sites = ids.length === 0 ? [ONLY_SITE] : ids;
    this.#known = new Set(this.sites);
  }

  add(from: Place, to: Place, path: Path, isRelation = false): void {
    this.addKeys(this.keyOf(from), this.keyOf(to), path, isRelation);
  }

  addKeys(
    parent: PlaceKey | undefined,
    component: PlaceKey | undefined,
    path: Path,
    isRelation: boolean,
  ): void {
    if (parent === undefined || component === undefined) return;
    this.found.push({ from: parent, to: component, path, isRelation });
  }

  keyOf([item, site]: Place): PlaceKey | undefined {
    const at = site ?? (this.sites.length === 1 ? this.sites[0]! : "");
    return this.#items.has(item) && this.#known.has(at) ? JSON.stringify([item, at]) : undefined;
  }
}

function addBills(ways: Ways, input: PlanningInput): void {
  const supplied = suppliedSites(ways, input);
  for (const [k, { item, site, lines, coProducts }] of (input.boms ?? []).entries()) {
    const drawnAt = [site, ...(supplied.get(ways.keyOf([item, site])) ?? [])];
    for (const [n, line] of lines.entries()) {
      for (const at of drawnAt) {
        ways.add([item, site], [line.item, at], ["boms", k, "lines", n, "item"]);
        for (const [m, substitute] of (line.substitutes ?? []).entries()) {
          // One that is the parent or the preferred item itself is a mistake of its own.
          if (substitute.item === item || substitute.item === line.item) continue;
          const path = ["boms", k, "lines", n, "substitutes", m, "item"];
          ways.add([line.item, at], [substitute.item, at], path, true);
        }
      }
    }
    for (const [n, coProduct] of (coProducts ?? []).entries()) {
      ways.add([item, site], [coProduct.item, site], ["boms", k, "coProducts", n, "item"], true);
    }
  }
}

/** K45: the sites at which subcontractors draw components of an item-site. */
function suppliedSites(
  ways: Ways,
  { sources, supplies }: PlanningInput,
): Map<PlaceKey | undefined, Set<string>> {
  const supplied = new Map<PlaceKey | undefined, Set<string>>();
  const firm = (supplies ?? []).filter((supply) => supply.firm);
  for (const { item, site, kind, from } of [...(sources ?? []), ...firm]) {
    if (kind !== "subcontract" || from === undefined) continue;
    const key = ways.keyOf([item, site]);
    supplied.set(key, (supplied.get(key) ?? new Set()).add(from));
  }
  return supplied;
}

function addLanes(ways: Ways, { sources, supplies }: PlanningInput): void {
  const addLane = (
    item: string,
    site: string | undefined,
    from: string | undefined,
    path: Path,
  ) => {
    // A lane from a site to itself is a mistake of its own.
    if (ways.keyOf([item, site]) === ways.keyOf([item, from])) return;
    ways.add([item, site], [item, from], path);
  };
  for (const [k, { item, site, kind, from, onlyFromStock }] of (sources ?? []).entries()) {
    // B1: a lane that ships from stock alone sets off nothing at the other site.
    if (kind === "transfer" && !onlyFromStock) addLane(item, site, from, ["sources", k, "from"]);
  }
  for (const [k, { item, site, kind, firm, from }] of (supplies ?? []).entries()) {
    if (kind === "transfer" && firm) addLane(item, site, from, ["supplies", k, "from"]);
  }
}

/** K40: from what may need a co-product, itself or in place of something else, to the lead item that it drives. */
function addDriven(ways: Ways, { boms }: PlanningInput): void {
  const found = ways.found.filter(({ path }) => path[2] !== "coProducts");
  for (const [k, { item, site, coProducts, drivenBy }] of (boms ?? []).entries()) {
    if (drivenBy !== "largestNeed") continue;
    const keys = new Set((coProducts ?? []).map((coProduct) => ways.keyOf([coProduct.item, site])));
    for (const { from, to } of found) {
      if (!keys.has(to)) continue;
      ways.addKeys(from, ways.keyOf([item, site]), ["boms", k, "drivenBy"], true);
    }
  }
}

/** K37: from an item to what follows it, at every site; a row for a site goes before the item's. */
function addFollowUps(ways: Ways, { items, itemSites }: PlanningInput): void {
  const own = new Set<PlaceKey | undefined>();
  for (const [k, { item, site, discontinued }] of (itemSites ?? []).entries()) {
    if (discontinued === undefined) continue;
    own.add(ways.keyOf([item, site]));
    const path = ["itemSites", k, "discontinued", "followUp"];
    if (discontinued.followUp !== undefined) {
      ways.add([item, site], [discontinued.followUp, site], path, true);
    }
  }
  for (const [k, { id, discontinued }] of (items ?? []).entries()) {
    if (discontinued?.followUp === undefined) continue;
    const path = ["items", k, "discontinued", "followUp"];
    for (const site of ways.sites) {
      if (own.has(ways.keyOf([id, site]))) continue;
      ways.add([id, site], [discontinued.followUp, site], path, true);
    }
  }
}
