import { ascending } from '#shared/domain/vietnamese/text/text-order.ts';
import { type Network, tieNumbers } from './network.ts';

/** Companies with one box, which are several only in a large ring, and the numbers of the values that each of them has. */
export interface RingGroup {
  readonly members: Network['members'];
  readonly values: readonly number[];
}

/** In a ring of more companies, those that share exactly the same values have one box, so that its lines can be followed. */
const MOST_ALONE = 20;

/** The boxes of a picture in order of time; the subject has one of its own. */
export function ringGroups(network: Network, subject?: string): readonly RingGroup[] {
  const members = network.members.toSorted(
    (a, b) => ascending(a.since, b.since) || ascending(a.enterpriseCode, b.enterpriseCode),
  );
  const numbers = [...tieNumbers(network)];
  const valuesOf = (code: string) =>
    numbers.flatMap(([{ companies }, number]) => (companies.includes(code) ? [number] : [])).sort((a, b) => a - b);
  const boxOf = (code: string) =>
    members.length <= MOST_ALONE || code === subject ? code : `same ${valuesOf(code).join(' ')}`;
  return [...Map.groupBy(members, ({ enterpriseCode }) => boxOf(enterpriseCode)).values()].map((together) => ({
    members: together,
    values: valuesOf(together[0]?.enterpriseCode ?? ''),
  }));
}

/** The id of a company's line in the table beside the picture. */
export const ringLineId = (enterpriseCode: string): string => `ring-${enterpriseCode}`;
