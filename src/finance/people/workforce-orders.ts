import type { LoadSource } from "../../capacity/index.js";
import {
  addRatios,
  type Decimal,
  multiplyRatios,
  PlanningInputError,
  type Ratio,
  ratioToDecimal,
} from "../../core/index.js";
import type { Plan } from "../../mrp/index.js";
import { part } from "./work-cells.js";
import { workShares } from "./work-shares.js";
import type { WorkforceBuckets } from "./workforce-buckets.js";
import type { ReadSkill } from "./workforce-options.js";
import type { WorkforceOrder } from "./workforce-rows.js";

/** Hours of people, and those of them that are for set-up. */
export interface PeopleWork {
  readonly required: Ratio;
  readonly setup: Ratio;
}

/** What work at a work centre asks of people. */
export function peopleWork(
  { setupPeople, runPeople }: ReadSkill,
  load: Ratio,
  ofSetup: Ratio,
): PeopleWork {
  const setup = multiplyRatios(setupPeople, ofSetup);
  const others = addRatios(load, { num: -ofSetup.num, den: ofSetup.den });
  return { required: addRatios(setup, multiplyRatios(runPeople, others)), setup };
}

interface OrderWork {
  readonly order: string | null;
  readonly supply: string | null;
  readonly quantity: Decimal | undefined;
  readonly workCenter: string;
  readonly operations: string[];
  required: Ratio;
  setup: Ratio;
}

const NOTHING: Ratio = { num: 0n, den: 1n };

/** The orders that need people in a bucket, by order and work centre. */
export function workforceOrders(
  plan: Plan,
  source: LoadSource,
  buckets: WorkforceBuckets,
  skills: readonly ReadSkill[],
  bucket: number,
): readonly WorkforceOrder[] {
  const skillAt = new Map(skills.map((row) => [row.workCenter, row]));
  const found = new Map<string, OrderWork>();
  for (let n = 0; n < source.length; n++) {
    const id = source.workCenters[source.workCenter(n)]?.id;
    const skill = id === undefined ? undefined : skillAt.get(id);
    if (id === undefined || skill === undefined) continue;
    const own = workShares(source, n, buckets).find((one) => one.bucket === bucket);
    if (own === undefined) continue;
    const load = part(source.load(n), own.share);
    const work = peopleWork(skill, load, part(source.setup(n), own.share));
    if (work.required.num !== 0n) note(found, source, n, id, work);
  }
  return placed(plan, [...found.values()]);
}

function note(
  found: Map<string, OrderWork>,
  source: LoadSource,
  n: number,
  workCenter: string,
  { required, setup }: PeopleWork,
): void {
  const { order, supply } = source.of(n);
  const key = JSON.stringify([order, supply, workCenter]);
  const of = { order, supply, workCenter, quantity: source.quantity?.(n) };
  const nothing = { ...of, operations: [], required: NOTHING, setup: NOTHING };
  const own: OrderWork = found.get(key) ?? nothing;
  found.set(key, own);
  const operation = source.operation(n);
  if (!own.operations.includes(operation)) own.operations.push(operation);
  own.required = addRatios(own.required, required);
  own.setup = addRatios(own.setup, setup);
}

/** Where an order of the plan is made, and how much. */
type OrderPlace = Pick<WorkforceOrder, "item" | "site" | "segment"> & {
  readonly quantity: Decimal;
  readonly newQuantity?: Decimal | null;
};

/** Says of each order what and where it is. */
function placed(plan: Plan, work: readonly OrderWork[]): readonly WorkforceOrder[] {
  const orders = placesOf(plan.orders, new Set(work.map(({ order }) => order)));
  const supplies = placesOf(plan.supplies, new Set(work.map(({ supply }) => supply)));
  return work.map(({ order, supply, quantity, workCenter, operations, required, setup }) => {
    const place = order === null ? supplies.get(supply ?? "") : orders.get(order);
    const planned = place?.newQuantity ?? place?.quantity;
    if (place === undefined || quantity?.eq(planned!) === false) {
      throw notOfThisPlan(order ?? supply ?? "");
    }
    const { item, site, segment } = place;
    return Object.freeze({
      order,
      supply,
      item,
      site,
      segment,
      workCenter,
      operations: Object.freeze(operations),
      required: ratioToDecimal(required),
      setup: ratioToDecimal(setup),
    });
  });
}

function placesOf(
  rows: Iterable<OrderPlace & { readonly id: string }>,
  wanted: ReadonlySet<string | null>,
): ReadonlyMap<string, OrderPlace> {
  const found = new Map<string, OrderPlace>();
  if (wanted.size === 0 || (wanted.size === 1 && wanted.has(null))) return found;
  for (const row of rows) if (wanted.has(row.id)) found.set(row.id, row);
  return found;
}

function notOfThisPlan(id: string): PlanningInputError {
  const message = `The loads are not those of this plan: their order ${JSON.stringify(id)} is no order of it, or of another quantity. Hand over requirements, a schedule or a levelled load of this plan.`;
  return new PlanningInputError([{ code: "contradiction", path: ["loads"], message, id }]);
}
