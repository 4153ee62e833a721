import type { CostElements } from "../../bom/index.js";
import { dayArgument, formatDay, formatRatio, parseRatio, readArgument } from "../../core/index.js";
import type { Plan, PlanningInput } from "../../mrp/index.js";
import type { CostPlace, CostRows } from "../standard-costs/cost-rows.js";
import type { StandardCostOptions, StandardCosts } from "../standard-costs/index.js";
import { costedPlaces, standardCostFields } from "../standard-costs/standard-costs.js";
import {
  COST_ELEMENTS,
  type FrozenCost,
  type FrozenElements,
  type FrozenUnit,
  type StandardVersion,
} from "./standard-version.js";

/** From when standards hold, and how they are found. */
export interface FreezeStandardsOptions extends StandardCostOptions {
  /** The first day on which they hold; bills, sources and rates are those of `asOf`, else of this day. */
  readonly effectiveFrom: string;
}

/**
 * Freezes standard costs: rolls them up as `standardCosts` does, and writes them down as plain data that
 * holds from a day on, whatever becomes of prices and bills afterwards.
 *
 * @param of - a plan, or the rows of one
 * @param options - the first day, and what `standardCosts` takes
 * @returns a version for {@link frozenStandards}: exact figures as texts, by item and site, also of what has
 * no cost, with why
 * @throws PlanningInputError with every mistake of the rows and options
 *
 * Source: rules B9, F; K82; APICS dictionary, "standard cost", "frozen standard".
 *
 * @example
 * ```ts
 * const version = freezeStandards(
 *   {
 *     startDate: "2026-01-05",
 *     currency: "EUR",
 *     items: [{ id: "cart" }, { id: "wheel", unitCost: 3 }],
 *     boms: [{ item: "cart", lines: [{ item: "wheel", quantity: 4 }] }],
 *   },
 *   { effectiveFrom: "2026-04-01" },
 * );
 * version.costs.map(({ item, cost }) => `${item} ${cost}`); // => ["cart 12", "wheel 3"]
 * ```
 */
export function freezeStandards(
  of: Plan | PlanningInput,
  options: FreezeStandardsOptions,
): StandardVersion {
  const { effectiveFrom, ...read } = readArgument(options, {
    effectiveFrom: dayArgument,
    ...standardCostFields,
  });
  const found = costedPlaces(of, { ...read, asOf: read.asOf ?? effectiveFrom });
  const { costs, rows } = found;
  const places = found.places();
  const items = [...new Set(places.map(({ item }) => item))];
  return Object.freeze({
    effectiveFrom: formatDay(effectiveFrom),
    currency: costs.currency,
    costs: Object.freeze(places.map((place) => frozenCost(costs, place))),
    units: Object.freeze(items.flatMap((item) => unitsOf(item, rows))),
    withoutRate: costs.withoutRate,
  });
}

function frozenCost(costs: StandardCosts, { item, site }: CostPlace): FrozenCost {
  const exact = costs.exactCost(item, site);
  const { elements, own, origin, costingLot, missingCosts } = costs.unitCost(item, site);
  const parts = {
    ...{ item, site, cost: exact === undefined ? null : formatRatio(exact) },
    ...(elements && { elements: frozenElements(elements) }),
    ...(own && { own: frozenElements(own) }),
    ...(origin && { origin }),
    costingLot: costingLot.toFixed(),
  };
  if (exact !== undefined) return Object.freeze(parts);
  const missing = Object.freeze([...new Set(missingCosts.map(({ reason }) => reason))]);
  return Object.freeze({ ...parts, missing });
}

function frozenElements(elements: CostElements): FrozenElements {
  const texts = COST_ELEMENTS.map((name) => [name, elements[name].ratio] as const);
  return Object.freeze(Object.fromEntries(texts.filter(([, text]) => text !== "0")));
}

function unitsOf(id: string, rows: CostRows): readonly FrozenUnit[] {
  const { unit, units = [] } = rows.item(id) ?? {};
  const own = unit === undefined ? [] : [{ unit, contains: "1" }];
  const others = units.map((one) => ({
    unit: one.unit,
    contains: formatRatio(parseRatio(one.contains)!),
  }));
  return [...own, ...others].map((one) => Object.freeze({ item: id, ...one }));
}
