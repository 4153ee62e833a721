import type { PlannedOrder } from "../../../src/index.js";
import { type Num, quantityText, sumOf } from "./quantities.js";

/** A row of `expected.orders`. */
export interface ExpectedOrder {
  readonly item: string;
  readonly site?: string;
  readonly segment?: string;
  readonly quantity: Num;
  readonly due: string;
  readonly start?: string;
  readonly id?: string;
  readonly startQuantity?: Num;
  readonly orderDate?: string;
}

const KEY_FIELDS = ["item", "site", "segment", "due", "start", "orderDate", "id"] as const;
const QUANTITIES = ["quantity", "startQuantity"] as const;

/** All fields of a row of `expected.orders`. */
export const EXPECTED_ORDER_FIELDS: readonly string[] = [...KEY_FIELDS, ...QUANTITIES];

/** Orders that are compared as one: they agree in the fields that the case gives. */
interface Group {
  readonly fields: readonly (readonly [field: string, value: string])[];
  readonly expected: ExpectedOrder[];
  readonly actual: PlannedOrder[];
}

/**
 * Compares planned orders with the expected ones, which are complete for the items that they name.
 *
 * @param expected - rows of the case
 * @param orders - all planned orders
 * @param eachOrder - order by order, instead of quantities summed by item, site, start and due
 * @returns what differs, in words
 */
export function compareOrders(
  expected: readonly ExpectedOrder[],
  orders: readonly PlannedOrder[],
  eachOrder: boolean,
): string[] {
  const groups = groupsOf(expected, eachOrder);
  const named = new Set(expected.map((row) => row.item));
  const unexpected: string[] = [];
  for (const order of orders) {
    if (!named.has(order.item)) continue;
    const fits = groups.filter((group) => agrees(group, order));
    // Order by order a group is full when it has as many orders as rows.
    const open = eachOrder ? fits.filter((g) => g.actual.length < g.expected.length) : fits;
    const group = open[0] ?? fits[0];
    if (group === undefined) unexpected.push(`unexpected order ${describe(order)}`);
    else group.actual.push(order);
  }
  return [...groups.flatMap((group) => differences(group, eachOrder)), ...unexpected];
}

function groupsOf(expected: readonly ExpectedOrder[], eachOrder: boolean): Group[] {
  const groups = new Map<string, Group>();
  for (const row of expected) {
    const fields: [string, string][] = [];
    for (const field of KEY_FIELDS) {
      const value = row[field];
      if (value !== undefined) fields.push([field, value]);
    }
    if (eachOrder) {
      for (const field of QUANTITIES) {
        const value = row[field];
        if (value !== undefined) fields.push([field, quantityText(value)]);
      }
    }
    const key = JSON.stringify(fields);
    const group = groups.get(key) ?? { fields, expected: [], actual: [] };
    group.expected.push(row);
    groups.set(key, group);
  }
  // An order goes to the rows that say most about it.
  return [...groups.values()].sort((a, b) => b.fields.length - a.fields.length);
}

function agrees(group: Group, order: PlannedOrder): boolean {
  const values = order as unknown as Record<string, string | null>;
  return group.fields.every(([field, value]) =>
    field === "quantity" || field === "startQuantity"
      ? quantityText(order[field]) === value
      : values[field] === value,
  );
}

function differences(group: Group, eachOrder: boolean): string[] {
  const what = group.fields.map(([field, value]) => `${field} ${value}`).join(", ");
  if (eachOrder) {
    const [wanted, found] = [group.expected.length, group.actual.length];
    return wanted === found ? [] : [`orders of ${what}: expected ${wanted}, found ${found}`];
  }
  return QUANTITIES.flatMap((field) => {
    const rows = group.expected.flatMap((row) => row[field] ?? []);
    if (rows.length === 0) return [];
    const wanted = quantityText(sumOf(rows));
    const found = quantityText(sumOf(group.actual.map((order) => order[field])));
    return wanted === found ? [] : [`${field} of ${what}: expected ${wanted}, found ${found}`];
  });
}

function describe(order: PlannedOrder): string {
  const { item, site, quantity, start, due } = order;
  return `item ${item}, site ${site}, quantity ${quantityText(quantity)}, start ${start}, due ${due}`;
}
