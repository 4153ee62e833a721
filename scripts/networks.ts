// Places safety stock in a folder of supply chains, one `*.json` or `*.json.gz` file each:
// `npx tsx scripts/networks.ts DIR`. Prints a table: stages and arcs, low-level codes from the bill of
// material, what the best placement costs, whether it is shown to be the best, and what all stock at
// the end stages would cost. Exits 2 when there is nothing to run.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { bomGraph, lowLevelCodesOf } from "../src/bom/index.js";
import {
  guaranteedService,
  guaranteedServiceCost,
  type ServiceNetworkInput,
} from "../src/inventory/index.js";

/** A stage of a file; `null` is not given. */
interface FileStage {
  readonly id: string;
  readonly stageTime: number;
  readonly maxServiceTime: number | null;
  /** Money that the stage adds to a unit. */
  readonly stageCost: number;
  readonly demandMean: number | null;
  readonly demandStd: number | null;
  readonly z: number | null;
}

interface NetworkFile {
  readonly id: string;
  readonly input: {
    readonly stages: readonly FileStage[];
    readonly arcs: readonly [string, string][];
  };
  readonly expected?: { readonly reportedOptimalGsmCost?: number };
}

/** Cost of holding one unit for a year, as a part of what has been put into it. */
const HOLDING_RATE = 0.35;

/** Reads a file, gzipped or not. */
function readNetworkFile(path: string): NetworkFile {
  const bytes = readFileSync(path);
  const text = path.endsWith(".gz") ? gunzipSync(bytes) : bytes;
  return JSON.parse(text.toString()) as NetworkFile;
}

/** What has been put into a unit of each stage: its own cost and that of all that goes into it. */
function cumulativeCosts({ stages, arcs }: NetworkFile["input"]): ReadonlyMap<string, number> {
  const own = new Map(stages.map(({ id, stageCost }) => [id, stageCost]));
  const suppliers = new Map<string, string[]>(stages.map(({ id }) => [id, []]));
  for (const [from, to] of arcs) suppliers.get(to)?.push(from);
  const known = new Map<string, number>();
  const costOf = (id: string): number => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const below = suppliers.get(id) ?? [];
    const cost = below.reduce((sum, supplier) => sum + costOf(supplier), own.get(id) ?? 0);
    known.set(id, cost);
    return cost;
  };
  for (const { id } of stages) costOf(id);
  return known;
}

/**
 * The network as the placement takes it. The safety factor stands in the deviation of the end stages,
 * since it differs among them: so what is pooled over them is z·σ.
 */
function networkOf(file: NetworkFile): ServiceNetworkInput {
  const costs = cumulativeCosts(file.input);
  const supplies = new Set(file.input.arcs.map(([from]) => from));
  const stages = file.input.stages.map((stage) => ({
    id: stage.id,
    stageTime: stage.stageTime,
    holdingCost: HOLDING_RATE * (costs.get(stage.id) ?? 0),
    safetyFactor: 1,
    ...(supplies.has(stage.id)
      ? {}
      : {
          demandDeviation: (stage.z ?? 0) * (stage.demandStd ?? 0),
          demandMean: stage.demandMean ?? 0,
          maxServiceTime: stage.maxServiceTime ?? 0,
        }),
  }));
  return { stages, arcs: file.input.arcs };
}

/** The longest promises of all that supplies others: then only the end stages keep stock. */
function stockAtTheEnds({ stages, arcs }: ServiceNetworkInput): Record<string, number> {
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  const suppliers = new Map<string, string[]>(stages.map(({ id }) => [id, []]));
  for (const [from, to] of arcs) suppliers.get(to)?.push(from);
  const serviceTimes: Record<string, number> = {};
  const promise = (id: string): number => {
    const before = serviceTimes[id];
    if (before !== undefined) return before;
    const stage = byId.get(id);
    const inbound = Math.max(0, ...(suppliers.get(id) ?? []).map(promise));
    const longest = Math.floor(inbound + (stage?.stageTime ?? 0));
    const time = Math.min(longest, stage?.maxServiceTime ?? longest);
    serviceTimes[id] = time;
    return time;
  };
  for (const { id } of stages) promise(id);
  return serviceTimes;
}

/** One row of the table. */
interface Row {
  readonly name: string;
  readonly stages: number;
  readonly arcs: number;
  readonly levels: number;
  readonly exact: boolean;
  readonly cost: number;
  readonly atTheEnds: number;
  readonly saving: number;
  readonly gap: number;
  readonly stocked: number;
  readonly reported: number | undefined;
  readonly seconds: number;
}

function rowOf(file: NetworkFile): Row {
  const network = networkOf(file);
  const graph = bomGraph(
    network.arcs.map(([component, parent]) => ({ parent, component, quantity: 1 })),
  );
  const levels = Math.max(...lowLevelCodesOf(graph).values()) + 1;
  const start = performance.now();
  const { cost, lowerBound, exact, stages } = guaranteedService(network);
  const seconds = (performance.now() - start) / 1000;
  const atTheEnds = guaranteedServiceCost({ ...network, serviceTimes: stockAtTheEnds(network) });
  return {
    name: file.id.split("/").at(-1) ?? file.id,
    stages: stages.length,
    arcs: network.arcs.length,
    levels,
    exact,
    cost,
    atTheEnds: atTheEnds.cost,
    saving: 1 - cost / atTheEnds.cost,
    gap: 1 - lowerBound / cost,
    stocked: stages.filter(({ safetyStock }) => safetyStock > 0).length,
    reported: file.expected?.reportedOptimalGsmCost,
    seconds,
  };
}

const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;
const money = (amount: number): string => Math.round(amount).toLocaleString("en-US");

const COLUMNS: readonly (readonly [string, (row: Row) => string])[] = [
  ["network", ({ name }) => name],
  ["stages", ({ stages }) => `${stages}`],
  ["arcs", ({ arcs }) => `${arcs}`],
  ["levels", ({ levels }) => `${levels}`],
  ["exact", ({ exact }) => (exact ? "yes" : "no")],
  ["cost", ({ cost }) => money(cost)],
  ["all at the ends", ({ atTheEnds }) => money(atTheEnds)],
  ["saving", ({ saving }) => percent(saving)],
  ["gap", ({ gap }) => percent(gap)],
  ["stages with stock", ({ stocked }) => `${stocked}`],
  ["reported", ({ reported }) => (reported === undefined ? "" : money(reported))],
  ["seconds", ({ seconds }) => seconds.toFixed(2)],
];

function main(folder: string | undefined): number {
  if (folder === undefined || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    console.error("Usage: npx tsx scripts/networks.ts DIR, a folder of supply chains.");
    return 2;
  }
  const files = readdirSync(folder).filter((name) => /^willems.*\.json(\.gz)?$/.test(name));
  if (files.length === 0) {
    console.error(`${folder} holds no supply chains (willems-*.json or .json.gz).`);
    return 2;
  }
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  console.log(line(COLUMNS.map(([head]) => head)));
  console.log(`|${COLUMNS.map(() => "---|").join("")}`);
  let inexact = 0;
  for (const name of files.sort()) {
    const row = rowOf(readNetworkFile(join(folder, name)));
    if (!row.exact) inexact++;
    console.log(line(COLUMNS.map(([, cell]) => cell(row))));
  }
  console.log(`\n${files.length} networks, ${files.length - inexact} shown to be the best.`);
  return 0;
}

process.exitCode = main(process.argv[2]);
