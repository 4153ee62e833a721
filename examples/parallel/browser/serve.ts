// npx tsx examples/parallel/browser/serve.ts   shows the page on http://127.0.0.1:8080
import { copyFileSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsup";

const here = fileURLToPath(new URL(".", import.meta.url));
const folder = fileURLToPath(new URL("../../../reports/parallel", import.meta.url));
const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".mjs": "text/javascript" };

await build({
  config: false,
  entry: ["planner", "helper"].map((name) => join(here, `${name}.ts`)),
  outDir: folder,
  format: "esm",
  outExtension: () => ({ js: ".mjs" }),
  noExternal: [/./],
  splitting: false,
  silent: true,
});
copyFileSync(join(here, "index.html"), join(folder, "index.html"));

createServer(({ url }, response) => {
  const name = /^\/(\w+\.\w+)?$/.exec(url ?? "")?.[1] ?? "index.html";
  try {
    const body = readFileSync(join(folder, name));
    // Without these two a page gets no shared memory.
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    response.setHeader("Content-Type", TYPES[extname(name)] ?? "text/plain");
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}).listen(8080, "127.0.0.1", () => console.log("http://127.0.0.1:8080"));
