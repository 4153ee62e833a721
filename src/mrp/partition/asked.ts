import type { Model } from "../compile/model.js";
import type { LotRule, Parameters } from "../input/problem.js";
import { BASIS, withNumber } from "../parallel/fingerprint.js";

/**
 * For each stocking point a number of 32 bits that two hardly ever share unless much the same is asked of
 * them: stock, what stands in their rows with its netting day, the main planning parameters, and the ratios
 * by which parents need them. What depends on how points are numbered, or called, is not looked at.
 */
export function askedOf(model: Model): Int32Array {
  const { count, item, site } = model.points;
  const asked = new Int32Array(count);
  for (let point = 0; point < count; point++) {
    const parameters = model.problem.parameters(item[point]!, site[point]!);
    let own = withNumber(BASIS, model.onHand.at(point));
    for (const figure of figuresOf(parameters)) own = withNumber(own, figure);
    asked[point] = own + ofChanges(model, point) + ofLinks(model, point);
  }
  return asked;
}

/** A sum, so that the order in which rows stand does not matter. */
function ofChanges({ changes: { rows, day, quantity } }: Model, point: number): number {
  let sum = 0;
  for (let row = rows.first(point); row < rows.end(point); row++) {
    sum = (sum + withNumber(withNumber(BASIS, day[row]!), quantity[row]!)) | 0;
  }
  return sum;
}

function ofLinks({ links: { start, num, den, fixed } }: Model, point: number): number {
  let sum = 0;
  for (let link = start[point]!; link < start[point + 1]!; link++) {
    const ratio = withNumber(withNumber(BASIS, num[link]!), den[link]!);
    sum = (sum + withNumber(ratio, fixed[link]!)) | 0;
  }
  return sum;
}

function figuresOf(of: Parameters): number[] {
  const { leadTime, receivingTime, releaseTime, safetyTime, modifiers } = of;
  return [
    ...[leadTime, receivingTime, releaseTime, safetyTime],
    ...[of.planningTimeFence, of.demandTimeFence, of.reorderPoint],
    ...[modifiers.minimum, modifiers.multiple, modifiers.maximum],
    ...of.safetyStock.flatMap(({ day, quantity }) => [day, quantity]),
    figureOfLot(of.lot),
  ];
}

function figureOfLot(lot: LotRule): number {
  if (lot.rule === "fixedOrderQuantity") return lot.quantity;
  return lot.rule === "periodOrderQuantity" ? lot.window.length : 0;
}
