import { Decimal } from "../../../src/core/index.js";

/** Keys whose texts name a choice, not a figure. */
const CHOICES = new Set([
  "about",
  "step",
  "rule",
  "move",
  "direction",
  "basis",
  "reason",
  "of",
  "kind",
  "right",
]);

/** A number on its own in a text, not part of a longer one, of a date or of an id. */
const NUMBERS = /(?<![\w.-])-?\d+(?:\.\d+)?(?:\/\d+)?(?![\w-]|\.\d)/g;

/** The quantities, numbers, dates and ids of an explanation that its text does not tell; 0 need not be told. */
export function untold(explanation: unknown, text: string): string[] {
  const numbers = new Set(text.match(NUMBERS));
  return [...figuresOf(explanation)]
    .filter((figure) =>
      typeof figure === "string"
        ? !text.includes(figure)
        : !figure.isZero() && !numbers.has(`${figure}`),
    )
    .map(String);
}

/** Numbers as decimals, dates and ids as texts; the ids of orders are for programs (R3). */
function figuresOf(value: unknown, key = ""): (string | Decimal)[] {
  if (value === null || typeof value === "boolean" || CHOICES.has(key)) return [];
  if (value instanceof Decimal) return [value];
  if (typeof value === "number") return [new Decimal(value)];
  if (typeof value === "string") return /^\[".*\d\]$/.test(value) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((one) => figuresOf(one, key));
  return Object.entries(value as object).flatMap(([name, one]) => figuresOf(one, name));
}
