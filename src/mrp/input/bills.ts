import {
  addRatios,
  divideRatios,
  multiplyRatios,
  ONE,
  parseRatio,
  type Ratio,
} from "../../core/index.js";
import type { PlanningRow } from "../schema/planning-input.js";
import { readAmount, readRatio } from "./amounts.js";
import type { BillColumns } from "./bill-columns.js";
import { inChunks, MASTER_ROWS, type Steps } from "./chunks.js";
import { readCoProducts } from "./co-products.js";
import { type Context, itemNumber, siteNumber, unitFactor } from "./context.js";
import { DraftBills, type ReadBill } from "./draft-bills.js";
import { show } from "./issues.js";
import type { Path } from "./path.js";
import { saysMoreOfBill } from "./plain-lines.js";
import { type BillLine, type CoProduct, type Item, NONE, type Substitute } from "./problem.js";
import { readValidity } from "./read-day.js";
import { readSubstitutes } from "./substitutes.js";

type BomRow = PlanningRow<"boms">;
type LineRow = BomRow["lines"][number];

/** Bills of material, and what few of them have. */
export interface ReadBills {
  readonly bills: readonly ReadBill[];
  readonly columns: BillColumns;
  readonly coProducts: readonly CoProduct[];
  readonly substitutes: ReadonlyMap<BillLine, readonly Substitute[]>;
}

/** Chapter B: bills of material, some at a time, each line as one exact ratio of stock units (Q2). */
export function* billSteps(context: Context): Steps<ReadBills> {
  const rows = context.input.boms ?? [];
  const draft = new DraftBills(
    rows.length,
    rows.reduce((sum, { lines }) => sum + lines.length, 0),
  );
  const coProducts: CoProduct[] = [];
  const substitutes = new Map<BillLine, readonly Substitute[]>();
  const versions = new Set<string>();

  function readPlainBill(row: BomRow, k: number): boolean {
    const item = context.itemOf.get(row.item);
    const site = plainSite(context, row.site);
    if (item === undefined || site === NONE || saysMoreOfBill(row)) return false;
    return draft.addPlain({ row: k, item, site, version: undefined }, row.lines, context.itemOf);
  }

  function readBill(row: BomRow, k: number): void {
    const path = ["boms", k];
    const item = itemNumber(context, row.item, path);
    const site = siteNumber(context, row.site, path);
    const validity = readValidity(row, path, context.issues);
    const parent = context.items[item];
    const output = parent === undefined ? ONE : readOutput(context, parent, row, path);
    let hasSubstitutes = false;
    const lines: BillLine[] = [];
    for (let n = 0; n < row.lines.length; n++) {
      const line = row.lines[n]!;
      const at = ["boms", k, "lines", n];
      const read = readLine(context, line, output, at);
      if (read === undefined) continue;
      lines.push(read);
      if (line.substitutes !== undefined && line.substitutes.length > 0) {
        hasSubstitutes = true;
        substitutes.set(read, substitutesOf(context, row, line, output, at));
      }
    }
    if (row.coProducts !== undefined) {
      coProducts.push(...readCoProducts(context, row, path, parent, output, draft.bills.length));
    }
    if (item === NONE || site === NONE) return;
    if (row.version !== undefined) {
      const key = JSON.stringify([item, site, row.version]);
      if (versions.has(key)) {
        const message = `The version (${show(row.version)}) of item ${show(row.item)} stands there already. Give it another one.`;
        context.issues.add("duplicateId", [...path, "version"], message, { id: row.version });
      }
      versions.add(key);
    }
    const bill = { row: k, item, site, version: row.version, ...validity, lines };
    draft.add(bill, hasSubstitutes);
  }

  yield* inChunks(rows.length, MASTER_ROWS, (from, end) => {
    for (let k = from; k < end; k++) {
      if (!readPlainBill(rows[k]!, k)) readBill(rows[k]!, k);
    }
  });
  return { bills: draft.bills, columns: draft.columns(), coProducts, substitutes };
}

/** The number of the site that a row names; {@link NONE}: that is to be looked at with care. */
function plainSite({ sites, siteOf }: Context, id: string | undefined): number {
  if (id !== undefined) return siteOf.get(id) ?? NONE;
  return sites.length === 1 ? 0 : NONE;
}

function readOutput(context: Context, parent: Item, row: BomRow, path: Path): Ratio {
  const output =
    row.output === undefined ? ONE : readRatio(context, row.output, path, false, "output");
  const factor = unitFactor(context, parent, row.outputUnit, path, "outputUnit");
  return factor === undefined ? output : multiplyRatios(output, factor);
}

/** Substitutes are taken by the scrap of their line and the output of its bill (K36). */
function substitutesOf(
  context: Context,
  row: BomRow,
  line: LineRow,
  output: Ratio,
  path: Path,
): Substitute[] {
  const component = context.items[context.itemOf.get(line.item)!]!;
  const scrap = line.scrap === undefined ? undefined : parseRatio(line.scrap);
  return readSubstitutes(context, line, component, row.item, path, (quantity) => {
    const gross = scrap === undefined ? quantity : multiplyRatios(quantity, addRatios(ONE, scrap));
    return line.fixed ? gross : divideRatios(gross, output);
  });
}

function readLine(context: Context, row: LineRow, output: Ratio, path: Path): BillLine | undefined {
  const component = itemNumber(context, row.item, path);
  const validity = readValidity(row, path, context.issues);
  const quantity = readRatio(context, row.quantity, path, true, "quantity");
  const scrap =
    row.scrap === undefined ? undefined : readRatio(context, row.scrap, path, true, "scrap");
  const item = context.items[component];
  if (item === undefined) return undefined;
  const factor = unitFactor(context, item, row.unit, path, "unit");
  const marked = scrap === undefined ? quantity : multiplyRatios(quantity, addRatios(ONE, scrap));
  const gross = factor === undefined ? marked : multiplyRatios(marked, factor);
  const fixed = row.fixed ?? false;
  let multiple = 0;
  if (row.multiple !== undefined) {
    const options = { kind: "parameter", unit: row.unit, unitPath: [...path, "unit"] } as const;
    multiple = readAmount(context, item, row.multiple, [...path, "multiple"], options);
  }
  return {
    component,
    ratio: fixed || output === ONE ? gross : divideRatios(gross, output),
    fixed,
    multiple,
    offset: row.offset ?? 0,
    ...validity,
  };
}
