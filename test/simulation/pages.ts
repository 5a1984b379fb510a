import { tableKind } from './end-state.ts';
import type { ServiceRequest, Services } from './services.ts';
import type { Attributes } from './twins/expressions.ts';
import { keysOf } from './twins/table-keys.ts';

/** The items of a page; DynamoDB ends one after 1 MB. */
const PAGE = 3;

/** Whether the request reads the facts of a company. */
export const isOfCompany = ({ name, input }: ServiceRequest): boolean =>
  name === 'QueryCommand' && tableKind(input.TableName) === 'Companies' && input.Limit === undefined;

/** The first page of an answer, which says where the next one begins. */
export function firstPage({ input }: ServiceRequest, answer: unknown, { design }: Services): unknown {
  const { Items } = answer as { readonly Items: readonly Attributes[] };
  const table = design.tables[input.TableName];
  const last = Items[PAGE - 1];
  if (!table || !last || Items.length <= PAGE) return answer;
  const names = [...keysOf(table.indexes[input.IndexName] ?? table), ...keysOf(table)];
  const LastEvaluatedKey = Object.fromEntries(names.map((name) => [name, last[name]]));
  return { Items: Items.slice(0, PAGE), Count: PAGE, LastEvaluatedKey };
}
