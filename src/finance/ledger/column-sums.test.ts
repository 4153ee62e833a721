import { describe, expect, test } from "vitest";
import { BucketOrdinals } from "./bucket-ordinals.js";
import { ColumnSums } from "./column-sums.js";
import type { PostingBatch } from "./posting-batch.js";

const MOST = Number.MAX_SAFE_INTEGER;

/** Sums by month of rows on days from 2026-01-01 on, as texts that lose no digit. */
function sumsOf(days: readonly number[], counts: readonly number[], rows?: readonly number[]) {
  const start = 20_454;
  const sums = new ColumnSums(new BucketOrdinals("month", 0, start));
  const batch = {
    ...{ point: 0, of: "order", ref: new Int32Array(0), times: undefined, takerSource: undefined },
    ...{ rows: rows && Int32Array.from(rows), first: 0, count: rows?.length ?? days.length },
    ...{ legs: [], factors: [] },
  } as const satisfies PostingBatch;
  sums.begin(batch);
  const day = Int32Array.from(days, (one) => start + one);
  const found = sums.of(batch, day, 0, Float64Array.from(counts));
  const totals = new Map<number, bigint>();
  for (let k = 0; k < found.size; k++) {
    const before = totals.get(found.ordinals[k]!) ?? 0n;
    totals.set(found.ordinals[k]!, before + BigInt(found.sums[k]!));
  }
  return [...totals].map(([month, sum]) => `${month}: ${sum}`);
}

describe("A column summed by bucket", () => {
  test("has a sum for each bucket, however its rows stand", () => {
    expect(sumsOf([0, 1, 31, 2, 60], [1, 2, 4, 8, 16])).toEqual(["0: 11", "1: 4", "2: 16"]);
    expect(sumsOf([0, 1, 31, 2, 60], [1, 2, 4, 8, 16], [4, 2, 0])).toEqual([
      "2: 16",
      "1: 4",
      "0: 1",
    ]);
  });

  test("loses nothing of sums that are no safe integer", () => {
    expect(sumsOf([0, 0, 31, 0, 1], [MOST, MOST, MOST, 5, -3])).toEqual([
      `0: ${2n * BigInt(MOST) + 2n}`,
      `1: ${MOST}`,
    ]);
  });

  test("has no sum without rows", () => {
    expect(sumsOf([], [])).toEqual([]);
  });
});
