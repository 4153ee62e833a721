import { type Model, NETTING, type PlacedPoint } from "../compile/model.js";
import type { PlanRows } from "./plan-rows.js";

/** A model with the rows of some stocking points put there anew. */
export function placeRowsAgain(model: Model, rows: PlanRows, points: readonly number[]): Model {
  const ranges = model.changes.rows.fork();
  const onHand = model.onHand.fork();
  const beyond = model.beyond.fork();
  let { netting } = model;
  let columns = model.changes;
  for (const point of points) {
    const placed = model.placeAgain(model.problem, point, rows.of(point));
    if (!standsThere(model, point, placed.changes)) {
      const added = rows.lineage.addChanges(placed.changes);
      columns = { rows: ranges, ...added.rows };
      ranges.set(point, added.first, added.first + placed.changes.length);
    }
    if (onHand.at(point) !== placed.onHand) onHand.set(point, placed.onHand);
    if (placed.beyond !== undefined) beyond.set(point, placed.beyond);
    else beyond.delete(point);
    rows.setDetail(point, placed.detail());
    if (netting[point] !== NETTING.plain || placed.isPlain) continue;
    if (netting === model.netting) netting = netting.slice();
    netting[point] = NETTING.general;
  }
  return {
    ...model,
    changes: { ...columns, rows: ranges },
    onHand,
    beyond,
    netting,
    detail: (point) => rows.detail(point),
    coverRows: undefined,
    rowsOf: (point) => rows.of(point),
  };
}

/** Whether the changes of stock of a point are those that stand there. */
function standsThere(
  { changes: { rows, day, quantity, origin } }: Model,
  point: number,
  placed: PlacedPoint["changes"],
): boolean {
  const first = rows.first(point);
  return (
    rows.end(point) - first === placed.length &&
    placed.every(
      (change, c) =>
        change.day === day[first + c] &&
        change.quantity === quantity[first + c] &&
        change.origin === origin[first + c],
    )
  );
}
