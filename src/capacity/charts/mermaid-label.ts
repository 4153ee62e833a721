/** What would mean something at the start of a line: a word of the language, a date, a blank. */
const STATEMENT =
  /^(?!\p{L})|^(?:accDescr|accTitle|axisFormat|call|click|dateFormat|excludes|gantt|href|includes|inclusiveEndDates|section|tickInterval|title|todayMarker|topAxis|weekday|weekend)/iu;

/**
 * Writes a text as a label of Mermaid: everything but letters, digits and plain spaces, points and
 * dashes as an entity, so that no id can end a label or begin a statement.
 *
 * Source: mermaid.js.org, "Entity codes to escape characters".
 */
export function mermaidLabel(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N} ._/-]/gu, entity);
}

/** A label with which a line begins. */
export function mermaidLineStart(text: string): string {
  const [first = "", ...rest] = text;
  return STATEMENT.test(text) && first !== ""
    ? `${entity(first)}${mermaidLabel(rest.join(""))}`
    : mermaidLabel(text);
}

function entity(character: string): string {
  return `#${character.codePointAt(0)};`;
}
