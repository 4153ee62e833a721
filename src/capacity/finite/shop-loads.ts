import { MINUTES_A_DAY } from "../../core/index.js";
import type { LoadSource } from "../requirements/load-source.js";
import type { Loaded } from "./load-shop.js";
import { isVain, REASON } from "./pass.js";
import type { Shop } from "./shop.js";
import { hoursAt, type TaskHours, taskHours } from "./task-hours.js";

const MONDAY = 0;

/**
 * The work of a shop, for load profiles: each job stands as an order of its id, weeks begin on Monday,
 * and overtime counts as capacity where it may be used.
 */
export function shopLoads(shop: Shop, loaded: Loaded): LoadSource {
  const { draft } = loaded;
  const workCenters = shop.centers.map(({ center, time }) => ({ ...center, workTime: time }));
  const tasks = Int32Array.from(shop.operationOf.keys()).filter(
    (task) => shop.days[shop.operationOf[task]!]! < 0,
  );
  const operationOf = (n: number): number => shop.operationOf[tasks[n]!]!;
  const isPlaced = (n: number): boolean => draft.reason[tasks[n]!] === REASON.none;
  const hoursOf = (n: number): TaskHours =>
    isPlaced(n)
      ? taskHours(shop, loaded, tasks[n]!)
      : hoursAt(shop, operationOf(n), shop.firstChoice[operationOf(n)]!, -1);
  const startDay = Math.floor(shop.start / MINUTES_A_DAY);
  return {
    startDay,
    horizonEndDay: startDay,
    weekStart: MONDAY,
    workCenters,
    length: tasks.length,
    of: (n) => ({ order: shop.jobIds[shop.jobOf[operationOf(n)]!]!, supply: null }),
    operation: (n) => shop.operationIds[operationOf(n)]!,
    workCenter: (n) => {
      const first = shop.firstChoice[operationOf(n)]!;
      return shop.choiceCenter[isPlaced(n) ? draft.choice[tasks[n]!]! : first]!;
    },
    start: (n) => (isPlaced(n) ? draft.start[tasks[n]!]! : Number.NaN),
    end: (n) => (isPlaced(n) ? draft.end[tasks[n]!]! : Number.NaN),
    isVain: (n) => isVain(draft, tasks[n]!),
    load: (n) => hoursOf(n).load,
    setup: (n) => hoursOf(n).setup,
    parts: () => 1,
    queue: (n) => shop.queue[operationOf(n)]!,
    workTime: (place) => workCenters[place]!.workTime,
  };
}
