// The second step of the build. @dagrejs/graphlib ships one set of types, marked as those of an ES
// module, for its CommonJS build too; a CommonJS reader's compiler then refuses our import of them.
// A type import that names its resolution mode is right for every reader (TypeScript 5.3 and up).
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const bare = /^import '@dagrejs\/graphlib';\n/gm;
const named = /^(import|export) (\{[^}]*\}|\* as \w+) from '@dagrejs\/graphlib';/gm;

for (const name of readdirSync("dist").filter((file) => file.endsWith(".d.cts"))) {
  const text = readFileSync(`dist/${name}`, "utf8");
  const marked = text
    .replace(bare, "")
    .replace(named, `$1 type $2 from '@dagrejs/graphlib' with { "resolution-mode": "import" };`);
  if (marked !== text) writeFileSync(`dist/${name}`, marked);
}
