import { readdirSync, readFileSync } from "node:fs";

/** The text of a file of the project. */
export function read(file: string): string {
  return readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
}

/** The files of a folder of the project, those below it too, by their ending. */
export function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(new URL(`../../${folder}`, import.meta.url), {
    recursive: true,
    encoding: "utf8",
  })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((name) => name.endsWith(ending))
    .sort();
}

/** A fenced block of a page. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a page, in their order, without the line break at their ends. */
export function blocksOf(file: string): Block[] {
  const fences = read(file).matchAll(/^```(\w*)\n([\s\S]*?)\n?^```$/gm);
  return Array.from(fences, ([, language = "", text = ""]) => ({ language, text }));
}

/** The text under a heading, up to the next one of any level. */
export function sectionOf(file: string, heading: string): string {
  const [, ...sections] = read(file).split(/^#+ /m);
  const section = sections.find((text) => text.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`${file} has no section ${heading}.`);
  return section.slice(heading.length + 1);
}

/** The rows of the tables of a text, heads left out, as cells. */
export function tableRows(text: string): string[][] {
  const lines = text.split("\n");
  const isRule = (line: string | undefined) => line !== undefined && /^\|(-+\|)+$/.test(line);
  return lines
    .filter((line, n) => line.startsWith("|") && !isRule(line) && !isRule(lines[n + 1]))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** The texts in backticks. */
export function codesIn(text: string): string[] {
  return Array.from(text.matchAll(/`([^`\n]+)`/g), ([, code = ""]) => code);
}
