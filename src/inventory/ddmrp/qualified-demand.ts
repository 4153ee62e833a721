import { addRatios, type Ratio, ratioOf } from "../../core/index.js";
import { identifier, listOf, objectOf, oneOf, optional, readArgument } from "../argument.js";
import { asNumber, compareRatios } from "../exact-number.js";
import { finite } from "../finite.js";
import { type ExactNumber, exactNonNegative } from "../lot-sizing/exact-argument.js";
import { wholeNumber } from "../number-argument.js";
import { plainDay } from "./buffer-argument.js";

/** A demand that a buffer sees. */
export interface BufferDemand {
  readonly id: string;
  readonly quantity: ExactNumber;
  /** `"YYYY-MM-DD"` */
  readonly due: string;
}

/** Demand, and what of later demand is a spike. */
export interface QualifiedDemandInput {
  /** `"YYYY-MM-DD"` */
  readonly today: string;
  /** So much demand makes a spike, see `spikeThreshold` of {@link bufferZones}. */
  readonly spikeThreshold: ExactNumber;
  /** How many days after today are looked at for spikes; all without it. */
  readonly spikeHorizon?: number | undefined;
  /** Whether the demand of a day is compared with the threshold (`"day"`, without it) or each order. */
  readonly by?: "day" | "order" | undefined;
  readonly demands: readonly BufferDemand[];
}

/** Demand that takes part in the net flow. */
export interface QualifiedDemand {
  /** All of it: past due, today and spikes. */
  readonly quantity: number;
  readonly pastDue: number;
  readonly today: number;
  readonly spikes: number;
  /** The ids of what is in it, in the order in which they were given. */
  readonly qualified: readonly string[];
  /** Demand after the horizon, whatever its size. */
  readonly outsideHorizon: number;
}

type When = "pastDue" | "today" | "spikes" | "small" | "outsideHorizon";

/**
 * The demand that counts in the net flow of a buffer: what is past due, what is due today, and
 * spikes within the horizon.
 *
 * @param input - today, demands, threshold and horizon
 * @returns the quantity, its parts and the ids of the demands in it
 * @throws PlanningInputError when a field is wrong
 *
 * Ptak & Smith, *Orlicky's Material Requirements Planning*, 3rd edition, demand driven MRP.
 *
 * @example
 * ```ts
 * const { quantity, qualified } = qualifiedDemand({
 *   today: "2026-01-05",
 *   spikeThreshold: 15,
 *   spikeHorizon: 10,
 *   demands: [
 *     { id: "today", quantity: 10, due: "2026-01-05" },
 *     { id: "small", quantity: 14, due: "2026-01-06" },
 *     { id: "large", quantity: 16, due: "2026-01-07" },
 *   ],
 * });
 * quantity; // => 26
 * qualified; // => ["today", "large"]
 * ```
 */
export function qualifiedDemand(input: QualifiedDemandInput): QualifiedDemand {
  const { today, spikeThreshold, spikeHorizon, by, demands } = readArgument(input, {
    today: plainDay,
    spikeThreshold: exactNonNegative,
    spikeHorizon: optional(wholeNumber(0)),
    by: optional(oneOf("day", "order"), "day"),
    demands: listOf(objectOf({ id: identifier, quantity: exactNonNegative, due: plainDay })),
  });
  const totals = new Map<number, Ratio>();
  for (const { due, quantity } of demands) {
    totals.set(due, addRatios(totals.get(due) ?? NOTHING, quantity));
  }
  const last = today + (spikeHorizon ?? Number.POSITIVE_INFINITY);
  const sums = new Map<When, Ratio>();
  const qualified: string[] = [];
  for (const { id, due, quantity } of demands) {
    const compared = by === "day" ? totals.get(due)! : quantity;
    const when = whenOf(due, today, last, compareRatios(compared, spikeThreshold) >= 0);
    sums.set(when, addRatios(sums.get(when) ?? NOTHING, quantity));
    if (when !== "small" && when !== "outsideHorizon") qualified.push(id);
  }
  const sumOf = (when: When): Ratio => sums.get(when) ?? NOTHING;
  const counted = (["pastDue", "today", "spikes"] as const).map(sumOf).reduce(addRatios);
  return finite({
    quantity: asNumber(counted),
    pastDue: asNumber(sumOf("pastDue")),
    today: asNumber(sumOf("today")),
    spikes: asNumber(sumOf("spikes")),
    qualified,
    outsideHorizon: asNumber(sumOf("outsideHorizon")),
  });
}

const NOTHING = ratioOf(0n, 1n);

function whenOf(due: number, today: number, last: number, isLarge: boolean): When {
  if (due < today) return "pastDue";
  if (due === today) return "today";
  if (due > last) return "outsideHorizon";
  return isLarge ? "spikes" : "small";
}
