import {
  type Day,
  formatDay,
  formatQuantity,
  type Issue,
  PlanningInputError,
  showValue,
} from "../../core/index.js";
import {
  type BrokenDemand,
  type DemandTrial,
  type Plan,
  type PlanningRow,
  tryDemands,
} from "../../mrp/index.js";
import { type FiniteTrial, finiteTrial } from "./finite-trial.js";
import { dayOf, type ReadOptions } from "./options-argument.js";
import type { ReadLine, ReadRequest } from "./promise-request.js";
import { type QuotaQuestion, type QuotaRefusal, QuotaRoom } from "./quota-room.js";

/** A quantity of a line on a day: a demand that is to be tried. */
export interface Wanted {
  readonly line: ReadLine;
  /** In counts of the item. */
  readonly count: number;
  readonly day: Day;
  /** How many schedule lines the line has already. */
  readonly number: number;
}

/** What is found of wanted demands. */
export interface Judgement {
  /** X3: they are there in time, nothing promised is broken, quotas have room. */
  readonly holds: boolean;
  /** Why they do not hold; `null`: they do. */
  readonly reason: "quota" | "late" | "never" | "broken" | null;
  /** The day on which they would be there; `undefined`: none is known. */
  readonly availableOn: Day | undefined;
  readonly wanted: readonly Wanted[];
  readonly ids: readonly string[];
  /** What was tried; `undefined` where quotas refuse it before. */
  readonly trial: DemandTrial | undefined;
  readonly finite: FiniteTrial | undefined;
  readonly broken: readonly BrokenDemand[];
  readonly quota: QuotaRefusal | undefined;
}

/** A request asked of a plan. */
export class Question {
  readonly plan: Plan;
  readonly request: ReadRequest;
  readonly options: ReadOptions;
  #room: QuotaRoom | undefined;

  /** @param plan - without what stands for the request in it */
  constructor(plan: Plan, request: ReadRequest, options: ReadOptions) {
    this.plan = plan;
    this.request = request;
    this.options = options;
  }

  /** The same question of another plan. */
  of(plan: Plan): Question {
    return plan === this.plan ? this : new Question(plan, this.request, this.options);
  }

  /** What the quotas leave of a quantity, in counts of its item. */
  most(wanted: Wanted): number {
    return this.#quotas()?.most(this.#asQuotaQuestion(wanted)) ?? wanted.count;
  }

  /** The days from one on for which quotas have room, up to the last that may be promised. */
  days(from: Day, wantedOn: (day: Day) => readonly Wanted[]): Day[] {
    const quotas = this.#quotas();
    const days: Day[] = [];
    for (let day = from; day <= this.options.last; ) {
      const refusal = quotas?.refusal(wantedOn(day).map((one) => this.#asQuotaQuestion(one)));
      if (refusal === undefined) days.push(day++);
      else if (refusal.notBefore === undefined) break;
      else day = refusal.notBefore;
    }
    return days;
  }

  /** The demands that are wanted, as rows of the input. */
  rows(wanted: readonly Wanted[]): PlanningRow<"demands">[] {
    const left = new Map<ReadLine, number>(); // what of each line still consumes
    return wanted.map((one) => {
      const { line, count } = one;
      const consumption = Math.min(count, left.get(line) ?? line.consumption);
      left.set(line, (left.get(line) ?? line.consumption) - consumption);
      return this.#row(one, consumption);
    });
  }

  /** Tries demands in the plan; it does not change. */
  judge(wanted: readonly Wanted[]): Judgement {
    const ids = wanted.map((one) => this.#idOf(one));
    const nothing = { wanted, ids, trial: undefined, finite: undefined, broken: [] };
    const quota = this.#quotas()?.refusal(wanted.map((one) => this.#asQuotaQuestion(one)));
    if (quota !== undefined) {
      return { ...nothing, holds: false, reason: "quota", availableOn: undefined, quota };
    }
    const trial = this.#try(wanted);
    const tried = { ...nothing, trial, quota: undefined };
    const late = lateness(wanted, trial.available);
    if (late !== undefined || !trial.isInTime) {
      const isNever = late === undefined || late.isNever;
      const availableOn = isNever ? undefined : late.day;
      return { ...tried, holds: false, reason: isNever ? "never" : "late", availableOn };
    }
    if (trial.broken.length > 0) {
      const { broken } = trial;
      return { ...tried, holds: false, reason: "broken", availableOn: undefined, broken };
    }
    return this.#judgeFinite(tried, trial);
  }

  /** With work centres the schedule of the plan has to agree. */
  #judgeFinite(
    tried: Omit<Judgement, "holds" | "reason" | "availableOn">,
    trial: DemandTrial,
  ): Judgement {
    const { capacity } = this.options;
    if (capacity === undefined)
      return { ...tried, holds: true, reason: null, availableOn: undefined };
    const finite = finiteTrial(this.plan, trial.plan, tried.ids, capacity);
    const late = lateness(tried.wanted, finite.available);
    const { broken } = finite;
    const found = { ...tried, finite, broken };
    if (late !== undefined) {
      const availableOn = late.isNever ? undefined : late.day;
      return { ...found, holds: false, reason: late.isNever ? "never" : "late", availableOn };
    }
    const holds = broken.length === 0;
    return { ...found, holds, reason: holds ? null : "broken", availableOn: undefined };
  }

  #quotas(): QuotaRoom | undefined {
    const { quotas } = this.options;
    if (quotas === undefined) return undefined;
    this.#room ??= new QuotaRoom(this.plan, quotas);
    return this.#room;
  }

  #asQuotaQuestion({ line, count, day }: Wanted): QuotaQuestion {
    const { customer, customerClass } = this.request;
    const { item, decimals } = line;
    return { item, customer, customerClass, day, count, decimals };
  }

  #idOf({ line, number }: Wanted): string {
    return JSON.stringify([this.request.id, line.id, number]);
  }

  #try(wanted: readonly Wanted[]): DemandTrial {
    const rows = this.rows(wanted);
    const trial = refusedByLine(wanted, this.request, () => tryDemands(this.plan, rows));
    if (trial.plan.demands.length === this.plan.demands.length + rows.length) return trial;
    const message = `Something is promised for the request (${showValue(this.request.id)}) already. Cancel that first, name its demands in inPlaceOf, or give the request another id.`;
    throw new PlanningInputError([
      { code: "duplicateId", path: ["request", "id"], message, id: this.request.id },
    ]);
  }

  #row(wanted: Wanted, consumption: number): PlanningRow<"demands"> {
    const { line, count, day } = wanted;
    const { id, record, customer, customerClass, priority } = this.request;
    const { item, site, segment } = line;
    return {
      id: this.#idOf(wanted),
      item,
      ...(site === undefined ? {} : { site }),
      ...(segment === undefined ? {} : { segment }),
      quantity: formatQuantity(count, line.decimals),
      due: formatDay(day),
      kind: "order",
      ...(consumption === count ? {} : { consumption: formatQuantity(consumption, line.decimals) }),
      ...(customer === undefined ? {} : { customer }),
      ...(customerClass === undefined ? {} : { customerClass }),
      ...(priority === undefined ? {} : { priority }),
      attributes: {
        crmList: "requests",
        crmRecord: id,
        crmLine: line.id,
        ...(record === undefined ? {} : { crmAskingList: record.list, crmAskingRecord: record.id }),
        requestedDate: formatDay(line.requested),
      },
    };
  }
}

/** By how much demands are late; `undefined`: none is. */
function lateness(
  wanted: readonly Wanted[],
  available: readonly (string | null)[],
): { readonly day: Day; readonly isNever: boolean } | undefined {
  const days = available.map((date) => (date === null ? Number.POSITIVE_INFINITY : dayOf(date)));
  const late = days.filter((day, k) => day > wanted[k]!.day);
  if (late.length === 0) return undefined;
  const day = Math.max(...late);
  return { day, isNever: day === Number.POSITIVE_INFINITY };
}

/** Says what the plan refuses of a row by the line that it was made of. */
function refusedByLine<Result>(
  wanted: readonly Wanted[],
  request: ReadRequest,
  ask: () => Result,
): Result {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    throw new PlanningInputError(
      error.issues.map((issue): Issue => {
        const [list, put, row, ...rest] = issue.path;
        const one = typeof row === "number" ? wanted[row] : undefined;
        if (list !== "demands" || put !== "put" || one === undefined) return issue;
        const line = request.lines.indexOf(one.line);
        const field = rest[0] === "due" ? ["requestedDate"] : rest;
        return { ...issue, path: ["request", "lines", line, ...field] };
      }),
    );
  }
}
