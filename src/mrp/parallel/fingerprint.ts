import type { Model } from "../compile/model.js";

/** Begins FNV-1a. */
export const BASIS = 0x811c9dc5;
/** What is multiplied with for every piece. */
const PRIME = 0x01000193;

/**
 * A number of 32 bits that two problems hardly ever share unless they are planned alike: threads that have
 * read rows of different days must not plan together.
 *
 * @param model - what is planned; what only says how orders are called or paid is not looked at
 *
 * Source: FNV-1a by G. Fowler, L. C. Noll and K.-P. Vo, over words instead of bytes.
 */
export function fingerprint(model: Model): number {
  const { points, onHand, changes, links, tables } = model;
  const { netting, floor, lotRule, lotFigure, minimum, multiple } = model;
  const { safetyTime, receipt, startTable, window } = model;
  const columns = [
    ...[points.item, points.site, points.segment, points.level],
    ...[netting, floor, lotRule, lotFigure, minimum, multiple],
    ...[safetyTime, receipt, startTable, window],
    ...[changes.day, changes.quantity, changes.origin],
    ...[links.start, links.parent, links.num, links.den],
  ];
  let hash = BASIS;
  for (const column of [...columns, ...tables.tables]) hash = mixed(hash, column);
  const stock = new Float64Array(points.count);
  for (let point = 0; point < points.count; point++) stock[point] = onHand.at(point);
  return mixed(hash, stock);
}

const NUMBER = new Float64Array(1);
const WORDS = new Int32Array(NUMBER.buffer);

/** A fingerprint to which a number is added; 0 and -0 are the same. */
export function withNumber(from: number, number: number): number {
  NUMBER[0] = number + 0;
  return Math.imul(Math.imul(from ^ WORDS[0]!, PRIME) ^ WORDS[1]!, PRIME);
}

function mixed(from: number, column: Int32Array | Float64Array | Uint8Array): number {
  const { buffer, byteOffset, byteLength, BYTES_PER_ELEMENT } = column;
  const words =
    BYTES_PER_ELEMENT === 1
      ? column
      : new Int32Array(buffer, byteOffset, byteLength / Int32Array.BYTES_PER_ELEMENT);
  let hash = Math.imul(from ^ words.length, PRIME);
  for (let k = 0; k < words.length; k++) hash = Math.imul(hash ^ words[k]!, PRIME);
  return hash;
}
