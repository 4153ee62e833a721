import { type Links, NETTING, type PointSource } from "./model.js";
import type { PointColumns } from "./point-columns.js";
import type { Points } from "./points.js";

/**
 * The decoupled lead time of every stocking point in days as they are stated: its own, and the
 * longest way below it that no buffer interrupts, by the sources, bills and offsets of T0
 * (chapter 11, B9, K39).
 *
 * @returns `undefined` when nothing is buffered
 */
export function decoupledLeadTimes(
  points: Points,
  columns: PointColumns,
  links: Links,
): Float64Array | undefined {
  const { buffers, netting, sources } = columns;
  if (buffers.size === 0) return undefined;
  const below = new Float64Array(points.count).fill(Number.NEGATIVE_INFINITY);
  const times = new Float64Array(points.count);
  // A component comes after all its parents in the order of the sweep.
  for (let point = points.count - 1; point >= 0; point--) {
    const buffer = buffers.get(point);
    const first = firstSource(sources.at(point));
    const isPhantom = netting[point] === NETTING.phantom;
    // An order waits for nothing that is drawn later. A phantom has none: what is drawn later below it is
    // drawn later by its parent, and where nothing is, nothing is waited for.
    const rest = isPhantom ? below[point]! : Math.max(0, below[point]!);
    times[point] = buffer?.decoupledLeadTime ?? ownDays(first) + rest;
    const waited = buffer === undefined ? times[point]! : 0;
    for (let k = links.start[point]!; k < links.start[point + 1]!; k++) {
      if (!isWaitedFor(links, sources, k)) continue;
      const parent = links.parent[k]!;
      below[parent] = Math.max(below[parent]!, waited - links.offset[k]!);
    }
  }
  return times;
}

/** Whether orders of T0 wait for what a link brings them. */
export function isWaitedFor(links: Links, sources: PointColumns["sources"], k: number): boolean {
  const source = firstSource(sources.at(links.parent[k]!));
  // From stock alone nothing is waited for (K44).
  if (source?.row?.onlyFromStock) return false;
  const isTaken = source === undefined || source.selector === links.selector[k];
  return isTaken && links.from[k]! <= 0 && links.to[k]! > 0;
}

/** Release, lead and receiving time of the source of T0. */
export function ownDays(source: PointSource | undefined): number {
  if (source === undefined) return 0;
  return source.releaseTime + source.steps.leadTime + source.steps.receivingTime;
}

/** The first source that is valid on T0, else the first (K3). */
export function firstSource(sources: readonly PointSource[]): PointSource | undefined {
  return sources.find((source) => source.validFrom <= 0 && source.validTo > 0) ?? sources[0];
}
