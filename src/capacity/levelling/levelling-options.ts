import {
  addMistake,
  type Bucket,
  type ExactNumber,
  exactNumber,
  type Issue,
  listOf,
  oneOf,
  optional,
  type Ratio,
  readArgument,
  recordOf,
  refuseMistakes,
} from "../../core/index.js";
import type { PlanningInput } from "../../mrp/index.js";

/** What may be done about an overload (C4). */
export type Remedy = "pullAhead" | "alternate" | "overtime" | "push";

/** How the load of a plan is levelled. */
export interface LevellingOptions {
  /** Capacity is to do for each of these; `"week"` when left out. */
  readonly bucket?: Bucket | undefined;
  /**
   * What is tried, in turn; `["pullAhead", "alternate", "overtime", "push"]` when left out.
   */
  readonly remedies?: readonly Remedy[] | undefined;
  /** What a day costs that an order is later than wanted; 0 when left out. */
  readonly latenessCostPerDay?: ExactNumber | undefined;
  /**
   * What a stock unit of an item costs for a day in stock, by its id; of an item that is left out its
   * own `holdingCost`.
   */
  readonly holdingCostPerDay?: Readonly<Record<string, ExactNumber>> | undefined;
}

/** The options as they are carried out. */
export interface ReadLevellingOptions {
  readonly bucket: Bucket;
  readonly remedies: readonly Remedy[];
  readonly latenessCostPerDay: Ratio;
  readonly holdingCostPerDay: ReadonlyMap<string, Ratio>;
}

const fields = {
  bucket: optional(oneOf("day", "week", "month"), "week" as const),
  remedies: optional(listOf(oneOf("pullAhead", "alternate", "overtime", "push")), [
    "pullAhead",
    "alternate",
    "overtime",
    "push",
  ] as const),
  latenessCostPerDay: optional(exactNumber(0), { num: 0n, den: 1n }),
  holdingCostPerDay: optional(recordOf(exactNumber(0)), new Map()),
};

/** Reads the options; refuses what is none. */
export function readLevellingOptions(options: LevellingOptions): ReadLevellingOptions {
  return readArgument(options, fields, ({ remedies }, issues) => {
    for (const [n, remedy] of (remedies ?? []).entries()) {
      if (remedy === undefined || remedies?.indexOf(remedy) === n) continue;
      const message = `The remedy "${remedy}" stands here for the second time. Name each once.`;
      addMistake({ path: ["remedies", n], issues }, "duplicateId", message, { id: remedy });
    }
  });
}

/** Refuses costs of items that the plan does not have. */
export function refuseUnknownItems(
  { holdingCostPerDay }: ReadLevellingOptions,
  { items = [] }: PlanningInput,
): void {
  const issues: Issue[] = [];
  const known = new Set(items.map(({ id }) => id));
  for (const id of holdingCostPerDay.keys()) {
    if (known.has(id)) continue;
    const message = `The plan has no item ${JSON.stringify(id)}. Name one that it has.`;
    addMistake({ path: ["holdingCostPerDay", id], issues }, "unknownId", message, { id });
  }
  refuseMistakes(issues);
}
