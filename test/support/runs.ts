/** Properties take a half, a quarter, a fifth … of all cases: of so many each of these is whole. */
const WHOLE = 40;

/** How many random cases a property is given; `SPEC_RUNS=5000 npm run test:unit` looks longer. */
export const runs: number = WHOLE * Math.ceil(Number(process.env.SPEC_RUNS ?? 120) / WHOLE);

/** How many milliseconds a property may take: more where it looks longer. */
export const patience: number = Math.max(60_000, 200 * runs);
