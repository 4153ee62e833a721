import {
  addRatios,
  ceilDivide,
  PlanningInputError,
  powerOfTen,
  type Ratio,
  ratioOf,
} from "../../core/index.js";
import { type Routing, type RoutingLeadTime, routingLeadTime } from "../../routing/index.js";
import { type ItemRouting, NONE, type Problem, type Source } from "../input/problem.js";
import { latestOn } from "../input/routing-index.js";

/** The lead time of orders that follows from a routing (K54). */
export class RoutingTime {
  readonly routing: Routing;
  /** The number of its row. */
  readonly #row: number;
  readonly #startDay: number;
  /** Counts of the item in a stock unit. */
  readonly #unit: bigint;
  /** By start quantity in counts: orders of one lot size are many. */
  readonly #known = new Map<number, Ratio>();

  constructor(routing: Routing, row: number, startDay: number, decimals: number) {
    this.routing = routing;
    this.#row = row;
    this.#startDay = startDay;
    this.#unit = powerOfTen(decimals);
  }

  /**
   * What an order of a start quantity in counts takes, part by part.
   *
   * @throws PlanningInputError when that is a fraction beyond all measure
   */
  partsOf(startQuantity: number): RoutingLeadTime {
    const quantity = ratioOf(BigInt(startQuantity), this.#unit);
    try {
      return routingLeadTime(this.routing, quantity, this.#startDay);
    } catch (error) {
      if (!(error instanceof PlanningInputError)) throw error;
      const inRow = error.issues.map((issue) => ({
        ...issue,
        path: ["routings", this.#row, ...issue.path],
      }));
      throw new PlanningInputError(inRow);
    }
  }

  /**
   * Whole days, rounded up once.
   *
   * @param perCount - extra days per count of start quantity
   */
  days(startQuantity: number, perCount?: Ratio): number {
    let exact = this.#known.get(startQuantity);
    if (exact === undefined) {
      exact = this.partsOf(startQuantity).exactDays;
      this.#known.set(startQuantity, exact);
    }
    if (perCount !== undefined) {
      const { num, den } = perCount;
      exact = addRatios(exact, ratioOf(num * BigInt(startQuantity), den));
    }
    return Math.min(Number(ceilDivide(exact.num, exact.den)), Number.MAX_SAFE_INTEGER);
  }
}

/** Finds the routings of item-sites (K52). */
export class Routings {
  readonly #problem: Problem;
  readonly #times = new Map<ItemRouting, RoutingTime>();
  #places: ReadonlyMap<number, readonly ItemRouting[]> | undefined;

  constructor(problem: Problem) {
    this.#problem = problem;
  }

  /** The routing that a source names, else the one that is valid on a day and begins last. */
  at(
    item: number,
    site: number,
    source: Pick<Source, "routing"> | undefined,
    day: number,
  ): ItemRouting | undefined {
    const { routings } = this.#problem;
    if (routings.length === 0) return undefined;
    const named = source?.routing ?? NONE;
    if (named !== NONE) return routings[named];
    return latestOn(this.#byDate().get(this.#placeOf(item, site)) ?? [], day);
  }

  /**
   * The lead time of an order by its routing on T0 (K54). Where something is made there is one, that is
   * checked; `undefined` for a released order where nothing is.
   */
  timeOf(
    item: number,
    site: number,
    source: Pick<Source, "routing"> | undefined,
  ): RoutingTime | undefined {
    const { items, startDay } = this.#problem;
    const routing = this.at(item, site, source, startDay);
    if (routing === undefined) return undefined;
    let time = this.#times.get(routing);
    if (time === undefined) {
      const row = this.#problem.routings.indexOf(routing);
      time = new RoutingTime(routing.routing, row, startDay, items[item]!.decimals);
      this.#times.set(routing, time);
    }
    return time;
  }

  #byDate(): ReadonlyMap<number, readonly ItemRouting[]> {
    if (this.#places === undefined) {
      const places = new Map<number, ItemRouting[]>();
      for (const routing of this.#problem.routings) {
        if (routing.isNamed) continue;
        const place = this.#placeOf(routing.item, routing.site);
        const there = places.get(place);
        if (there === undefined) places.set(place, [routing]);
        else there.push(routing);
      }
      this.#places = places;
    }
    return this.#places;
  }

  #placeOf(item: number, site: number): number {
    return item * this.#problem.sites.length + site;
  }
}
