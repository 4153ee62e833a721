import { compareText } from "../../core/index.js";

/** A quote before it has a version. */
interface Versioned {
  readonly opportunity?: string | undefined;
  readonly version: number;
}

/**
 * Numbers the quotes of each opportunity in the order in which they were made: systems that keep each
 * of them as a record of its own know no version. A quote without an opportunity has version 1.
 *
 * @param quotes - with a text for each by which they stand in that order
 */
export function withVersions<Quote extends Versioned>(
  quotes: readonly { readonly quote: Quote; readonly made: string }[],
): Quote[] {
  const counts = new Map<string, number>();
  const versions = new Map<Quote, number>();
  for (const { quote } of quotes.toSorted((a, b) => compareText(a.made, b.made))) {
    const { opportunity } = quote;
    const version = opportunity === undefined ? 1 : (counts.get(opportunity) ?? 0) + 1;
    if (opportunity !== undefined) counts.set(opportunity, version);
    versions.set(quote, version);
  }
  return quotes.map(({ quote }) => ({ ...quote, version: versions.get(quote) ?? 1 }));
}
