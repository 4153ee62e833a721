import type { PlanningIssue } from "../input/issues.js";
import { show } from "../input/issues.js";
import type { Path } from "../input/path.js";
import { EXPECTED } from "../schema/values.js";

/** Mistakes of changes, gathered so that a host hears of all of them at once. */
export class ChangeIssues {
  readonly found: PlanningIssue[] = [];

  wrongType(path: Path, value: unknown, expected: string): void {
    const field = path.at(-1);
    const named = typeof field === "number" ? `entry ${field} of ${path.at(-2)}` : field;
    const message = `The ${named} (${show(value)}) must be ${expected}.`;
    this.found.push({ code: "invalidType", path: [...path], message });
  }

  unknownField(path: Path, known: readonly string[]): void {
    const message = `The field ${show(path.at(-1))} is unknown here. Known: ${known.join(", ")}.`;
    this.found.push({ code: "unknownField", path: [...path], message });
  }

  missingId(path: Path, list: string): void {
    const message = `The id of entry ${path.at(-1)} is missing: it says which row of ${list} changes.`;
    this.found.push({ code: "missingField", path: [...path, "id"], message });
  }

  unknownRow(path: Path, list: string, key: unknown): void {
    // A field of the key that is left out is one that the row does not have.
    const more = list === "sources" && isWithoutKind(key) ? ", or give the kind" : "";
    const message = `No row of ${list} has the key ${showKey(key)}. Correct it${more}, or leave it out.`;
    this.found.push({ code: "unknownId", path: [...path], message });
  }

  /** A row that changes name in two ways. */
  namedTwice(path: Path, list: string, key: unknown, first: Path): void {
    const message = `The row ${showKey(key)} of ${list} stands in ${first.join(".")} already. Leave one of them out.`;
    this.contradiction(path, message);
  }

  changedTwice(path: Path, first: Path): void {
    const message = `The ${path.at(-1)} of this row is changed in ${first.join(".")} already. Leave one of them out.`;
    this.contradiction(path, message);
  }

  contradiction(path: Path, message: string): void {
    this.found.push({ code: "contradiction", path: [...path], message });
  }

  invalidDate(path: Path, value: unknown): void {
    const message = `The ${path.at(-1)} (${show(value)}) must be ${EXPECTED.date}.`;
    this.found.push({ code: "invalidDate", path: [...path], message });
  }

  /** A quantity that is not one of its item. */
  uncounted(
    code: "tooFine" | "quantityOverflow",
    path: Path,
    value: unknown,
    { item, decimals }: { readonly item: string; readonly decimals: number },
  ): void {
    const why =
      code === "tooFine"
        ? `is finer than the item's ${decimals} decimals. Round it, or set conventions.excessDigits to "round".`
        : `leaves the exact range at ${decimals} decimals (2^53). Correct it.`;
    const message = `The quantity (${show(value)}) of item ${show(item)} ${why}`;
    this.found.push({ code, path: [...path], message });
  }

  invalidQuantity(path: Path, value: unknown): void {
    const message = `The quantity (${show(value)}) must be a number, or a decimal as text with a point ("12.5"), and more than 0.`;
    this.found.push({ code: "invalidQuantity", path: [...path], message });
  }
}

/** Sources without an id are known by their kind too. */
function isWithoutKind(key: unknown): boolean {
  const { id, kind } = key as { readonly id?: unknown; readonly kind?: unknown };
  return id === undefined && kind === undefined;
}

/** An id, or the fields of a key with what they say. */
function showKey(key: unknown): string {
  if (typeof key !== "object" || key === null) return show(key);
  const fields = Object.entries(key).map(([field, value]) => `${show(field)}: ${show(value)}`);
  return `{ ${fields.join(", ")} }`;
}
