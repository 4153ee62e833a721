import {
  type ExactNumber,
  exactNumber,
  flag,
  listOf,
  ONE,
  oneOf,
  optional,
  type Ratio,
  readArgument,
} from "../../core/index.js";

/** What is done with an order that would have to begin before the planning start (K55, rule C3). */
export interface RequirementOptions {
  /**
   * `"forward"`: it is scheduled forward from the planning start, and is late. `"keep"`: it stays where
   * it would have had to begin. `"forward"` when left out.
   */
  readonly startsInPast?: "forward" | "keep" | undefined;
  /** First its queues are shortened: the parts of them that are tried in turn, each from 0 to 1. */
  readonly queueReduction?: readonly ExactNumber[] | undefined;
  /** Then the receiving time before its due day is worked too. */
  readonly giveUpReceivingTime?: boolean | undefined;
}

/** How an order may be reduced, one try after the other. */
export interface Reduction {
  readonly queueFactor: Ratio;
  readonly receivingTimeGivenUp: boolean;
}

/** The options as they are carried out. */
export interface Reductions {
  /** The first is no reduction. */
  readonly tries: readonly Reduction[];
  readonly startsInPast: "forward" | "keep";
}

const fields = {
  startsInPast: optional(oneOf("forward", "keep"), "forward" as const),
  queueReduction: optional(listOf(exactNumber(0, 1)), []),
  giveUpReceivingTime: optional(flag, false),
};

/** Reads the options; refuses what is none. */
export function readReductions(options: RequirementOptions): Reductions {
  const { startsInPast, queueReduction, giveUpReceivingTime } = readArgument(options, fields);
  const factors = [ONE, ...queueReduction];
  const tries = factors.map((queueFactor) => ({ queueFactor, receivingTimeGivenUp: false }));
  const last = factors[factors.length - 1]!;
  if (giveUpReceivingTime) tries.push({ queueFactor: last, receivingTimeGivenUp: true });
  return { tries, startsInPast };
}
