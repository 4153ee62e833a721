import type { Chapter } from "../chapter.js";

/** Wagner and Whitin's optimum. */
export const lotSizingChapter: Chapter = {
  name: "lot-sizing",
  title: "Wagner and Whitin's plain programme in O(n²) ÷ the optimum of the library",
  about: "Both are exact and find the same plan; each pair in a fresh process.",
  mostRounds: 16,
  measure(host) {
    const { sameCosts, changingCosts, fewPeriods } = host.run("lot-sizing");
    const goal = { atLeast: 20 };
    return [
      { name: "1,000 periods, the same costs in all", ratios: [sameCosts], goal },
      { name: "1,000 periods, all costs change", ratios: [changingCosts], goal },
      { name: "100 periods, the same costs in all", ratios: [fewPeriods] },
    ];
  },
};
