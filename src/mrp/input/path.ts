/** Where something is in an input: keys and indexes, outermost first. */
export type Path = readonly (string | number)[];

/** The path of a field of what lies at a path; made only when there is something to say. */
export function pathTo(base: Path, field: string | number | undefined): Path {
  return field === undefined ? base : [...base, field];
}
