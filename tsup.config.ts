import { existsSync, readdirSync } from "node:fs";
import { defineConfig } from "tsup";

// The package's root and one subpath for each folder that has a public face.
const folders = readdirSync("src").filter((name) => existsSync(`src/${name}/index.ts`));
const faces = {
  index: "src/index.ts",
  ...Object.fromEntries(folders.map((name) => [name, `src/${name}/index.ts`])),
};

// A file each for what stands in these folders: a bundler then leaves out what a user does not call,
// decimal.js with it, which it cannot know to be free of side effects. So a formula is small.
const parts = ["core", "inventory", "mps"].flatMap((folder) =>
  readdirSync(`src/${folder}`, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".ts") && !/(^index|\.(test|prop|test-d))\.ts$/.test(name))
    .map((name) => [`${folder}/${name.slice(0, -3)}`, `src/${folder}/${name}`]),
);

const types = { entry: faces, compilerOptions: { ignoreDeprecations: "6.0" } };

export default defineConfig([
  {
    entry: { ...faces, ...Object.fromEntries(parts) },
    format: "esm",
    target: "es2023",
    platform: "neutral",
    // Without it each subpath would carry its own copy of the core.
    splitting: true,
    dts: types,
    clean: true,
  },
  // The code for CommonJS is made of these modules by scripts/commonjs.ts.
  { entry: faces, format: "cjs", dts: { ...types, only: true } },
]);
