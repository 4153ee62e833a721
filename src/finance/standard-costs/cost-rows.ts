import { type Day, ONE, parseDay, parseRatio, type Ratio } from "../../core/index.js";
import type { PlanningInput, PlanningRow } from "../../mrp/index.js";

/** The rows that costs are read from. */
export type ItemRow = PlanningRow<"items">;
export type SourceRow = PlanningRow<"sources">;
export type BomRowOfInput = PlanningRow<"boms">;
export type RoutingRow = PlanningRow<"routings">;
/** Planning parameters of an item at a site. */
export type ParameterRow = Omit<PlanningRow<"itemSites">, "item" | "site">;

/** The rows of an input by item and site, as far as costs ask for them. */
export class CostRows {
  /** The sites of the input. */
  readonly sites: readonly string[];
  readonly #input: PlanningInput;
  readonly #items: ReadonlyMap<string, ItemRow>;
  readonly #parameters: ReadonlyMap<string, ParameterRow>;
  /** Put together when they are first asked for: many who ask for parameters do not. */
  #sources: ReadonlyMap<string, readonly SourceRow[]> | undefined;
  #boms: ReadonlyMap<string, readonly BomRowOfInput[]> | undefined;
  #routings: ReadonlyMap<string, readonly RoutingRow[]> | undefined;

  constructor(input: PlanningInput) {
    const { items = [], itemSites = [] } = input;
    this.#input = input;
    const sites = (input.sites ?? []).map(({ id }) => id);
    this.sites = sites.length === 0 ? ["main"] : sites;
    this.#items = new Map(items.map((row) => [row.id, row]));
    this.#parameters = new Map(itemSites.map((row) => [this.#keyOf(row), row]));
  }

  /** The item; `undefined` where the input has none of the id. */
  item(id: string): ItemRow | undefined {
    return this.#items.get(id);
  }

  /** A planning parameter: that of the item at the site, else of the item. */
  parameter<Field extends keyof ParameterRow>(
    { item, site }: CostPlace,
    field: Field,
  ): ParameterRow[Field] {
    const own =
      this.#parameters.size === 0
        ? undefined
        : this.#parameters.get(keyOfPlace(item, site))?.[field];
    return own ?? (this.#items.get(item) as ParameterRow | undefined)?.[field];
  }

  sources({ item, site }: CostPlace): readonly SourceRow[] {
    return this.#allSources.get(keyOfPlace(item, site)) ?? [];
  }

  boms({ item, site }: CostPlace): readonly BomRowOfInput[] {
    return this.#allBoms.get(keyOfPlace(item, site)) ?? [];
  }

  routings({ item, site }: CostPlace): readonly RoutingRow[] {
    this.#routings ??= this.#grouped(this.#input.routings ?? []);
    return this.#routings.get(keyOfPlace(item, site)) ?? [];
  }

  get #allSources(): ReadonlyMap<string, readonly SourceRow[]> {
    this.#sources ??= this.#grouped(this.#input.sources ?? []);
    return this.#sources;
  }

  get #allBoms(): ReadonlyMap<string, readonly BomRowOfInput[]> {
    this.#boms ??= this.#grouped(this.#input.boms ?? []);
    return this.#boms;
  }

  /** Stock units in one of a unit; `undefined` where the item does not have it. */
  stockUnits(item: string, unit: string | undefined): Ratio | undefined {
    const row = this.#items.get(item);
    if (row === undefined) return undefined;
    if (unit === undefined || unit === row.unit) return ONE;
    return parseRatio(row.units?.find((one) => one.unit === unit)?.contains);
  }

  /** Every place of which a row of the input speaks, but for what is in no list at a site of several. */
  *places(): Iterable<CostPlace> {
    if (this.sites.length === 1) {
      for (const item of this.#items.keys()) yield { item, site: this.sites[0]! };
      return;
    }
    for (const list of [this.#parameters, this.#allSources, this.#allBoms]) {
      for (const key of list.keys()) yield placeOfKey(key);
    }
  }

  #grouped<Row extends { readonly item: string; readonly site?: string | undefined }>(
    rows: readonly Row[],
  ): ReadonlyMap<string, readonly Row[]> {
    const groups = new Map<string, Row[]>();
    for (const row of rows) {
      const key = this.#keyOf(row);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
    return groups;
  }

  #keyOf({ item, site }: { readonly item: string; readonly site?: string | undefined }): string {
    return keyOfPlace(item, site ?? this.sites[0]!);
  }
}

/** An item at a site. */
export interface CostPlace {
  readonly item: string;
  readonly site: string;
}

/** The name of a place: JSON text, so that no two are alike. */
export function keyOfPlace(item: string, site: string): string {
  return JSON.stringify([item, site]);
}

/** The place of a name. */
export function placeOfKey(key: string): CostPlace {
  const [item, site] = JSON.parse(key) as [string, string];
  return { item, site };
}

/** Whether a row is valid on a day: `validTo` is the first day on which it is not. */
export function isValidOn(
  row: { readonly validFrom?: string | undefined; readonly validTo?: string | undefined },
  day: Day,
): boolean {
  const from = row.validFrom === undefined ? Number.NEGATIVE_INFINITY : parseDay(row.validFrom)!;
  const to = row.validTo === undefined ? Number.POSITIVE_INFINITY : parseDay(row.validTo)!;
  return from <= day && day < to;
}

/** Of rows that are valid on a day the one that begins last. */
export function latestOn<
  Row extends { readonly validFrom?: string | undefined; readonly validTo?: string | undefined },
>(rows: readonly Row[], day: Day): Row | undefined {
  const begin = ({ validFrom }: Row): number =>
    validFrom === undefined ? Number.NEGATIVE_INFINITY : parseDay(validFrom)!;
  return rows
    .filter((row) => isValidOn(row, day))
    .reduce<Row | undefined>(
      (best, row) => (best === undefined || begin(row) > begin(best) ? row : best),
      undefined,
    );
}
