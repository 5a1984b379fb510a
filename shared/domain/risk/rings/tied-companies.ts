import { type LinkMember, SHARED_KINDS } from './band.ts';
import type { Network } from './network.ts';
import type { Neighbours } from './ring-around.ts';
import { valueKey } from './value-key.ts';

/** A value of more companies says little of each of them, and a notice has no room for their names. */
export const MOST_NAMED = 30;

/**
 * The companies that share a value with a company of no ring: two companies make none, yet they are tied. Undefined where
 * there are none.
 */
export async function networkOfTies(
  { enterpriseCode, registeredOn }: Pick<LinkMember, 'enterpriseCode' | 'registeredOn'>,
  neighbours: Neighbours,
): Promise<Network | undefined> {
  const [values = []] = await neighbours.valuesOf([enterpriseCode]);
  const found = await neighbours.membersOf(values);
  const shared = values.flatMap((value, place) => {
    const members = (found[place] ?? []).filter(({ unsure }) => !unsure).toSorted(byRegistration);
    return members.length >= 2 ? [{ value, members }] : [];
  });
  const crowded = shared.filter(({ members }) => members.length > MOST_NAMED).map(({ value }) => value.kind);
  const named = shared
    .filter(
      ({ members }) => members.length <= MOST_NAMED && members.some((one) => one.enterpriseCode === enterpriseCode),
    )
    .toSorted(
      (a, b) => SHARED_KINDS.indexOf(a.value.kind) - SHARED_KINDS.indexOf(b.value.kind) || byKey(a.value, b.value),
    );
  if (named.length === 0 && crowded.length === 0) return undefined;
  const everyone = new Map(named.flatMap(({ members }) => members).map((one) => [one.enterpriseCode, one]));
  const days = [registeredOn, ...[...everyone.values()].map((one) => one.registeredOn)].sort();
  /** The first day on which a company and another one with the same value were both registered. */
  const sinceOf = (code: string) =>
    named
      .flatMap(({ members }) => {
        const own = members.find((one) => one.enterpriseCode === code);
        const first = members.find((one) => one.enterpriseCode !== code);
        return own && first ? [later(own.registeredOn, first.registeredOn)] : [];
      })
      .sort()[0] ?? registeredOn;
  const ties = named.map(({ value, members }) => ({
    kind: value.kind,
    companies: members.map((member) => member.enterpriseCode).sort(),
    since: members[1]?.registeredOn ?? registeredOn,
  }));
  return {
    members: [...new Set([enterpriseCode, ...everyone.keys()])]
      .sort()
      .map((code) => ({ enterpriseCode: code, since: sinceOf(code) })),
    ties,
    since: ties.map((tie) => tie.since).sort()[0] ?? registeredOn,
    registeredFrom: days[0] ?? registeredOn,
    registeredTo: days.at(-1) ?? registeredOn,
    withBadSigns: [...everyone.values()].filter(({ badSigns }) => badSigns > 0).length,
    ...(crowded.length > 0 && { crowded: SHARED_KINDS.filter((kind) => crowded.includes(kind)) }),
  };
}

const later = (a: string, b: string): string => (a > b ? a : b);

const byKey = (a: Parameters<typeof valueKey>[0], b: Parameters<typeof valueKey>[0]): number =>
  valueKey(a) < valueKey(b) ? -1 : 1;

const byRegistration = (a: LinkMember, b: LinkMember): number =>
  `${a.registeredOn} ${a.enterpriseCode}` < `${b.registeredOn} ${b.enterpriseCode}` ? -1 : 1;
