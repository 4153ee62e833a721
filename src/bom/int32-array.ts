/** What kind of typed array a value is, by its inner slot: nothing else passes for one, or throws. */
const kindOf = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Int32Array.prototype),
  Symbol.toStringTag,
)!.get!;

/** Whether a value is an `Int32Array`, of this realm or another. */
export function isInt32Array(value: unknown): value is Int32Array {
  return kindOf.call(value) === "Int32Array";
}
