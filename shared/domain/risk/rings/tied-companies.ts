import { type LinkMember, SHARED_KINDS, type SharedKind } from './band.ts';
import type { Network } from './network.ts';
import type { Neighbours } from './ring-around.ts';
import { valueKey } from './value-key.ts';

/** A value of more companies says little of each of them, and a notice has no room for their names. */
const MOST_NAMED = 30;

/** The kinds of values that findings rest on. */
export function tieKindsIn(findings: readonly { readonly evidence: object }[]): ReadonlySet<SharedKind> {
  const named = new Set(findings.map(({ evidence }): unknown => ('kind' in evidence ? evidence.kind : undefined)));
  return new Set(SHARED_KINDS.filter((kind) => named.has(kind)));
}

/**
 * The companies that share values of these kinds with a company of no ring: two companies make none, yet a finding that says that
 * they share an address has to say with whom. Undefined where there are none.
 */
export async function networkOfTies(
  enterpriseCode: string,
  kinds: ReadonlySet<SharedKind>,
  neighbours: Neighbours,
): Promise<Network | undefined> {
  if (kinds.size === 0) return undefined;
  const [own = []] = await neighbours.valuesOf([enterpriseCode]);
  const values = own.filter(({ kind }) => kinds.has(kind));
  const found = await neighbours.membersOf(values);
  const shared = values.flatMap((value, place) => {
    const members = (found[place] ?? []).filter(({ unsure }) => !unsure).toSorted(byRegistration);
    const isOwn = members.some((member) => member.enterpriseCode === enterpriseCode);
    return isOwn && members.length >= 2 && members.length <= MOST_NAMED ? [{ value, members }] : [];
  });
  const everyone = [
    ...new Map(shared.flatMap(({ members }) => members).map((one) => [one.enterpriseCode, one])).values(),
  ];
  const subject = everyone.find((one) => one.enterpriseCode === enterpriseCode);
  if (!subject) return undefined;
  const ties = shared
    .toSorted(
      (a, b) => SHARED_KINDS.indexOf(a.value.kind) - SHARED_KINDS.indexOf(b.value.kind) || byKey(a.value, b.value),
    )
    .map(({ value, members }) => ({
      kind: value.kind,
      companies: members.map((member) => member.enterpriseCode).sort(),
      since: members[1]?.registeredOn ?? subject.registeredOn,
    }));
  const since = ties.map((tie) => tie.since).sort()[0] ?? subject.registeredOn;
  const days = everyone.map(({ registeredOn }) => registeredOn).sort();
  return {
    members: everyone
      .map((one) => ({
        enterpriseCode: one.enterpriseCode,
        since: one === subject ? since : later(one.registeredOn, subject.registeredOn),
      }))
      .sort((a, b) => (a.enterpriseCode < b.enterpriseCode ? -1 : 1)),
    ties,
    since,
    registeredFrom: days[0] ?? subject.registeredOn,
    registeredTo: days.at(-1) ?? subject.registeredOn,
    withBadSigns: everyone.filter(({ badSigns }) => badSigns > 0).length,
  };
}

const later = (a: string, b: string): string => (a > b ? a : b);

const byKey = (a: Parameters<typeof valueKey>[0], b: Parameters<typeof valueKey>[0]): number =>
  valueKey(a) < valueKey(b) ? -1 : 1;

const byRegistration = (a: LinkMember, b: LinkMember): number =>
  `${a.registeredOn} ${a.enterpriseCode}` < `${b.registeredOn} ${b.enterpriseCode}` ? -1 : 1;
