import type { Chapter } from "../chapter.js";

/** Changes and pegs. */
export const replanningChapter: Chapter = {
  name: "replanning",
  title: "Changes and pegs ÷ a full run",
  about:
    "Replanning and pegging a plan of 100,000 items, measured by planning its rows anew; eleven full runs in one process, each followed by the same changes of the plan that it made. A changed demand reaches one stocking point or two thousand (half of them 47 at most, 215 in the mean, of 100,000), so single changes are compared by median and mean.",
  mostRounds: 1,
  measure(host) {
    const found = host.run("replanning");
    return [
      { name: "one changed demand, median of 200", ratios: found.demand, goal: { atMost: 0.001 } },
      { name: "one changed demand, mean of 200", ratios: found.demandMean, goal: { atMost: 0.01 } },
      { name: "100 changed demands", ratios: found.hundred, goal: { atMost: 0.5 } },
      {
        name: "one changed lead time, median of 200",
        ratios: found.leadTime,
        goal: { atMost: 0.001 },
      },
      {
        name: "one changed lead time, mean of 200",
        ratios: found.leadTimeMean,
        goal: { atMost: 0.01 },
      },
      {
        name: "a what-if of one demand ÷ plan, bytes",
        ratios: [found.demandBytes],
        goal: { atMost: 0.02 },
        isCount: true,
      },
      {
        name: "a what-if of one lead time ÷ plan, bytes",
        ratios: [found.leadTimeBytes],
        goal: { atMost: 0.02 },
        isCount: true,
      },
      { name: "all orders below one demand", ratios: found.tree, goal: { atMost: 0.02 } },
      { name: "all pegs as columns", ratios: found.pegs, goal: { atMost: 3 } },
    ];
  },
};
