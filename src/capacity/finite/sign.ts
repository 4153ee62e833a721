/** The direction of a pass: 1 along time, −1 against it. */
export type Sign = 1 | -1;
