import { compressedRows } from "../../bom/index.js";
import type { Model, PointDetail, RowsOfPoint } from "../compile/model.js";
import { grouped } from "../input/grouped.js";
import type { BulkRows, Consumption, MoreRows, Problem } from "../input/problem.js";
import type { PagedMap } from "../pages/index.js";
import type { PlanningRow } from "../schema/planning-input.js";
import { inOrderOfPlaces } from "../sweep/needs.js";
import { rowOfColumns } from "./columns-as-rows.js";
import type { ParameterList } from "./plan-parameters.js";
import { rowKey } from "./row-key.js";

/** Lists of rows that plans add to. */
export type GivenList = "stock" | "supplies" | "demands";

/**
 * The plan from which others are replanned: ways from ids and stocking points to its rows, each made
 * when it is asked for first.
 */
export class FirstPlan {
  private readonly model: Model;
  private readonly made = new Map<string, unknown>();

  constructor(model: Model) {
    this.model = model;
  }

  get problem(): Problem {
    return this.model.problem;
  }

  /** The rows of a stocking point. */
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
    });
    return row.subarray(start[point]!, start[point + 1]!);
  }

  /** The place of a demand among those that were given at first. */
  demandPlace(id: string): number | undefined {
    const { demands } = this.problem;
    const rows = this.once("demandPlace", () => {
      const found = new Map<string, number>();
      for (let place = 0; place < demands.given; place++) {
        found.set(demands.id(demands.rowAt(place)), place);
      }
      return found;
    });
    return rows.get(id);
  }

  supplyRow(id: string): number | undefined {
    const { supplies } = this.problem;
    const rows = this.once("supplyRow", () => {
      const found = new Map<string, number>();
      for (let row = 0; row < supplies.count; row++) found.set(supplies.id(row), row);
      return found;
    });
    return rows.get(id);
  }

  /** The rows of stock with a key. */
  stockRows(key: string, site: string): readonly number[] | undefined {
    const { input, columns } = this.problem;
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
    return this.problem.input.horizonEnd !== undefined;
  }

  /** The number of the only row of master data with a key. */
  masterRow(list: ParameterList, key: string, site: string): number | undefined {
    const { input, itemOf } = this.problem;
    if (list === "items") return itemOf.get(key);
    const rows = this.once(`${list} by key`, () =>
      grouped((input[list] ?? []).keys(), (row) => rowKey(list, input[list]![row], site)),
    );
    const found = rows.get(key);
    return found?.length === 1 ? found[0] : undefined;
  }

  /** Reads further bulk rows by parameters that may be others. */
  readMore(rows: BulkRows, parameters: Problem["parameters"]): MoreRows | undefined {
    return this.problem.readMore(rows, parameters);
  }

  /** Whether orders took anything of forecast at a stocking point at first. */
  hasConsumptions(point: number): boolean {
    return this.consumptionsByPoint().has(point);
  }

  /** What orders took of forecast at first, with what is otherwise at some points, by item, site and segment. */
  consumptionsWith(others: PagedMap<readonly Consumption[]>): readonly Consumption[] {
    const all = new Map(this.consumptionsByPoint());
    for (const [point, consumptions] of others.entries()) all.set(point, consumptions);
    return [...all]
      .sort(([a], [b]) => inOrderOfPlaces(this.model, a, b))
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

  /** Where a row stood in the input. */
  placeInInput(list: GivenList, row: number): number {
    return list === "demands" ? this.problem.demands.placeInInput(row) : row;
  }

  /** A row as it came. */
  given<List extends GivenList>(list: List, row: number): PlanningRow<List> {
    const { input, columns } = this.problem;
    if (columns?.[list] !== undefined) return rowOfColumns(this.problem, list, columns, row);
    return input[list]![this.placeInInput(list, row)] as PlanningRow<List>;
  }

  private once<Value>(name: string, make: () => Value): Value {
    if (!this.made.has(name)) this.made.set(name, make());
    return this.made.get(name) as Value;
  }
}
