import { compareText } from "../../core/index.js";
import type { PlanMovements } from "../../mrp/index.js";
import type { InventoryKey } from "./inventory-options.js";

/** Which stocking points a row is of. */
export interface InventoryGroups {
  /** By stocking point. */
  readonly ofPoint: Int32Array;
  /** The keys of each group, in the order of `by`. */
  readonly keys: readonly (readonly (string | null)[])[];
  /** The groups in the order of their keys; what has no such key stands last. */
  readonly inOrder: readonly number[];
}

/** Puts stocking points together by keys. */
export function inventoryGroups(
  movements: PlanMovements,
  by: readonly InventoryKey[],
  familyOf: (item: string) => string | null,
): InventoryGroups {
  const ofPoint = new Int32Array(movements.pointCount);
  const numbers = new Map<string | null | undefined, number>();
  const all: (readonly (string | null)[])[] = [];
  for (let n = 0; n < ofPoint.length; n++) {
    const point = movements.point(n);
    const keys = by.map((key) => (key === "family" ? familyOf(point.item) : point[key]));
    const name = keys.length === 1 ? keys[0] : JSON.stringify(keys);
    let number = numbers.get(name);
    if (number === undefined) {
      number = all.push(keys) - 1;
      numbers.set(name, number);
    }
    ofPoint[n] = number;
  }
  const inOrder = Array.from(all.keys()).sort((a, b) => compareKeys(all[a]!, all[b]!));
  return { ofPoint, keys: all, inOrder };
}

function compareKeys(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (const [n, one] of a.entries()) {
    const other = b[n] ?? null;
    if (one === other) continue;
    if (one === null || other === null) return one === null ? 1 : -1;
    return compareText(one, other);
  }
  return 0;
}
