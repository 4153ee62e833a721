import type { VegaLiteSpec } from "../../capacity/index.js";
import { powerOfTen, type Ratio, ratioOf, ratioToDecimal } from "../../core/index.js";
import { roundedUnits } from "../money/rounding.js";
import { TIME } from "./chart-buckets.js";

/** The version of the language. */
const SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";

/** Colours that people who see red and green alike can tell apart (Okabe and Ito), and a grey. */
export const COLORS = {
  blue: "#0072b2",
  orange: "#d55e00",
  black: "#000000",
  others: "#999999",
} as const;

/** What parts are drawn in: more of them cannot be told apart. */
export const PART_COLORS = [
  COLORS.blue,
  "#e69f00",
  "#009e73",
  "#cc79a7",
  "#56b4e9",
  COLORS.orange,
  "#f0e442",
] as const;

/**
 * Bars stand as their data does: else Vega-Lite works an order out of the parts, with an expression that
 * goes wrong for some, such as "constructor".
 */
export const AS_GIVEN = { value: 0 } as const;

/** How many decimals are drawn where nobody says. */
export const DRAWN_DECIMALS = 2;

/** A number to be drawn, rounded half up. */
export function drawnNumber(amount: Ratio, decimals: number): number {
  const units = roundedUnits(amount, { decimals, mode: "halfUp" });
  return ratioToDecimal(ratioOf(units, powerOfTen(decimals))).toNumber();
}

/** What a specification of money has in common with others: its data, and its head. */
export function moneySpec(
  title: string,
  values: readonly Readonly<Record<string, unknown>>[],
  picture: Readonly<Record<string, unknown>>,
): VegaLiteSpec {
  return {
    $schema: SCHEMA,
    title: { text: title, anchor: "start" },
    data: { values, format: { parse: { start: TIME, end: TIME } } },
    width: 640,
    height: 240,
    ...picture,
  };
}

/** Which colour each part has. */
export function partColor(parts: readonly (readonly [part: string, color: string])[]) {
  const scale = { domain: parts.map(([part]) => part), range: parts.map(([, color]) => color) };
  return { field: "part", type: "nominal", scale, title: null };
}

/** What is told of a mark that is pointed at. */
export function tooltip(...names: readonly string[]) {
  return names.map((field) => ({
    field,
    type: field === "amount" ? "quantitative" : "nominal",
  }));
}

/** Bars of time, from a base to a top; each says what it is. */
export function timeBars(x: object, currency: string | null, color: object) {
  return {
    mark: { type: "bar" },
    encoding: {
      x,
      x2: { field: "end" },
      y: moneyAxis(currency, "top"),
      y2: { field: "base" },
      color,
      order: AS_GIVEN,
      tooltip: tooltip("part", "from", "until", "amount"),
    },
  };
}

/** A line over time, with a point for each value. */
export function timeLine(x: object, currency: string | null, color: object) {
  return {
    mark: { type: "line", point: true },
    encoding: {
      x,
      y: moneyAxis(currency, "top"),
      color,
      tooltip: tooltip("part", "day", "amount"),
    },
  };
}

/** The axis of money, named by its currency. */
export function moneyAxis(currency: string | null, field: string) {
  return { field, type: "quantitative", title: currency ?? "amount" };
}
