import type { Chapter } from "../chapter.js";

/** A planner that is written for clearness, as the measure of what the columns bring. */
export const referenceChapter: Chapter = {
  name: "reference",
  title: "The reference planner ÷ the engine",
  about:
    "The reference planner of the tests (Maps, exact whole numbers, an object for each order) against the engine, both from the same rows to the same orders of S; each pair in a fresh process.",
  mostRounds: 11,
  measure(host) {
    const { asPlan, asColumns, asObjects } = host.run("against-reference", host.problem("S"));
    return [
      { name: "from rows to a plan", ratios: [asPlan], goal: { atLeast: 100 } },
      { name: "from rows to all orders as columns", ratios: [asColumns] },
      { name: "from rows to all orders as objects", ratios: [asObjects] },
    ];
  },
};
