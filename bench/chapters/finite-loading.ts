import type { Chapter } from "../chapter.js";

/** Operations in turns at work centres. */
export const finiteLoadingChapter: Chapter = {
  name: "finite-loading",
  title: "Finite loading ÷ the sorting of its operations",
  about:
    "From rows to a schedule of 100,000 operations on 200 work centres, measured by sorting as many rows, and how both grow; eleven pairs in one process.",
  mostRounds: 1,
  measure(host) {
    const found = host.run("finite-loading");
    return [
      { name: "100,000 operations ÷ sorting them", ratios: found.forward, goal: { atMost: 40 } },
      { name: "the same backward ÷ sorting them", ratios: found.backward },
      {
        name: "growth from 25,000 operations ÷ growth of sorting",
        ratios: found.byGrowthOfSorting,
        goal: { atMost: 1.25 },
      },
      {
        name: "growth from 25,000 operations ÷ growth of n log n",
        ratios: found.byGrowthOfLogarithm,
      },
    ];
  },
};
