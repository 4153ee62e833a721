import { compareText, divideRatios, formatRatio, type Ratio } from "../core/index.js";
import {
  type Issues,
  isObject,
  noteContradiction,
  noteType,
  type Path,
  pickFields,
  readFields,
  readId,
  readList,
  readMap,
  readOwnFields,
  readQuantity,
  refuseAll,
} from "./argument.js";
import type { BomRow } from "./bom-row.js";
import {
  covers,
  EFFECTIVITY,
  type Effectivity,
  type EffectivityPoint,
  noteMissingPoint,
  readEffectivity,
  readPoint,
} from "./effectivity.js";
import { show } from "./issue.js";
import type { AskedQuantity } from "./question.js";

/** A line of a {@link BillVersion}; further fields are handed through to its row. */
export interface BillLine extends Effectivity {
  /** Id of the component. */
  readonly item: string;
  /** Quantity of the component per `output` of the parent, 0 or more. */
  readonly quantity: AskedQuantity;
}

/** A bill of material of an item, or one version of it. */
export interface BillVersion<Line extends BillLine = BillLine> extends Effectivity {
  /** Id of what is made. */
  readonly item: string;
  /** Name of the version. */
  readonly version?: string | undefined;
  /** How many of the item the lines make, above 0; 1 when left out. */
  readonly output?: AskedQuantity | undefined;
  readonly lines: readonly Line[];
}

/** What {@link rowsAsOf} is asked for. */
export interface AsOf extends EffectivityPoint {
  /** Item → the version to take, whenever it is valid; for other items the valid one is taken. */
  readonly versions?: ReadonlyMap<string, string> | undefined;
}

/** A row of a bill as it is at a moment, with the fields of its line that have not been used up. */
export type RowAsOf<Line extends BillLine> = BomRow &
  Omit<Line, "item" | "quantity" | keyof Effectivity>;

interface ReadLine {
  readonly component: string;
  readonly quantity: Ratio;
  readonly range: Effectivity;
  readonly rest: Readonly<Record<string, unknown>>;
}

interface ReadBill {
  readonly place: number;
  readonly item: string;
  readonly version: string | undefined;
  readonly output: Ratio;
  readonly range: Effectivity;
  readonly lines: readonly ReadLine[];
}

const HEAD = ["item", "version", "output", "lines", ...EFFECTIVITY] as const;
const USED_UP: ReadonlySet<string> = new Set(["item", "quantity", ...EFFECTIVITY]);
const ROW = ["parent", "component", "quantity"] as const;
const ONE: Ratio = { num: 1n, den: 1n };

/**
 * Takes from bills with versions and limited validity the rows that are valid at a moment.
 *
 * Of each item the version that `versions` names is taken; else, of those that are valid on the day
 * and for the serial number, the one with the latest `validFrom`, of equal ones the one with the
 * highest `serialFrom`. An item of which none is valid has no rows. Of the version taken, the lines
 * that are valid stay, their quantity divided by the output. What has been used up is in no row; other
 * fields of a line (`when`, `scrap`) are, and {@link bomGraph} refuses them until something took them
 * out: {@link variantRows} takes `when`, {@link bomRowOf} all of them.
 *
 * @param bills - of any number of items, each with its lines
 * @param at - the day, the serial number and the versions asked for
 * @returns the rows, in the order of the bills and their lines
 * @throws PlanningInputError with everything that is wrong; two versions of an item between which the
 * rule cannot choose are a `contradiction`, a version that no bill has is an `unknownId`
 *
 * Source: rule B8; APICS dictionary, "effectivity date".
 *
 * @example
 * ```ts
 * const bills = [
 *   { item: "lamp", lines: [{ item: "bulb", quantity: 1 }] },
 *   {
 *     item: "lamp",
 *     validFrom: "2026-07-01",
 *     output: 10,
 *     lines: [{ item: "diode", quantity: 40 }, { item: "fan", quantity: 10, validTo: "2027-01-01" }],
 *   },
 * ];
 * rowsAsOf(bills, { date: "2026-06-30" });
 * // => [{ parent: "lamp", component: "bulb", quantity: "1" }]
 * rowsAsOf(bills, { date: "2027-01-01" });
 * // => [{ parent: "lamp", component: "diode", quantity: "4" }]
 * ```
 */
export function rowsAsOf<Line extends BillLine>(
  bills: readonly BillVersion<Line>[],
  at: AsOf,
): readonly RowAsOf<Line>[] {
  const issues: Issues = [];
  const asked = readFields(at, ["at"], ["date", "serial", "versions"], issues);
  const point = readPoint(asked, issues);
  const named = readVersions(asked.versions, issues);
  const read = readList(bills, ["bills"], issues).map((bill, n) => readBill(bill, n, issues));
  const ranges = read.flatMap(({ range, lines }) => [range, ...lines.map((line) => line.range)]);
  noteMissingPoint(ranges, point, issues);
  const taken = issues.length > 0 ? [] : chooseVersions(read, named, point, issues);
  refuseAll(issues);
  const rows = taken.flatMap(({ item, output, lines }) =>
    lines
      .filter(({ range }) => covers(range, point))
      .map(({ component, quantity, rest }) => ({
        ...rest,
        parent: item,
        component,
        quantity: formatRatio(divideRatios(quantity, output)),
      })),
  );
  return rows as unknown as RowAsOf<Line>[]; // the rest of a line is what its type says
}

/**
 * Takes the row of a structure out of one that carries more.
 *
 * @param row - a row with any further fields
 * @returns its `parent`, `component` and `quantity`, as {@link bomGraph} takes them
 * @throws PlanningInputError when it is no object; what the fields hold is checked by {@link bomGraph}
 *
 * Source: rule B9.
 *
 * @example
 * ```ts
 * const rows = [{ parent: "cart", component: "wheel", quantity: 4, scrap: "0.02" }];
 * bomGraph(rows.map(bomRowOf)).items; // => ["cart", "wheel"]
 * ```
 */
export function bomRowOf(row: BomRow): BomRow {
  const issues: Issues = [];
  if (!isObject(row)) noteType(row, ["row"], "an object { parent, component, quantity }", issues);
  const fields = isObject(row) ? pickFields(row, ["row"], ROW, issues) : {};
  refuseAll(issues);
  return fields as BomRow; // bomGraph checks what they are, of all rows at once
}

function readVersions(value: unknown, issues: Issues): ReadonlyMap<string, string> {
  if (value === undefined) return new Map();
  const path = ["at", "versions"];
  const entries = readMap(value, path, issues);
  return new Map(entries.map(([item, name]) => [item, readId(name, [...path, item], issues)]));
}

function readBill(value: unknown, place: number, issues: Issues): ReadBill {
  const path: Path = ["bills", place];
  const fields = readFields(value, path, HEAD, issues);
  const { version, output } = fields;
  return {
    place,
    item: readId(fields.item, [...path, "item"], issues),
    version: version === undefined ? undefined : readId(version, [...path, "version"], issues),
    output:
      output === undefined ? ONE : readQuantity(output, [...path, "output"], "above 0", issues),
    range: readEffectivity(fields as Effectivity, path, issues),
    lines: readList(fields.lines, [...path, "lines"], issues).map((line, n) =>
      readLine(line, [...path, "lines", n], issues),
    ),
  };
}

function readLine(value: unknown, path: Path, issues: Issues): ReadLine {
  if (!isObject(value)) noteType(value, path, "an object { item, quantity }", issues);
  const line = isObject(value) ? readOwnFields(value, path, issues) : undefined;
  if (line === undefined) return { component: "", quantity: ONE, range: {}, rest: {} };
  for (const field of ["parent", "component"]) {
    if (!Object.hasOwn(line, field)) continue;
    const message = `The field ${show(field)} is unknown here: the bill names the parent, and item the component. Take it out.`;
    issues.push({ code: "unknownField", path: [...path, field], message });
  }
  return {
    component: readId(line.item, [...path, "item"], issues),
    quantity: readQuantity(line.quantity, [...path, "quantity"], "0 or more", issues),
    range: readEffectivity(line, path, issues),
    rest: Object.fromEntries(Object.entries(line).filter(([field]) => !USED_UP.has(field))),
  };
}

/** One version of each item (B8), in the order of the bills. */
function chooseVersions(
  bills: readonly ReadBill[],
  named: ReadonlyMap<string, string>,
  point: EffectivityPoint,
  issues: Issues,
): ReadBill[] {
  const chosen = new Map<string, ReadBill>();
  const twins: ReadBill[] = []; // each found equal to the one chosen then, which may change
  for (const bill of bills) {
    const name = named.get(bill.item);
    const fits = name === undefined ? covers(bill.range, point) : bill.version === name;
    if (!fits) continue;
    const other = chosen.get(bill.item);
    const order = other === undefined ? 1 : name === undefined ? later(bill, other) : 0;
    if (order > 0) chosen.set(bill.item, bill);
    else if (order === 0) twins.push(bill);
  }
  for (const bill of twins) {
    const other = chosen.get(bill.item)!;
    const name = named.get(bill.item);
    if (name !== undefined || later(bill, other) === 0) noteTwins(bill, other, name, issues);
  }
  for (const [id, version] of named) {
    if (chosen.has(id)) continue;
    const message = `No bill of ${show(id)} has the version ${show(version)}. Correct its name.`;
    issues.push({ code: "unknownId", path: ["at", "versions", id], message, id: version });
  }
  return [...chosen.values()].sort((a, b) => a.place - b.place);
}

/** Above 0 when a bill began after another, 0 when nothing tells them apart. */
function later({ range: a }: ReadBill, { range: b }: ReadBill): number {
  const byDay = compareText(a.validFrom ?? "", b.validFrom ?? "");
  return byDay === 0 ? (a.serialFrom ?? -1) - (b.serialFrom ?? -1) : byDay;
}

function noteTwins(
  bill: ReadBill,
  other: ReadBill,
  name: string | undefined,
  issues: Issues,
): void {
  const which = name === undefined ? "is valid since the same day as" : "has the version of";
  const message = `The bills[${bill.place}] of ${show(bill.item)} ${which} bills[${other.place}], so that nothing says which one to take. Change one of them, or name a version.`;
  noteContradiction(["bills", bill.place], message, issues);
}
