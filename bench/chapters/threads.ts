import type { Chapter } from "../chapter.js";

/** Several threads at one plan. */
export const threadsChapter: Chapter = {
  name: "threads",
  title: "Two threads on shared memory",
  about:
    "The sweep of two threads in memory that they share, divided by that of one thread in such memory, all rows read and compiled before and the machine code of both made; each pair in a fresh process.",
  mostRounds: 12,
  measure: (host) =>
    (["M", "L"] as const).map((size) => ({
      name: `two threads ÷ one, ${size}`,
      ratios: [host.run("threads", host.problem(size), host.problem("M"))],
      goal: { atMost: 0.6 },
    })),
};
