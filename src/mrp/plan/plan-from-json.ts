import { isIterable, isPlainObject, PlanningInputError } from "../../core/index.js";
import type { PlanningColumns } from "../input/columns.js";
import { type PlanningIssue, show } from "../input/issues.js";
import type { Path } from "../input/path.js";
import { readFields, unreadable } from "../input/read-fields.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { type Plan, planRequirements } from "./plan.js";
import type { PlanJSON } from "./plan-json.js";

/**
 * Reads a plan that `JSON.stringify(plan)` wrote.
 *
 * The plan is made again from the input that it carries, its messages too, and must come out order by
 * order as it was saved: orders that were changed on their way are refused, not believed.
 *
 * @param json - what `JSON.parse` returned, or a text
 * @returns the same plan
 * @throws PlanningInputError when it is no saved plan, or does not come out the same
 *
 * @example
 * ```ts
 * const input = { startDate: "2026-01-05", items: [{ id: "wheel", onHand: -3 }] };
 * const copy = planFromJSON(JSON.stringify(planRequirements(input)));
 * copy.orders.at(0)?.quantity.toNumber(); // => 3
 * ```
 */
export function planFromJSON(json: unknown): Plan {
  const saved = typeof json === "string" ? parse(json) : json;
  if (!isSavedPlan(saved)) {
    throw refused("invalidType", [], 'This is no saved plan: it has no format "orlicky.plan".');
  }
  const given = fieldsOf(saved, ["version", "columns", "input", "orders"], []);
  if (given.version !== 1) {
    const message = `The version (${show(given.version)}) of this saved plan must be 1.`;
    throw refused("invalidType", ["version"], message);
  }
  const columns = given.columns === undefined ? undefined : columnsFrom(given.columns);
  const orders = ordersOf(given.orders);
  const plan = planRequirements(
    given.input as PlanningInput,
    columns === undefined ? {} : { columns },
  );
  for (let k = 0; k < Math.max(plan.orders.length, orders.length); k++) {
    if (sameOrder(plan.orders.at(k), orders[k])) continue;
    const message = `Order ${k} of this saved plan is not what its input leads to. Plan again from the input.`;
    throw refused("contradiction", ["orders", k], message);
  }
  return plan;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused("invalidType", [], "This text is no JSON.");
  }
}

function refused(code: string, path: (string | number)[], message: string): PlanningInputError {
  return new PlanningInputError([{ code, path, message }]);
}

function isSavedPlan(saved: unknown): saved is object {
  if (typeof saved !== "object" || saved === null) return false;
  try {
    return (saved as Partial<PlanJSON>).format === "orlicky.plan";
  } catch {
    return false;
  }
}

/** Fields of what was saved, each read once. @throws PlanningInputError when one cannot be read */
function fieldsOf(saved: object, names: readonly string[], path: Path): Record<string, unknown> {
  const issues: PlanningIssue[] = [];
  const fields = readFields(saved, names, path, (issue) => issues.push(issue));
  if (issues.length > 0) throw new PlanningInputError(issues);
  return fields;
}

function ordersOf(saved: unknown): readonly unknown[] {
  try {
    return Array.isArray(saved) ? [...saved] : [];
  } catch {
    throw new PlanningInputError([unreadable(["orders"])]);
  }
}

/** Equal when both are written alike; what cannot be written is like none. */
function sameOrder(made: unknown, saved: unknown): boolean {
  try {
    return (JSON.stringify(made) ?? "") === (JSON.stringify(saved) ?? "");
  } catch {
    return false;
  }
}

function columnsFrom(json: unknown): PlanningColumns {
  const lists = ["demands", "supplies", "stock"] as const;
  const columns: { -readonly [List in keyof PlanningColumns]: PlanningColumns[List] } = {};
  const saved = fieldsOf(objectAt(json, ["columns"]), lists, ["columns"]);
  for (const list of lists) {
    if (saved[list] === undefined) continue;
    const path = ["columns", list];
    const names = ["item", "site", "day", "quantity", "frozen"];
    const rows = fieldsOf(objectAt(saved[list], path), names, path);
    const column = <Column>(name: string, from: (numbers: Iterable<number>) => Column): Column =>
      columnFrom(rows[name] ?? [], [...path, name], from);
    columns[list] = {
      item: column("item", (numbers) => Int32Array.from(numbers)),
      ...(rows.site === undefined
        ? {}
        : { site: column("site", (numbers) => Int32Array.from(numbers)) }),
      day: column("day", (numbers) => Int32Array.from(numbers)),
      quantity: column("quantity", (numbers) => Float64Array.from(numbers)),
      ...(rows.frozen === undefined
        ? {}
        : { frozen: column("frozen", (numbers) => Uint8Array.from(numbers)) }),
    };
  }
  return columns;
}

/** What was saved as an object. @throws PlanningInputError when it is none */
function objectAt(saved: unknown, path: string[]): object {
  try {
    if (isPlainObject(saved)) return saved;
  } catch {
    throw new PlanningInputError([unreadable(path)]);
  }
  const message = `The ${path.at(-1)} (${show(saved)}) of this saved plan must be an object of columns.`;
  throw refused("invalidType", path, message);
}

/** A column as it was saved. @throws PlanningInputError when it is no list of numbers */
function columnFrom<Column>(
  saved: unknown,
  path: string[],
  from: (numbers: Iterable<number>) => Column,
): Column {
  try {
    if (isIterable(saved)) return from(saved as Iterable<number>);
  } catch {
    // It is told like one that is no list.
  }
  const message = `The column ${path.at(-1)} (${show(saved)}) of this saved plan must be a list of numbers.`;
  throw refused("invalidType", path, message);
}
