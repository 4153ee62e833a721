import { showValue } from "../../core/index.js";
import type { CrmList, CrmRate } from "../schema/crm-records.js";
import { rowSchemas } from "../schema/crm-records.js";
import { rate } from "../schema/rate.js";
import { CALLED, type CrmRow, type Draft } from "./draft.js";
import { deepFrozen } from "./plain-copy.js";
import { type NoteShape, type OwnerOf, readShape } from "./row-shape.js";

/** After so many wrong rows a list is not read any further. */
const TOO_MANY = 100_000;

/**
 * Reads the rows of a list one by one: each is copied, checked in itself, and frozen.
 *
 * @param draft - takes the rows and the mistakes
 * @param list - the list
 * @param rows - what was given for it
 */
export function readRows(draft: Draft, list: CrmList, rows: readonly unknown[]): void {
  const schema = rowSchemas[list];
  eachRow(draft, list, rows, (given, index) => {
    const mistakes: Parameters<NoteShape>[] = [];
    const note: NoteShape = (...mistake) => mistakes.push(mistake);
    const { copy, isShaped } = readShape(schema, given, ownerIn(list), note);
    const row = isShaped ? (deepFrozen(copy) as CrmRow<CrmList>) : undefined;
    const entry = { list, index, id: idOf(copy), row, isLeftOut: false };
    draft.add(entry);
    for (const [code, path, message, figures] of mistakes) {
      draft.refuse(entry, code, path, message, figures);
    }
    return mistakes.length === 0;
  });
}

/**
 * Reads the rates between currencies; a wrong one is left out.
 *
 * @returns the rates, frozen
 */
export function readRates(draft: Draft, rows: readonly unknown[]): readonly CrmRate[] {
  const sound: { readonly row: CrmRate; readonly index: number }[] = [];
  eachRow(draft, "rates", rows, (given, index) => {
    const note: NoteShape = (code, path, message, figures) => {
      draft.note(code, ["rates", index, ...path], message, figures);
    };
    const { copy, isSound } = readShape(rate, given, () => "", note);
    if (!isSound) return false;
    const row = copy as CrmRate;
    if (row.from !== row.to) sound.push({ row, index });
    else {
      const message = `The to (${showValue(row.to)}) of a rate must be another currency than from.`;
      note("contradiction", ["to"], message);
    }
    return row.from !== row.to;
  });
  return deepFrozen(withoutTwins(draft, sound));
}

/** Leaves out rates of which nobody can tell which holds. */
function withoutTwins(
  draft: Draft,
  rates: readonly { readonly row: CrmRate; readonly index: number }[],
): CrmRate[] {
  const keyOf = (row: CrmRate) => JSON.stringify([row.from, row.to, row.date]);
  const counts = new Map<string, number>();
  for (const { row } of rates) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return rates.flatMap(({ row, index }) => {
    const count = counts.get(keyOf(row)) ?? 1;
    if (count === 1) return [row];
    const { from, to, date } = row;
    const day = date === undefined ? "without a date" : `of ${date}`;
    const message = `The rate from ${showValue(from)} to ${showValue(to)} ${day} is there ${count} times. Keep one.`;
    draft.note("duplicateId", ["rates", index], message);
    return [];
  });
}

/** Visits the rows of a list until too many are wrong; then says so. */
function eachRow(
  draft: Draft,
  list: CrmList | "rates",
  rows: readonly unknown[],
  isSound: (given: unknown, index: number) => boolean,
): void {
  const length = lengthOf(rows);
  let wrong = 0;
  for (let index = 0; index < length; index++) {
    if (wrong === TOO_MANY) {
      const message = `The list ${list} has ${TOO_MANY} wrong rows. Correct them; those from row ${index} on are not read.`;
      draft.note("moreMistakes", [list], message, { count: length - index });
      return;
    }
    if (!isSound(rowAt(rows, index), index)) wrong += 1;
  }
}

/** How many rows a list has; one that cannot tell has none. */
function lengthOf(rows: readonly unknown[]): number {
  try {
    return rows.length;
  } catch {
    return 0;
  }
}

/** A row; one that cannot be read is none. */
function rowAt(rows: readonly unknown[], index: number): unknown {
  try {
    return rows[index];
  } catch {
    return null;
  }
}

/** The id of a copied row, when it has one. */
function idOf(copy: unknown): string | null {
  const id = (copy as { readonly id?: unknown } | null | undefined)?.id;
  return typeof id === "string" && id !== "" ? id : null;
}

function ownerIn(list: CrmList): OwnerOf {
  return (copy) => {
    const id = idOf(copy);
    return id === null ? "" : ` of ${CALLED[list]} ${showValue(id)}`;
  };
}
