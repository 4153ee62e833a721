import { expectTypeOf } from "vitest";
import {
  type Calendar,
  countQuantity,
  Decimal,
  type Issue,
  lazySequence,
  makeCalendar,
  parseDay,
  parseRatio,
  type QuantityFault,
  type Ratio,
  type Sequence,
} from "./index.js";

// A value that may be none must be looked at before it is used.
expectTypeOf(parseDay("2026-01-05")).toEqualTypeOf<number | undefined>();
expectTypeOf(parseRatio("1/48")).toEqualTypeOf<Ratio | undefined>();
expectTypeOf(countQuantity("1", 0)).toEqualTypeOf<number | QuantityFault>();

// Decimal is a constructor and the type of what it makes.
expectTypeOf(new Decimal("0.1")).toEqualTypeOf<Decimal>();

// A sequence knows what it holds, and is read-only.
const texts: Sequence<string> = lazySequence(2, (place) => `${place}`);
expectTypeOf(texts.at(0)).toEqualTypeOf<string | undefined>();
expectTypeOf([...texts]).toEqualTypeOf<string[]>();
// @ts-expect-error: its length is fixed
texts.length = 3;

// Weekdays are those of the data contract.
expectTypeOf(makeCalendar("office", ["mon"])).toEqualTypeOf<Calendar>();
// @ts-expect-error: there is no such weekday
makeCalendar("office", ["monday"]);

// Each folder adds codes of its own to issues, and every issue is one of the general kind.
type Coloured = Issue<"red" | "green">;
expectTypeOf<Coloured>().toExtend<Issue>();
expectTypeOf<Coloured["code"]>().toEqualTypeOf<"red" | "green">();
