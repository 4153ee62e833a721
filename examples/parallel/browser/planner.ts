import { type PlanningNotes, planRequirements, sharePlanning } from "../../../src/index.js";
import { products } from "../problem.js";
import { isSamePlan } from "../same-plan.js";
import { sweepTogether, untaken } from "../sweep-together.js";
import { nextFrom, scope } from "./worker-scope.js";

// A worker that makes a plan with a helper: the page posts how many items, and hears how it goes.
const asked = nextFrom<number>(scope);
const helper = new scope.Worker(new URL("helper.mjs", import.meta.url), { type: "module" });
const items = await asked;

const ready = nextFrom<string>(helper);
helper.postMessage(items);
const input = products(items);
const share = sharePlanning(input);
await ready;

const notes = nextFrom<PlanningNotes>(helper);
const next = untaken(share);
helper.postMessage({ memory: share.memory, next });
scope.postMessage({ planned: share.memory.planned, points: share.levels.at(-1) });
const begin = performance.now();
sweepTogether(share, next);
const ms = Math.round(performance.now() - begin);

const plan = share.plan([await notes]);
const equals = isSamePlan(plan, planRequirements(input)) ? "equals" : "DIFFERS FROM";
const text = `${plan.orders.length} orders of ${items} items, planned by 2 workers in ${ms} ms. The plan ${equals} the one that is made in one piece.`;
scope.postMessage({ text });
