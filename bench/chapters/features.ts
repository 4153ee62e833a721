import type { Chapter } from "../chapter.js";
import { FEATURES, type FeatureName } from "../features.js";
import type { Host } from "../host.js";
import type { Series } from "../verdict.js";

/** To read the items of L takes longer than to sweep it some times: a process compares so many pairs. */
const PAIRS = 4;

const MEASURED: readonly FeatureName[] = [
  ...(["calendars", "datedLines", "datedSources", "steppedSafetyStock"] as const),
  ...(["assume", "fences", "months", "wideRatios"] as const),
];
/** They are told only, and measured at M. */
const TOLD: readonly FeatureName[] = ["offsets", "yield", "segments", "byDemand"];

function large(host: Host, feature: FeatureName) {
  return host.run("feature", {
    ...{ file: host.problem("L"), feature, hasColumns: true, pairs: PAIRS, sweeps: 1 },
  });
}

function cutOrders(host: Host): Series[] {
  const { title } = FEATURES.maximumOrder;
  const { perRow, ordersByRow } = large(host, "maximumOrder");
  return [
    { name: `${title}, time by row`, ratios: perRow, goal: { atMost: 2 } },
    { name: `${title}, orders that a row stands for`, ratios: [ordersByRow], isCount: true },
  ];
}

/**
 * A quarter of the items of a problem are ordered for periods of days, which the feature turns into months. Where
 * all are, orders are so few that what each stocking point costs counts most, also in the yardstick.
 */
function inWindows(host: Host): Series[] {
  const { library, yardstick, bare } = host.run("windows", host.problem("L"), host.yardstick);
  const { perRequirement } = large(host, "monthsEverywhere");
  return [
    { name: FEATURES.monthsEverywhere.title, ratios: perRequirement },
    { name: "all items in windows of 30 days", ratios: library },
    { name: "all items in windows of 30 days: the yardstick", ratios: yardstick },
    { name: "all items in windows of 30 days: the yardstick in JavaScript", ratios: bare },
  ];
}

/** A feature in use, measured by the same problem without it. */
export const featuresChapter: Chapter = {
  name: "features",
  title: "A feature in use",
  about:
    "The time of a sweep for each requirement of a problem with the feature, divided by that of the same problem without it, at L unless said. A fresh process compares one feature in four turns, and there are three of each or more. A quarter of the items are ordered for periods: in days, or in months where that is the feature. With all items in months or in windows of 30 days, orders are six times fewer, and what a stocking point costs without any counts most; the yardsticks tell what of it is the problem.",
  mostRounds: 4,
  measure(host) {
    return [
      ...MEASURED.map((feature) => ({
        name: FEATURES[feature].title,
        ratios: large(host, feature).perRequirement,
        goal: { atMost: 1.6 },
      })),
      ...cutOrders(host),
      ...inWindows(host),
      ...TOLD.map((feature) => ({
        name: `${FEATURES[feature].title}, M`,
        ratios: host.run("feature", {
          ...{ file: host.problem("M"), feature, hasColumns: false, pairs: PAIRS, sweeps: 2 },
        }).perRequirement,
      })),
    ];
  },
};
