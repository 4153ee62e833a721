/** Fields that are left as they are: what is in them is any host's. */
const OPEN = ["attributes", "terms"];

/**
 * The same with getters of a class in the place of the fields of every object, so that none has a field
 * of its own.
 *
 * @param value - plain data
 */
export function withGetters<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withGetters) as Value;
  class Row {}
  for (const [name, field] of Object.entries(value)) {
    const held = OPEN.includes(name) ? field : withGetters(field);
    Object.defineProperty(Row.prototype, name, { get: () => held });
  }
  return new Row() as Value;
}
