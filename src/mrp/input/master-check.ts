import * as z from "zod";
import { masterDataSchema } from "../schema/planning-input.js";
import { type CheckedList, isSoundRow, ROW_SCHEMAS } from "./bulk-check.js";
import { MASTER_ROWS, type Steps } from "./chunks.js";
import { type Check, passes } from "./value-check.js";

/** The lists of the contract by name, each with the schema of its rows. */
const LISTS: ReadonlyMap<string, z.core.$ZodType> = new Map(
  Object.entries(masterDataSchema.shape).flatMap(([name, field]) => {
    const list = field instanceof z.ZodOptional ? field.unwrap() : field;
    return list instanceof z.ZodArray ? [[name, list.element] as const] : [];
  }),
);

function checkOf(name: string, row: z.core.$ZodType): Check {
  const isCheckedByHand = Object.hasOwn(ROW_SCHEMAS, name);
  return isCheckedByHand ? (value) => isSoundRow(name as CheckedList, value) : passes(row);
}

/** All that is no list. */
const frameSchema = masterDataSchema.extend(
  Object.fromEntries(Array.from(LISTS.keys(), (name) => [name, z.unknown().optional()])),
);

const isSoundFrame = passes(frameSchema);

/**
 * Whether master data are sound, and all fields their own: the verdict that their schema gives of the whole,
 * some rows at a time.
 * What is wrong where they are not is for the whole check to say.
 *
 * @param input - anything
 * @param most - rows between two rests
 */
export function* masterDataIsSound(input: unknown, most = MASTER_ROWS): Steps<boolean> {
  if (!isSoundFrame(input)) return false;
  const lists: [rows: readonly unknown[], isSound: Check][] = [];
  for (const [name, row] of LISTS) {
    const rows = (input as Readonly<Record<string, unknown>>)[name];
    if (rows === undefined) continue;
    if (!Array.isArray(rows)) return false;
    // Bulk rows are checked elsewhere.
    if (!(row instanceof z.ZodUnknown)) lists.push([rows, checkOf(name, row)]);
  }
  const count = lists.reduce((sum, [rows]) => sum + rows.length, 0);
  let done = 0;
  for (const [rows, isSound] of lists) {
    // By number, as the schema of a list does: holes are rows, too.
    for (let r = 0; r < rows.length; r++) {
      if (!isSound(rows[r])) return false;
      if (++done % most === 0) yield done / count;
    }
  }
  return true;
}
