import fc from "fast-check";
import type { PlanningInput, PlanningRow } from "../../../src/index.js";
import { upTo } from "./optional.js";
import { isPhantom } from "./relations.js";
import { pick, type Scene } from "./scene.js";

export const drivers = upTo(fc.nat(20), 3);

type Bill = PlanningRow<"boms">;

/** The same problem in which the co-products of some bills drive orders, where they may (B4). */
export function withDrivers(
  scene: Scene,
  of: readonly number[],
  input: PlanningInput,
): PlanningInput {
  let so = input;
  for (const which of of) {
    const bill = pick(
      (so.boms ?? []).filter((one) => mayDrive(scene, so, one)),
      which,
    );
    if (bill === undefined) continue;
    const boms = so.boms!.map((one) =>
      one === bill ? { ...bill, drivenBy: "largestNeed" as const } : one,
    );
    const more = { ...so, boms };
    if (!goesRound(more)) so = more;
  }
  return so;
}

/** Whether the item has one bill and one make at the site, both on all days, and is netted. */
function mayDrive(scene: Scene, input: PlanningInput, bill: Bill): boolean {
  const { item, site } = bill;
  const isThere = (row: { readonly item: string; readonly site?: string | undefined }) =>
    row.item === item && siteOf(input, row) === siteOf(input, { site });
  const isAlways = (row: { readonly validFrom?: unknown; readonly validTo?: unknown }) =>
    row.validFrom === undefined && row.validTo === undefined;
  const sources = (input.sources ?? []).filter(isThere);
  const method =
    input.itemSites?.find(isThere)?.method ?? input.items?.find(({ id }) => id === item)?.method;
  return (
    (bill.coProducts ?? []).some(({ quantity }) => quantity !== 0) &&
    !isPhantom(scene, item) &&
    isAlways(bill) &&
    (input.boms ?? []).filter(isThere).length === 1 &&
    sources.length <= 1 &&
    sources.every((row) => row.kind === "make" && isAlways(row)) &&
    [undefined, "mrp", "minMax"].includes(method)
  );
}

/** Whether some item would be planned before itself. */
function goesRound(input: PlanningInput): boolean {
  const ends = new Map<string, string[]>();
  for (const [from, to] of waysOf(input)) ends.set(from, [...(ends.get(from) ?? []), to]);
  const driven = (input.boms ?? []).filter(({ drivenBy }) => drivenBy === "largestNeed");
  return driven.some((bill) => {
    const lead = keyOf(bill.item, siteOf(input, bill));
    const reached = new Set(ends.get(lead) ?? []);
    for (const place of reached) for (const end of ends.get(place) ?? []) reached.add(end);
    return reached.has(lead);
  });
}

type Way = [above: string, below: string];

/** What is planned before what, as far as rows say it; what may need a co-product comes before its driven lead item. */
function waysOf(input: PlanningInput): Way[] {
  const needs = [...lanesOf(input), ...linesOf(input), ...followUpsOf(input)];
  const ofBills = (input.boms ?? []).flatMap((bill): Way[] => {
    const lead = keyOf(bill.item, siteOf(input, bill));
    const coProducts = (bill.coProducts ?? []).map((one) => keyOf(one.item, siteOf(input, bill)));
    const brings = coProducts.map((coProduct): Way => [lead, coProduct]);
    if (bill.drivenBy !== "largestNeed") return brings;
    const into = needs.filter(([, below]) => coProducts.includes(below));
    return [...brings, ...into.map(([above]): Way => [above, lead])];
  });
  return [...needs, ...ofBills];
}

function lanesOf(input: PlanningInput): Way[] {
  const firm = (input.supplies ?? []).filter((supply) => supply.firm);
  const sources = (input.sources ?? []).filter(({ onlyFromStock }) => !onlyFromStock);
  return [...sources, ...firm].flatMap((row): Way[] =>
    row.from === undefined || row.kind !== "transfer"
      ? []
      : [[keyOf(row.item, siteOf(input, row)), keyOf(row.item, row.from)]],
  );
}

function linesOf(input: PlanningInput): Way[] {
  return (input.boms ?? []).flatMap((bill) => {
    const site = siteOf(input, bill);
    const drawn = [...(input.sources ?? []), ...(input.supplies ?? [])].flatMap((row) =>
      row.kind === "subcontract" &&
      row.item === bill.item &&
      siteOf(input, row) === site &&
      row.from
        ? [row.from]
        : [],
    );
    return [site, ...drawn].flatMap((at) =>
      bill.lines.flatMap((line): Way[] => [
        [keyOf(bill.item, site), keyOf(line.item, at)],
        ...(line.substitutes ?? []).map((one): Way => [keyOf(line.item, at), keyOf(one.item, at)]),
      ]),
    );
  });
}

function followUpsOf(input: PlanningInput): Way[] {
  const sites = input.sites?.map(({ id }) => id) ?? ["main"];
  return [...(input.items ?? []), ...(input.itemSites ?? [])].flatMap((row): Way[] => {
    const { followUp } = row.discontinued ?? {};
    const item = "id" in row ? row.id : row.item;
    if (followUp === undefined) return [];
    return sites.map((site): Way => [keyOf(item, site), keyOf(followUp, site)]);
  });
}

function keyOf(item: string, site: string): string {
  return JSON.stringify([item, site]);
}

function siteOf(
  { sites }: PlanningInput,
  { site }: { readonly site?: string | undefined },
): string {
  return site ?? sites?.[0]?.id ?? "main";
}
