import { type CompressedRows, compressedRows } from "../../bom/index.js";
import { compareText } from "../../core/index.js";
import type { Changes, Model, PlacedPoint, PointDetail, RowsOfPoint } from "../compile/model.js";
import { grouped } from "../input/grouped.js";
import type {
  Attributes,
  BulkRows,
  Consumption,
  DemandRows,
  ForecastLeft,
  MoreRows,
  PlacedRows,
  Problem,
  StockRows,
  SupplyDetail,
  SupplyRows,
} from "../input/problem.js";
import { lengthened, type PagedMap } from "../pages/index.js";
import type { PlanningRow } from "../schema/planning-input.js";
import { rowOfColumns } from "./columns-as-rows.js";
import { CHANGED_LISTS, type PlanChanges } from "./plan-changes.js";
import type { ParameterList } from "./plan-parameters.js";
import { rowKey } from "./row-key.js";

/** So many changed rows are kept of the smallest plan. */
const FEW = 1_000;

/**
 * What plans share that were replanned from one another: rows to which each adds its own, and ways
 * from ids and stocking points to rows. Everything is made when the first plan asks for it.
 */
export class Lineage {
  private readonly model: Model;
  private readonly made = new Map<string, unknown>();
  private stock: StockRows;
  private supplies: SupplyRows;
  private demands: DemandRows;
  private changes: ChangeColumns;
  /** Of demands and supplies that were added, in their order. */
  private readonly moreDemands: MoreDemand[] = [];
  private readonly moreSupplies: { id: string; kind: ReturnType<SupplyRows["kind"]> }[] = [];
  /** Rows that were added, as they came. */
  private readonly moreGiven: { readonly [List in GivenList]: unknown[] } = {
    stock: [],
    supplies: [],
    demands: [],
  };

  /** How many rows plans have said otherwise than the first one. */
  private changed = 0;

  /** A bit for each stocking point, all 0 but while a plan is made. */
  readonly queueBits: Int32Array;

  constructor(model: Model) {
    this.model = model;
    this.queueBits = new Int32Array((model.points.count >> 5) + 1);
    const { stock, supplies, demands } = model.problem;
    this.stock = stock;
    this.supplies = supplies;
    this.demands = demands;
    const { day, quantity, origin } = model.changes;
    this.changes = { count: day.length, day, quantity, origin };
  }

  /** The problem of the first plan. */
  get problem(): Problem {
    return this.model.problem;
  }

  /** Counts what a plan says otherwise than the one before it. */
  noteChanges(changes: PlanChanges): void {
    this.changed += changes.bookings?.length ?? 0;
    for (const list of CHANGED_LISTS) {
      const { put = [], change = [], remove = [] } = changes[list] ?? {};
      this.changed += put.length + change.length + remove.length;
    }
  }

  /** Whether rows that were said otherwise outnumber those of the first plan: a full run is cheap beside them. */
  get isWorn(): boolean {
    const { items, demands, supplies, stock } = this.model.problem;
    return this.changed > FEW + items.length + demands.count + supplies.count + stock.count;
  }

  /** The rows of a stocking point as they were at first. */
  rowsOf(point: number): RowsOfPoint {
    return this.model.rowsOf(point);
  }

  detail(point: number): PointDetail {
    return this.model.detail(point);
  }

  /** The stocking points whose needs or co-products follow from the orders of a point. */
  below(point: number): Int32Array {
    const { links, coProducts, points } = this.model;
    const { start, row } = this.once("below", () => {
      const more = [...coProducts].flatMap(([component, group]) =>
        group.map(({ parent }) => [parent, component] as const),
      );
      const count = links.parent.length;
      const parents = new Int32Array(count + more.length);
      parents.set(links.parent);
      const components = new Int32Array(count + more.length);
      for (let component = 0; component < points.count; component++) {
        components.fill(component, links.start[component]!, links.start[component + 1]!);
      }
      for (const [k, [parent, component]] of more.entries()) {
        parents[count + k] = parent;
        components[count + k] = component;
      }
      const { start, row } = compressedRows(points.count, parents);
      return { start, row: row.map((k) => components[k]!) };
    }) as CompressedRows;
    return row.subarray(start[point]!, start[point + 1]!);
  }

  /** The place of a demand among those that were given at first. */
  demandPlace(id: string): number | undefined {
    const { demands } = this.model.problem;
    const rows = this.once("demandPlace", () => {
      const found = new Map<string, number>();
      for (let place = 0; place < demands.given; place++) {
        found.set(demands.id(demands.rowAt(place)), place);
      }
      return found;
    }) as Map<string, number>;
    return rows.get(id);
  }

  supplyRow(id: string): number | undefined {
    const { supplies } = this.model.problem;
    const rows = this.once("supplyRow", () => {
      const found = new Map<string, number>();
      for (let row = 0; row < supplies.count; row++) found.set(supplies.id(row), row);
      return found;
    }) as Map<string, number>;
    return rows.get(id);
  }

  /** The rows of stock with a key, as they were at first. */
  stockRows(key: string, site: string): readonly number[] | undefined {
    const { input, columns } = this.model.problem;
    const rows = this.once("stock by key", () => {
      const found = new Map<string, number[]>();
      const count = columns?.stock?.item.length ?? (input.stock ?? []).length;
      for (let row = 0; row < count; row++) {
        const of = rowKey("stock", this.given("stock", row), site);
        const there = found.get(of);
        if (there === undefined) found.set(of, [row]);
        else there.push(row);
      }
      return found;
    });
    return rows.get(key);
  }

  /** Whether the input says where the horizon ends; else its rows do (N12). */
  get horizonIsGiven(): boolean {
    return this.model.problem.input.horizonEnd !== undefined;
  }

  /** The number of the only row of master data with a key. */
  masterRow(list: ParameterList, key: string, site: string): number | undefined {
    const { input, itemOf } = this.model.problem;
    if (list === "items") return itemOf.get(key);
    const rows = this.once(`${list} by key`, () =>
      grouped((input[list] ?? []).keys(), (row) => rowKey(list, input[list]![row], site)),
    );
    const found = rows.get(key);
    return found?.length === 1 ? found[0] : undefined;
  }

  /** Reads further bulk rows by parameters that may be others. */
  readMore(rows: BulkRows, parameters: Problem["parameters"]): MoreRows | undefined {
    return this.model.problem.readMore(rows, parameters);
  }

  /** Whether orders took anything of forecast at a stocking point at first. */
  hasConsumptions(point: number): boolean {
    return this.consumptionsByPoint().has(point);
  }

  /** What orders took of forecast at first, with what is otherwise at some points, by item, site and segment. */
  consumptionsWith(others: PagedMap<readonly Consumption[]>): readonly Consumption[] {
    const all = new Map(this.consumptionsByPoint());
    for (const [point, consumptions] of others.entries()) all.set(point, consumptions);
    const { points, problem } = this.model;
    const segment = (point: number) => problem.segments[points.segment[point]!] ?? "";
    return [...all]
      .sort(
        ([a], [b]) =>
          compareText(problem.items[points.item[a]!]!.id, problem.items[points.item[b]!]!.id) ||
          compareText(problem.sites[points.site[a]!]!.id, problem.sites[points.site[b]!]!.id) ||
          compareText(segment(a), segment(b)),
      )
      .flatMap(([, consumptions]) => consumptions);
  }

  private consumptionsByPoint(): ReadonlyMap<number, readonly Consumption[]> {
    return this.once("consumptions", () => {
      const { points, problem } = this.model;
      const { demands } = problem;
      const found = new Map<number, Consumption[]>();
      for (const one of demands.consumptions) {
        const row = one.forecast;
        const point = points.find(demands.item[row]!, demands.site[row]!, demands.segment[row]!);
        const there = found.get(point);
        if (there === undefined) found.set(point, [one]);
        else there.push(one);
      }
      return found;
    });
  }

  /** Where a row stood in the input of the first plan; no number for rows that were added since. */
  placeInInput(list: GivenList, row: number): number {
    const { problem } = this.model;
    if (row >= problem[list].count) return Number.NaN;
    return list === "demands" ? problem.demands.placeInInput(row) : row;
  }

  /** A row as it came. */
  given<List extends GivenList>(list: List, row: number): PlanningRow<List> {
    const { input, columns } = this.model.problem;
    const from = this.model.problem[list].count;
    if (row >= from) return this.moreGiven[list][row - from] as PlanningRow<List>;
    if (columns?.[list] !== undefined) {
      return rowOfColumns(this.model.problem, list, columns, row);
    }
    return input[list]![this.placeInInput(list, row)] as PlanningRow<List>;
  }

  /**
   * Adds rows of demands.
   *
   * @param given - the rows as they came
   * @returns the first of them, and the columns that hold those of all plans
   */
  addDemands(more: DemandRows, given: readonly unknown[]): Added<DemandRows> {
    const base = this.model.problem.demands;
    const first = this.demands.count;
    for (let row = 0; row < more.count; row++) {
      this.moreGiven.demands.push(given[row]);
      this.moreDemands.push({
        id: more.id(row),
        attributes: more.attributes(row),
        customer: more.customer(row),
        isForecast: more.isForecast(row),
        forecast: more.forecast(row),
      });
    }
    const priority = lengthened(this.demands.priority, first + more.count);
    priority.set(more.priority, first);
    const from = base.count;
    const later = (row: number): MoreDemand => this.moreDemands[row - from]!;
    this.demands = {
      ...this.demands,
      ...added(this.demands, more),
      priority,
      id: (row) => (row < from ? base.id(row) : later(row).id),
      attributes: (row) => (row < from ? base.attributes(row) : later(row).attributes),
      customer: (row) => (row < from ? base.customer(row) : later(row).customer),
      isForecast: (row) => (row < from ? base.isForecast(row) : later(row).isForecast),
      forecast: (row) => (row < from ? base.forecast(row) : later(row).forecast),
    };
    return { first, rows: this.demands };
  }

  addSupplies(more: SupplyRows, given: readonly unknown[]): Added<SupplyRows> {
    for (const row of given) this.moreGiven.supplies.push(row);
    const base = this.model.problem.supplies;
    const first = this.supplies.count;
    // Rows are added only, so plans that do not have them never ask for what they say.
    const detail = base.detail as Map<number, SupplyDetail>;
    for (let row = 0; row < more.count; row++) {
      this.moreSupplies.push({ id: more.id(row), kind: more.kind(row) });
      const said = more.detail.get(row);
      if (said !== undefined) detail.set(first + row, said);
    }
    const frozen = lengthened(this.supplies.frozen, first + more.count);
    const expires = lengthened(this.supplies.expires, first + more.count);
    frozen.set(more.frozen, first);
    expires.set(more.expires, first);
    const from = base.count;
    const later = this.moreSupplies;
    this.supplies = {
      ...this.supplies,
      ...added(this.supplies, more),
      frozen,
      expires,
      id: (row) => (row < from ? base.id(row) : later[row - from]!.id),
      kind: (row) => (row < from ? base.kind(row) : later[row - from]!.kind),
    };
    return { first, rows: this.supplies };
  }

  addStock(more: StockRows, given: readonly unknown[]): Added<StockRows> {
    for (const row of given) this.moreGiven.stock.push(row);
    const first = this.stock.count;
    const expires = lengthened(this.stock.expires, first + more.count);
    expires.set(more.expires, first);
    this.stock = { ...added(this.stock, more), expires };
    return { first, rows: this.stock };
  }

  /** Adds changes of stock; the first of them, and the columns that hold those of all plans. */
  addChanges(more: PlacedPoint["changes"]): Added<ChangeColumns> {
    const { count: first } = this.changes;
    const count = first + more.length;
    const day = lengthened(this.changes.day, count);
    const quantity = lengthened(this.changes.quantity, count);
    const origin = lengthened(this.changes.origin, count);
    for (const [k, change] of more.entries()) {
      day[first + k] = change.day;
      quantity[first + k] = change.quantity;
      origin[first + k] = change.origin;
    }
    this.changes = { count, day, quantity, origin };
    return { first, rows: this.changes };
  }

  private once<Value>(name: string, make: () => Value): Value {
    if (!this.made.has(name)) this.made.set(name, make());
    return this.made.get(name) as Value;
  }
}

/** What is said of a demand that was added beyond its columns. */
type MoreDemand = {
  readonly id: string;
  readonly attributes: Attributes | undefined;
  readonly customer: string | undefined;
  readonly isForecast: boolean;
  readonly forecast: ForecastLeft | undefined;
};

type GivenList = "stock" | "supplies" | "demands";

/** What was added to the rows of all plans. */
interface Added<Rows> {
  /** The first row that was added. */
  readonly first: number;
  readonly rows: Rows;
}

interface ChangeColumns extends Omit<Changes, "rows"> {
  readonly count: number;
}

/** The columns of rows with more rows behind them. */
function added(rows: PlacedRows, more: PlacedRows): PlacedRows {
  const count = rows.count + more.count;
  const days = (name: "item" | "site" | "segment" | "day"): Int32Array => {
    const column = lengthened(rows[name], count);
    column.set(more[name], rows.count);
    return column;
  };
  const quantity = lengthened(rows.quantity, count);
  quantity.set(more.quantity, rows.count);
  return {
    count,
    item: days("item"),
    site: days("site"),
    segment: days("segment"),
    day: days("day"),
    quantity,
  };
}
