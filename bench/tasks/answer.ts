/**
 * Does a task with what stands on the command line as JSON, and prints what it found as JSON.
 *
 * @param task - what the file that calls this is for
 */
export async function answer<Input extends readonly unknown[]>(
  task: (...input: Input) => unknown,
): Promise<void> {
  const found = await task(...(JSON.parse(process.argv[2] ?? "[]") as Input));
  console.log(JSON.stringify(found));
}
