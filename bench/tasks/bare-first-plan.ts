import { type FirstAndLater, firstAndLater } from "../clock.js";
import { planningRows } from "../planning-input.js";
import { readProblemFile } from "../problem-file.js";
import { readBare } from "../yardstick/from-rows.js";
import { compileBare, planBare, roomFor } from "../yardstick/in-javascript.js";
import { answer } from "./answer.js";

/** The first plan of the yardstick in JavaScript in this process, from rows to orders, and later ones. */
export function bareFirstPlan(file: string): FirstAndLater {
  const input = planningRows(readProblemFile(file));
  return firstAndLater(() => {
    const model = compileBare(readBare(input));
    const orders = roomFor(model);
    planBare(model, orders);
    return orders;
  });
}

await answer(bareFirstPlan);
