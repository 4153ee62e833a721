/** What can be done in a process of its own; a file of this folder bears the name of each. */
export interface Tasks {
  readonly limit: typeof import("./limit.js").limit;
  readonly bare: typeof import("./bare.js").bare;
  readonly feature: typeof import("./feature.js").feature;
  readonly windows: typeof import("./windows.js").windows;
  readonly "in-and-out": typeof import("./in-and-out.js").inAndOut;
  readonly "objects-out": typeof import("./objects-out.js").objectsOut;
  readonly "first-plan": typeof import("./first-plan.js").firstPlan;
  readonly "bare-first-plan": typeof import("./bare-first-plan.js").bareFirstPlan;
  readonly "popular-part": typeof import("./popular-part.js").popularPart;
  readonly "against-reference": typeof import("./against-reference.js").againstReference;
  readonly "lot-sizing": typeof import("./lot-sizing.js").lotSizing;
  readonly "finite-loading": typeof import("./finite-loading.js").finiteLoadingRatios;
  readonly replanning: typeof import("./replanning.js").replanning;
  readonly promises: typeof import("./promises.js").promises;
  readonly money: typeof import("./money.js").money;
  readonly threads: typeof import("./threads.js").threads;
}
