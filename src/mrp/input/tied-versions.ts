import { grouped } from "./grouped.js";

/** A row that is valid on the days [validFrom, validTo). */
interface Version {
  readonly row: number;
  readonly validFrom: number;
  readonly validTo: number;
}

/** A version, and the one before it that it cannot be told from. */
type Tie<Row> = readonly [version: Row, twin: Row];

/** Versions that are, on some day from T0 on, the latest valid ones together with another (B8, K52). */
export function tiedVersions<Row extends Version>(
  startDay: number,
  versions: readonly Row[],
): Tie<Row>[] {
  if (versions.length < 2) return [];
  const valid = versions.filter(({ validFrom, validTo }) => validFrom < validTo);
  const groups = grouped(valid, ({ validFrom }) => validFrom);
  return [...groups.values()].flatMap((group) => {
    const [twin, ...others] = group.sort((a, b) => b.validTo - a.validTo);
    return others.flatMap((version): Tie<Row>[] => {
      const from = Math.max(version.validFrom, startDay);
      const isTaken =
        from < version.validTo && !isCovered(from, version.validTo, version.validFrom, valid);
      // The later row is the one to mend.
      return isTaken ? [version.row > twin!.row ? [version, twin!] : [twin!, version]] : [];
    });
  });
}

/** Whether versions that begin later are valid on every day of [from, to). */
function isCovered(from: number, to: number, begun: number, versions: readonly Version[]): boolean {
  const later = versions.filter(({ validFrom }) => validFrom > begun);
  let until = from;
  for (const version of later.sort((a, b) => a.validFrom - b.validFrom)) {
    if (version.validFrom <= until) until = Math.max(until, version.validTo);
  }
  return until >= to;
}
