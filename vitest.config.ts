import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const src = fileURLToPath(new URL("./src", import.meta.url));

export default defineConfig({
  resolve: {
    // Examples in texts import the package by its name; the tests run them on the sources.
    alias: [
      { find: /^orlicky$/, replacement: `${src}/index.ts` },
      { find: /^orlicky\/(.+)$/, replacement: `${src}/$1/index.ts` },
    ],
  },
  test: {
    include: ["{src,test}/**/*.{test,prop}.ts"],
    setupFiles: ["test/support/seed.ts"],
    testTimeout: 60_000,
    // Left alone it would leave one core idle, which on two is half of the machine.
    maxWorkers: "100%",
    // Nothing in src keeps state, so test files may share the modules that a worker has loaded.
    isolate: false,
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      exclude: ["src/**/*.{test,prop,test-d}.ts"],
    },
  },
});
