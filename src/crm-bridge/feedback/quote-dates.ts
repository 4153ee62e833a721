import { compareText, parseDay } from "../../core/index.js";
import { type Plan, type PlannedDemand, promiseItem } from "../../mrp/index.js";
import type { DealThread } from "../demand/index.js";
import { demandId } from "../demand/need.js";
import { chosenItem } from "../demand/variants.js";
import { type FormerPromise, isAskedBy } from "../promise/former-promise.js";
import {
  type PromiseOptions,
  type PromiseRefusal,
  type PromiseRequest,
  type PromiseRequestLine,
  promiseDelivery,
} from "../promise/index.js";
import { customerOf } from "../promise/request-of-record.js";
import { type AskingLine, type LineSetting, requestedLines } from "../promise/requested-lines.js";
import type { ReadRecords } from "../records/index.js";
import type { CrmQuote } from "../schema/index.js";

/** Of what plan is asked, and when. */
export interface QuoteQuestion {
  readonly plan: Plan;
  /** The plan in which nothing begins before the day; made when it is first read. */
  readonly now: Plan;
  /** The last day that may be promised, where it is past. */
  readonly ended: string | null;
  /** What deals ask of the plan already, by the id of the demand. */
  readonly planned: ReadonlyMap<string, PlannedDemand>;
  /** What the plan holds as promised. */
  readonly promises: readonly FormerPromise[];
  readonly records: ReadRecords;
  readonly asOf: string;
}

/** What can be promised of a line, or why nothing is. */
export interface PromisedNow<Figure> {
  /** `null`: none, or not known. */
  readonly now: Figure | null;
  /** `null` where there is one, or where it cannot be asked for. */
  readonly because: PromiseRefusal | null;
}

type Answers = ReadonlyMap<string, PromisedNow<string>>;

/** What was asked of plans without options: a plan is looked at as the state after, then as that before. */
const answered = new WeakMap<Plan, Map<string, Answers>>();

const UNKNOWN: PromisedNow<never> = { now: null, because: null };

/** When the lines of a quote could be there, asked of the plan without the deal itself. */
export class QuoteDates {
  readonly #asked: QuoteQuestion;
  readonly #quote: CrmQuote;
  readonly #thread: DealThread;
  readonly #options: PromiseOptions;
  readonly #from: string;
  /** Those of which something is to come, in the order in which they are asked for. */
  readonly #lines: readonly PromiseRequestLine[];
  readonly #answers = new Map<string, Answers>();

  constructor(asked: QuoteQuestion, quote: CrmQuote, thread: DealThread, options: PromiseOptions) {
    this.#asked = asked;
    this.#quote = quote;
    this.#thread = thread;
    this.#options = options;
    this.#from = laterOf(asked.asOf, asked.plan.startDate);
    const setting: LineSetting = {
      ...{ places: asked.planned, requestedDate: this.#from },
      itemOf: (line, item) => this.item(line, item),
    };
    const lines = requestedLines(asked.records, { list: "quotes", record: quote }, setting, []);
    this.#lines = lines.sort(inTurn);
  }

  /** The item of a line as the plan has it, of its product's `item`; a variant also where it has none. */
  item({ id, options = {} }: AskingLine, item: string): string {
    const { plan, planned, promises } = this.#asked;
    const own = planned.get(demandId("quote", this.#quote.id, id));
    if (own !== undefined) return own.item;
    const isKnown = (one: string) => promiseItem(plan, one) !== undefined;
    const chosen = chosenItem(item, options, isKnown);
    if (isKnown(chosen)) return chosen;
    // Options that choose no variant (K64) leave a promise of the product itself.
    const quote = { list: "quotes", id: this.#quote.id } as const;
    const isPromised = promises.some(
      (one) => isAskedBy(one, quote) && one.line === id && one.item === item,
    );
    return isPromised ? item : chosen;
  }

  /** What is missing to ask for a line, in words. */
  missing(line: string): readonly string[] {
    const { plan, ended } = this.#asked;
    const { item, unit } = this.#lines.find(({ id }) => id === line) ?? {};
    if (item === undefined) return [];
    if (ended !== null) return [`nothing is promised after ${ended}`];
    const known = promiseItem(plan, item);
    if (known === undefined) return [`the plan has no item ${JSON.stringify(item)}`];
    if (unit === undefined || unit === known.unit || known.contains.has(unit)) return [];
    return [`the item ${JSON.stringify(item)} has no unit ${JSON.stringify(unit)}`];
  }

  /** The day on which a line is there when it is ordered now for the day that the quote requests. */
  promised(line: string): PromisedNow<string> {
    return this.#dateOf("requested", line);
  }

  /** Calendar days until a line can be there when it is ordered now. */
  leadTimeDays(line: string): PromisedNow<number> {
    const { now, because } = this.#dateOf("soonest", line);
    return { now: now === null ? null : parseDay(now)! - parseDay(this.#from)!, because };
  }

  #dateOf(asked: "requested" | "soonest", line: string): PromisedNow<string> {
    let answer = this.#answers.get(asked);
    if (answer === undefined) {
      answer = this.#ask(asked);
      this.#answers.set(asked, answer);
    }
    return answer.get(line) ?? UNKNOWN;
  }

  /** The demands of what is promised to the quotes of the deal. */
  #ownPromises(): string[] {
    const quotes = this.#thread.steps.filter(({ list }) => list === "quotes");
    return this.#asked.promises
      .filter((promise) => quotes.some(({ id }) => isAskedBy(promise, { list: "quotes", id })))
      .map(({ demand }) => demand);
  }

  /** Each line whole on one day; lines that nobody can ask for are left out. */
  #ask(asked: "requested" | "soonest"): Answers {
    const lines = this.#lines
      .filter(({ id }) => this.missing(id).length === 0)
      .map(({ requestedDate: wanted, ...line }) => {
        const requestedDate = asked === "soonest" || wanted < this.#from ? this.#from : wanted;
        return { ...line, requestedDate };
      });
    if (lines.length === 0) return new Map();
    const request: PromiseRequest = {
      id: JSON.stringify(["feedback", this.#quote.id]),
      ...customerOf(this.#asked.records, { list: "quotes", record: this.#quote }),
      ...{ delivery: "whole", inPlaceOf: [...dealDemands(this.#thread), ...this.#ownPromises()] },
      lines,
    };
    if (Object.keys(this.#options).length > 0) return this.#answer(request);
    const { plan, asOf } = this.#asked;
    const known = answered.get(plan) ?? new Map<string, Answers>();
    answered.set(plan, known);
    const key = JSON.stringify([asOf, request]);
    const answer = known.get(key) ?? this.#answer(request);
    known.set(key, answer);
    return answer;
  }

  #answer(request: PromiseRequest): Answers {
    const { lines } = promiseDelivery(this.#asked.now, request, this.#options);
    return new Map(
      lines.map(({ id, schedule, openBecause }) => [
        id,
        { now: schedule.at(-1)?.date ?? null, because: openBecause },
      ]),
    );
  }
}

/** The ids of the demands that a deal makes before it is ordered. */
export function dealDemands({ lines }: DealThread): string[] {
  return lines
    .filter(({ list }) => list !== "orders")
    .map(({ list, id, line }) => demandId(list === "quotes" ? "quote" : "opportunity", id, line));
}

/** K70: rows of a record may come in any order. */
function inTurn(a: PromiseRequestLine, b: PromiseRequestLine): number {
  return compareText(a.requestedDate, b.requestedDate) || compareText(a.id, b.id);
}

function laterOf(one: string, other: string): string {
  return compareText(one, other) < 0 ? other : one;
}
