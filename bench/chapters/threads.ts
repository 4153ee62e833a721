import type { Chapter } from "../chapter.js";
import type { SizeName } from "../sizes.js";

/** In a sweep of some milliseconds, whatever else the machine does is seen: it takes more turns. */
const TURNS = { M: 12, L: 3 } as const satisfies Partial<Record<SizeName, number>>;

/** Several threads at one plan. */
export const threadsChapter: Chapter = {
  name: "threads",
  title: "Two threads on shared memory",
  about:
    "The sweep of two threads in memory that they share, divided by that of one thread in such memory, all rows read and compiled before and the machine code of both made; each pair in a fresh process.",
  mostRounds: 12,
  measure: (host) =>
    Object.entries(TURNS).map(([size, turns]) => ({
      name: `two threads ÷ one, ${size}`,
      ratios: [host.run("threads", host.problem(size as SizeName), host.problem("M"), turns)],
      goal: { atMost: 0.6 },
    })),
};
