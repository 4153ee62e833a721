import type { Chapter } from "../chapter.js";

/** A part that many need. */
export const popularPartChapter: Chapter = {
  name: "popular-part",
  title: "One part under 2,000 parents with 50 demands each",
  about:
    "The time of a sweep for each order, divided by that of the problem M; each pair in a fresh process.",
  mostRounds: 21,
  measure: (host) => [
    {
      name: "time by order ÷ that of M",
      ratios: [host.run("popular-part", host.problem("M"))],
      goal: { atMost: 2 },
    },
  ],
};
