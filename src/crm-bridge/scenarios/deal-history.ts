import {
  type Check,
  dayArgument,
  identifier,
  isPlainObject,
  listOf,
  objectOf,
  oneOf,
  optional,
  type Read,
  readArgument,
  UNSOUND,
  wrongType,
} from "../../core/index.js";

/** What a deal went through, as an opportunity says it; its other fields are not read. */
export interface DealHistory {
  /** The stage it is in, or was in when it was closed. */
  readonly stage: string;
  readonly status: "open" | "won" | "lost";
  readonly closeDate?: string | undefined;
  /** When it was really closed; left out: on its close date. */
  readonly closedDate?: string | undefined;
  /** In any order; of one date the first row is the first. */
  readonly history?:
    | readonly {
        readonly date: string;
        readonly stage: string;
        readonly closeDate?: string | undefined;
      }[]
    | undefined;
}

const FIELDS = {
  stage: identifier,
  status: oneOf("open", "won", "lost"),
  closeDate: optional(dayArgument),
  closedDate: optional(dayArgument),
  history: optional(
    listOf(objectOf({ date: dayArgument, stage: identifier, closeDate: optional(dayArgument) })),
    [],
  ),
};

/** A deal as it was read. */
export type ReadHistory = Read<typeof FIELDS>;

const fields = objectOf(FIELDS);

const deal: Check<ReadHistory> = (value, place) => {
  if (!isPlainObject(value)) {
    wrongType(value, place, "a deal { stage, status, closeDate, … }");
    return UNSOUND;
  }
  const { stage, status, closeDate, closedDate, history } = value as Record<string, unknown>;
  return fields({ stage, status, closeDate, closedDate, history }, place);
};

/** Reads deals: rows of `opportunities`, read or not. @throws PlanningInputError with all that is wrong */
export function readHistories(deals: unknown): readonly ReadHistory[] {
  return readArgument({ deals }, { deals: listOf(deal) }).deals;
}
