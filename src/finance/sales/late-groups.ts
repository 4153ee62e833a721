import { compareText, type Day } from "../../core/index.js";
import { bucketOfDay } from "../ledger/ledger-bucket.js";
import type { PenalizedDemand } from "./late-demands.js";
import type { LatenessKey, ReadLateness } from "./lateness-options.js";

/** Late demands that have the same keys, in one bucket. */
export interface LateGroup {
  readonly keys: Readonly<Partial<Record<LatenessKey, string | null>>>;
  readonly span: { readonly from: Day; readonly until: Day } | undefined;
  readonly demands: PenalizedDemand[];
}

/** Puts late demands together, in the order of buckets, then keys. */
export function groupLate(
  late: readonly PenalizedDemand[],
  { by, bucket }: Pick<ReadLateness, "by" | "bucket">,
  weekStart: number,
): readonly LateGroup[] {
  const groups = new Map<string, LateGroup>();
  const spans = new Map<Day, LateGroup["span"]>();
  const spanOf = (day: Day): LateGroup["span"] => {
    const span = spans.get(day) ?? (bucket && bucketOfDay(day, bucket, weekStart));
    spans.set(day, span);
    return span;
  };
  for (const one of late) {
    const span = bucket && spanOf(one.available);
    const values = by.map((key) => keyOf(one, key));
    const name = JSON.stringify([span?.from, ...values]);
    const group = groups.get(name);
    if (group === undefined) {
      const keys = Object.fromEntries(by.map((key, n) => [key, values[n]!]));
      groups.set(name, { keys, span, demands: [one] });
    } else group.demands.push(one);
  }
  return [...groups.values()].sort((a, b) => inOrder(by, a, b));
}

function keyOf(
  { demand, customer, family, point }: PenalizedDemand,
  key: LatenessKey,
): string | null {
  switch (key) {
    case "demand":
      return demand;
    case "customer":
      return customer;
    case "family":
      return family;
    default:
      return point[key];
  }
}

/** What has no such key stands last. */
function inOrder(by: readonly LatenessKey[], a: LateGroup, b: LateGroup): number {
  const bySpan = (a.span?.from ?? 0) - (b.span?.from ?? 0);
  if (bySpan !== 0) return bySpan;
  for (const key of by) {
    const [one, other] = [a.keys[key] ?? null, b.keys[key] ?? null];
    if (one === other) continue;
    if (one === null || other === null) return one === null ? 1 : -1;
    return compareText(one, other);
  }
  return 0;
}
