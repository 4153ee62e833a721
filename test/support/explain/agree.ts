import type { Decimal } from "../../../src/core/index.js";

/** @throws Error when a figure is not the one that a law asks for */
export function agree(law: string, found: Decimal, wanted: Decimal): void {
  if (!found.eq(wanted)) throw new Error(`${law}: ${found} is not ${wanted}`);
}

/** @throws Error when a law does not hold */
export function holds(law: string, is: boolean): void {
  if (!is) throw new Error(law);
}
