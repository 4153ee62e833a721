// Checks the package as a user gets it: packed, installed into an empty folder with its
// dependencies, loaded as ESM and as CommonJS, and compiled by the oldest and the newest compiler.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "package-check-"));
let failures = 0;

/** Runs a program in the scratch folder and returns what it prints. */
function run(program: string, args: readonly string[], cwd = scratch): string {
  return execFileSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** Runs one check; its failure is printed and counted, and the others still run. */
function check(title: string, body: () => string): void {
  try {
    console.log(
      `ok    ${title}${body()
        .trim()
        .replace(/^(?=.)/, ": ")}`,
    );
  } catch (error) {
    failures += 1;
    const {
      stdout = "",
      stderr = "",
      message,
    } = error as Error & Record<"stdout" | "stderr", string>;
    console.error(`wrong ${title}\n${`${stdout}${stderr}`.trim() || message}`);
  }
}

/** Packs the project and installs the tarball, as a user would. */
function install(): string {
  const packed = run(
    "npm",
    ["pack", "--json", "--ignore-scripts", "--pack-destination", scratch],
    project,
  );
  const [{ filename, entryCount }] = JSON.parse(packed) as [
    { filename: string; entryCount: number },
  ];
  writeFileSync(join(scratch, "package.json"), JSON.stringify({ private: true, type: "module" }));
  run("npm", [
    "install",
    "--prefer-offline",
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",
    `./${filename}`,
  ]);
  return `${entryCount} files`;
}

/** Compiles the consumer against the packed types, as an ES module and as CommonJS. */
function compile(compiler: string, module: string): string {
  const compilerOptions = {
    module,
    moduleResolution: module,
    target: "es2022",
    lib: ["es2022", "dom"],
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: false,
  };
  const tsconfig = { compilerOptions, files: ["consumer.mts", "consumer.cts"] };
  writeFileSync(join(scratch, "tsconfig.json"), JSON.stringify(tsconfig));
  return run(process.execPath, [join(project, "node_modules", compiler, "bin", "tsc"), "-p", "."]);
}

try {
  check("the tarball installs", install);
  copyFileSync(join(project, "scripts/package/cross.mjs"), join(scratch, "cross.mjs"));
  check("every subpath loads, and a plan passes between them", () =>
    run(process.execPath, ["cross.mjs"]),
  );
  for (const extension of ["mts", "cts"]) {
    copyFileSync(
      join(project, "scripts/package/consumer.ts"),
      join(scratch, `consumer.${extension}`),
    );
  }
  for (const compiler of ["typescript", "typescript7", "typescript-oldest"]) {
    const manifest = readFileSync(join(project, "node_modules", compiler, "package.json"), "utf8");
    const { version } = JSON.parse(manifest) as { version: string };
    for (const module of ["node16", "nodenext"]) {
      check(`TypeScript ${version} accepts the types (${module})`, () => compile(compiler, module));
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
if (failures > 0) {
  console.error(`${failures} package checks failed`);
  process.exit(1);
}
