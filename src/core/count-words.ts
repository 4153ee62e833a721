/**
 * Says how many there are.
 *
 * @param count - how many
 * @param one - what one of them is called
 * @param several - what several are called; `one` with an s when left out
 * @returns the count with the word that goes with it
 *
 * @example
 * ```ts
 * countWords(1, "period"); // => "1 period"
 * countWords(0, "entry", "entries"); // => "0 entries"
 * ```
 */
export function countWords(count: number, one: string, several: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

/**
 * Says in what quantities are counted.
 *
 * @param decimals - 0 to 9
 * @returns what a count is a count of, in words
 *
 * @example
 * ```ts
 * precisionWords(0); // => "whole units"
 * precisionWords(2); // => "whole 10^-2 of a unit"
 * ```
 */
export function precisionWords(decimals: number): string {
  return decimals === 0 ? "whole units" : `whole 10^-${decimals} of a unit`;
}
