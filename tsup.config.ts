import { existsSync, readdirSync } from "node:fs";
import { defineConfig } from "tsup";

// The package's root and one subpath for each folder that has a public face.
const folders = readdirSync("src").filter((name) => existsSync(`src/${name}/index.ts`));

export default defineConfig({
  entry: {
    index: "src/index.ts",
    ...Object.fromEntries(folders.map((name) => [name, `src/${name}/index.ts`])),
  },
  format: ["esm", "cjs"],
  target: "es2023",
  platform: "neutral",
  // Without it each CommonJS subpath would carry its own copy of the core.
  splitting: true,
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  clean: true,
});
