import type { Column } from "./table.js";

/** Columns of texts. */
export function left(...heads: readonly string[]): Column[] {
  return heads.map((head) => ({ head }));
}

/** Columns of figures. */
export function right(...heads: readonly string[]): Column[] {
  return heads.map((head) => ({ head, align: "right" }));
}
