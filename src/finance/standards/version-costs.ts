import type { CostElements } from "../../bom/index.js";
import {
  compareText,
  formatDay,
  formatRatio,
  ONE,
  type Ratio,
  ratioToDecimal,
} from "../../core/index.js";
import { checkCostPlace } from "../standard-costs/cost-place-argument.js";
import { keyOfPlace } from "../standard-costs/cost-rows.js";
import type { MissingCost, StandardCosts, UnitCost } from "../standard-costs/index.js";
import { missingCost } from "../standard-costs/missing-cost.js";
import { type ReadCost, type ReadElements, type ReadVersion, totalOf } from "./read-version.js";
import { COST_ELEMENTS } from "./standard-version.js";

const NOTHING: Ratio = { num: 0n, den: 1n };

/** The standards of a day: those of the last version that names an item. */
export class VersionCosts implements StandardCosts {
  readonly currency: string | null;
  readonly asOf: string;
  readonly withoutRate: readonly string[];
  readonly #costs = new Map<string, ReadCost>();
  readonly #units = new Map<string, Ratio>();
  /** By item, the sites at which it has a standard of its own. */
  readonly #sitesOf = new Map<string, Set<string>>();
  readonly #onlySite: string;

  /** @param versions - those that are in force, the latest last, at least one */
  constructor(versions: readonly ReadVersion[]) {
    const latest = versions.at(-1)!;
    this.currency = latest.currency;
    this.asOf = formatDay(latest.effectiveFrom);
    this.withoutRate = latest.withoutRate;
    const sites = new Set<string>();
    for (const { costs, units } of versions) {
      for (const row of costs) if (row.site === "") this.#forgetSites(row.item);
      for (const row of costs) {
        this.#costs.set(keyOfPlace(row.item, row.site), row);
        if (row.site === "") continue;
        sites.add(row.site);
        this.#sitesOf.set(row.item, (this.#sitesOf.get(row.item) ?? new Set()).add(row.site));
      }
      for (const { item, unit, contains } of units) {
        this.#units.set(JSON.stringify([item, unit]), contains);
      }
    }
    this.#onlySite = sites.size === 1 ? [...sites][0]! : "";
  }

  unitCost(item: string, given?: string): UnitCost {
    checkCostPlace(item, "site", given);
    const site = given ?? this.#onlySite;
    const row = this.#rowOf(item, site);
    const missing =
      row === undefined ? [missingCost(item, site, "standard")] : missingOf(row, site);
    const isKnown = row !== undefined && row.cost !== null;
    const elements = isKnown ? (row.elements ?? allMaterial(row.cost!)) : undefined;
    const own = row?.own ?? elements;
    return Object.freeze({
      ...{ item, site, origin: row === undefined ? null : (row.origin ?? "stated") },
      cost: isKnown ? ratioToDecimal(row.cost!) : null,
      currency: this.currency,
      elements: elements === undefined ? null : facesOf(elements),
      own: own === undefined ? null : facesOf(own),
      costingLot: ratioToDecimal(row?.costingLot ?? ONE),
      missing: Object.freeze(missing.map(({ text }) => text)),
      missingCosts: Object.freeze(missing),
    });
  }

  exactCost(item: string, site?: string): Ratio | undefined {
    checkCostPlace(item, "site", site);
    return this.#rowOf(item, site ?? this.#onlySite)?.cost ?? undefined;
  }

  stockUnits(item: string, unit: string | undefined): Ratio | undefined {
    checkCostPlace(item, "unit", unit);
    if (unit === undefined) return ONE;
    return this.#units.get(JSON.stringify([item, unit]));
  }

  get missing(): readonly MissingCost[] {
    const rows = [...this.#costs].sort(([a], [b]) => compareText(a, b));
    return Object.freeze(rows.flatMap(([, row]) => missingOf(row, row.site)));
  }

  /** A later standard of an item at every site ends those of single sites. */
  #forgetSites(item: string): void {
    for (const site of this.#sitesOf.get(item) ?? []) this.#costs.delete(keyOfPlace(item, site));
    this.#sitesOf.delete(item);
  }

  #rowOf(item: string, site: string): ReadCost | undefined {
    return this.#costs.get(keyOfPlace(item, site)) ?? this.#costs.get(keyOfPlace(item, ""));
  }
}

function missingOf(row: ReadCost, site: string): readonly MissingCost[] {
  if (row.cost !== null) return [];
  return row.missing.map((reason) => missingCost(row.item, site, reason));
}

function allMaterial(material: Ratio): ReadElements {
  const [setup, run, overhead, subcontract, credit] = Array.from({ length: 5 }, () => NOTHING);
  return { material, setup, run, overhead, subcontract, credit } as ReadElements;
}

function facesOf(elements: ReadElements): CostElements {
  const figures = COST_ELEMENTS.map((name) => [name, elements[name]] as const);
  const faces = [...figures, ["total", totalOf(elements)] as const].map(([name, exact]) => {
    return [name, Object.freeze({ amount: ratioToDecimal(exact), ratio: formatRatio(exact) })];
  });
  return Object.freeze(Object.fromEntries(faces)) as CostElements;
}
