/** How large a problem is. */
export interface Size {
  readonly items: number;
  /** Levels between products and bought parts. */
  readonly levels: number;
  readonly demandsPerItem: number;
}

/** The seed of all problems. */
export const SEED = 20_260_101;

/** The sizes in which the whole is measured. */
export const SIZES = {
  S: { items: 1_000, levels: 3, demandsPerItem: 5 },
  M: { items: 10_000, levels: 5, demandsPerItem: 5 },
  L: { items: 100_000, levels: 7, demandsPerItem: 5 },
  XL: { items: 1_000_000, levels: 9, demandsPerItem: 2 },
} as const satisfies Record<string, Size>;

export type SizeName = keyof typeof SIZES;
