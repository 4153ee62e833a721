import type { Chapter } from "../chapter.js";
import type { FirstAndLater } from "../clock.js";

/** What a plan takes before and after its sweep. */
export const inAndOutChapter: Chapter = {
  name: "in-and-out",
  title: "In and out",
  about:
    "What it takes to hand over 500,000 demands and to take all orders back, divided by the sweep in buffers that were used before, at L unless said; each pair in a fresh process. The first plan of a process is compared with later ones, and with those of plain loops over the same rows that check nothing and know no feature: the yardstick in JavaScript.",
  mostRounds: 12,
  measure(host) {
    const [middle, small] = [host.problem("M"), host.problem("S")];
    const first = host.run("first-plan", middle);
    const warmed = host.run("first-plan", middle, small);
    const bare = host.run("bare-first-plan", middle);
    const ratio = ({ firstMs, laterMs }: FirstAndLater): number => firstMs / laterMs;
    const { rowsIn, columnsIn, cursor, columnsOut } = host.run("in-and-out", host.problem("L"));
    return [
      { name: "demands as rows in ÷ sweep", ratios: [rowsIn], goal: { atMost: 1 } },
      { name: "demands as columns in ÷ sweep", ratios: [columnsIn], goal: { atMost: 0.05 } },
      { name: "all orders out by cursor ÷ sweep", ratios: [cursor], goal: { atMost: 0.5 } },
      { name: "all orders out as columns ÷ sweep", ratios: [columnsOut] },
      {
        name: "all orders out as objects ÷ sweep, S",
        ratios: [host.run("objects-out", small)],
      },
      {
        name: "first plan of a process ÷ later ones, from rows, M",
        ratios: [ratio(first)],
        goal: { atMost: 3 },
      },
      { name: "the same after ten plans of S, M", ratios: [ratio(warmed)] },
      { name: "the same of the yardstick in JavaScript, M", ratios: [ratio(bare)] },
      {
        name: "first plan of the yardstick in JavaScript ÷ later ones of the engine, M",
        ratios: [bare.firstMs / first.laterMs],
      },
    ];
  },
};
