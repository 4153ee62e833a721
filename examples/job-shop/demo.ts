// npx tsx examples/job-shop/demo.ts   a job shop: too much to do, where, for whom, and what helps
import { fileURLToPath } from "node:url";
import { jobShop } from "./story.js";
import { jobShopText } from "./text.js";

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(jobShopText(jobShop()));
