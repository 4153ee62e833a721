import { compareText, ONE } from "../../core/index.js";
import type { CostCoProduct } from "./bill-inputs.js";
import { type CostPlace, keyOfPlace, placeOfKey } from "./cost-rows.js";
import type { CostSetting } from "./cost-setting.js";
import { type CostWay, costWay, makingBesideStated } from "./cost-way.js";
import { loopsIn } from "./loops-in.js";
import type { MissingCostReason } from "./missing-cost.js";

/** What comes besides another item. */
interface BesideLead {
  readonly lead: string;
  readonly product: CostCoProduct;
}

/**
 * The ways of all places by key; lines lead from an item to what goes into it, without a loop. What making an
 * item costs that states its cost stands apart, by its {@link makingKey}.
 */
export type CostNetwork = ReadonlyMap<string, CostWay>;

/** The name of the share of a lead item's cost that a co-product bears. */
export function shareKey(lead: string, { item, site }: CostPlace): string {
  return JSON.stringify([item, site, lead]);
}

/** The name of what making an item costs that states its cost. */
function makingKey(key: string): string {
  const { item, site } = placeOfKey(key);
  return JSON.stringify([item, site, "making"]);
}

/** The places of a network, in the order of their names. */
export function placesOf(network: CostNetwork): readonly CostPlace[] {
  return [...network.keys()]
    .sort(compareText)
    .filter((key) => !isMaking(key))
    .map(placeOfKey);
}

function isMaking(key: string): boolean {
  return (JSON.parse(key) as readonly string[]).length === 3;
}

/**
 * Finds the way of every place, and of all that goes into it.
 *
 * @param planned - places of which no other row speaks, but a plan has them
 */
export function costNetwork(setting: CostSetting, planned: readonly CostPlace[]): CostNetwork {
  const ways = new Map<string, CostWay>();
  const places = [...setting.rows.places(), ...planned];
  const open = places.map(({ item, site }) => keyOfPlace(item, site));
  const beside = new Map<string, BesideLead[]>();
  const makings = new Map<string, CostWay>();
  const follow = (lead: string, { lines, coProducts }: CostWay): void => {
    for (const { place } of lines) open.push(keyOfPlace(place.item, place.site));
    for (const product of coProducts) {
      const other = keyOfPlace(product.place.item, product.place.site);
      open.push(other);
      const leads = beside.get(other) ?? [];
      beside.set(other, leads);
      leads.push({ lead, product });
    }
  };
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (ways.has(key)) continue;
    const place = placeOfKey(key);
    const way = costWay(setting, place);
    ways.set(key, way);
    follow(key, way);
    const making = makingBesideStated(setting, place, way);
    if (making === undefined) continue;
    makings.set(makingKey(key), making);
    follow(makingKey(key), making);
  }
  for (const [key, leads] of beside) {
    const way = ways.get(key)!;
    // What states a cost of its own, or how it is come by, needs no share.
    if (way.missing.length === 0) continue;
    const first = firstOf(leads);
    const making = makings.get(first.lead);
    if (making !== undefined) ways.set(first.lead, making);
    ways.set(key, wayBeside(way, first));
  }
  for (const key of loopsIn(besideToo(ways))) {
    const way = ways.get(key)!;
    const missing = [...way.missing, "loop"] as const;
    if (isMaking(key)) {
      ways.set(key, { ...way, lines: [], missing });
      continue;
    }
    ways.set(key, { ...way, lines: [], coProducts: [], missing });
    for (const { place } of way.coProducts) waitForLead(ways, key, place);
  }
  return ways;
}

/** Of a lead item in a loop there is no share: what comes with it waits for its whole cost, in vain. */
function waitForLead(ways: Map<string, CostWay>, lead: string, place: CostPlace): void {
  const key = keyOfPlace(place.item, place.site);
  const way = ways.get(key)!;
  const share = shareKey(lead, place);
  if (!way.lines.some((line) => keyOfLine(line.place) === share)) return;
  ways.set(key, { ...way, lines: [{ place: placeOfKey(lead), quantity: ONE }] });
}

/** Of several lead items the first by id; one with which nothing comes bears no cost of it. */
function firstOf(leads: readonly BesideLead[]): BesideLead {
  const comes = ({ product }: BesideLead): number => (product.quantity.num > 0n ? 0 : 1);
  const inTurn = (a: BesideLead, b: BesideLead): number =>
    comes(a) - comes(b) || compareText(a.lead, b.lead);
  const [first] = [...leads].sort(inTurn) as [BesideLead];
  return first;
}

/** Of what comes with a lead item. */
function wayBeside(way: CostWay, { product, lead }: BesideLead): CostWay {
  const isBorne = product.share !== undefined && product.quantity.num > 0n;
  const missing: MissingCostReason[] = isBorne ? [] : ["costShare"];
  const share = { item: shareKey(lead, product.place), site: "" };
  const lines = missing.length > 0 ? [] : [{ place: share, quantity: ONE }];
  return { ...way, origin: "coProduct", lines, coProducts: [], missing };
}

/** What each place waits for: a share of a lead item's cost for that item. */
function besideToo(ways: CostNetwork): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Array.from(ways, ([key, { lines }]) => [
      key,
      lines.map(({ place }) => (place.site === "" ? leadOf(place.item) : keyOfLine(place))),
    ]),
  );
}

/** The key of what a line leads to, also of a share. */
export function keyOfLine({ item, site }: CostPlace): string {
  return site === "" ? item : keyOfPlace(item, site);
}

/** The lead item of a share. */
export function leadOf(share: string): string {
  return (JSON.parse(share) as [string, string, string])[2];
}
