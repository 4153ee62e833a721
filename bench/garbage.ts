import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");

/** Collects what nothing holds any more, so that no run pays for what another one left. */
export const collectGarbage = runInNewContext("gc") as () => void;
