import fc from "fast-check";
import { formatDay, parseDay } from "../../../src/core/index.js";
import type { PlanningInput } from "../../../src/index.js";
import { amount, countOf, someOf, written } from "./amounts.js";
import { draft, given, rareFlag, sometimes, upTo, type Value } from "./optional.js";
import { done } from "./places.js";
import { pick, type Scene } from "./scene.js";

/** A row of a list of the input. */
export type Row<List extends keyof PlanningInput> =
  NonNullable<PlanningInput[List]> extends readonly (infer One)[] ? One : never;

export const isAt = (
  row: { item: string; site?: string | undefined },
  at: { item: string; site?: string | undefined },
) => row.item === at.item && row.site === at.site;

/** One more open order of what has a routing: how much of which operation is done. */
const production = draft({
  routing: fc.nat(9),
  quantity: amount,
  due: fc.integer({ min: -3, max: 20 }),
  lead: sometimes(fc.nat(9)),
  firm: sometimes(fc.constant(true)),
  completed: sometimes(done),
  progress: fc.array(draft({ operation: fc.nat(4), done, none: rareFlag }), { maxLength: 3 }),
});

export const productions = upTo(production, 3);

/** Which firm and production orders have their dates from a schedule (K57), and when they start. */
export const scheduled = fc.array(draft({ supply: fc.nat(8), lead: sometimes(fc.nat(9)) }), {
  maxLength: 3,
});

interface RoutingRow {
  readonly item: string;
  readonly site?: string | undefined;
  readonly operations: readonly { readonly id: string }[];
}

/** Progress names operations that every routing of the item has. */
export function withProductions(
  scene: Scene,
  of: Value<typeof productions>,
  routings: readonly RoutingRow[],
  input: PlanningInput,
): PlanningInput {
  const rows = (scene.has("supplies") ? of : []).flatMap((order, n) => {
    const routing = pick(routings, order.routing);
    if (routing === undefined) return [];
    const own = routings.filter((one) => isAt(one, routing));
    const common = routing.operations
      .map(({ id }) => id)
      .filter((id) => own.every(({ operations: list }) => list.some((one) => one.id === id)));
    const decimals = scene.items.find(({ id }) => id === routing.item)?.decimals ?? 0;
    const whole = someOf(order.quantity, decimals);
    const part = (one: Value<typeof done>) => {
      const count = countOf(one.amount, decimals);
      return written(one.more ? whole + count : count % (whole + 1), decimals);
    };
    const completed = scene.has("completed") && order.completed ? part(order.completed) : undefined;
    // What has arrived has passed all operations.
    const least = Number(completed ?? 0);
    const progress = new Map(
      order.progress.flatMap((one) => {
        const operation = pick(common, one.operation);
        const done = one.none ? 0 : part(one.done);
        const row = { operation, completed: Number(done) < least ? completed! : done };
        return operation === undefined ? [] : [[operation, row] as const];
      }),
    );
    const isFirm = order.firm && scene.has("firmOrders");
    return [
      given({
        id: `made ${n}`,
        item: routing.item,
        site: routing.site,
        quantity: written(whole, decimals),
        due: scene.date(order.due),
        start: order.lead === undefined ? undefined : scene.date(order.due - order.lead),
        kind: "production",
        firm: isFirm ? true : undefined,
        completed,
        progress: progress.size === 0 ? undefined : [...progress.values()],
      }) as Row<"supplies">,
    ];
  });
  return rows.length === 0 ? input : { ...input, supplies: [...(input.supplies ?? []), ...rows] };
}

/** Some firm and production orders have their dates from a schedule. */
export function withScheduled(
  scene: Scene,
  of: Value<typeof scheduled>,
  input: PlanningInput,
): PlanningInput {
  if (!scene.has("scheduled")) return input;
  const supplies = [...(input.supplies ?? [])];
  for (const { supply, lead } of of) {
    const row = pick(
      supplies.filter(({ firm, kind }) => firm || kind === "production"),
      supply,
    );
    if (row === undefined) continue;
    supplies[supplies.indexOf(row)] = given({
      ...row,
      scheduled: true,
      frozen: undefined,
      start: lead === undefined ? row.start : formatDay(parseDay(row.due)! - lead),
    }) as Row<"supplies">;
  }
  return supplies.length === 0 ? input : { ...input, supplies };
}
