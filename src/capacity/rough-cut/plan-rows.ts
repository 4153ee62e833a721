import { parseRatio, type Ratio } from "../../core/index.js";
import type { CapacityModel, PlanningInput } from "../../mrp/index.js";
import type { Routing } from "../../routing/index.js";
import { type Lag, workingLag } from "./lag.js";
import { PlaceMap } from "./place-map.js";

type Rows<Field extends keyof PlanningInput> = NonNullable<PlanningInput[Field]>;
type Row<Field extends keyof PlanningInput> = Rows<Field> extends readonly (infer R)[] ? R : never;

/** A row of `items` or `itemSites`, as far as both say the same. */
export type ParameterRow = Omit<Row<"itemSites">, "item" | "site">;
export type BillRow = Row<"boms">;
export type SourceRow = Row<"sources">;

const ONE: Ratio = { num: 1n, den: 1n };
const NONE: readonly never[] = [];

/** A ratio of an input that a plan was made from. */
export function exactOf(value: number | string): Ratio {
  return parseRatio(value)!;
}

/** The rows of a plan's input by item and site, as they hold on its first day. */
export class PlanRows {
  readonly day: string;
  readonly model: CapacityModel;
  /** How many sites there are. */
  readonly siteCount: number;
  readonly #items: ReadonlyMap<string, Row<"items">>;
  readonly #itemSites = new PlaceMap<Row<"itemSites">>();
  readonly #bills = new PlaceMap<BillRow[]>();
  readonly #sources = new PlaceMap<SourceRow[]>();
  readonly #routings = new PlaceMap<Row<"routings">[]>();
  readonly #compiled: ReadonlyMap<string, Routing>;
  readonly #onlySite: string;
  readonly #sites: ReadonlySet<string>;

  constructor(input: PlanningInput, model: CapacityModel) {
    this.day = input.startDate;
    this.model = model;
    this.#onlySite = input.sites?.[0]?.id ?? "main";
    this.#sites = new Set([this.#onlySite, ...(input.sites ?? []).map(({ id }) => id)]);
    this.siteCount = this.#sites.size;
    this.#items = new Map(input.items?.map((row) => [row.id, row]));
    for (const row of input.itemSites ?? []) this.#itemSites.set(row.item, this.siteOf(row), row);
    for (const row of input.boms ?? []) this.#listOf(this.#bills, row).push(row);
    for (const row of input.sources ?? []) this.#listOf(this.#sources, row).push(row);
    const named = new Set(input.sources?.map(({ routing }) => routing));
    for (const row of input.routings ?? []) {
      if (!named.has(row.id)) this.#listOf(this.#routings, row).push(row);
    }
    this.#compiled = new Map(model.routings.map((routing) => [routing.id, routing]));
  }

  /** Whether there is such an item. */
  hasItem(item: string): boolean {
    return this.#items.has(item);
  }

  /** Whether there is such a site. */
  hasSite(site: string): boolean {
    return this.#sites.has(site);
  }

  /** Items and sites with a bill, a source or a routing, in the order of the rows. */
  *places(): Iterable<readonly [item: string, site: string]> {
    const seen = new PlaceMap<true>();
    for (const rows of [this.#bills, this.#sources, this.#routings]) {
      for (const [item, site] of rows.places()) {
        if (seen.get(item, site) === undefined) yield [item, site];
        seen.set(item, site, true);
      }
    }
  }

  siteOf({ site }: { readonly site?: string | undefined }): string {
    return site ?? this.#onlySite;
  }

  isPhantom(item: string): boolean {
    return this.#items.get(item)?.phantom === true;
  }

  /** What the item says, and over it what it says at the site. */
  parameters(item: string, site: string): ParameterRow {
    const own = Object.entries(this.#itemSites.get(item, site) ?? {});
    const stated = Object.fromEntries(own.filter(([, value]) => value !== undefined));
    return { ...this.#items.get(item), ...stated } as ParameterRow;
  }

  /** How many stock units of an item a unit holds. */
  contains(item: string, unit: string | undefined): Ratio {
    const row = this.#items.get(item);
    if (unit === undefined || unit === row?.unit) return ONE;
    const found = row?.units?.find((other) => other.unit === unit);
    return found === undefined ? ONE : exactOf(found.contains);
  }

  /** The sources of the lowest rank that are valid. */
  sources(item: string, site: string): readonly SourceRow[] {
    const valid = (this.#sources.get(item, site) ?? NONE).filter((row) => this.holds(row));
    const lowest = Math.min(...valid.map(({ rank = 0 }) => rank));
    return valid.filter(({ rank = 0 }) => rank === lowest);
  }

  hasSources(item: string, site: string): boolean {
    return this.#sources.get(item, site) !== undefined;
  }

  /** The named version of a bill, else the one that is valid and begins last (B8). */
  bill(item: string, site: string, version: string | undefined): BillRow | undefined {
    const rows = this.#bills.get(item, site) ?? NONE;
    const meant = version === undefined ? rows : rows.filter((row) => row.version === version);
    return this.#latest(meant);
  }

  /** The named routing, else the one that is valid and begins last (K52). */
  routing(item: string, site: string, id: string | undefined): Routing | undefined {
    const named = id ?? this.#latest(this.#routings.get(item, site) ?? NONE)?.id;
    return named === undefined ? undefined : this.#compiled.get(named);
  }

  /** Whether a row is valid on the day. */
  holds(row: { readonly validFrom?: string | undefined; readonly validTo?: string | undefined }) {
    return (
      (row.validFrom ?? "") <= this.day && (row.validTo === undefined || this.day < row.validTo)
    );
  }

  /** A number of working days of a site. */
  workingDays(days: number, site: string): Lag {
    return workingLag(days, this.model.calendarOf(site));
  }

  #latest<
    R extends { readonly validFrom?: string | undefined; readonly validTo?: string | undefined },
  >(rows: readonly R[]): R | undefined {
    return rows
      .filter((row) => this.holds(row))
      .reduce<R | undefined>(
        (last, row) => ((last?.validFrom ?? "") > (row.validFrom ?? "") ? last : row),
        undefined,
      );
  }

  #listOf<R>(
    map: PlaceMap<R[]>,
    row: { readonly item: string; readonly site?: string | undefined },
  ): R[] {
    const site = this.siteOf(row);
    const found = map.get(row.item, site);
    if (found !== undefined) return found;
    const list: R[] = [];
    map.set(row.item, site, list);
    return list;
  }
}
