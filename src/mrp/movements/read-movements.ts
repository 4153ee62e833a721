import type { Routing } from "../../routing/index.js";
import { placesOfDemands } from "../explain/materialize-pegging.js";
import { NONE } from "../input/problem.js";
import { type Draws, drawsOf } from "../plan/draws.js";
import { excessAt } from "../plan/excess.js";
import { orderId, orderIndexOf } from "../plan/order-index.js";
import type { Plan } from "../plan/plan.js";
import { type PlanState, stateOf } from "../plan/plan-state.js";
import { segmentOf } from "../plan/segment.js";
import type { StockingPoint } from "../plan/stocking-points.js";
import { demandColumns } from "./demand-columns.js";
import type { DemandMovementColumns } from "./demand-movement-columns.js";
import { type LaterMovement, laterMovements } from "./later-movements.js";
import type { MovementSource } from "./movement-source.js";
import type { OrderMovementColumns } from "./order-movement-columns.js";
import { OrderPlaces } from "./order-places.js";
import { OrderReader } from "./order-reader.js";
import type { PlanMovements } from "./plan-movements.js";
import type { StockMovementColumns } from "./stock-movement-columns.js";
import { StockReader } from "./stock-reader.js";
import type { SupplyMovementColumns } from "./supply-movement-columns.js";
import { type SupplyRows, supplyRows } from "./supply-rows.js";
import { WithdrawalReader } from "./withdrawals.js";

/**
 * What moves in a plan, stocking point by stocking point, as columns: for readers in bulk that add up what
 * comes in, goes out and is ordered. What moves in stock to a day sums to `projectedOnHand` of the
 * {@link planningRecord}.
 *
 * @param plan - what `planRequirements`, `replan` or `planFromJSON` returned
 * @returns a reader with columns of its own, which are used again by its next call
 * @throws PlanningInputError when it is no plan
 *
 * Source: rules N1, N2, law 1.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "wheel", onHand: 3 }],
 *   demands: [{ id: "order 1", item: "wheel", quantity: 7, due: "2026-01-16" }],
 * });
 * const { count, kind, quantity } = planMovements(plan).stock(0);
 * Array.from({ length: count }, (_, n) => `${STOCK_MOVEMENT_KINDS[kind[n]!]} ${quantity[n]! / 1e6}`);
 * // => ["opening 3", "order 4", "demand -7"]
 * ```
 */
export function planMovements(plan: Plan): PlanMovements {
  return new MovementReader(stateOf(plan), false);
}

/**
 * What moves in a plan as it really comes, for readers who value it. It is that of {@link planMovements} but
 * where scheduled supply counts before its own due day: it comes in on that (K57), and what takes of it before
 * goes out when all of it is there, for an order not after that is due.
 *
 * @param plan - what `planRequirements`, `replan` or `planFromJSON` returned
 * @returns a reader with columns of its own, which are used again by its next call
 * @throws PlanningInputError when it is no plan
 *
 * Source: K57, K75.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "desk" }],
 *   supplies: [
 *     { id: "MO 1", item: "desk", quantity: 4, due: "2026-01-20", kind: "production", firm: true, scheduled: true },
 *   ],
 *   demands: [{ id: "order 1", item: "desk", quantity: 4, due: "2026-01-16" }],
 * });
 * const daysOf = ({ count, day }: StockMovementColumns) => Array.from(day.subarray(0, count), (one) => formatDay(one));
 * daysOf(planMovements(plan).stock(0)); // => ["2026-01-16", "2026-01-16"]
 * daysOf(realMovements(plan).stock(0)); // => ["2026-01-20", "2026-01-20"]
 * ```
 */
export function realMovements(plan: Plan): PlanMovements {
  return new MovementReader(stateOf(plan), true);
}

class MovementReader implements PlanMovements {
  readonly #state: PlanState;
  readonly #stock: StockReader;
  readonly #orders: OrderReader;
  readonly #isReal: boolean;
  #draws: Draws | undefined;
  #supplies: SupplyRows | undefined;
  #demands: DemandMovementColumns | undefined;

  constructor(state: PlanState, isReal: boolean) {
    const places = new OrderPlaces(state);
    const supplies = (): SupplyRows => this.#supplyRows();
    const withdrawals = new WithdrawalReader(
      state,
      places,
      placesOfDemands(state),
      supplies,
      isReal,
    );
    this.#state = state;
    this.#isReal = isReal;
    this.#stock = new StockReader(state, places, supplies, withdrawals);
    this.#orders = new OrderReader(state, places);
  }

  get startDay(): number {
    return this.#state.model.startDay;
  }

  get endDay(): number {
    const { days, startDay } = this.#state.model;
    return startDay + days;
  }

  get pointCount(): number {
    return this.#state.model.points.count;
  }

  get supplies(): SupplyMovementColumns {
    return this.#supplyRows().columns;
  }

  get demands(): DemandMovementColumns {
    this.#demands ??= demandColumns(this.#state);
    return this.#demands;
  }

  point(n: number): StockingPoint {
    const { points, problem } = this.#state.model;
    return {
      item: problem.items[points.item[n]!]!.id,
      site: problem.sites[points.site[n]!]!.id,
      segment: segmentOf(this.#state, n),
      lowLevelCode: points.level[n]!,
    };
  }

  decimals(n: number): number {
    const { points, problem } = this.#state.model;
    return problem.items[points.item[n]!]!.decimals;
  }

  stock(n: number): StockMovementColumns {
    return this.#stock.read(n);
  }

  orders(n: number): OrderMovementColumns {
    return this.#orders.read(n);
  }

  later(supplies: ReadonlySet<number>): readonly LaterMovement[] {
    return laterMovements(this.#state, this.#supplyRows(), supplies);
  }

  excess(n: number): number {
    this.#draws ??= drawsOf(this.#state);
    return excessAt(this.#state, n, this.#draws);
  }

  sourceCount(n: number): number {
    return this.#state.model.sources.at(n).length;
  }

  source(n: number, source: number): MovementSource {
    const { problem, sources } = this.#state.model;
    const { kind, row, modifiers, maxQuantity } = sources.at(n)[source]!;
    const from = row?.from ?? NONE;
    return {
      id: row?.id ?? null,
      kind,
      supplier: row?.supplier ?? null,
      from: from === NONE ? null : problem.sites[from]!.id,
      prices: row?.prices ?? null,
      // What is more goes to another source (N10).
      modifiers: { ...modifiers, maximum: Math.min(modifiers.maximum, maxQuantity) },
    };
  }

  routing(n: number, source: number, start: number): Routing | undefined {
    const { points, routings, sources, startDay } = this.#state.model;
    const { kind, row } = sources.at(n)[source]!;
    if (kind !== "make") return undefined;
    return routings.at(points.item[n]!, points.site[n]!, row, Math.max(startDay, start))?.routing;
  }

  orderId(place: number): string {
    const index = orderIndexOf(this.#state);
    const { point, row, repeat } = index.at(place);
    return orderId(this.#state, index, point, row, repeat);
  }

  #supplyRows(): SupplyRows {
    this.#supplies ??= supplyRows(this.#state, this.#isReal);
    return this.#supplies;
  }
}
