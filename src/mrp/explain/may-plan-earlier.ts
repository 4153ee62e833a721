import { type Model, NETTING } from "../compile/model.js";

/**
 * Whether only lead times and material say how early an order of a stocking point could come: it has no
 * fence, no source or supplier that is bound to days, and orders by its level of stock (N3, N9, N10).
 */
export function mayPlanEarlier(model: Model, point: number): boolean {
  const netting = model.netting[point];
  if (netting !== NETTING.plain && netting !== NETTING.general) return false;
  if (model.decoupledLeadTime !== undefined || model.ended.has(point)) return false;
  if (model.driving.has(point)) return false;
  if (netting === NETTING.general && model.detail(point).fenceEnd > 0) return false;
  return model.sources.at(point).every(({ row, validFrom, validTo }) => {
    const isAlways = validFrom <= 0 && validTo > model.days;
    return isAlways && (row?.supplier === undefined || !model.capacities.has(row.supplier));
  });
}
