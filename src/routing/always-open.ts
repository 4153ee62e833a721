import { makeWorkTime } from "./make-work-time.js";
import type { WorkTime } from "./work-time.js";

/** Open time that never closes: the clock. */
export const ALWAYS_OPEN: WorkTime = /* @__PURE__ */ makeWorkTime({
  shifts: [{ from: "00:00", until: "24:00" }],
});
