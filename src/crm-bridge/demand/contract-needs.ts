import { compareText, type Day, formatDay, parseDay } from "../../core/index.js";
import type { CrmContract, CrmOrder } from "../schema/index.js";
import { isDone } from "./deal-standing.js";
import { grouped } from "./grouped.js";
import { demandId, type LineDraft, lineDraft, type Need, need, TURN } from "./need.js";
import type { ReadPolicy } from "./read-policy.js";
import {
  below,
  countOf,
  type PlannedProduct,
  productOf,
  type RecordContext,
  type RecordPlace,
  saidQuantity,
} from "./record-context.js";
import { roundedTogether } from "./rounded-together.js";

/** What contracts need, and what became of their lines and call-offs. */
export interface ContractNeeds {
  readonly needs: readonly Need[];
  readonly lines: readonly LineDraft[];
}

interface ContractLine {
  readonly draft: LineDraft;
  readonly place: RecordPlace;
  readonly product: PlannedProduct;
  readonly site: string | undefined;
  readonly unit: string | undefined;
  readonly quantity: bigint;
  rest: bigint;
}

/** Turns call-offs into needs, and what is not called off by the policy (X1, K64). */
export function contractNeeds(context: RecordContext, policy: ReadPolicy): ContractNeeds {
  const [needs, lines]: [Need[], LineDraft[]] = [[], []];
  const ordersOf = grouped(context.records.orders, ({ contract }) => contract);
  for (const [n, contract] of context.records.contracts.entries()) {
    const { id } = contract;
    const place: RecordPlace = { record: { list: "contracts", id }, path: ["contracts", n] };
    const contractLines = linesOf(context, contract, place, lines);
    needs.push(...callOffNeeds(context, contract, place, contractLines, lines));
    callByOrders(context, ordersOf.get(id) ?? [], contractLines);
    for (const [line, one] of contractLines) {
      needs.push(...restNeeds(context, policy, contract, line, one));
    }
  }
  return { needs, lines };
}

function linesOf(
  context: RecordContext,
  { id, lines }: CrmContract,
  place: RecordPlace,
  drafts: LineDraft[],
): Map<string, ContractLine> {
  const read = new Map<string, ContractLine>();
  for (const [n, row] of lines.entries()) {
    const at = below(place, "lines", n);
    const record = { list: "contracts", id, line: row.id } as const;
    const draft = lineDraft(record, saidQuantity(row.quantity), "refused");
    drafts.push(draft);
    const product = productOf(context, row.product, at);
    if (product === undefined) continue;
    draft.decimals = product.decimals;
    const quantity = countOf(context, product, row.quantity, below(at, "quantity"), row.unit);
    if (quantity === undefined) continue;
    const { site, unit } = row;
    read.set(row.id, { draft, place: at, product, site, unit, quantity, rest: quantity });
  }
  return read;
}

function callOffNeeds(
  context: RecordContext,
  contract: CrmContract,
  place: RecordPlace,
  contractLines: ReadonlyMap<string, ContractLine>,
  drafts: LineDraft[],
): Need[] {
  return (contract.callOffs ?? []).flatMap((row, n) => {
    const at = below(place, "callOffs", n);
    const record = { list: "callOffs", id: contract.id, line: row.id } as const;
    const line = lineDraft(record, saidQuantity(row.quantity), "refused");
    drafts.push(line);
    const of = contractLines.get(row.line);
    if (of === undefined) return [];
    line.decimals = of.product.decimals;
    const quantity = countOf(context, of.product, row.quantity, below(at, "quantity"), of.unit);
    const shipped = countOf(context, of.product, row.shipped, below(at, "shipped"), of.unit);
    if (quantity === undefined || shipped === undefined) return [];
    // What was shipped beyond the call-off was called just as well.
    const called = larger(quantity, shipped);
    of.rest -= called;
    line.why = shipped >= quantity ? "shipped" : "callOff";
    line.shipped = shipped;
    return need({
      ...{ id: demandId("contract", contract.id, row.id), line, place: at, turn: TURN.order },
      ...{ kind: "order", product: of.product, site: of.site, quantity: called, shipped },
      due: parseDay(row.promisedDate ?? row.requestedDate)!,
      ...{ requestedDate: row.requestedDate, account: contract.account },
      ...{
        priority: context.accounts.get(contract.account)?.priority,
        forecasts: [contract.forecast],
      },
      attributes: { ...contract.attributes, ...row.attributes },
    });
  });
}

/** Orders that name the contract call off its lines of their product, in the order of line ids. */
function callByOrders(
  context: RecordContext,
  orders: readonly CrmOrder[],
  contractLines: ReadonlyMap<string, ContractLine>,
): void {
  const sorted = [...contractLines].sort(([a], [b]) => compareText(a, b));
  const ofProduct = grouped(sorted, ([, { product }]) => product.id);
  const silent = { ...context, issues: [] }; // the order's own reading says what is wrong
  for (const order of orders) {
    if (order.status === "cancelled" && !isDone(order)) continue;
    for (const row of order.lines) {
      const lines = ofProduct.get(row.product)?.map(([, line]) => line) ?? [];
      const [first] = lines;
      if (first === undefined) continue;
      const countIn = (value: number | string | undefined): bigint =>
        countOf(silent, first.product, value, first.place, row.unit) ?? 0n;
      const isShort =
        order.status === "cancelled" || (order.status === "closed" && row.shipped !== undefined);
      const shipped = countIn(row.shipped);
      let called = isShort ? shipped : larger(countIn(row.quantity), shipped);
      for (const line of lines) {
        const taken = line === lines.at(-1) ? called : smaller(called, line.rest);
        line.rest -= taken;
        called -= taken;
      }
    }
  }
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function smaller(a: bigint, b: bigint): bigint {
  const least = a < b ? a : b;
  return least > 0n ? least : 0n;
}

/** What is not called off: by calendar months over what is left of the contract, or nothing. */
function restNeeds(
  { asOf }: RecordContext,
  { contractRest }: ReadPolicy,
  contract: CrmContract,
  lineId: string,
  { draft, place, product, site, rest }: ContractLine,
): Need[] {
  const from = Math.max(asOf, parseDay(contract.validFrom)!);
  const until = parseDay(contract.validTo)! - 1;
  if (rest <= 0n) draft.why = "called";
  else if (until < from) draft.why = "expired";
  else draft.why = contractRest === "even" ? "contractRest" : "uncalled";
  if (draft.why !== "contractRest") return [];
  const months = monthsOf(from, until);
  const days = BigInt(until - from + 1);
  const quantities = roundedTogether(
    months.map(({ first, last }) => ({ num: rest * BigInt(last - first + 1), den: days })),
    months.map(({ month }) => month),
  );
  return months.flatMap(({ month, first, last }, n) => {
    const quantity = quantities[n]!;
    if (quantity === 0n) return [];
    const id = demandId("contractRest", contract.id, lineId, month);
    return need({
      ...{ id, line: draft, place, turn: TURN.contractRest, kind: "forecast", product, site },
      ...{ quantity, due: first, until: last, account: contract.account },
      ...{ forecasts: [contract.forecast], attributes: { ...contract.attributes } },
    });
  });
}

/** The calendar months from one day to another, the first and last of them cut to those days. */
function monthsOf(from: Day, until: Day) {
  const months: { readonly month: string; readonly first: Day; last: Day }[] = [];
  for (let day = from; day <= until; day++) {
    const month = formatDay(day).slice(0, 7);
    const current = months.at(-1);
    if (current?.month === month) current.last = day;
    else months.push({ month, first: day, last: day });
  }
  return months;
}
