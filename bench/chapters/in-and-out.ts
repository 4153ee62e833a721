import type { Chapter } from "../chapter.js";

/** What a plan takes before and after its sweep. */
export const inAndOutChapter: Chapter = {
  name: "in-and-out",
  title: "In and out",
  about:
    "What it takes to hand over 500,000 demands and to take all orders back, divided by the sweep in buffers that were used before, at L unless said; each pair in a fresh process.",
  mostRounds: 12,
  measure(host) {
    const { rowsIn, columnsIn, cursor, columnsOut } = host.run("in-and-out", host.problem("L"));
    return [
      { name: "demands as rows in ÷ sweep", ratios: [rowsIn], goal: { atMost: 1 } },
      { name: "demands as columns in ÷ sweep", ratios: [columnsIn], goal: { atMost: 0.05 } },
      { name: "all orders out by cursor ÷ sweep", ratios: [cursor], goal: { atMost: 0.5 } },
      { name: "all orders out as columns ÷ sweep", ratios: [columnsOut] },
      {
        name: "all orders out as objects ÷ sweep, S",
        ratios: [host.run("objects-out", host.problem("S"))],
      },
      {
        name: "first plan of a process ÷ later ones, from rows, M",
        ratios: [host.run("first-plan", host.problem("M"))],
        goal: { atMost: 3 },
      },
      {
        name: "the same after ten plans of S, M",
        ratios: [host.run("first-plan", host.problem("M"), host.problem("S"))],
      },
    ];
  },
};
