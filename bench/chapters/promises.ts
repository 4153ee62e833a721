import type { Chapter } from "../chapter.js";

/** What customers are told. */
export const promisesChapter: Chapter = {
  name: "promises",
  title: "Promises against a large plan ÷ a full run",
  about:
    "What customers are told against the live plan of 100,000 items, measured by planning its rows anew; eleven full runs in one process, each followed by the same sixty trials and sixty promises against the plan that it made.",
  mostRounds: 1,
  measure(host) {
    const found = host.run("promises");
    return [
      {
        name: "one more demand tried, median of 60",
        ratios: found.trials,
        goal: { atMost: 0.002 },
      },
      { name: "one more demand tried, mean of 60", ratios: found.trialsMean },
      {
        name: "a promised delivery, median of 60",
        ratios: found.promised,
        goal: { atMost: 0.002 },
      },
      { name: "a promised delivery, mean of 60", ratios: found.promisedMean },
    ];
  },
};
