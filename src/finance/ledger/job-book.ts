import type { Ratio } from "../../core/index.js";
import type { Entry } from "./posting.js";

/** Stock that goes into an order or comes of it, with its standard value where that is known. */
export interface JobMovement {
  readonly entry: Omit<Entry, "amount">;
  readonly amount: Ratio | undefined;
}

/** Of what an order is made, and what comes of it. */
export interface Job {
  readonly issued: readonly JobMovement[];
  readonly received: readonly JobMovement[];
}

const EMPTY: Job = { issued: [], received: [] };

const RECEIPTS: ReadonlySet<string> = new Set(["production", "subcontract", "coProduct"]);

/** What goes into orders and open supplies, and comes of them. */
export class JobBook {
  readonly #jobs = new Map<
    string,
    { readonly issued: JobMovement[]; readonly received: JobMovement[] }
  >();

  /** Takes a movement of stock, if it is one for an order. */
  note(entry: Omit<Entry, "amount">, amount: Ratio | undefined): void {
    const isIssued = entry.cause === "issue";
    if (!isIssued && !RECEIPTS.has(entry.cause)) return;
    const key = keyOfJob(entry);
    const job = this.#jobs.get(key) ?? { issued: [], received: [] };
    this.#jobs.set(key, job);
    (isIssued ? job.issued : job.received).push({ entry, amount });
  }

  /** That of a planned order, or of an open supply. */
  of(id: Pick<Entry, "order" | "supply">): Job {
    return this.#jobs.get(keyOfJob(id)) ?? EMPTY;
  }
}

/** The name of an order or open supply. */
export function keyOfJob({ order, supply }: Pick<Entry, "order" | "supply">): string {
  return JSON.stringify([order, supply]);
}
