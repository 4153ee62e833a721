/**
 * What is measured, chapter by chapter. A chapter compares what tasks found in processes of their own (see
 * ../tasks), and knows the goals.
 */
import type { Chapter } from "../chapter.js";
import { featuresChapter } from "./features.js";
import { finiteLoadingChapter } from "./finite-loading.js";
import { inAndOutChapter } from "./in-and-out.js";
import { limitChapter } from "./limit.js";
import { lotSizingChapter } from "./lot-sizing.js";
import { moneyChapter } from "./money.js";
import { popularPartChapter } from "./popular-part.js";
import { promisesChapter } from "./promises.js";
import { referenceChapter } from "./reference.js";
import { replanningChapter } from "./replanning.js";
import { threadsChapter } from "./threads.js";

/** All chapters, in the order of the table. */
export const CHAPTERS: readonly Chapter[] = [
  limitChapter,
  featuresChapter,
  inAndOutChapter,
  threadsChapter,
  popularPartChapter,
  referenceChapter,
  lotSizingChapter,
  finiteLoadingChapter,
  replanningChapter,
  promisesChapter,
  moneyChapter,
];
