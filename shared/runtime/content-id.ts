import { createHash } from 'node:crypto';

/** 22 characters made from content alone, with keys in order: the same fact always gives the same item. */
export function contentId(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content, ordered)).digest('base64url').slice(0, 22);
}

const ordered = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
