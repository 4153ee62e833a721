/**
 * orlicky: manufacturing planning as a pure library. Rows in, an exact plan out, no I/O.
 *
 * This is the whole public face; every folder is a subpath of its own as well.
 */
export * from "./bom/index.js";
export * from "./core/index.js";
export * from "./mrp/index.js";
