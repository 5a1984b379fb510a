/** A value as DynamoDB's JSON writes it: `{S: 'a'}`, `{N: '1'}`, bytes as base64. */
type AttributeValue = Readonly<Record<string, unknown>>;

/** Converts a native value to DynamoDB's form. Absent values are left out, as in the functions' document client. */
export function toAttributeValue(value: unknown): AttributeValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'bigint') return { N: value.toString() };
  if (typeof value === 'number' && Number.isFinite(value)) return { N: value.toString() };
  if (typeof value === 'boolean') return { BOOL: value };
  if (typeof value === 'object') return ofObject(value);
  throw new TypeError(`DynamoDB knows no such ${typeof value}`);
}

const ofObject = (value: object | null): AttributeValue => {
  if (value === null) return { NULL: true };
  if (value instanceof Uint8Array) return { B: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return { L: value.filter((one) => one !== undefined).map(toAttributeValue) };
  if (value instanceof Set && [...value].every((one) => typeof one === 'string')) return { SS: [...value] };
  if (value instanceof Set || value instanceof Map)
    throw new TypeError('Of sets and maps tables hold sets of texts alone');
  return { M: toAttributes(value) };
};

export function toAttributes(item: object): Record<string, AttributeValue> {
  const attributes: Record<string, AttributeValue> = {};
  for (const [name, value] of Object.entries(item)) {
    if (value !== undefined) attributes[name] = toAttributeValue(value);
  }
  return attributes;
}

/**
 * Converts an attribute value to a native one. It refuses a number that JavaScript cannot represent, because this
 * project writes none.
 */
export function fromAttributes(attributes: Readonly<Record<string, AttributeValue>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, fromAttributeValue(value)]));
}

function fromAttributeValue({ S, SS, N, BOOL, B, L, M }: AttributeValue): unknown {
  if (S !== undefined) return S;
  if (Array.isArray(SS)) return new Set(SS);
  if (N !== undefined) return Number(N);
  if (BOOL !== undefined) return BOOL;
  if (B !== undefined) return Uint8Array.from(Buffer.from(B as string, 'base64'));
  if (L !== undefined) return (L as readonly AttributeValue[]).map(fromAttributeValue);
  return M === undefined ? null : fromAttributes(M as Record<string, AttributeValue>);
}
