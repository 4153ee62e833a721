// npx tsx examples/parallel/demo.ts [ITEMS [THREADS]]   plans a problem in one piece and in several threads
import { planRequirements } from "../../src/index.js";
import { planInThreads } from "./plan-in-threads.js";
import { products } from "./problem.js";
import { isSamePlan } from "./same-plan.js";

const [items = 6_000, threads = 2] = process.argv.slice(2).map(Number);
const whole = planRequirements(products(items));
const { plan, sweepMs } = await planInThreads(items, threads);
console.log(
  `${plan.orders.length} orders of ${items} items, planned by ${threads} threads in ${Math.round(sweepMs)} ms.`,
);
console.log(
  `The plan ${isSamePlan(plan, whole) ? "equals" : "DIFFERS FROM"} the one that is made in one piece.`,
);
