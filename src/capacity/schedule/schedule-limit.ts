import { formatDay, formatMinute, MINUTES_A_DAY, type Minute } from "../../core/index.js";
import { waitDays } from "./job-network.js";
import type { LoadedPlan } from "./load-plan.js";
import type { ScheduleLimit } from "./plan-schedule.js";
import { ShopUses } from "./shop-uses.js";
import { firstUse, useDay } from "./use-days.js";

/** What jobs are held up by, found by going back from their ends. */
export class ScheduleLimits {
  readonly #plan: LoadedPlan;
  /** By job: its links to those that make its material. */
  readonly #givers: ReadonlyMap<number, readonly number[]>;
  /** Made when first asked for. */
  #uses: ShopUses | undefined;

  constructor(plan: LoadedPlan) {
    const givers = new Map<number, number[]>();
    plan.network.links.forEach(({ taker }, link) => {
      const there = givers.get(taker);
      if (there === undefined) givers.set(taker, [link]);
      else there.push(link);
    });
    this.#plan = plan;
    this.#givers = givers;
  }

  /** Why a scheduled job does not end earlier. */
  of(job: number): ScheduleLimit {
    const { flow, network, end, dueDay } = this.#plan;
    const made = network.jobs[job]!;
    const usable = useDay(flow, made, end[job]!, flow.receivingTime(made.number));
    if (dueDay[job]! > usable) return heldTo(dueDay[job]! * MINUTES_A_DAY);
    const uses = this.#usesOfShop();
    let task = this.#lastTask(this.#plan.shopJob[job]!);
    for (;;) {
      const wait = this.#waitOf(task);
      if (wait !== undefined) return wait;
      const before = uses.lastBefore(task);
      if (before < 0) return this.#begin(job, task);
      task = before;
    }
  }

  /** The task of a job that is done last. */
  #lastTask(job: number): number {
    const { shop, loaded } = this.#plan;
    const first = shop.firstTask[shop.firstOperation[job]!]!;
    let last = first;
    for (let task = first; task < shop.firstTask[shop.firstOperation[job + 1]!]!; task++) {
      if (loaded.draft.available[task]! > loaded.draft.available[last]!) last = task;
    }
    return last;
  }

  /**
   * For whom or what a task waited when it could have begun; `undefined`: for nothing.
   *
   * @param since - from when on it may queue; when it did, if left out
   */
  #waitOf(task: number, since?: Minute): ScheduleLimit | undefined {
    const { shop, loaded } = this.#plan;
    const { draft } = loaded;
    const choice = draft.choice[task]!;
    if (choice < 0) return undefined;
    const operation = shop.operationOf[task]!;
    const uses = this.#usesOfShop();
    const operationId = shop.operationIds[operation]!;
    // By open minutes: where it is closed for good, no moment is the last at which it could begin.
    const { ready, begun } = uses.waited(task, since);
    const hasUnitFrom = uses.hasUnitFrom(task, since);
    const turn = hasUnitFrom > ready ? uses.takenBefore(task, hasUnitFrom) : undefined;
    if (turn === undefined && choice > shop.firstChoice[operation]!) {
      const taken = uses.firstChoiceTaken(task, since);
      if (taken !== undefined) {
        const workCenter = shop.centers[taken.center]!.center.id;
        const until = formatMinute(taken.until);
        return { kind: "workCenter", workCenter, operation: operationId, until };
      }
    }
    if (begun <= ready) return undefined;
    const start = draft.start[task]!;
    const wait = { operation: operationId, until: formatMinute(start) };
    const workCenter = shop.centers[shop.choiceCenter[choice]!]!.center.id;
    if (hasUnitFrom < begun) return { kind: "shift", workCenter, ...wait };
    if (turn === "unit") return { kind: "workCenter", workCenter, ...wait };
    if (turn === undefined && !uses.waitedForTool(task, ready)) {
      return heldTo(start);
    }
    const tools = shop.toolSets[shop.toolSet[operation]!]!;
    return { kind: "tool", tools: tools.map((tool) => shop.toolIds[tool]!), ...wait };
  }

  #usesOfShop(): ShopUses {
    this.#uses ??= new ShopUses(this.#plan.shop, this.#plan.loaded.draft);
    return this.#uses;
  }

  /**
   * What holds up the begin of a job: the latest of its material, a day to which it is held, else the planning
   * start.
   *
   * @param first - its first task
   */
  #begin(job: number, first: number): ScheduleLimit {
    const { loaded, network, release } = this.#plan;
    const { latest, cause } = this.#material(job);
    const held = network.held[job]!;
    // Its material may have come later when it was put off for that.
    const from = release[job]! > held ? Math.max(latest, release[job]!) : latest;
    // Even if it is held it might have begun no sooner without that, or have waited all the time.
    if (!this.#usesOfShop().couldBeginSooner(first, from))
      return this.#waitOf(first, from) ?? cause;
    return heldTo(held > from ? held : loaded.draft.start[first]!);
  }

  /** From when on a job may begin for its material, or for the planning start, and which of them it is. */
  #material(job: number): { readonly latest: Minute; readonly cause: ScheduleLimit } {
    const { flow, network, isAtBegin, dueDay } = this.#plan;
    const peg = network.releasePeg[job]!;
    let latest = network.release[job]!;
    let [last, there] =
      peg < 0 ? [undefined, Number.NaN] : [flow.giver[peg]!, network.soonest[peg]!];
    for (const link of this.#givers.get(job) ?? []) {
      const { giver } = network.links[link]!;
      const made = network.jobs[giver]!;
      const days = waitDays(network.links[link]!, made, flow, isAtBegin[link] === 1);
      const moment = firstUse(flow, made.number, dueDay[giver]!, days) * MINUTES_A_DAY;
      if (moment <= latest) continue;
      latest = moment;
      [last, there] = [made.number, dueDay[giver]!];
    }
    if (last === undefined) return { latest, cause: { kind: "ownTime" } };
    const date = formatDay(there);
    return { latest, cause: { kind: "material", ...nameOf(this.#plan, last), date } };
  }
}

/** What is held to the day of a moment. */
function heldTo(moment: Minute): ScheduleLimit {
  return { kind: "held", date: formatDay(Math.floor(moment / MINUTES_A_DAY)) };
}

/** The order or supply of a number in the flow of material; both `null` for stock. */
export function nameOf(
  { plan, flow }: Pick<LoadedPlan, "plan" | "flow">,
  number: number,
): { readonly order: string | null; readonly supply: string | null } {
  if (number < 0) return { order: null, supply: null };
  return number < flow.orders
    ? { order: plan.orders.at(number)!.id, supply: null }
    : { order: null, supply: plan.supplies.at(number - flow.orders)!.id };
}
