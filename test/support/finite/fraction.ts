import { Decimal } from "orlicky/core";

/** A fraction of whole numbers, for checks. */
export class Fraction {
  constructor(
    readonly num: bigint,
    readonly den: bigint,
  ) {}

  plus({ num, den }: Fraction): Fraction {
    return new Fraction(this.num * den + num * this.den, this.den * den);
  }

  times({ num, den }: Fraction): Fraction {
    return new Fraction(this.num * num, this.den * den);
  }

  over({ num, den }: Fraction): Fraction {
    return new Fraction(this.num * den, this.den * num);
  }

  isZero(): boolean {
    return this.num === 0n;
  }

  /** As a `Decimal` shows it. */
  text(): string {
    return new Decimal(`${this.num}`).dividedBy(`${this.den}`).toString();
  }
}

/** The exact value of a number or text. */
export function fraction(value: unknown): Fraction {
  const text = `${value}`;
  if (text.includes("/")) {
    const [num, den] = text.split("/");
    return new Fraction(BigInt(num!), BigInt(den!));
  }
  const decimal = new Decimal(text);
  const places = decimal.decimalPlaces();
  return new Fraction(
    BigInt(decimal.times(new Decimal(10).pow(places)).toFixed()),
    10n ** BigInt(places),
  );
}

/** Hours as whole minutes, rounded up. */
export function minutesOf({ num, den }: Fraction): number {
  return Number((60n * num + den - 1n) / den);
}
