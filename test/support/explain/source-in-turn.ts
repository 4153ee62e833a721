import { parseRatio } from "../../../src/core/index.js";
import type {
  ExplainedSource,
  OrderExplanation,
  OrderStep,
  PassedSource,
} from "../../../src/index.js";
import { agree, holds } from "./agree.js";

const KINDS = ["make", "transfer", "subcontract", "buy"];

/** Checks that sources stand in the order of N10, and that what is said against each of them holds. */
export function expectSourceInTurn({ order, steps }: OrderExplanation): void {
  const { chosen, passedOver } = find(steps, "source")!;
  holds(
    "the source is that of the order",
    chosen.source === order.source && chosen.kind === order.kind,
  );
  for (const source of passedOver) holds(`${source.reason} is a true reason`, isTrue(source));
  const part = find(steps, "part");
  if (part === undefined) {
    const isLater = ({ reason }: PassedSource): boolean => reason === "later";
    const before = passedOver.filter((source) => !isLater(source));
    const inTurn = [...before, chosen, ...passedOver.filter(isLater)].map(turnOf);
    holds("sources stand in the order of N10", `${inTurn}` === `${[...inTurn].sort()}`);
    return;
  }
  const quota = find(steps, "quota")?.candidates ?? [];
  const served = quota.map((candidate) => parseRatio(candidate.served)!);
  const least = served.findIndex((one) =>
    served.every((other) => one.num * other.den <= other.num * one.den),
  );
  if (part.right === "quota") {
    holds("the source is served least", turnOf(quota[least]!) === turnOf(chosen));
  }
  const split = find(steps, "split")?.parts ?? [];
  if (part.right === "split") {
    const own = split.find((one) => turnOf(one) === turnOf(chosen));
    agree("the part is that of the split", part.quantity, own!.quantity);
  }
}

function find<Name extends OrderStep["step"]>(steps: readonly OrderStep[], name: Name) {
  return steps.find((step): step is Extract<OrderStep, { step: Name }> => step.step === name);
}

/** Text that sorts as N10 does. */
function turnOf({ rank, kind, supplier, from, source }: ExplainedSource): string {
  const place = `${rank}`.padStart(6, "0");
  return `${place}${KINDS.indexOf(kind)}${supplier ?? from ?? ""}\u0000${source ?? ""}`;
}

function isTrue(source: PassedSource): boolean {
  switch (source.reason) {
    case "notValid":
      return (
        (source.validFrom !== null && source.due < source.validFrom) ||
        (source.validTo !== null && source.due >= source.validTo)
      );
    case "discontinued":
      return source.due >= source.discontinued;
    case "belowMinQuantity":
      return source.startQuantity.lt(source.minQuantity);
    case "aboveMaxQuantity":
      return source.startQuantity.gt(source.maxQuantity);
    case "loop":
      return false;
    case "took":
      return source.quantity.gt(0);
    case "later":
    case "noRoom":
    case "quota":
      return true;
  }
}
