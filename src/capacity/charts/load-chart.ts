import { Decimal } from "../../core/index.js";
import {
  type ChartedLoad,
  type LoadColumn,
  type LoadLane,
  PAST_DUE,
  readLoad,
} from "./charted-load.js";
import { COLORS, SCHEMA, type VegaLiteSpec } from "./vega-lite.js";

/** What a part of a bar is. */
type Part = "load" | "overload" | "past due";

const PARTS: readonly Part[] = ["load", "overload", PAST_DUE];

/**
 * Draws load against capacity: a bar for each bucket, what is too much on top of it in another colour,
 * and a line at the capacity. One picture below the other for each work centre or resource.
 *
 * @param profile - what `loadProfile` returned, or a rough cut (or the same as plain data)
 * @returns a specification of Vega-Lite with its data in it
 * @throws PlanningInputError when it cannot be drawn: a row has no name, its bucket no day and no number
 *
 * Source: rules C1, C2; vega.github.io/vega-lite, stacked bars and ticks.
 *
 * @example
 * ```ts
 * const cut = roughCutByBills({
 *   schedule: [{ item: "radio", quantities: [450, 890] }],
 *   bills: [{ item: "radio", resource: "assembly", amount: 0.3 }],
 *   resources: [{ id: "assembly", capacity: 160 }],
 * });
 * loadChart(cut).data.values.map(({ bucket, part, hours }) => `${bucket} ${part} ${hours}`);
 * // => ["1 load 135", "2 load 160", "2 overload 107"]
 * ```
 */
export function loadChart(profile: ChartedLoad): VegaLiteSpec {
  const lanes = readLoad(profile);
  const values = lanes.flatMap(({ lane, columns }, place) =>
    columns.flatMap((column) => valuesOf(lane, place, column)),
  );
  const buckets = [...new Set(lanes.flatMap(({ columns }) => columns.map((one) => one.bucket)))];
  buckets.sort((a, b) => Number(b === PAST_DUE) - Number(a === PAST_DUE));
  return {
    $schema: SCHEMA,
    data: { values },
    // Pictures by number, not facets by id: those go wrong for some ids, such as "__proto__".
    vconcat: lanes.map((lane, place) => picture(lane, place, buckets)),
  };
}

/** The picture of one work centre or resource. */
function picture({ lane, unit }: LoadLane, place: number, buckets: readonly string[]) {
  const axis = { labelAngle: -30 };
  const x = { field: "bucket", type: "ordinal", scale: { domain: buckets }, axis, title: null };
  const y = { type: "quantitative", title: unit };
  return {
    // Vega looks a text up among the names of an object, which has some of its own; none ends with a blank.
    title: { text: `${lane} `, anchor: "start" },
    transform: [{ filter: `datum.place === ${place}` }],
    width: { step: 48 },
    height: 120,
    layer: [
      {
        mark: { type: "bar" },
        encoding: {
          x,
          y: { field: "hours", stack: "zero", ...y },
          color: {
            field: "part",
            type: "nominal",
            scale: { domain: PARTS, range: [COLORS.load, COLORS.overload, COLORS.pastDue] },
            title: null,
          },
          // The overload stands on top.
          order: { field: "order", type: "quantitative" },
        },
      },
      {
        transform: [{ filter: "datum.capacity !== null && datum.order === 0" }],
        mark: { type: "tick", thickness: 2, width: { band: 1 }, color: COLORS.capacity },
        encoding: { x, y: { field: "capacity", ...y } },
      },
    ],
  };
}

/** The parts of a bar; each bar has a first one, which carries the capacity. */
function valuesOf(lane: string, place: number, { bucket, load, capacity }: LoadColumn) {
  const limit = capacity?.toNumber() ?? null;
  if (bucket === PAST_DUE) {
    return [partOf(lane, place, bucket, PAST_DUE, load, limit)];
  }
  const within = capacity === null ? load : Decimal.min(load, capacity);
  const first = partOf(lane, place, bucket, "load", within, limit);
  return load.eq(within)
    ? [first]
    : [first, partOf(lane, place, bucket, "overload", load.minus(within), limit)];
}

function partOf(
  lane: string,
  place: number,
  bucket: string,
  part: Part,
  hours: Decimal,
  capacity: number | null,
) {
  return {
    lane,
    place,
    bucket,
    part,
    order: part === "overload" ? 1 : 0,
    hours: hours.toNumber(),
    capacity,
  };
}
