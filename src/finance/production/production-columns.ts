import type { PostingCause, PostingElement } from "../ledger/index.js";
import { closing, flow, minus, opening, type ReportPart } from "../report/index.js";

/** What goes into an order comes of one of these. */
const INPUTS = ["issue", "setup", "run", "subcontract"] as const satisfies readonly PostingCause[];

const ELEMENTS = [
  "material",
  "labor",
  "machine",
  "overhead",
  "hours",
  "setup",
  "subcontract",
] as const satisfies readonly PostingElement[];

const WIP = "workInProcess";

const absorbed = (...element: readonly PostingElement[]): ReportPart => ({
  account: WIP,
  only: { cause: INPUTS, element },
});

const variance = (cause: PostingCause): ReportPart => ({
  account: "productionVariance",
  only: { cause: [cause] },
});

/** What comes of orders; it is spent on nothing by itself, which tells a receipt from a supplier's work. */
const RECEIPT: ReportPart = {
  account: WIP,
  only: { cause: ["production", "subcontract", "coProduct"], element: [null] },
};

/** The columns of a production plan. */
export const PRODUCTION_COLUMNS = {
  material: flow(absorbed("material")),
  labor: flow(absorbed("labor")),
  machine: flow(absorbed("machine")),
  overhead: flow(absorbed("overhead")),
  hours: flow(absorbed("hours")),
  setup: flow(absorbed("setup")),
  subcontract: flow(absorbed("subcontract")),
  // Work in process of begun orders is posted on the planning start, and was there before.
  opening: [...opening(WIP), ...flow({ account: WIP, only: { cause: ["opening"] } })],
  absorbed: flow(absorbed(...ELEMENTS)),
  planned: flow(minus(RECEIPT), minus({ account: WIP, only: { cause: ["variance"] } })),
  closing: closing(WIP),
  completed: flow(minus(RECEIPT)),
  variance: flow("productionVariance"),
  materialVariance: flow(variance("issue")),
  setupVariance: flow(variance("setup")),
  runVariance: flow(variance("run")),
  subcontractVariance: flow(variance("subcontract")),
  openingVariance: flow(variance("opening")),
  coProductVariance: flow(variance("coProduct")),
  otherVariance: flow(variance("variance")),
};
