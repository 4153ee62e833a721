import { sharePlanning } from "../../../src/index.js";
import { products } from "../problem.js";
import { sweepTogether } from "../sweep-together.js";
import type { Work } from "../worker.js";
import { nextFrom, scope } from "./worker-scope.js";

// The second worker: reads the same problem, plans what it gets of it, posts its notes.
const items = await nextFrom<number>(scope);
const share = sharePlanning(products(items));
const posted = nextFrom<Work>(scope);
scope.postMessage("ready");
const { memory, next } = await posted;
share.join(memory);
sweepTogether(share, next);
scope.postMessage(share.notes());
