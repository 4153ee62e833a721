// Checks the package as a user gets it: packed, installed into an empty folder with its
// dependencies, loaded as ESM and as CommonJS, its examples run as both, and compiled by the oldest and
// the newest compiler.
import { execFile } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { readSources, writeExamples } from "../test/house/examples.js";

const project = fileURLToPath(new URL("..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "package-check-"));
let failures = 0;

/** Runs a program in the scratch folder and returns what it prints. */
async function run(program: string, args: readonly string[], cwd = scratch): Promise<string> {
  const running = promisify(execFile)(program, args, { cwd, maxBuffer: 2 ** 26 });
  running.child.stdin?.end();
  return (await running).stdout;
}

/** Runs one check; its failure is printed and counted, and the others still run. */
async function check(title: string, body: () => Promise<string>): Promise<void> {
  try {
    const found = (await body()).trim();
    console.log(`ok    ${title}${found.replace(/^(?=.)/, ": ")}`);
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
async function install(): Promise<string> {
  const packed = await run(
    "npm",
    ["pack", "--json", "--ignore-scripts", "--pack-destination", scratch],
    project,
  );
  const [{ filename, entryCount }] = JSON.parse(packed) as [
    { filename: string; entryCount: number },
  ];
  writeFileSync(join(scratch, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await run("npm", [
    "install",
    "--prefer-offline",
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",
    `./${filename}`,
  ]);
  return `${entryCount} files`;
}

/** A link of a text to a file that is not packed leads nowhere for who has only the package. */
async function followLinks(): Promise<string> {
  const root = join(scratch, "node_modules", "orlicky");
  const names = readdirSync(root, { recursive: true, encoding: "utf8" });
  const pages = names.filter((name) => name.endsWith(".md"));
  const linksOf = (page: string): string[] =>
    Array.from(readFileSync(join(root, page), "utf8").matchAll(/\]\(([^)\s#]+)/g), ([, to]) => to!);
  const broken = pages.flatMap((page) =>
    linksOf(page)
      .filter((to) => !/^https?:/.test(to) && !existsSync(join(root, dirname(page), to)))
      .map((to) => `${page}: ${to}`),
  );
  if (broken.length > 0) throw new Error(broken.join("\n"));
  return `${pages.length} pages`;
}

/** Makes modules of the examples in the comments, and runs them against the packed code. */
async function runExamples(): Promise<string> {
  const entryPoints = writeExamples(readSources()).map(({ file }) => file);
  for (const [format, extension] of [
    ["esm", ".mjs"],
    ["cjs", ".cjs"],
  ] as const) {
    const outExtension = { ".js": extension };
    await build({
      entryPoints,
      outdir: join(scratch, format),
      format,
      outExtension,
      platform: "node",
    });
  }
  copyFileSync(join(project, "scripts/package/examples.mjs"), join(scratch, "examples.mjs"));
  return run(process.execPath, ["examples.mjs", "esm", "cjs"]);
}

/** Compiles the consumer against the packed types, as an ES module and as CommonJS. */
function compile(compiler: string, module: string): Promise<string> {
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
  const path = join(scratch, `tsconfig.${compiler}.${module}.json`);
  writeFileSync(path, JSON.stringify(tsconfig));
  return run(process.execPath, [join(project, "node_modules", compiler, "bin", "tsc"), "-p", path]);
}

try {
  await check("the tarball installs", install);
  await check("every link of its texts leads to a file of the package", followLinks);
  copyFileSync(join(project, "scripts/package/cross.mjs"), join(scratch, "cross.mjs"));
  await check("every subpath loads, and a plan passes between them", () =>
    run(process.execPath, ["cross.mjs"]),
  );
  await check("the examples in the comments come true, as ESM and as CommonJS", runExamples);
  for (const extension of ["mts", "cts"]) {
    copyFileSync(
      join(project, "scripts/package/consumer.ts"),
      join(scratch, `consumer.${extension}`),
    );
  }
  for (const compiler of ["typescript", "typescript7", "typescript-oldest"]) {
    const manifest = readFileSync(join(project, "node_modules", compiler, "package.json"), "utf8");
    const { version } = JSON.parse(manifest) as { version: string };
    // Two at a time, as many as most machines can run.
    await Promise.all(
      ["node16", "nodenext"].map((module) =>
        check(`TypeScript ${version} accepts the types (${module})`, () =>
          compile(compiler, module),
        ),
      ),
    );
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
if (failures > 0) {
  console.error(`${failures} package checks failed`);
  process.exit(1);
}
