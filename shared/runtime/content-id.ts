import { hash } from 'node:crypto';

/** Makes an id of 22 characters from content with sorted keys, so that the same fact always gives the same item. */
export function contentId(content: unknown): string {
  return hash('sha256', JSON.stringify(ordered(content)), 'base64url').slice(0, 22);
}

function ordered(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || 'toJSON' in value) return value;
  if (Array.isArray(value)) return value.map(ordered);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, ordered(one)]),
  );
}
