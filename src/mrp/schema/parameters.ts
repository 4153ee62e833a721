import * as z from "zod";
import {
  choice,
  date,
  days,
  flag,
  id,
  list,
  oneOf,
  quantity,
  ratio,
  row,
  someCount,
} from "./values.js";

const period = choice(["days", "weeks", "months"]);
const costs = { setupCost: quantity.optional(), holdingCost: quantity.optional() };

/** The lot-sizing rules of chapter L and the fields that each knows. */
const LOT_RULES = [
  row({ rule: z.literal("lotForLot") }),
  row({ rule: z.literal("fixedOrderQuantity"), quantity, each: flag.optional() }),
  row({
    rule: z.literal("periodOrderQuantity"),
    days: someCount.optional(),
    workingDays: someCount.optional(),
    weeks: someCount.optional(),
    months: someCount.optional(),
  }),
  row({ rule: z.literal("orderUpTo"), orderUpTo: quantity.optional() }),
  row({
    rule: z.literal("economicOrderQuantity"),
    annualDemand: quantity.optional(),
    ...costs,
  }),
  row({ rule: z.literal("leastUnitCost"), period: period.optional(), ...costs }),
  row({ rule: z.literal("leastTotalCost"), period: period.optional(), ...costs }),
  row({
    rule: z.literal("partPeriodBalancing"),
    period: period.optional(),
    lookAhead: flag.optional(),
    lookBack: flag.optional(),
    ...costs,
  }),
  row({ rule: z.literal("silverMeal"), period: period.optional(), ...costs }),
  row({ rule: z.literal("groff"), period: period.optional(), ...costs }),
  row({ rule: z.literal("incrementalOrderQuantity"), period: period.optional(), ...costs }),
  row({ rule: z.literal("wagnerWhitin"), period: period.optional(), ...costs }),
] as const;

const FORM_OF_LOT_SIZING = 'an object that names a rule, such as { rule: "lotForLot" }';

const NAMES_OF_LOT_RULES = oneOf(LOT_RULES.map(({ shape }) => shape.rule.value));

/** How lots are sized: one of the rules; what is none is told its form, or their names. */
export const lotSizing = z
  .discriminatedUnion("rule", LOT_RULES, {
    error: ({ code }) => (code === "invalid_union" ? NAMES_OF_LOT_RULES : FORM_OF_LOT_SIZING),
  })
  .meta({ id: "LotSizing" });

const leadTime = {
  leadTime: days.optional(),
  leadTimeBasis: choice(["working", "calendar", "routing"]).optional(),
};

/** L0: order modifiers. */
const modifiers = {
  minimumOrder: quantity.optional(),
  orderMultiple: quantity.optional(),
  maximumOrder: quantity.optional(),
  orderUnit: id.optional(),
};

/** What a source of supply may say instead of its item. */
export const sourceParameters = { ...leadTime, ...modifiers };

/** Planning parameters, on an item or on an item at a site. */
export const planningParameters = {
  method: choice(["mrp", "mps", "reorderPoint", "minMax", "ddmrp", "unplanned"]).optional(),
  onHand: quantity.optional(),
  ...leadTime,
  receivingTime: days.optional(),
  releaseTime: days.optional(),
  leadTimePerUnit: ratio.optional(),
  safetyStock: z
    .union([quantity, list(row({ from: date, quantity }))], {
      error: "a quantity, or a list of { from, quantity }",
    })
    .optional(),
  safetyTime: days.optional(),
  expediteWithin: days.optional(),
  deferTolerance: days.optional(),
  forecast: row({
    consume: choice([
      "backwardForward",
      "backward",
      "forward",
      "forwardBackward",
      "none",
    ]).optional(),
    backward: days.optional(),
    forward: days.optional(),
    spread: choice(["first", "daily"]).optional(),
    cap: ratio.optional(),
  }).optional(),
  lotSizing: lotSizing.optional(),
  ...modifiers,
  reorderPoint: quantity.optional(),
  orderUpTo: quantity.optional(),
  ddmrp: row({
    averageDailyUsage: ratio,
    leadTimeFactor: ratio,
    variabilityFactor: ratio,
    orderCycle: days.optional(),
    spikeHorizon: days.optional(),
    spikeShare: ratio.optional(),
    decoupledLeadTime: days.optional(),
  }).optional(),
  demandTimeFence: days.optional(),
  planningTimeFence: days.optional(),
  yield: ratio.optional(),
  shelfLifeDays: days.optional(),
  minimumRemainingLife: days.optional(),
  discontinued: row({
    from: date,
    followUp: id.optional(),
    factor: ratio.optional(),
    use: choice(["stockFirst", "newFirst"]).optional(),
  }).optional(),
  setupCost: quantity.optional(),
  holdingCost: quantity.optional(),
  unitCost: quantity.optional(),
};
