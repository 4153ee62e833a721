/**
 * The standard normal distribution (mean 0, standard deviation 1), each figure to about 1e-14, the
 * small ones of the tails in relation to themselves. Unchecked: what is public checks first.
 */

const ROOT_TWO_PI = 2.5066282746310002;
/** From here on the continued fraction is as good as the series. */
const TAIL = 2.5;
/** Enough levels of the continued fraction from TAIL on: the rest is below 1e-20. */
const LEVELS = 50;

/** φ(z), the density. */
export function standardDensity(z: number): number {
  return Math.exp((-z * z) / 2) / ROOT_TWO_PI;
}

/** Φ(z), the probability of at most z. */
export function standardDistribution(z: number): number {
  return standardTail(-z);
}

/** 1 − Φ(z), the probability of more than z. */
export function standardTail(z: number): number {
  if (z >= TAIL) return standardDensity(z) / (z + fraction(z));
  if (z <= -TAIL) return 1 - standardTail(-z);
  // Φ(z) = ½ + φ(z)(z + z³/3 + z⁵/(3·5) + …): Abramowitz & Stegun 26.2.11.
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 - standardDensity(z) * sum;
}

/** The expected amount by which the standard normal exceeds z: φ(z) − z(1 − Φ(z)). */
export function standardLoss(z: number): number {
  if (z < 0) return standardLoss(-z) - z;
  if (z < TAIL) return standardDensity(z) - z * standardTail(z);
  // With t the fraction below z, 1 − Φ = φ / (z + t), and what would cancel is gone.
  const below = fraction(z);
  return (standardDensity(z) * below) / (z + below);
}

/** The z that is exceeded with this probability, above 0 and below 1. */
export function standardTailQuantile(probability: number): number {
  if (probability >= 0.5) return probability > 0.5 ? 0 - standardTailQuantile(1 - probability) : 0;
  // A first value within 4.5e-4, Abramowitz & Stegun 26.2.23; then Newton on the logarithm.
  const t = Math.sqrt(-2 * Math.log(probability));
  const above = 2.515517 + t * (0.802853 + t * 0.010328);
  let z = t - above / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let step = 0; step < 3; step++) {
    const tail = standardTail(z);
    z += ((Math.log(tail / probability) || 0) * tail) / standardDensity(z);
  }
  return z;
}

/** The z up to which lies this probability, above 0 and below 1. */
export function standardQuantile(probability: number): number {
  return 0 - standardTailQuantile(probability); // never -0
}

/** The same from both sides, upTo + above = 1: the smaller has digits that the other has lost. */
export function standardLevel(upTo: number, above: number): number {
  return above < upTo ? standardTailQuantile(above) : standardQuantile(upTo);
}

/** The z with this expected excess, which is above 0. */
export function standardLossInverse(loss: number): number {
  // The loss is convex, its logarithm concave: from these ends Newton comes near without overshoot.
  const isLarge = loss > standardLoss(0);
  let z = isLarge ? -loss : Math.sqrt(-2 * Math.log(loss));
  for (let step = 0; step < 100; step++) {
    const here = standardLoss(z);
    const error = isLarge ? here - loss : Math.log(here / loss) * here;
    const next = z + error / standardTail(z);
    if (Math.abs(next - z) <= 1e-15 * Math.abs(z)) return next;
    z = next;
  }
  return z;
}

/** 1/(z + 2/(z + 3/(z + …))), the fraction of Laplace: Abramowitz & Stegun 26.2.14. */
function fraction(z: number): number {
  let value = 0;
  for (let level = LEVELS; level >= 1; level--) value = level / (z + value);
  return value;
}
