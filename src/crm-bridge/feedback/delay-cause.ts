import {
  type DelayedOrder,
  explainDemand,
  type LimitingPart,
  limitingPart,
  type Plan,
} from "../../mrp/index.js";
import { delayLimitText } from "../promise/promise-limit-text.js";

/** Why something is late. */
export interface DelayCause {
  /** What it waits for at last; `null`: the plan has it in time for the day that it has of it. */
  readonly limit: LimitingPart | null;
  /** From the order that comes last down to the one that limits: each waits for the next. */
  readonly chain: readonly DelayedOrder[];
  /** The day for which the plan has it. */
  readonly due: string;
  /** In words, made of the figures. */
  readonly text: string;
}

/** Why a demand is late, worked out when it is read. */
export function delayCause(plan: Plan, demand: string, due: string): DelayCause {
  let chain: readonly DelayedOrder[] | undefined;
  let limit: LimitingPart | null | undefined;
  const cause = {
    get limit() {
      if (limit === undefined) limit = limitingPart(plan, demand);
      return limit;
    },
    get chain() {
      chain ??= explainDemand(plan, demand).chain;
      return chain;
    },
    due,
    get text() {
      return causeText(cause.limit, due);
    },
  };
  return Object.freeze(cause);
}

function causeText(limit: LimitingPart | null, due: string): string {
  return limit === null ? `The plan has it due on ${due} only.` : delayLimitText(limit);
}
