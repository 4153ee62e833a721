import type {
  GoodStep,
  LotStep,
  MaximumStep,
  MinimumStep,
  MultipleStep,
  Shortfall,
  YieldStep,
} from "./explanation-lot-steps.js";

/** How a lot rule sizes what is asked, in words. */
export function lotLines(step: LotStep): string[] {
  const head = `- ${step.rule} (${step.law}) for a net requirement of ${step.net}`;
  switch (step.rule) {
    case "lotForLot":
      return [`${head}: ${step.quantity}`];
    case "fixedOrderQuantity":
    case "economicOrderQuantity": {
      const above = step.above ? ", to come above the floor" : "";
      const each = step.each ? ", each an order" : "";
      return [`${head}: ${step.lots} × ${step.lot}${each}${above}: ${step.quantity} are asked for`];
    }
    case "periodOrderQuantity":
      return [`${head}, up to ${step.until}: ${step.quantity}`, ...shortfallLines(step.shortfalls)];
    case "orderUpTo":
    case "topOfGreen":
      return [`${head}: from ${step.projected} up to ${step.level}: ${step.quantity}`];
    default: {
      const ratio = step.economicPartPeriod ?? "unlimited";
      const periods = step.periods.map((need) => `${need}`).join(", ");
      return [
        `${head}: of the periods ${periods} the first ${step.coveredPeriods} (economic part-period ${ratio}): ${step.quantity}`,
        ...shortfallLines(step.shortfalls),
      ];
    }
  }
}

function shortfallLines(shortfalls: readonly Shortfall[]): string[] {
  return shortfalls.map(({ date, missing }) => `  - ${date}: ${missing} missing`);
}

/** A modifier in words (L0, Q3). */
export function modifierText(
  step: MaximumStep | YieldStep | MinimumStep | MultipleStep | GoodStep,
): string {
  switch (step.step) {
    case "maximum": {
      const good = step.good.eq(step.maximum) ? "" : ` (good: ${step.good} each)`;
      const own = step.isLeft ? ", which is this order" : "";
      return `${step.quantity} is cut at the maximum: ${step.pieces} × ${step.maximum}${good}, ${step.left} left${own}`;
    }
    case "yield":
      return `${step.quantity} ÷ yield ${step.yield}, rounded up: ${step.startQuantity} must start`;
    case "minimum":
      return `raised from ${step.from} to the minimum of ${step.to}`;
    case "multiple":
      return `${step.from} up to a multiple of ${step.multiple}: ${step.to}`;
    case "good":
      return `${step.startQuantity} × yield ${step.yield}, rounded down: ${step.quantity} are good`;
  }
}
