import { variantRows } from "../../bom/index.js";
import {
  addMistake,
  type Check,
  type Day,
  dayArgument,
  exactNumber,
  type Fields,
  formatPath,
  identifier,
  isPlainObject,
  listOf,
  objectOf,
  oneOf,
  optional,
  type Place,
  PlanningInputError,
  type Ratio,
  type Read,
  readArgument,
  showValue,
  UNSOUND,
  wholeNumber,
  wrongType,
} from "../../core/index.js";
import type { DemandPolicy, OptionBill, Variants } from "./demand-policy.js";
import { mapOf } from "./map-argument.js";
import { type StageProbabilities, stageProbabilities } from "./probability.js";
import type { RecordContext } from "./record-context.js";

/** How deals become demand, as it was read. */
export type ReadDealPolicy =
  | { readonly use: "threshold"; readonly above: Ratio }
  | { readonly use: "expected" }
  | {
      readonly use: "chosen";
      /** The ids of threads, with their places. */
      readonly deals: ReadonlyMap<string, number>;
      readonly slips: ReadonlyMap<string, number>;
    }
  | { readonly use: "none" };

/** A policy as it was read. */
export interface ReadPolicy
  extends Pick<DemandPolicy, "needDate" | "forecast" | "pipeline" | "contractRest" | "credit"> {
  readonly asOf: Day;
  readonly deals: ReadDealPolicy;
  readonly quotes: ReadDealPolicy;
  readonly slipDays: number;
  readonly probabilities: StageProbabilities;
  readonly variants: Variants;
  readonly factors: RecordContext["factors"];
}

const MOST_DAYS = 36_500;
const slipDays = wholeNumber(-MOST_DAYS, MOST_DAYS);

const dealPolicies = {
  threshold: objectOf({ use: oneOf("threshold"), above: exactNumber(0, 1) }),
  expected: objectOf({ use: oneOf("expected") }),
  chosen: objectOf({
    use: oneOf("chosen"),
    deals: listOf(identifier),
    slips: optional(mapOf(slipDays), new Map<string, number>()),
  }),
  none: objectOf({ use: oneOf("none") }),
};

const needDates = {
  requested: objectOf({ from: oneOf("requested") }),
  requestedOrClose: objectOf({
    from: oneOf("requestedOrClose"),
    days: slipDays,
  }),
};

/** Reads a policy: a choice without a default is a `missingField`. */
export function readPolicy(policy: unknown): ReadPolicy {
  const read = readArgument(policy, {
    asOf: dayArgument,
    deals: dealPolicy,
    quotes: optional(dealPolicy),
    needDate: oneOfKinds("from", needDates),
    slipDays: optional(slipDays, 0),
    probabilities: optional(stageProbabilities, new Map<string, Ratio>()),
    forecast: objectOf({ prefer: oneOf("adjusted", "submitted") }),
    pipeline: oneOf("linked", "matching"),
    contractRest: oneOf("none", "even"),
    credit: oneOf("excluded", "demandOnly", "promised"),
    variants: optional(optionBills, []),
    units: optional(unitFactors, new Map<string, Ratio>()),
  });
  return { ...read, quotes: read.quotes ?? read.deals, factors: read.units };
}

/** A factor of a unit is above 0, and is given once. */
function unitFactors(value: unknown, place: Place): RecordContext["factors"] {
  const fields = objectOf({ product: identifier, unit: identifier, contains: exactNumber(0) });
  const factors = new Map<string, Ratio>();
  const factor: Check<unknown> = (one, where) => {
    const read = fields(one, where);
    if (read === UNSOUND) return UNSOUND;
    const { product, unit, contains } = read;
    const key = JSON.stringify([product, unit]);
    if (contains.num === 0n) {
      const path = [...where.path, "contains"];
      addMistake({ ...where, path }, "outOfRange", `The ${formatPath(path)} (0) must be above 0.`);
    } else if (factors.has(key)) {
      const message = `The unit ${showValue(unit)} of product ${showValue(product)} has a factor already. Give one.`;
      addMistake(where, "duplicateId", message);
    } else factors.set(key, contains);
    return read;
  };
  return listOf(factor)(value, place) === UNSOUND ? UNSOUND : factors;
}

function dealPolicy(value: unknown, place: Place): ReadDealPolicy {
  const read = oneOfKinds("use", dealPolicies)(value, place);
  if (read === UNSOUND) return UNSOUND;
  if (read.use !== "chosen") return read;
  return { ...read, deals: new Map(read.deals.map((id, n) => [id, n])) };
}

/** Makes the check of an object that is one of several kinds, told apart by a field. */
function oneOfKinds<Kinds extends Fields>(
  field: string,
  kinds: Kinds,
): Check<Read<Kinds>[keyof Kinds]> {
  const names = Object.keys(kinds);
  return (value, place) => {
    if (!isPlainObject(value)) {
      wrongType(value, place, `an object with a field ${field}`);
      return UNSOUND;
    }
    const path = [...place.path, field];
    const named = (value as Readonly<Record<string, unknown>>)[field];
    const kind = oneOf(...names)(named, { path, issues: place.issues });
    return kind === UNSOUND ? UNSOUND : (kinds[kind]!(value, place) as Read<Kinds>[keyof Kinds]);
  };
}

/** Whether options fit bills is found out line by line; here it is checked that they are bills. */
function optionBills(value: unknown, place: Place): Variants {
  const bill: Check<unknown> = (one, where) => {
    if (!isPlainObject(one)) {
      wrongType(one, where, "a bill { item, lines }");
      return UNSOUND;
    }
    const { item, lines } = one as Readonly<Record<string, unknown>>;
    identifier(item, { path: [...where.path, "item"], issues: where.issues });
    const line: Check<unknown> = (each, at) => {
      if (!isPlainObject(each)) wrongType(each, at, "a line { item, quantity }");
    };
    const at = { path: [...where.path, "lines"], issues: where.issues };
    const before = where.issues.length;
    listOf(line)(lines, at);
    if (where.issues.length === before) checkBillLines(lines as OptionBill["lines"], at);
    return one;
  };
  return listOf(bill)(value, place) as Variants;
}

/** Notes what is wrong with the lines of a bill whatever the options. */
function checkBillLines(lines: OptionBill["lines"], { path, issues }: Place): void {
  try {
    const rows = lines.map((line) => ({ ...line, parent: " ", component: line.item }));
    variantRows(rows, new Map());
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    for (const { code, path: at, message } of error.issues) {
      const [list, n, ...fields] = at;
      // An attribute that is missing, and a bill without a line that applies, are of the options.
      if (list !== "rows" || fields[0] === "parent" || n === undefined) continue;
      const own = fields.map((field, depth) =>
        depth === 0 && field === "component" ? "item" : field,
      );
      const text = message
        .replaceAll("rows[", `${formatPath(path)}[`)
        .replaceAll("].component", "].item");
      issues.push({ code, path: [...path, n, ...own], message: text });
    }
  }
}
