import {
  countRatio,
  type Day,
  formatDay,
  type Issue,
  type Ratio,
  refuseMistakes,
  showValue,
} from "../../core/index.js";
import type { PlanMovements } from "../../mrp/index.js";
import type { ReadLayer } from "./inventory-options.js";

/** A layer of a stocking point, counted. */
export interface CountedLayer {
  readonly quantity: number;
  readonly unitCost: Ratio;
  readonly date: Day | undefined;
}

/**
 * Gives each stocking point its layers, by day.
 *
 * @throws PlanningInputError for layers of no stocking point, or of a day after the planning start, and for quantities
 * that are too fine
 */
export function layersByPoint(
  movements: PlanMovements,
  layers: readonly ReadLayer[],
): ReadonlyMap<number, readonly CountedLayer[]> {
  const found = new Map<number, CountedLayer[]>();
  if (layers.length === 0) return found;
  const issues: Issue[] = [];
  const points = namedPoints(movements);
  for (const [n, layer] of layers.entries()) {
    const point = points.find(layer);
    const path = ["openingLayers", n];
    if (point === undefined) {
      const { item, site, segment } = layer;
      const place = `${showValue(item)}${site === undefined ? "" : ` at ${site}`}${segment === null ? "" : ` for ${segment}`}`;
      const message = `The layer is of ${place}, which the plan does not have. Name an item, a site and a segment of the plan.`;
      issues.push({ code: "unknownId", path: [...path, "item"], message });
      continue;
    }
    if (layer.date !== undefined && layer.date > movements.startDay) {
      const message = `The layer came on ${formatDay(layer.date)}, after the planning start (${formatDay(movements.startDay)}): it cannot be in stock by then. Correct the date.`;
      issues.push({ code: "outOfRange", path: [...path, "date"], message });
    }
    const decimals = movements.decimals(point);
    const quantity = countRatio(layer.quantity, decimals, "exact");
    if (typeof quantity === "string") {
      const message = `The quantity of the layer is finer than ${decimals} decimals, or too large. Give it as stock of the item is counted.`;
      issues.push({ code: quantity, path: [...path, "quantity"], message });
    } else {
      const counted = { quantity, unitCost: layer.unitCost, date: layer.date };
      const others = found.get(point);
      if (others === undefined) found.set(point, [counted]);
      else others.push(counted);
    }
  }
  refuseMistakes(issues);
  const dayOf = ({ date }: CountedLayer): number => date ?? Number.MIN_SAFE_INTEGER;
  for (const all of found.values()) all.sort((a, b) => dayOf(a) - dayOf(b));
  return found;
}

/** A stocking point as it is named. */
interface PointName {
  readonly item: string;
  /** `undefined`: the only one. */
  readonly site: string | undefined;
  readonly segment: string | null;
}

/** The number of a stocking point; `undefined` where the plan has none of the name. */
export function pointNamed(movements: PlanMovements, name: PointName): number | undefined {
  return namedPoints(movements).find(name);
}

function namedPoints(movements: PlanMovements): {
  readonly find: (name: PointName) => number | undefined;
} {
  const points = new Map<string, number>();
  const sites = new Set<string>();
  for (let n = 0; n < movements.pointCount; n++) {
    const { item, site, segment } = movements.point(n);
    points.set(JSON.stringify([item, site, segment]), n);
    sites.add(site);
  }
  const [onlySite] = sites.size === 1 ? sites : [];
  return {
    find: ({ item, site, segment }) =>
      points.get(JSON.stringify([item, site ?? onlySite, segment])),
  };
}
