import type { ServiceRequest } from './services.ts';
import type { Attributes } from './twins/expressions.ts';

const ofTwin = (id: unknown): string => `${String(id)}-twin`;

/** The same facts, read a moment later. */
const later = (instant: unknown): string => new Date(Date.parse(String(instant)) + 1).toISOString();

/**
 * The conditional write that another function makes if it handles the same message at the same time. Undefined for
 * writes that the other function would make differently: an attempt to append to the log, and the end of its own lease.
 */
export function inputOfTwin({ name, input }: Pick<ServiceRequest, 'name' | 'input'>): Attributes | undefined {
  if (String(input.TableName).includes('TablesLogTable')) return undefined;
  return name === 'PutCommand' ? putOfTwin(input) : updateOfTwin(input);
}

function putOfTwin(input: Attributes): Attributes {
  const { writeId, gatheredAt, ...item } = input['Item'] as Attributes;
  const ids = { writeId: ofTwin(writeId), ...(gatheredAt !== undefined && { gatheredAt: later(gatheredAt) }) };
  return { ...input, Item: { ...item, ...ids } };
}

/** The ids of a write and of a lease are those of one function. */
function updateOfTwin(input: Attributes): Attributes | undefined {
  const names = input['ExpressionAttributeNames'] as Readonly<Record<string, string>>;
  if (Object.entries(names).some(([placeholder, name]) => placeholder.startsWith('#removed') && name === 'leasedBy'))
    return undefined;
  const values = { ...(input['ExpressionAttributeValues'] as Attributes) };
  for (const [placeholder, name] of Object.entries(names)) {
    const value = placeholder.replace('#', ':');
    if ((name === 'writeId' || name === 'leasedBy') && value in values) values[value] = ofTwin(values[value]);
  }
  return { ...input, ExpressionAttributeValues: values };
}
