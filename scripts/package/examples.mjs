// Runs in a folder into which the packed tarball was installed: the examples of the comments, made into
// modules beforehand, must come true.
//
//   node examples.mjs FOLDER...
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const wrong = [];
let checks = 0;
for (const folder of process.argv.slice(2)) {
  for (const file of readdirSync(folder)) {
    const { example } = await import(pathToFileURL(resolve(folder, file)).href);
    const gives = (line, found, wanted) => {
      checks += 1;
      assert.deepStrictEqual(found, wanted, `line ${line}`);
    };
    try {
      await example(gives);
    } catch (error) {
      wrong.push(`${folder}/${file}: ${error.stack}`);
    }
  }
}
assert.ok(checks > 0, "no example was found");
assert.equal(wrong.join("\n"), "");
console.log(`${checks} values`);
