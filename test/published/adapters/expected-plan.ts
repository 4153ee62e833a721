import { EXPECTED_ORDER_FIELDS, type ExpectedOrder } from "./orders.js";
import { type Num, quantityText } from "./quantities.js";

export type ExpectedMessage = Readonly<Record<string, unknown>>;

/** What a planning case may expect. */
export interface Expected {
  readonly orders?: readonly ExpectedOrder[];
  readonly eachOrder?: boolean;
  readonly totals?: Readonly<Record<string, Num>>;
  readonly noOrdersFor?: readonly string[];
  readonly lowLevelCodes?: Readonly<Record<string, number>>;
  readonly records?: Readonly<Record<string, Readonly<Record<string, Num | readonly Num[]>>>>;
  readonly messages?: readonly ExpectedMessage[];
  readonly noMessages?: readonly ExpectedMessage[];
  readonly rejected?: { readonly code: string; readonly path?: readonly (string | number)[] };
}

/** The codes that a message may have; one that none has could never be among a plan's messages. */
const MESSAGE_CODES: ReadonlySet<unknown> = new Set([
  "expedite",
  "defer",
  "cancel",
  "increase",
  "decrease",
  "releaseNow",
  "startsInPast",
  "pastDueSupply",
  "pastDueDemand",
  "belowSafetyStock",
  "excess",
  "fenceShortage",
  "noSource",
  "noBom",
  "demandLate",
  "beyondHorizon",
  "supplierCapacity",
  "overload",
  "expired",
  "inputAdjusted",
]);

/**
 * What of an expectation would be passed over, or hold of any plan: a misspelt field, an order of
 * nothing, an item that the case does not have, a code that no message has.
 */
export function faultsOf(expected: Expected, input: unknown): string[] {
  const { orders = [], totals, records, lowLevelCodes, noOrdersFor = [] } = expected;
  const items = new Set((input as { items?: { id: string }[] } | null)?.items?.map(({ id }) => id));
  const named = [
    ...orders.map(({ item }) => item),
    ...[totals, records, lowLevelCodes].flatMap((of) => Object.keys(of ?? {})),
    ...noOrdersFor,
  ];
  const alone = expected.rejected === undefined || Object.keys(expected).length === 1;
  return [
    ...named.flatMap((item) => (items.has(item) ? [] : [`the case has no item ${item}`])),
    ...orders.flatMap(faultsOfOrder),
    ...unknownFields(expected.rejected, ["code", "path"], "rejected"),
    ...(alone ? [] : ["what is rejected has no plan to expect something of"]),
    ...(expected.eachOrder !== undefined && expected.orders === undefined
      ? ["eachOrder stands without orders"]
      : []),
    ...[...(expected.messages ?? []), ...(expected.noMessages ?? [])].flatMap(({ code }) =>
      MESSAGE_CODES.has(code) ? [] : [`no message has the code ${code}`],
    ),
    ...(expected.noMessages ?? []).flatMap((message) =>
      unknownFields(message, ["code", "supply", "item"], "noMessages"),
    ),
  ];
}

function faultsOfOrder(order: ExpectedOrder): string[] {
  const faults = unknownFields(order, EXPECTED_ORDER_FIELDS, "orders");
  const { item, quantity, due } = order;
  if (item === undefined || due === undefined) faults.push("an order has no item or no due day");
  const isOne = quantity !== undefined && quantityText(quantity) !== "0";
  return isOne ? faults : [...faults, `the order of ${item} due ${due} has no quantity`];
}

function unknownFields(row: object | undefined, known: readonly string[], where: string): string[] {
  const unknown = Object.keys(row ?? {}).filter((field) => !known.includes(field));
  return unknown.map((field) => `${where} of expected has the unknown field ${field}`);
}
