// The second step of the build: what CommonJS readers get.
//
// Code: each ES module of the build, its syntax of imports and exports turned into that of CommonJS and
// nothing else. (The CommonJS that tsup makes of shared chunks puts public fields of a class behind its
// private ones, and takes a private field for an export of the same name.)
//
// Types: @dagrejs/graphlib ships one set of types, marked as those of an ES module, for its CommonJS build
// too; a CommonJS reader's compiler then refuses our import of them. A type import that names its
// resolution mode is right for every reader (TypeScript 5.3 and up).
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const bare = /^import '@dagrejs\/graphlib';\n/gm;
const named = /^(import|export) (\{[^}]*\}|\* as \w+) from '@dagrejs\/graphlib';/gm;

await build({
  entryPoints: readdirSync("dist", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .map((name) => `dist/${name}`),
  outbase: "dist",
  outdir: "dist",
  outExtension: { ".js": ".cjs" },
  format: "cjs",
  target: "es2023",
  // Names of exports are written so that an ES module of Node.js can import them.
  platform: "node",
  bundle: true,
  plugins: [
    {
      name: "every module stays a file of its own",
      setup({ onResolve }) {
        onResolve({ filter: /.*/ }, ({ path, kind }) =>
          kind === "entry-point"
            ? undefined
            : { path: path.replace(/^(\.{1,2}\/.*)\.js$/, "$1.cjs"), external: true },
        );
      },
    },
  ],
});

for (const name of readdirSync("dist").filter((file) => file.endsWith(".d.cts"))) {
  const text = readFileSync(`dist/${name}`, "utf8");
  const marked = text
    .replace(bare, "")
    .replace(named, `$1 type $2 from '@dagrejs/graphlib' with { "resolution-mode": "import" };`);
  if (marked !== text) writeFileSync(`dist/${name}`, marked);
}
