import { tableKind } from './end-state.ts';
import type { SimulatedInvocation } from './invocations.ts';
import type { ServiceRequest } from './services.ts';
import type { Attributes } from './twins/expressions.ts';

/** The kind of the days that another drop has covered. */
const OF_ANOTHER_DROP = 'of-another-drop';
const DAY = '2020-01-01';

/**
 * A reader that adds up what a feed's files have covered finds its own file as a reader of another drop may have stored
 * it just before. This is in the answer alone, and what that drop has covered must not count.
 */
export function withOwnCoverage<T>({ name, input }: ServiceRequest, { reads }: SimulatedInvocation, answer: T): T {
  if (name !== 'QueryCommand' || !reads || tableKind(input.TableName) !== 'Files') return answer;
  const { Items } = answer as unknown as { readonly Items: readonly Attributes[] };
  const shown = (item: Attributes) =>
    `${String(item['feed'])}/${String(item['file'])}` === reads.file
      ? {
          ...item,
          state: 'reading',
          covered: { ...(item['covered'] as object), [OF_ANOTHER_DROP]: { from: DAY, to: DAY } },
        }
      : item;
  return { ...answer, Items: Items.map(shown) };
}

/** Whether the coverage of a feed counts what another drop of the same file has covered. */
export const countsAnotherDrop = ({ feed, spans }: Attributes): boolean =>
  feed === 'coverage' && Object.keys(spans ?? {}).includes(OF_ANOTHER_DROP);
