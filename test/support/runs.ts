/** How many random cases a property is given; `SPEC_RUNS=5000 npm run test:unit` looks longer. */
export const runs: number = Number(process.env.SPEC_RUNS ?? 200);
