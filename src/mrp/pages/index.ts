/**
 * What plans share: columns by stocking point in pages that are copied when they are written, and
 * columns of rows to which later plans add, so that a what-if holds only what differs from its plan
 * (R2). Knows nothing of planning. Nothing here is `#private`: a plan may be replanned by another copy
 * of the library (ESM beside CommonJS).
 */
export { copied, lengthened, withRoom } from "./growing-column.js";
export { MadeList } from "./made-list.js";
export { PagedIntegers } from "./paged-integers.js";
export { PagedList } from "./paged-list.js";
export { PagedLists } from "./paged-lists.js";
export { PagedMap } from "./paged-map.js";
export { PagedNumbers } from "./paged-numbers.js";
export { RowIndex } from "./row-index.js";
export { RowRanges } from "./row-ranges.js";
