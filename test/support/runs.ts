/** How many random cases a property is given; `SPEC_RUNS=5000 npm run test:unit` looks longer. */
export const runs: number = Number(process.env.SPEC_RUNS ?? 200);

/** How many milliseconds a property may take: more where it looks longer. */
export const patience: number = Math.max(60_000, 200 * runs);
