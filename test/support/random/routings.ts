import fc from "fast-check";
import type { PlanningInput } from "../../../src/index.js";
import { validity, writeValidity } from "./bills.js";
import { operations, writeOperations } from "./operations.js";
import { draft, given, rarely, sometimes, upTo, type Value } from "./optional.js";
import {
  isAt,
  productions,
  type Row,
  scheduled,
  withProductions,
  withScheduled,
} from "./productions.js";
import { isPhantom } from "./relations.js";
import { pick, type Scene } from "./scene.js";
import { workCenter, writeWorkCenters } from "./work-centers.js";

const routing = draft({
  place: fc.nat(20),
  /** Of a make source that names it; otherwise it is found by its dates. */
  source: sometimes(fc.nat(2)),
  validity: sometimes(validity),
  operations,
});

/** Whose lead times come from their routings (K54). */
const leadTime = draft({
  routing: fc.nat(9),
  on: fc.constantFrom("item", "itemSite", "source"),
});

export const shop = draft({
  centers: upTo(workCenter, 4, 1),
  tools: rarely(fc.constant(true)),
  routings: upTo(routing, 5, 1),
  leadTimes: fc.array(leadTime, { maxLength: 3 }),
  productions,
  scheduled,
});

type ShopDraft = Value<typeof shop>;
type RoutingRow = ReturnType<typeof rowOf> & { readonly named: boolean };

/** Where something is made, in the order of the bills and sources. */
function makesOf(scene: Scene, { boms = [], sources = [] }: PlanningInput) {
  const rows = [...boms, ...sources.filter(({ kind }) => kind === "make")];
  const places = new Map(
    rows.map(({ item, site }) => [JSON.stringify([item, site]), given({ item, site })]),
  );
  return [...places.values()].filter(({ item }) => !isPhantom(scene, item));
}

/** The same problem with a shop floor: centres, tools, routings, and what is said of open supply. */
export function withRoutings(scene: Scene, of: ShopDraft, input: PlanningInput): PlanningInput {
  const centers = writeWorkCenters(scene, of.centers);
  const tools = of.tools ? [{ id: "jig", units: 2 }, { id: "__proto__" }] : [];
  const sources = [...(input.sources ?? [])];
  const makes = makesOf(scene, input);
  const routings: RoutingRow[] = [];
  for (const [n, one] of of.routings.entries()) {
    const at = pick(makes, one.place);
    if (at === undefined) continue;
    const row = rowOf(scene, { one, n, at, centers, tools, input });
    const named =
      one.source === undefined
        ? undefined
        : pick(
            sources.filter((s) => s.kind === "make" && isAt(s, at) && !("routing" in s)),
            one.source,
          );
    // Two that are found by their dates must not begin on the same day.
    const isTwin = routings.some(
      (other) => !other.named && isAt(other, at) && other.validFrom === row.validFrom,
    );
    if (row.operations.length === 0 || (named === undefined && isTwin)) continue;
    if (named !== undefined)
      sources[sources.indexOf(named)] = { ...named, routing: row.id } as Row<"sources">;
    routings.push({ ...row, named: named !== undefined });
  }
  const plain = given({
    ...input,
    sources: sources.length === 0 ? undefined : sources,
    workCenters: centers,
    tools: tools.length === 0 ? undefined : tools,
    routings: routings.length === 0 ? undefined : routings.map(({ named: _, ...row }) => row),
  }) as PlanningInput;
  const timed = withLeadTimes(scene, of, routings, plain);
  return withScheduled(
    scene,
    of.scheduled,
    withProductions(scene, of.productions, routings, timed),
  );
}

function rowOf(
  scene: Scene,
  {
    one,
    n,
    at,
    centers,
    tools,
    input,
  }: {
    one: Value<typeof routing>;
    n: number;
    at: { item: string; site?: string };
    centers: ReturnType<typeof writeWorkCenters>;
    tools: readonly { id: string }[];
    input: PlanningInput;
  },
) {
  const item = input.items?.find(({ id }) => id === at.item);
  const local = input.itemSites?.find((row) => isAt(row, at));
  const floor = {
    centers: centers.filter(({ site }) => site === at.site).map(({ id }) => id),
    units: (center: string) => centers.find(({ id }) => id === center)?.units ?? 1,
    suppliers: (input.suppliers ?? []).map(({ id }) => id),
    tools: tools.map(({ id }) => id),
    decimals: scene.items.find(({ id }) => id === at.item)?.decimals ?? 0,
    yield: local?.yield ?? item?.yield,
    strangeIds: scene.has("strangeIds"),
  };
  return given({
    id: `r${9 - n}`,
    ...at,
    ...(one.validity === undefined ? {} : writeValidity(one.validity, scene.date)),
    operations: writeOperations(one.operations, floor),
  });
}

function fromRouting<Of extends object>(row: Of): Of {
  return given({ ...row, leadTime: undefined, leadTimeBasis: "routing" }) as unknown as Of;
}

/** Lead times from routings where there is one on the first day; what was stated is left out. */
function withLeadTimes(
  scene: Scene,
  of: ShopDraft,
  routings: readonly RoutingRow[],
  input: PlanningInput,
): PlanningInput {
  const today = input.startDate;
  const isMade = (at: RoutingRow) => {
    const own = (input.sources ?? []).filter((row) => isAt(row, at));
    return own.length === 0 || own.some(({ kind }) => kind === "make");
  };
  const byDate = routings.filter(
    ({ named, validFrom = "", validTo = "9", ...at }) =>
      !named && validFrom <= today && today < validTo && isMade({ named, ...at }),
  );
  const items = [...(input.items ?? [])];
  const itemSites = [...(input.itemSites ?? [])];
  const sources = [...(input.sources ?? [])];
  const asked = <Of extends object>(rows: Of[], row: Of | undefined) => {
    if (row === undefined) return;
    rows[rows.indexOf(row)] = fromRouting(row);
  };
  // A lead time in a nearer row would be idle, and is refused.
  const idle = (at: { item: string; site?: string | undefined }) => {
    for (const [n, row] of sources.entries()) {
      if (row.kind === "make" && row.leadTimeBasis === undefined && isAt(row, at)) {
        sources[n] = given({ ...row, leadTime: undefined }) as Row<"sources">;
      }
    }
  };
  for (const { routing: which, on } of of.leadTimes) {
    const one = pick(on === "source" ? routings : byDate, which);
    if (one === undefined) continue;
    const local = itemSites.find((row) => isAt(row, one));
    if (on === "source") {
      asked(
        sources,
        sources.find((row) => "routing" in row && row.routing === one.id),
      );
    } else if (on === "item" && scene.sites.length < 2) {
      asked(
        items,
        items.find(({ id }) => id === one.item),
      );
      if (local?.leadTimeBasis === undefined) {
        if (local !== undefined) {
          itemSites[itemSites.indexOf(local)] = given({
            ...local,
            leadTime: undefined,
          }) as typeof local;
        }
        idle(one);
      }
    } else {
      const made = local ?? (given({ item: one.item, site: one.site }) as Row<"itemSites">);
      if (local === undefined) itemSites.push(made);
      asked(itemSites, made);
      idle(one);
    }
  }
  return given({
    ...input,
    items,
    itemSites: itemSites.length === 0 ? undefined : itemSites,
    sources: sources.length === 0 ? undefined : sources,
  }) as PlanningInput;
}
