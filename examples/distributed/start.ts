/** Plans all tenants in several processes; `--kill` ends one of them in the middle of a job. */
import { run } from "./run.js";

await run({ kill: process.argv.includes("--kill") });
