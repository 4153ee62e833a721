import { compareText, formatDay, type Ratio, ratioToDecimal } from "../../core/index.js";
import { earliness, type JobPlace, lateness } from "./level-job.js";
import type { JobOperation, LevelState } from "./level-state.js";
import type { LevellingDecision, MovedAlong, RemedyLimit, RestOperation } from "./leveled-load.js";
import {
  costOfAlternate,
  costOfOvertime,
  type LevellingCosts,
  sumOfCosts,
} from "./levelling-costs.js";
import type { Remedy } from "./levelling-options.js";
import { bucketFacts } from "./load-bucket.js";
import type { CellNumber } from "./load-cells.js";
import type { MoveTrial } from "./move-trial.js";
import type { OvertimeBook } from "./overtime-book.js";
import { pullAhead } from "./pull-ahead.js";
import { pushLater } from "./push-later.js";
import { takeAlternate } from "./take-alternate.js";

/** A decision with its exact cost; `undefined` is one that is not known. */
interface Taken {
  readonly decision: LevellingDecision;
  readonly cost: Ratio | undefined;
}

/** Takes overloads away, one after the other. */
export class Leveller {
  readonly decisions: LevellingDecision[] = [];
  readonly costs: (Ratio | undefined)[] = [];
  readonly #state: LevelState;
  readonly #remedies: readonly Remedy[];
  readonly #book: LevellingCosts;
  readonly #overtime: OvertimeBook;
  /** By overloaded cell: what was tried in vain, by number of the operation among all. */
  readonly #tried = new Map<CellNumber, Map<number, RestOperation["tried"]>>();

  constructor(
    state: LevelState,
    remedies: readonly Remedy[],
    costs: LevellingCosts,
    overtime: OvertimeBook,
  ) {
    this.#state = state;
    this.#remedies = remedies;
    this.#book = costs;
    this.#overtime = overtime;
  }

  level(): void {
    const { cells, overloaded } = this.#state;
    for (const cell of overloaded) {
      if (!cells.isOver(cell, [])) continue;
      const tried = new Map<number, RestOperation["tried"]>();
      for (const one of this.#byUrgency(cell)) {
        if (!cells.isOver(cell, [])) break;
        // An order that was moved for another of its operations may have left.
        if (this.#state.loadIn(one, cell) === undefined) continue;
        const limits = this.#relieve(one, cell);
        const number = this.#state.job(one.job).first + one.operation;
        if (limits !== undefined) tried.set(number, limits);
      }
      this.#tried.set(cell, tried);
    }
  }

  /** The operations that stay in an overloaded cell, and why. */
  left(cell: CellNumber): readonly RestOperation[] {
    const tried = this.#tried.get(cell);
    return this.#byUrgency(cell).map((one) => {
      const { of, item, first } = this.#state.job(one.job);
      const operation = this.#state.place(one.job)!.operations[one.operation]!.id;
      const hours = ratioToDecimal(this.#state.loadIn(one, cell)!);
      return { ...of, item, operation, hours, tried: tried?.get(first + one.operation) ?? [] };
    });
  }

  /** The least urgent first: wanted last, then of the last rank, then by id and place. */
  #byUrgency(cell: CellNumber): readonly JobOperation[] {
    return this.#state.loading(cell).sort((a, b) => {
      const [one, other] = [this.#state.job(a.job), this.#state.job(b.job)];
      if (one.wanted !== other.wanted) return other.wanted - one.wanted;
      if (one.rank !== other.rank) return other.rank > one.rank ? 1 : -1;
      const [id, otherId] = [one.of.order ?? one.of.supply!, other.of.order ?? other.of.supply!];
      if (id !== otherId) return compareText(id, otherId);
      if (a.job !== b.job) return one.of.order !== null ? -1 : 1;
      return a.operation - b.operation;
    });
  }

  /** By the first remedy that takes the operation; else why none does. */
  #relieve(one: JobOperation, cell: CellNumber): RestOperation["tried"] | undefined {
    const tried: { remedy: Remedy; limit: RemedyLimit }[] = [];
    for (const remedy of this.#remedies) {
      const taken = this.#try(remedy, one, cell);
      if (typeof taken === "string") tried.push({ remedy, limit: taken });
      else {
        this.decisions.push(taken.decision);
        this.costs.push(taken.cost);
        return undefined;
      }
    }
    return tried;
  }

  #try(remedy: Remedy, one: JobOperation, cell: CellNumber): Taken | RemedyLimit {
    switch (remedy) {
      case "pullAhead": {
        const move = pullAhead(this.#state, one, cell);
        if (typeof move === "string") return move;
        const { facts, cost } = this.#moved(one, cell, move.trial);
        return { decision: { remedy, ...facts, to: this.#firstDay(move.bucket) }, cost };
      }
      case "alternate":
        return this.#alternate(one, cell);
      case "overtime":
        return this.#overtimeFor(one, cell);
      case "push": {
        const move = pushLater(this.#state, one, cell);
        if (typeof move === "string") return move;
        const along = this.#along(one.job, move.trial);
        const { facts, cost } = this.#moved(one, cell, move.trial);
        return { decision: { remedy, ...facts, to: this.#firstDay(move.bucket), along }, cost };
      }
    }
  }

  #alternate(one: JobOperation, cell: CellNumber): Taken | RemedyLimit {
    const trial = takeAlternate(this.#state, one, cell);
    if (typeof trial === "string") return trial;
    const before = this.#state.place(one.job)!.operations[one.operation]!;
    const after = trial.place(one.job)!.operations[one.operation]!;
    const cost = costOfAlternate(before, after);
    const facts = this.#facts(one, cell, before.load, cost);
    trial.apply();
    const to = after.workCenter!.id;
    const hoursThere = ratioToDecimal(after.load);
    return { decision: { remedy: "alternate", ...facts, to, hoursThere }, cost };
  }

  #overtimeFor(one: JobOperation, cell: CellNumber): Taken | RemedyLimit {
    const taken = this.#overtime.take(cell, this.#state.loadIn(one, cell)!);
    if (taken === undefined) return "noOvertime";
    const { minutes, relieved } = taken;
    const cost = costOfOvertime(this.#state.cells.center(cell), minutes);
    const facts = this.#facts(one, cell, relieved, cost);
    const overtimeHours = ratioToDecimal({ num: BigInt(minutes), den: 60n });
    return { decision: { remedy: "overtime", ...facts, overtimeHours }, cost };
  }

  /** Moves the jobs of a trial; tells what is to be told of the operation's own. */
  #moved(one: JobOperation, cell: CellNumber, trial: MoveTrial) {
    const pairs = trial.jobs.map((job) => [job, ...this.#pair(job, trial)] as const);
    const cost = sumOfCosts(
      pairs.map(([job, before, after]) => this.#book.ofMove(this.#state.job(job), before, after)),
    );
    const [before, after] = this.#pair(one.job, trial);
    const facts = {
      ...this.#facts(one, cell, before.operations[one.operation]!.load, cost),
      ...this.#days(one.job, before, after),
    };
    trial.apply();
    return { facts, cost };
  }

  #facts(
    { job, operation }: JobOperation,
    cell: CellNumber,
    hours: Ratio,
    cost: Ratio | undefined,
  ) {
    const { of, item } = this.#state.job(job);
    return {
      ...bucketFacts(this.#state.cells, cell),
      ...of,
      item,
      operation: this.#state.place(job)!.operations[operation]!.id,
      hours: ratioToDecimal(hours),
      cost: cost === undefined ? null : ratioToDecimal(cost),
      daysEarlier: 0,
      daysLate: 0,
    };
  }

  #along(own: number, trial: MoveTrial): MovedAlong[] {
    const others = trial.jobs.filter((job) => job !== own);
    const along = others.map((job): MovedAlong => {
      const { of, item, site } = this.#state.job(job);
      const [before, after] = this.#pair(job, trial);
      const days = this.#days(job, before, after);
      const [dueBefore, due] = [formatDay(before.due), formatDay(after.due)];
      return { ...of, item, site, dueBefore, due, ...days };
    });
    return along.sort((a, b) => compareText(nameOf(a), nameOf(b)));
  }

  #pair(job: number, trial: MoveTrial): readonly [JobPlace, JobPlace] {
    return [this.#state.place(job)!, trial.place(job)!];
  }

  #days(job: number, before: JobPlace, after: JobPlace) {
    const of = this.#state.job(job);
    return {
      daysEarlier: earliness(of, after) - earliness(of, before),
      daysLate: lateness(of, after) - lateness(of, before),
    };
  }

  #firstDay(bucket: number): string {
    return formatDay(this.#state.cells.buckets.starts[bucket]!);
  }
}

/** Orders before supplies of the same id. */
function nameOf({ order, supply }: Pick<MovedAlong, "order" | "supply">): string {
  return order === null ? `${supply} 1` : `${order} 0`;
}
