import type { Model, PointDetail, RowsOfPoint } from "../compile/model.js";
import { type Consumption, type DemandRows, NONE } from "../input/problem.js";
import { PagedMap, RowIndex } from "../pages/index.js";
import type { PlanningRow } from "../schema/planning-input.js";
import { Lineage } from "./lineage.js";
import { PlanParameters } from "./plan-parameters.js";
import { onlySite } from "./row-key.js";

/** Which rows of its lineage a plan has, by stocking point, by id or key, and in which order. */
export class PlanRows {
  readonly lineage: Lineage;
  readonly site: string;
  readonly supplies: RowIndex<number>;
  readonly stock: RowIndex<readonly number[]>;
  readonly parameters: PlanParameters;
  /** The places of demands by id, and the rows at places where they are not those of the first plan. */
  private readonly places: RowIndex<number>;
  private readonly rowAt: PagedMap<number>;
  private readonly ofPoint: PagedMap<RowsOfPoint>;
  private readonly details: PagedMap<PointDetail>;
  /** What orders took of forecast where it is not what it was at first. */
  private readonly consumptions: PagedMap<readonly Consumption[]>;
  /** Stocking points that are still to be planned, since only a part was. */
  pending: readonly number[] = [];
  /** Places of demands that are gone, ascending. */
  private gone: readonly number[];
  private count: number;

  constructor(model: Model, shared?: PlanRows) {
    const lineage = shared?.lineage ?? new Lineage(model);
    const site = shared?.site ?? onlySite(model.problem.input);
    this.lineage = lineage;
    this.site = site;
    this.supplies = shared?.supplies.fork() ?? new RowIndex((id) => lineage.first.supplyRow(id));
    this.stock = shared?.stock.fork() ?? new RowIndex((key) => lineage.first.stockRows(key, site));
    this.parameters = shared?.parameters.fork() ?? new PlanParameters(model.problem);
    this.places =
      shared === undefined
        ? new RowIndex((id) => lineage.first.demandPlace(id))
        : shared.places.fork();
    this.rowAt = shared === undefined ? new PagedMap() : shared.rowAt.fork();
    this.ofPoint = shared === undefined ? new PagedMap() : shared.ofPoint.fork();
    this.details = shared === undefined ? new PagedMap() : shared.details.fork();
    this.consumptions = shared === undefined ? new PagedMap() : shared.consumptions.fork();
    this.gone = shared === undefined ? [] : shared.gone;
    this.count = shared === undefined ? model.problem.demands.given : shared.count;
  }

  setConsumptions(point: number, consumptions: readonly Consumption[]): void {
    if (consumptions.length === 0 && !this.lineage.first.hasConsumptions(point)) {
      this.consumptions.delete(point);
    } else this.consumptions.set(point, consumptions);
  }

  /** A demand as it came. */
  givenDemand(id: string): PlanningRow<"demands"> | undefined {
    const row = this.demand(id);
    return row === undefined ? undefined : this.lineage.given("demands", row);
  }

  /** A supply as it came. */
  givenSupply(id: string): PlanningRow<"supplies"> | undefined {
    const row = this.supplies.find(id);
    return row === undefined ? undefined : this.lineage.given("supplies", row);
  }

  /** The rows of stock with a key as they came. */
  givenStock(key: string): readonly PlanningRow<"stock">[] {
    return (this.stock.find(key) ?? []).map((row) => this.lineage.given("stock", row));
  }

  of(point: number): RowsOfPoint {
    return this.ofPoint.get(point) ?? this.lineage.first.rowsOf(point);
  }

  setOf(point: number, rows: RowsOfPoint): void {
    this.ofPoint.set(point, rows);
  }

  detail(point: number): PointDetail {
    return this.details.get(point) ?? this.lineage.first.detail(point);
  }

  setDetail(point: number, detail: PointDetail): void {
    this.details.set(point, detail);
  }

  /** The row of a demand. */
  demand(id: string): number | undefined {
    const place = this.places.find(id);
    return place === undefined ? undefined : this.rowOf(place);
  }

  /** Puts a row of a demand in the place of the one with its id, else behind all others. */
  setDemand(id: string, row: number): void {
    let place = this.places.find(id);
    if (place === undefined) {
      place = this.count++;
      this.places.set(id, place);
    }
    this.rowAt.set(place, row);
  }

  removeDemands(ids: readonly string[]): void {
    if (ids.length === 0) return;
    const places = ids.map((id) => {
      const place = this.places.find(id)!;
      this.places.set(id, undefined);
      return place;
    });
    this.gone = [...this.gone, ...places].sort((one, other) => one - other);
  }

  /** The demands that the plan has, in their order. */
  order(rows: DemandRows): DemandRows {
    const given = this.count - this.gone.length;
    const consumptions = this.consumptions;
    const { lineage } = this;
    const { id } = rows; // the rows themselves are those of the plan before
    return {
      ...rows,
      given,
      rowAt: (k) => this.rowOf(this.placeAt(k)),
      placeOf: (row) => this.places.find(id(row)) ?? NONE,
      get consumptions() {
        return lineage.first.consumptionsWith(consumptions);
      },
    };
  }

  private rowOf(place: number): number {
    return this.rowAt.get(place) ?? place;
  }

  /** The k-th place that is not gone. */
  private placeAt(k: number): number {
    let [low, high] = [0, this.gone.length];
    // Before gone[m] stand gone[m] − m places that are not gone.
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.gone[middle]! - middle <= k) low = middle + 1;
      else high = middle;
    }
    return k + low;
  }
}
