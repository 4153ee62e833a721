import type * as z from "zod";
import { EXPECTED } from "../schema/values.js";
import type { Path } from "./path.js";

type ZodIssue = z.core.$ZodIssue;
type Fields = Record<string | number, unknown>;

/** Rounds after which a value that is still unsound is given up; each mends one level of nesting. */
const MOST_ROUNDS = 12;

/**
 * What is sound of a value that is not: a view of it in which every unsound field is left out or,
 * where one is required, has a stand-in. So what is wrong beside a misspelt date is found in the
 * same run. Nothing is planned from it.
 *
 * @param value - what was checked
 * @param base - where it stands in the input
 * @param found - what the check found
 * @param wrong - the check
 * @returns the view, or the value where it only has fields too many; it is not touched. `undefined` when
 * there can be no view
 */
export function soundPart(
  value: unknown,
  base: Path,
  found: readonly ZodIssue[],
  wrong: (value: unknown) => readonly ZodIssue[],
): unknown {
  const hasFields = isObject(value) && !Array.isArray(value);
  if (!hasFields && base.length === 0) return undefined;
  if (hasFields && found.every(isOfUnknown)) return value;
  const draft = new Draft(hasFields ? value : {});
  const attempts = new Map<string, number>();
  let open = hasFields ? found : wrong(draft.root);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const mended = new Set<string>();
    for (const issue of open) mend(draft, issue, issue.path as Path, base, { attempts, mended });
    open = wrong(draft.root).filter((issue) => !isOfUnknown(issue));
    if (open.length === 0) return draft.root;
  }
  return undefined;
}

/** Unknown fields cannot hide what is known. */
function isOfUnknown({ code }: ZodIssue): boolean {
  return code === "unrecognized_keys";
}

/**
 * The same of many values that are no objects: nothing of them is left, so what stands in for one does
 * for each, but for the ids.
 *
 * @param wrong - the check
 * @returns what stands in for the value at a place
 */
export function soundStandIns(
  wrong: (value: unknown) => readonly ZodIssue[],
): (base: Path) => unknown {
  let first: { readonly base: Path; readonly standIn: unknown } | undefined;
  return (base) => {
    if (first === undefined) {
      first = { base, standIn: soundPart(undefined, base, [], wrong) };
      return first.standIn;
    }
    if (!isObject(first.standIn)) return undefined;
    const another: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(first.standIn)) {
      const isId = value === idAt([...first.base, field]);
      another[field] = isId ? idAt([...base, field]) : value;
    }
    return another;
  };
}

/** Places by their paths as JSON. */
interface Mended {
  /** How often each was mended. */
  readonly attempts: Map<string, number>;
  /** Those of this round: several mistakes in one place are mended together. */
  readonly mended: Set<string>;
}

/** Leaves a field out; if that does not help, puts a stand-in; then does so with what holds it. */
function mend(draft: Draft, issue: ZodIssue, path: Path, base: Path, done: Mended): void {
  const key = path.at(-1);
  if (isOfUnknown(issue) || key === undefined) return;
  const place = JSON.stringify(path);
  if (done.mended.has(place)) return;
  const tried = done.attempts.get(place) ?? 0;
  // A quantity of 0 says less than none: some rules ask for one.
  const leaveOut = typeof key === "string" && issue.message !== EXPECTED.quantity;
  const standIn = standInFor(issue, [...base, ...path]);
  done.attempts.set(place, tried + 1);
  done.mended.add(place);
  if (tried === 0 && leaveOut) draft.put(path, undefined);
  else if (tried <= 1 && standIn !== undefined) draft.put(path, standIn);
  else mend(draft, issue, path.slice(0, -1), base, done);
}

/** Stand-ins from which no further mistake follows. */
const STAND_INS: ReadonlyMap<string, () => unknown> = new Map<string, () => unknown>([
  [EXPECTED.quantity, () => 0],
  [EXPECTED.ratio, () => 1],
  [EXPECTED.date, () => "1900-01-01"],
  [EXPECTED.minute, () => "1900-01-01T00:00"],
  [EXPECTED.timeOfDay, () => "00:00"],
  [EXPECTED.text, () => ""],
  [EXPECTED.flag, () => false],
  [EXPECTED.days, () => 0],
  [EXPECTED.signedDays, () => 0],
  [EXPECTED.wholeNumber, () => 0],
  [EXPECTED.someNumber, () => 1],
  [EXPECTED.decimals, () => 0],
  [EXPECTED.number, () => 0],
  [EXPECTED.list, () => []],
  [EXPECTED.object, () => ({})],
]);

function standInFor(issue: ZodIssue, path: Path): unknown {
  if (issue.message === EXPECTED.id) return idAt(path);
  if (issue.code === "invalid_value") return issue.values[0];
  return STAND_INS.get(issue.message)?.();
}

/** Ids are unique, so each stand-in is another one. */
function idAt(path: Path): string {
  return `\u0000${JSON.stringify(path)}`;
}

/**
 * A value that may be changed at a path. What lies on the way there gets a layer of its own over
 * the original, which shows through where nothing is written.
 */
class Draft {
  readonly root: object;
  readonly #layers = new Set<unknown>();

  constructor(value: object) {
    this.root = this.#layer(value);
  }

  put(path: Path, value: unknown): void {
    let holder = this.root as Fields;
    for (const key of path.slice(0, -1)) {
      const child = holder[key];
      if (!isObject(child)) return;
      if (!this.#layers.has(child)) write(holder, key, this.#layer(child));
      holder = holder[key] as Fields;
    }
    write(holder, path.at(-1)!, value);
  }

  #layer(value: object): object {
    const layer: object = Array.isArray(value) ? Array.from(value) : Object.create(value);
    this.#layers.add(layer);
    return layer;
  }
}

/** The original may be frozen, which would forbid a plain assignment to its layer. */
function write(holder: Fields, key: string | number, value: unknown): void {
  Object.defineProperty(holder, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
