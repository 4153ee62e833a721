import fc from "fast-check";
import type { PlanningInput, PlanningRow } from "../../../src/index.js";
import type { PlanningInput as ReferenceInput } from "../../reference/index.js";
import { goesRoundElsewhere, isInside, type Loops, loopsOf } from "../../reference/loops.js";
import { key, type Problem, readProblem } from "../../reference/problem.js";
import { amount } from "./amounts.js";
import { draft, given, often, rareFlag, upTo, type Value } from "./optional.js";
import { isPhantom, stockOf, withRows } from "./relations.js";
import { pick, type Scene } from "./scene.js";

const loop = draft({
  /** A line from a bill back to an item above it or to the item itself, or two lanes there and back. */
  ofLanes: rareFlag,
  bill: fc.nat(20),
  back: fc.nat(2),
  /** All that hangs on an end item that goes round is not planned for it. */
  ofEndItem: rareFlag,
  quantity: fc.constantFrom(1, 2, "1/3", 0),
  item: fc.nat(8),
  site: fc.nat(1),
  stock: often(draft({ amount, segment: rareFlag })),
});

export const loops = upTo(loop, 2, 1);

/** The same problem with loops of lines and lanes, and the convention that allows them (B2). */
export function withLoops(
  scene: Scene,
  of: Value<typeof loops>,
  input: PlanningInput,
): PlanningInput {
  const conventions = { ...input.conventions, cycles: "stockOnly" as const };
  return of.reduce(
    (so: PlanningInput, one, n) => {
      const more = one.ofLanes ? withLanes(scene, one, so, n) : withLine(scene, one, so);
      return isSound(more) ? more : so;
    },
    { ...input, conventions },
  );
}

function withLine(scene: Scene, of: Value<typeof loop>, input: PlanningInput): PlanningInput {
  const boms = input.boms ?? [];
  const at = of.bill % Math.max(1, boms.length);
  const bill = boms[at];
  if (bill === undefined) return input;
  const place = scene.items.findIndex(({ id }) => id === bill.item);
  const least = of.ofEndItem ? 0 : 1;
  const item = scene.items[Math.max(least, place - of.back)]?.id;
  if (item === undefined || place < least) return input;
  const lines = [...bill.lines, { item, quantity: of.quantity }];
  return withStock(
    scene,
    of,
    { ...input, boms: boms.with(at, { ...bill, lines }) },
    { item, site: bill.site },
  );
}

function withLanes(
  scene: Scene,
  of: Value<typeof loop>,
  input: PlanningInput,
  n: number,
): PlanningInput {
  const item = pick(scene.items, of.item)?.id;
  const here = scene.sites[of.site];
  const there = scene.sites[of.site + 1];
  if (item === undefined || here === undefined || there === undefined || isPhantom(scene, item)) {
    return input;
  }
  const isShared = (site: string) =>
    (input.sources ?? []).some((row) => row.item === item && row.site === site && row.share);
  const lane = (id: string, site: string, from: string) =>
    given({
      id,
      item,
      site,
      kind: "transfer" as const,
      from,
      // Of a rank either all have a share or none.
      rank: isShared(site) ? 7 : undefined,
    });
  const lanes = [lane(`lane ${n}`, here, there), lane(`back ${n}`, there, here)];
  const sources = [...(input.sources ?? []), ...lanes];
  return withStock(scene, of, { ...input, sources }, { item, site: here });
}

function withStock(
  scene: Scene,
  { stock }: Value<typeof loop>,
  input: PlanningInput,
  place: { readonly item: string; readonly site: string | undefined },
): PlanningInput {
  const mayHaveStock = scene.has("phantomStock") || !isPhantom(scene, place.item);
  if (stock === undefined || !mayHaveStock) return input;
  return withRows(input, { stock: [stockOf(scene, place, stock)] });
}

/**
 * Whether all that goes round are lines and lanes, no phantom is on a loop, and no firm order would
 * draw on its own loop.
 */
function isSound(input: PlanningInput): boolean {
  const problem = readProblem(input as ReferenceInput);
  const loops = loopsOf(problem);
  const phantoms = (input.items ?? []).filter(({ phantom }) => phantom);
  const isOnLoop = (item: string) => problem.siteIds.some((site) => loops.has(key(item, site)));
  return (
    !goesRoundElsewhere(problem) &&
    !phantoms.some(({ id }) => isOnLoop(id)) &&
    !(input.supplies ?? []).some((row) => row.firm && drawsOnLoop(input, problem, loops, row))
  );
}

type Supply = PlanningRow<"supplies">;

/** A firm transfer on a lane inside a loop, or any firm order where a line leads on inside one. */
function drawsOnLoop(input: PlanningInput, problem: Problem, loops: Loops, row: Supply): boolean {
  const siteFor = (of: { readonly site?: string | undefined }) =>
    of.site ?? problem.siteIds[0] ?? "main";
  const site = siteFor(row);
  const leadsOn = (component: string) =>
    isInside(loops, { parent: key(row.item, site), component });
  const bills = (input.boms ?? []).filter(
    (bill) => bill.item === row.item && siteFor(bill) === site,
  );
  const drawn = [...(input.sources ?? []), row].flatMap((one) =>
    one.kind === "subcontract" && one.item === row.item && siteFor(one) === site && one.from
      ? [one.from]
      : [],
  );
  return (
    (row.kind === "transfer" && row.from !== undefined && leadsOn(key(row.item, row.from))) ||
    bills.some((bill) =>
      bill.lines.some((line) => [site, ...drawn].some((at) => leadsOn(key(line.item, at)))),
    )
  );
}
