import type { Changes, Model, PlacedPoint } from "../compile/model.js";
import { joinedPriorities } from "../input/priorities.js";
import type {
  Attributes,
  DemandRows,
  ForecastLeft,
  PlacedRows,
  StockRows,
  SupplyDetail,
  SupplyRows,
} from "../input/problem.js";
import { lengthened } from "../pages/index.js";
import type { PlanningRow } from "../schema/planning-input.js";
import { FirstPlan, type GivenList } from "./first-plan.js";
import { CHANGED_LISTS, type PlanChanges } from "./plan-changes.js";

/** So many changed rows are kept of the smallest plan. */
const FEW = 1_000;

/** What plans share that were replanned from one another: rows to which each adds its own. */
export class Lineage {
  readonly first: FirstPlan;
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
    this.first = new FirstPlan(model);
    this.queueBits = new Int32Array((model.points.count >> 5) + 1);
    const { stock, supplies, demands } = model.problem;
    this.stock = stock;
    this.supplies = supplies;
    this.demands = demands;
    const { day, quantity, origin } = model.changes;
    this.changes = { count: day.length, day, quantity, origin };
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
    const { items, demands, supplies, stock } = this.first.problem;
    return this.changed > FEW + items.length + demands.count + supplies.count + stock.count;
  }

  /** Where a row stood in the input of the first plan; no number for rows that were added since. */
  placeInInput(list: GivenList, row: number): number {
    const isFirst = row < this.first.problem[list].count;
    return isFirst ? this.first.placeInInput(list, row) : Number.NaN;
  }

  /** A row as it came. */
  given<List extends GivenList>(list: List, row: number): PlanningRow<List> {
    const from = this.first.problem[list].count;
    if (row < from) return this.first.given(list, row);
    return this.moreGiven[list][row - from] as PlanningRow<List>;
  }

  /**
   * Adds rows of demands.
   *
   * @param given - the rows as they came
   * @returns the first of them, and the columns that hold those of all plans
   */
  addDemands(more: DemandRows, given: readonly unknown[]): Added<DemandRows> {
    const base = this.first.problem.demands;
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
    const priority = joinedPriorities(this.demands, more);
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
    const base = this.first.problem.supplies;
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
}

/** What is said of a demand that was added beyond its columns. */
type MoreDemand = {
  readonly id: string;
  readonly attributes: Attributes | undefined;
  readonly customer: string | undefined;
  readonly isForecast: boolean;
  readonly forecast: ForecastLeft | undefined;
};

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
