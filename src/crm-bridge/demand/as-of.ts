import { type Day, dayArgument, readArgument } from "../../core/index.js";

/** Reads the day on which records are looked at. */
export function readAsOf(options: unknown): Day {
  return readArgument(options, { asOf: dayArgument }).asOf;
}
