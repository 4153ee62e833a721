// npx tsx examples/quote-to-promise/demo.ts   a quote, a promise, a supplier who is late, and what helps
import { fileURLToPath } from "node:url";
import { quoteToPromise } from "./story.js";
import { quoteToPromiseText } from "./text.js";

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(quoteToPromiseText(quoteToPromise()));
}
