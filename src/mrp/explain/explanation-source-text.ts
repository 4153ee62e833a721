import { priceLines } from "./explanation-price.js";
import type { ExplainedSource, PassedSource } from "./explanation-source.js";
import type {
  PartStep,
  QuotaStep,
  RoomStep,
  SourceStep,
  SplitStep,
} from "./explanation-source-steps.js";

/** Which source brings an order, and why the others do not, in words. */
export function sourceLines({ chosen, passedOver, price }: SourceStep): string[] {
  return [
    `- source: ${sourceText(chosen)}`,
    ...(price === null ? [] : priceLines(price)),
    ...passedOver.map((source) => `  - not ${sourceText(source)}: ${refusalText(source)}`),
  ];
}

/** A source, by what tells it from others. */
export function sourceText({ source, kind, rank, supplier, from }: ExplainedSource): string {
  const partner = supplier === undefined ? "" : ` from ${supplier}`;
  const ships = from === undefined ? "" : ` from ${from}`;
  return `${kind}${partner}${ships}${source === null ? "" : ` (${source})`}, rank ${rank}`;
}

/** Why a source is not taken. */
export function refusalText(source: PassedSource): string {
  switch (source.reason) {
    case "notValid": {
      const from = source.validFrom === null ? "" : ` from ${source.validFrom}`;
      const to = source.validTo === null ? "" : ` before ${source.validTo}`;
      return `due ${source.due}, but valid only${from}${to}`;
    }
    case "discontinued":
      return `due ${source.due}, but the item is discontinued from ${source.discontinued}`;
    case "belowMinQuantity":
      return `${source.startQuantity} is less than its smallest order, ${source.minQuantity}`;
    case "aboveMaxQuantity":
      return `${source.startQuantity} is more than its largest order, ${source.maxQuantity}`;
    case "loop":
      return "the item needs itself";
    case "later":
      return "it stands behind the source that takes it";
    case "took":
      return `it brings ${source.quantity} of the lot`;
    case "noRoom":
      return `there is room for ${source.room}, too little for an order`;
    case "quota":
      return "it was served more for its share";
  }
}

const RIGHTS: Readonly<Record<PartStep["right"], string>> = {
  order: "asked in its turn",
  fromStock: "asked for what its stock has free",
  quota: "asked as the one served least for its share",
  split: "asked for its share",
  later: "asked for a later day, since nothing brings it in time",
  beyondCapacity: "asked beyond what the supplier can bring, since nothing else brings it",
};

/** What part of a lot a source is asked for, in words. */
export function partLines(step: PartStep | QuotaStep | SplitStep | RoomStep): string[] {
  switch (step.step) {
    case "part": {
      const others = step.before.isZero() ? "" : `; others before it bring ${step.before}`;
      return [`- ${RIGHTS[step.right]}: ${step.quantity} of the lot of ${step.lot}${others}`];
    }
    case "quota":
      return step.candidates.map(
        ({ base, given, share, served, ...source }) =>
          `  - ${sourceText(source)}: (${base} + ${given} given) ÷ share ${share} = ${served}`,
      );
    case "split":
      return [
        `- the lot of ${step.lot} is split by shares`,
        ...step.parts.map(
          ({ share, quantity, ...source }) =>
            `  - ${sourceText(source)}, share ${share}: ${quantity}`,
        ),
      ];
    case "room": {
      const whose = step.of === "freeStock" ? "the site that ships has" : "the supplier can bring";
      return [`- ${whose} ${step.room}: ${step.from} is cut to ${step.to}`];
    }
  }
}
