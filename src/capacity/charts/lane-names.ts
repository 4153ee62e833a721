import { compareText } from "../../core/index.js";

/** A lane of a Gantt chart: which one, from 1, of a work centre or of what takes none. */
export interface Lane {
  readonly workCenter: string | null;
  readonly lane: number;
}

/** The lane of what takes no work centre. */
const ELSEWHERE = "elsewhere";

/**
 * Names the lanes of a Gantt chart, each by another name: a work centre with one lane by its id, one
 * with several by its id and their numbers. Ids may be any text: what would be the name of another lane
 * too stands in brackets.
 *
 * @param lanes - all that there are
 * @returns the name of each
 */
export function laneNames(lanes: Iterable<Lane>): (lane: Lane) => string {
  const numbers = new Map<string | null, Set<number>>();
  for (const { workCenter, lane } of lanes) {
    const known = numbers.get(workCenter);
    if (known === undefined) numbers.set(workCenter, new Set([lane]));
    else known.add(lane);
  }
  const used = new Set<string>();
  const names = new Map<string | null, (lane: number) => string>();
  for (const [workCenter, of] of [...numbers].sort(byTurn)) {
    const name = freeName(workCenter ?? ELSEWHERE, of, used);
    for (const lane of of) used.add(name(lane));
    names.set(workCenter, name);
  }
  return ({ workCenter, lane }) => names.get(workCenter)!(lane);
}

/** How the lanes of a work centre are named, so that no name is in use. */
function freeName(
  id: string,
  numbers: ReadonlySet<number>,
  used: ReadonlySet<string>,
): (lane: number) => string {
  for (let brackets = 0; ; brackets++) {
    const inside = (text: string): string =>
      `${"(".repeat(brackets)}${text}${")".repeat(brackets)}`;
    const name = (lane: number): string =>
      isSeveral(numbers) ? `${id} ${inside(`${lane}`)}` : inside(id);
    if (![...numbers].some((lane) => used.has(name(lane)))) return name;
  }
}

function isSeveral(numbers: ReadonlySet<number>): boolean {
  return numbers.size > 1 || !numbers.has(1);
}

type Numbered = readonly [workCenter: string | null, numbers: ReadonlySet<number>];

/** Who is named first: work centres with one lane, which have their id, then those with several, by id. */
function byTurn([a, ofA]: Numbered, [b, ofB]: Numbered): number {
  return (
    Number(a === null) - Number(b === null) ||
    Number(isSeveral(ofA)) - Number(isSeveral(ofB)) ||
    compareText(a ?? "", b ?? "")
  );
}
