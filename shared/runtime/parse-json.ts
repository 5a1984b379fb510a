/** Parses a JSON text; undefined where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Parses a JSON text that somebody outside wrote; undefined where it is no JSON, or says one key of an object twice. */
export function parseForeignJson(text: string): unknown {
  const value = parseJson(text);
  return repeatsKey(text, value) ? undefined : value;
}

/** Whether a parsed text says a key twice: `JSON.parse` silently keeps the last, so the keys are counted. */
export const repeatsKey = (text: string, value: unknown): boolean => keysWritten(text) > keysKept(value);

/** More levels than any text that is read has. */
const DEEPEST = 16;

function keysWritten(text: string): number {
  let count = 0;
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/gu)) if (match[1] !== undefined) count += 1;
  return count;
}

function keysKept(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth > DEEPEST) return Number.POSITIVE_INFINITY;
  const children: readonly unknown[] = Object.values(value);
  const below = children.reduce<number>((sum, child) => sum + keysKept(child, depth + 1), 0);
  return Array.isArray(value) ? below : children.length + below;
}
