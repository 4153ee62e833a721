import * as z from "zod";
import { EXPECTED, id, text } from "../schema/values.js";
import { isTime } from "./day-of-time.js";

/** The words of a refusal of values that only foreign records have. */
export const FOREIGN = {
  time: "a day that exists, or a time of it as ISO 8601 or in milliseconds since 1970",
  percent: "a percentage as a number, or as text with a point",
  number: "a whole number",
  lookup: "[id, name]",
} as const;

/** A day, or a time that means one. */
export const time = z.custom<string | number>(isTime, { error: FOREIGN.time });

/** A percentage: 25 is a quarter. */
export const percent = z.union(
  [z.number(), z.string().regex(/^-?\d{1,40}(\.\d{1,40})?$/, { error: FOREIGN.percent })],
  {
    error: FOREIGN.percent,
  },
);

/** A whole number that the system chose, such as a state. */
export const number = z.int({ error: FOREIGN.number });

/** An id that may be written as a number; it becomes a text. */
export const numberedId = z.union([id, z.int().transform((value) => `${value}`)], {
  error: "an id",
});

/** A text that may be missing. */
export const someText = text.optional();

/** A foreign record: unknown fields are nobody's mistake. */
export function foreignRow<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.object(shape, { error: EXPECTED.object });
}
