/**
 * Kills a worker in the middle of a job, and looks whether the job was done again and every merged plan is
 * the plan made in one piece: all orders, messages, demands and supplies, in their order.
 */
import { isDeepStrictEqual } from "node:util";
import { mergePlans, type Plan, planRequirements } from "../../src/index.js";
import { run } from "./run.js";
import { tenants } from "./tenants.js";

const { plans, killed, doneAgain } = await run({ kill: true });
let isRight = killed !== undefined && doneAgain.length > 0;
console.log(`begun again: ${doneAgain.join("; ") || "nothing"}`);
for (const { id, input } of tenants) {
  const decisions = plans.get(id);
  const isSame =
    decisions !== undefined &&
    isDeepStrictEqual(read(mergePlans(input, [decisions])), read(planRequirements(input)));
  console.log(`${id}: the merged plan ${isSame ? "equals" : "DIFFERS FROM"} the plan in one piece`);
  isRight &&= isSame;
}
if (!isRight) process.exitCode = 1;

/** What a plan says, as it is written. */
function read(plan: Plan): string[] {
  const { demands, supplies } = plan;
  return [plan, [...demands], [...supplies]].map((part) => JSON.stringify(part));
}
