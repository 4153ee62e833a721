import {
  type Check,
  type Issue,
  isPlainObject,
  listOf,
  refuseMistakes,
  UNSOUND,
  wrongType,
} from "../../core/index.js";

const anyRow: Check<object> = (value, place) => {
  if (isPlainObject(value)) return value;
  wrongType(value, place, "an object");
  return UNSOUND;
};

/** Makes sure that an argument is a list of rows; what they say is for others to check. */
export function rowsArgument<Row extends object>(rows: readonly Row[], name: string): void {
  const issues: Issue[] = [];
  listOf(anyRow)(rows, { path: [name], issues });
  refuseMistakes(issues);
}
