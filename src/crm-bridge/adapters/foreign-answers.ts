import { showValue } from "../../core/index.js";
import { EXPECTED, quantity } from "../schema/values.js";
import { type DayOfTime, dayOfTime, isTime } from "./day-of-time.js";
import type { ForeignDraft, ForeignEntry, ForeignLists } from "./foreign-draft.js";
import type { DealStatus } from "./foreign-options.js";
import { FOREIGN } from "./foreign-values.js";

type AnyDraft = Pick<ForeignDraft<ForeignLists>, "refuse" | "ownerOf">;

/**
 * What the options say of a status or stage that a system lets its users choose.
 *
 * @param option - how the option is called
 * @param meanings - what it says
 * @returns `undefined` when it says nothing, which is noted; records that are ignored do not come so far
 */
export function meaningOf<Meaning extends string>(
  draft: AnyDraft,
  entry: ForeignEntry,
  field: readonly (string | number)[],
  value: string,
  option: string,
  meanings: ReadonlyMap<string, Meaning> | undefined,
): Exclude<Meaning, "ignored"> | undefined {
  const meaning = meanings?.get(value);
  if (meaning === undefined) {
    const message = `The ${field.at(-1)} (${showValue(value)})${draft.ownerOf(entry)} is none of the option ${option}. Say there what it means.`;
    draft.refuse(entry, "unknownId", field, message, { value });
    return undefined;
  }
  return meaning as Exclude<Meaning, "ignored">;
}

/**
 * How likely a deal is: as the system says, else what its status or the options say.
 *
 * @returns "0" beside a noted mistake when nobody says it
 */
export function likelihoodOf(
  draft: AnyDraft,
  entry: ForeignEntry,
  field: readonly (string | number)[],
  deal: {
    readonly given: string | undefined;
    readonly status: DealStatus | undefined;
    readonly stage: string;
  },
  probabilities: ReadonlyMap<string, number | string> | undefined,
): number | string {
  if (deal.given !== undefined) return deal.given;
  if (deal.status === "won") return 1;
  if (deal.status === "lost") return 0;
  const probability = probabilities?.get(deal.stage);
  if (probability === undefined && deal.status !== undefined) {
    const message = `The field ${field.at(-1)}${draft.ownerOf(entry)} is missing. Give it, or a probability of its stage (${showValue(deal.stage)}) in the option probabilities.`;
    draft.refuse(entry, "missingField", field, message);
  }
  return probability ?? "0";
}

/** The day in a field that the options name. */
export function dayIn(
  draft: AnyDraft,
  entry: ForeignEntry,
  fields: Readonly<Record<string, unknown>>,
  path: readonly string[],
  field: string | undefined,
  dayOf: DayOfTime,
): string | undefined {
  const value = field === undefined ? undefined : fields[field];
  if (field === undefined || value === undefined) return undefined;
  if (isTime(value)) return dayOfTime(value as string | number, dayOf);
  const message = `The ${field} (${showValue(value)})${draft.ownerOf(entry)} must be ${FOREIGN.time}.`;
  draft.refuse(entry, "invalidDate", [...path, field], message);
  return undefined;
}

/** The quantity in a field that the options name. */
export function quantityIn(
  draft: AnyDraft,
  entry: ForeignEntry,
  field: string | undefined,
): number | string | undefined {
  const value = field === undefined ? undefined : entry.copy[field];
  if (field === undefined || value === undefined) return undefined;
  const read = quantity.safeParse(value);
  if (read.success) return read.data;
  const message = `The ${field} (${showValue(value)})${draft.ownerOf(entry)} must be ${EXPECTED.quantity}.`;
  draft.refuse(entry, "invalidQuantity", [field], message);
  return undefined;
}

/** The account that a record names; a record of an account that is left out is left out. */
export function accountOf<Lists extends ForeignLists>(
  draft: ForeignDraft<Lists>,
  entry: ForeignEntry,
  field: string,
  list: keyof Lists & string,
  id: string,
): string {
  if (draft.named(list, id)?.isLeftOut) {
    const message = `The ${field} (${showValue(id)})${draft.ownerOf(entry)} is left out of the ${list}, and so is what names it.`;
    draft.refuse(entry, "leftOut", [field], message);
  }
  return id;
}
