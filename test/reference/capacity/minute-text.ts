/** Minutes as texts (K51). */
import { dayText } from "../calendar.js";
import type { Minute } from "./work-time.js";
import { A_DAY } from "./work-time.js";

const two = (n: number) => String(n).padStart(2, "0");

export function minuteText(minute: Minute): string {
  const day = Math.floor(minute / A_DAY);
  const rest = minute - day * A_DAY;
  return `${dayText(day)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
}
