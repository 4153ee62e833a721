/** A specification of Vega-Lite 6 (and 5): plain data, with all values in it. */
export interface VegaLiteSpec {
  readonly $schema: string;
  readonly data: {
    readonly values: readonly Readonly<Record<string, unknown>>[];
    readonly format?: { readonly parse: Readonly<Record<string, string>> };
  };
  readonly [field: string]: unknown;
}

/** The version of the language. */
export const SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";

/** Colours that people who see red and green alike can tell apart (Okabe and Ito). */
export const COLORS = {
  load: "#0072b2",
  overload: "#d55e00",
  pastDue: "#cc79a7",
  capacity: "#000000",
} as const;
