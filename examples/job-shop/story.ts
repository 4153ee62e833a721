import { readFileSync } from "node:fs";
import {
  type CapacityRequirements,
  type CostingLotInput,
  capacityRequirements,
  type LeveledLoad,
  type LoadPeg,
  levelLoad,
  loadPegs,
  type OverloadMessage,
  overloadMessages,
  type Plan,
  type PlanningInput,
  type PlanRoughCut,
  type PlanSchedule,
  type PlanWithCapacity,
  planRequirements,
  planWithCapacity,
  type Remedy,
  roughCut,
  scheduleOrders,
} from "../../src/index.js";

/** `job-shop.json`: a shop that makes steel furniture, and what else it has to say. */
interface JobShopFile {
  readonly shop: PlanningInput;
  /** Usual lots, over which the rough cut spreads set-ups. */
  readonly lots: readonly CostingLotInput[];
  readonly latenessCostPerDay: number;
}

/** What becomes of the overload with some remedies. */
export interface Levelling {
  readonly title: string;
  readonly leveled: LeveledLoad;
}

/** A month in the shop: what is wanted, what can be done, and what is done about it. */
export interface JobShop {
  readonly input: PlanningInput;
  /** Material alone. */
  readonly plan: Plan;
  readonly cut: PlanRoughCut;
  readonly requirements: CapacityRequirements;
  readonly overloads: readonly OverloadMessage[];
  /** Whose hours the first overload is made of. */
  readonly pegs: readonly LoadPeg[];
  /** Each remedy alone, then all of them in turn. */
  readonly levellings: readonly Levelling[];
  /** The orders to the minute, without overtime. */
  readonly schedule: PlanSchedule;
  /** Material and capacity together, without overtime. */
  readonly regular: PlanWithCapacity;
  /** The same with the overtime that levelling took. */
  readonly leveled: PlanWithCapacity;
  /** The same with all overtime that there may be. */
  readonly longer: PlanWithCapacity;
}

const remedies: readonly (readonly [string, readonly Remedy[]])[] = [
  ["pull ahead", ["pullAhead"]],
  ["the other press", ["alternate"]],
  ["overtime", ["overtime"]],
  ["push", ["push"]],
  ["all in this turn", ["pullAhead", "alternate", "overtime", "push"]],
];

/** Plans the shop, looks at its load from coarse to fine, and makes material and capacity agree. */
export function jobShop(): JobShop {
  const file = readFileSync(new URL("job-shop.json", import.meta.url), "utf8");
  const { shop, lots, latenessCostPerDay } = JSON.parse(file) as JobShopFile;
  const plan = planRequirements(shop);
  const overloads = overloadMessages(plan);
  const { workCenter, from, until } = overloads[0]!;
  const levellings = remedies.map(([title, some]) => ({
    title,
    leveled: levelLoad(plan, { remedies: some, latenessCostPerDay }),
  }));
  const decided = withOvertimeOf(shop, levellings.at(-1)!.leveled);
  return {
    input: shop,
    plan,
    cut: roughCut(plan, { lots }),
    requirements: capacityRequirements(plan),
    overloads,
    pegs: loadPegs(plan, { workCenter, from: from!, until: until! }),
    levellings,
    schedule: scheduleOrders(plan),
    regular: planWithCapacity(shop),
    leveled: planWithCapacity(decided, { overtime: true }),
    longer: planWithCapacity(shop, { overtime: true }),
  };
}

/** The shop with no other overtime than levelling took. */
function withOvertimeOf(shop: PlanningInput, { overtime }: LeveledLoad): PlanningInput {
  const workCenters = shop.workCenters?.map((center) => {
    const own = overtime.filter(({ workCenter }) => workCenter === center.id);
    return { ...center, overtime: own.map(({ from, until }) => ({ from, until })) };
  });
  return { ...shop, workCenters };
}
