import { type Attributes, condition } from './expressions.ts';
import { byKeys, keysOf } from './table-keys.ts';
import type { TableTwin } from './table.ts';

/** The items that one page looks at: DynamoDB ends a page after 1 MB. */
const PAGE = 8;

/** Looks at the whole table, one page a request; the filter comes after the page was cut. */
export function scanTable({ design, items }: TableTwin, input: Attributes): Attributes {
  const text = input['FilterExpression'];
  const names = input['ExpressionAttributeNames'] as Record<string, string>;
  const values = input['ExpressionAttributeValues'] as Attributes;
  const isWanted = text === undefined ? () => true : condition(String(text), { names, values });
  const start = input['ExclusiveStartKey'] as Attributes | undefined;
  const rest = [...items.values()]
    .sort((a, b) => byKeys(a, b, design, design))
    .filter((item) => start === undefined || byKeys(item, start, design, design) > 0);
  const page = rest.slice(0, PAGE);
  const last = page.at(-1);
  const key = last && Object.fromEntries(keysOf(design).map((name) => [name, last[name]]));
  return { Items: page.filter(isWanted), ...(rest.length > PAGE && { LastEvaluatedKey: key }) };
}
