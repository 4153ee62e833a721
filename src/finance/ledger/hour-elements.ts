import { ONE, type Ratio } from "../../core/index.js";
import type { PostingElement } from "./posting.js";

/** A part of what an hour costs, or of a set-up. */
export interface HourElement {
  readonly element: PostingElement;
  /** Of the whole, from 0 to 1. */
  readonly share: Ratio;
}

const UNDIVIDED: readonly HourElement[] = [{ element: "hours", share: ONE }];
const STATED: readonly HourElement[] = [{ element: "setup", share: ONE }];

/** Of what an hour at a work centre consists; without one it is a stated cost of set-up. */
export function elementsOf(
  { hourElements }: { readonly hourElements: ReadonlyMap<string, readonly HourElement[]> },
  workCenter: string | null,
): readonly HourElement[] {
  if (workCenter === null) return STATED;
  return hourElements.get(workCenter) ?? UNDIVIDED;
}
