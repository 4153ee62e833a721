import fc from "fast-check";
import type { PlanningInput } from "../../../src/index.js";
import { amount, countOf, someOf, written } from "./amounts.js";
import { draft, given, often, rareFlag, rarely, sometimes, upTo, type Value } from "./optional.js";
import { demandOf, stockOf, wanted, withRows } from "./relations.js";
import { pick, type Scene, type SceneItem } from "./scene.js";
import { source, writeSource } from "./sources.js";

const member = draft({
  source,
  share: fc.constantFrom(1, 1, 2, 60, 40, "1/3", "0.5"),
  quotaBase: rarely(amount),
  minimumSplit: sometimes(amount),
  /** Further on, or the other way round. */
  back: rareFlag,
});

const group = draft({
  item: fc.nat(8),
  site: fc.nat(2),
  flavour: fc.constantFrom("quotas", "stockLanes", "subcontract"),
  rank: fc.nat(2),
  members: upTo(member, 3, 1),
  /** Of the item at the site. */
  demands: upTo(wanted, 3),
  /** Of the item at the sites from which it is shipped. */
  stock: often(draft({ amount, segment: rareFlag })),
});

export const sourceGroups = upTo(group, 3, 1);

/** Sources that share what is asked, ship from stock alone, or draw components elsewhere (N10). */
export function writeSourceGroups(
  scene: Scene,
  of: Value<typeof sourceGroups>,
  suppliers: readonly string[],
) {
  return of.flatMap(({ item, site, flavour, rank, members }, g) => {
    const n = item % scene.items.length;
    const on = scene.items[n] as SceneItem;
    const at = site % Math.max(1, scene.sites.length);
    if (on.phantom || !scene.has(flavour)) return [];
    return members.flatMap((one, k) => {
      const id = `g${g}${9 - k}`;
      const place = { item: n, site: at };
      if (flavour === "stockLanes") {
        const others = scene.sites.filter((_, other) => (one.back ? other < at : other > at));
        const from = pick(others, one.source.from) ?? scene.sites[at === 0 ? 1 : 0];
        if (from === undefined) return [];
        const row = writeSource(scene, { ...one.source, kind: "buy" }, place, id, []);
        return [{ ...row, kind: "transfer" as const, from, onlyFromStock: true, rank }];
      }
      const kind =
        flavour === "subcontract" || one.source.kind === "subcontract" ? "subcontract" : "buy";
      const row = writeSource(scene, { ...one.source, kind }, place, id, suppliers);
      return [flavour === "quotas" ? { ...row, rank, ...quotaOf(one, on.decimals) } : row];
    });
  });
}

/** The same problem with something to ask of the sources, and with something to ship. */
export function withAsked(
  scene: Scene,
  of: Value<typeof sourceGroups>,
  input: PlanningInput,
): PlanningInput {
  return of.reduce((so, { item, site, flavour, demands, stock }, g) => {
    const on = pick(scene.items, item);
    const at = pick(scene.sites, site);
    if (on === undefined || on.phantom || !scene.has(flavour)) return so;
    const lanes = (so.sources ?? []).filter(
      (row) => row.onlyFromStock && row.item === on.id && row.site === at,
    );
    return withRows(so, {
      stock:
        stock === undefined
          ? []
          : lanes.map(({ from }) => stockOf(scene, { item: on.id, site: from }, stock)),
      demands: demands.flatMap((one, d) =>
        demandOf(scene, so, { id: `asks ${g}${d}`, item: on.id, site: at }, one),
      ),
    });
  }, input);
}

function quotaOf({ share, quotaBase, minimumSplit }: Value<typeof member>, decimals: number) {
  return given({
    share,
    quotaBase: quotaBase && written(countOf(quotaBase, decimals), decimals),
    minimumSplit: minimumSplit && written(someOf(minimumSplit, decimals), decimals),
  });
}

/** The same sources, in which either all of a rank have a share or none (K43). */
export function withEqualRanks<
  Row extends {
    readonly item: string;
    readonly site?: string | undefined;
    readonly rank?: number | undefined;
    readonly share?: number | string | undefined;
    readonly onlyFromStock?: boolean | undefined;
  },
>(rows: readonly Row[]): Row[] {
  const keyOf = ({ item, site, rank }: Row) => JSON.stringify([item, site, rank ?? 0]);
  const shared = new Set(rows.filter(({ share }) => share !== undefined).map(keyOf));
  return rows.map((row) => {
    if (!shared.has(keyOf(row)) || row.share !== undefined) return row;
    return row.onlyFromStock ? { ...row, rank: (row.rank ?? 0) + 0.5 } : { ...row, share: 1 };
  });
}
