import type { PlanningIssue } from "../input/issues.js";
import { show } from "../input/issues.js";
import type { Path } from "../input/path.js";

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
    const named = typeof key === "string" ? show(key) : JSON.stringify(key);
    const message = `No row of ${list} has the key ${named}. Correct it, or leave it out.`;
    this.found.push({ code: "unknownId", path: [...path], message });
  }

  contradiction(path: Path, message: string): void {
    this.found.push({ code: "contradiction", path: [...path], message });
  }

  invalidQuantity(path: Path, value: unknown): void {
    const message = `The quantity (${show(value)}) must be a number, or a decimal as text with a point ("12.5"), and more than 0.`;
    this.found.push({ code: "invalidQuantity", path: [...path], message });
  }
}
