// Loads worker.ts: a worker does not inherit the loader of its parent. Compiled code needs no such file.
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
