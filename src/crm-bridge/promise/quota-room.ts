import {
  addRatios,
  countRatio,
  type Day,
  dayArgument,
  divideRatios,
  multiplyRatios,
  parseRatio,
  powerOfTen,
  type Ratio,
  ratioOf,
  ratioToDecimal,
} from "../../core/index.js";
import { type Plan, type PlanningRow, planInput, promiseItem } from "../../mrp/index.js";
import type { ReadOptions, ReadQuota } from "./options-argument.js";
import type { PromiseLimit } from "./promise-limit.js";
import { ratioLeft } from "./ratio-left.js";

/** What is to be promised, to whom. */
export interface QuotaQuestion {
  readonly item: string;
  readonly customerClass: string | undefined;
  readonly customer: string | undefined;
  readonly day: Day;
  /** In counts of the item. */
  readonly count: number;
  readonly decimals: number;
}

/** What a quota has against a promise. */
export interface QuotaRefusal {
  readonly limit: Extract<PromiseLimit, { kind: "quota" }>;
  /** The first later day on which it may be otherwise; `undefined`: never. */
  readonly notBefore: Day | undefined;
}

const NOTHING: Ratio = { num: 0n, den: 1n };

/** What the quotas leave of a plan (K67). */
export class QuotaRoom {
  readonly #rows: readonly ReadQuota[];
  readonly #refusesUnlisted: boolean;
  /** By row: what of it is promised already, in stock units. */
  readonly #used: readonly Ratio[];

  constructor(plan: Plan, { rows, unlisted }: NonNullable<ReadOptions["quotas"]>) {
    this.#rows = rows;
    this.#refusesUnlisted = unlisted === "refuse";
    this.#used = usedOf(plan, rows);
  }

  /** Why things may not be promised together; `undefined`: they may. */
  refusal(questions: readonly QuotaQuestion[]): QuotaRefusal | undefined {
    const used = [...this.#used];
    for (const question of questions) {
      const places = this.#listing(question);
      if (places.length === 0 && this.#refusesUnlisted) return this.#unlisted(question);
      let least: { readonly place: number; readonly left: Ratio } | undefined;
      for (const place of places) {
        const { quantity } = this.#rows[place]!;
        const left = ratioLeft(quantity, used[place]!);
        used[place] = addRatios(used[place]!, amountOf(question));
        if (!isMore(used[place]!, quantity)) continue;
        if (least === undefined || isMore(least.left, left)) least = { place, left };
      }
      if (least !== undefined) {
        const { place, left } = least;
        const limit = { kind: "quota", row: place, left: ratioToDecimal(left) } as const;
        return { limit, notBefore: this.#rows[place]!.until + 1 };
      }
    }
    return undefined;
  }

  /** The most of a question that may be promised, in counts of the item. */
  most(question: QuotaQuestion): number {
    const places = this.#listing(question);
    if (places.length === 0 && this.#refusesUnlisted) return 0;
    let most = question.count;
    for (const place of places) {
      const left = ratioLeft(this.#rows[place]!.quantity, this.#used[place]!);
      const count = countRatio(left, question.decimals, "down");
      if (typeof count === "number") most = Math.min(most, count);
    }
    return most;
  }

  /** The places of the rows that a question is in. */
  #listing({ day, ...question }: QuotaQuestion): number[] {
    return [...this.#rows.keys()].filter((place) => {
      const row = this.#rows[place]!;
      return isFor(row, question) && row.from <= day && day <= row.until;
    });
  }

  #unlisted({ day, ...question }: QuotaQuestion): QuotaRefusal {
    const later = this.#rows.filter((row) => isFor(row, question) && row.from > day);
    const notBefore = later.length === 0 ? undefined : Math.min(...later.map(({ from }) => from));
    return { limit: { kind: "quota", row: null, left: ratioToDecimal(NOTHING) }, notBefore };
  }
}

/** Whether a row is for an item and a customer. */
function isFor(
  row: ReadQuota,
  of: Pick<QuotaQuestion, "item" | "customerClass" | "customer">,
): boolean {
  const { item, customerClass, customer } = row;
  return (
    (item === undefined || item === of.item) &&
    (customerClass === undefined || customerClass === of.customerClass) &&
    (customer === undefined || customer === of.customer)
  );
}

/** What orders take of each row already, whether it is shipped or not. */
function usedOf(plan: Plan, rows: readonly ReadQuota[]): Ratio[] {
  const used = rows.map(() => NOTHING);
  for (const demand of planInput(plan).demands ?? []) {
    if ((demand.kind ?? "order") !== "order") continue;
    const day = dayArgument(demand.due, { path: [], issues: [] });
    const { item, customerClass, customer } = demand;
    rows.forEach((row, place) => {
      if (!isFor(row, { item, customerClass, customer })) return;
      if (row.from > day || day > row.until) return;
      used[place] = addRatios(used[place]!, inStockUnits(plan, demand));
    });
  }
  return used;
}

function inStockUnits(plan: Plan, { item, quantity, unit }: PlanningRow<"demands">): Ratio {
  const given = parseRatio(quantity) ?? NOTHING;
  const known = unit === undefined ? undefined : promiseItem(plan, item);
  const factor = known === undefined || known.unit === unit ? undefined : known.contains.get(unit!);
  return factor === undefined ? given : multiplyRatios(given, factor);
}

function amountOf({ count, decimals }: QuotaQuestion): Ratio {
  return divideRatios(ratioOf(BigInt(count), 1n), ratioOf(powerOfTen(decimals), 1n));
}

function isMore(a: Ratio, b: Ratio): boolean {
  return a.num * b.den > b.num * a.den;
}
