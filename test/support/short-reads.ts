import { json, type EngineAnswer, type ProxiedRequest } from './proxied-request.ts';

/** The reads that a service may answer in parts. */
export const mayBeShort = ({ action }: ProxiedRequest): boolean => action === 'Query' || action === 'BatchGetItem';

const ITEMS_A_PAGE = 2;

/** Answers with the beginning of what was asked: a page of two items, or the first half of a batch of keys. */
export async function short(
  asked: ProxiedRequest,
  pass: (asked: ProxiedRequest, body: Buffer) => Promise<EngineAnswer>,
): Promise<EngineAnswer> {
  const input = JSON.parse(asked.body.toString()) as Record<string, unknown>;
  const send = (changed: object) => pass(asked, Buffer.from(JSON.stringify({ ...input, ...changed })));
  if (asked.action === 'Query') return send({ Limit: Math.min(Number(input['Limit'] ?? ITEMS_A_PAGE), ITEMS_A_PAGE) });
  const [[table, wanted] = ['', { Keys: [] }]] = Object.entries(
    input['RequestItems'] as Record<string, { Keys: unknown[] }>,
  );
  const read = wanted.Keys.slice(0, Math.floor(wanted.Keys.length / 2));
  const UnprocessedKeys = { [table]: { ...wanted, Keys: wanted.Keys.slice(read.length) } };
  if (read.length === 0) return json({ Responses: { [table]: [] }, UnprocessedKeys });
  const answered = await send({ RequestItems: { [table]: { ...wanted, Keys: read } } });
  return json({ ...(JSON.parse(answered.body.toString()) as object), UnprocessedKeys });
}
