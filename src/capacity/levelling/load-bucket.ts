import { formatDay } from "../../core/index.js";
import type { LoadBucket } from "./leveled-load.js";
import type { CellNumber, LoadCells } from "./load-cells.js";

/** A cell by its names. */
export function bucketFacts(cells: LoadCells, cell: CellNumber): LoadBucket {
  const { id, site } = cells.center(cell);
  const { starts } = cells.buckets;
  const bucket = cells.bucket(cell);
  return {
    workCenter: id,
    site: site ?? null,
    from: formatDay(starts[bucket]!),
    until: formatDay(starts[bucket + 1]!),
  };
}
