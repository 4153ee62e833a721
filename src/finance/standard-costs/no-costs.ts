/** What is said of costs that are none. */
export const NO_COSTS =
  "The costs must be what standardCosts gives, or frozenStandards(…).on(date).";
