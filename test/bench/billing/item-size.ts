/** An item in DynamoDB's JSON: `{"enterpriseCode": {"S": "…"}}`. */
export type StoredAttributes = Readonly<Record<string, unknown>>;

const KILOBYTE = 1024;

export const writeUnitsOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / KILOBYTE));

/**
 * Measures an item as DynamoDB does: names and texts in UTF-8, one byte for two digits of a number, and some bytes for
 * each list or map.
 */
export const itemBytes = (item: StoredAttributes): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value), 0);

function valueBytes(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  const [type, held]: [string?, unknown?] = Object.entries(value)[0] ?? [];
  if (type === 'S') return Buffer.byteLength(String(held));
  if (type === 'N') return Math.ceil(String(held).replaceAll(/[-.]/gu, '').length / 2) + 1;
  if (type === 'B') return Buffer.from(String(held), 'base64').length;
  if (type === 'L' && Array.isArray(held)) return 3 + held.reduce((sum: number, one) => sum + 1 + valueBytes(one), 0);
  if (type === 'M' && typeof held === 'object' && held !== null)
    return 3 + itemBytes({ ...held }) + Object.keys(held).length;
  return 1;
}
