import { maskNumber } from '#shared/domain/identity/identity-document.ts';
import type { RegistrationRow } from '#shared/domain/risk/facts/fold-version.ts';
import { foldVersions } from '#shared/domain/risk/facts/fold-versions.ts';
import { rowsUntil } from '#shared/domain/risk/facts/rows-until.ts';
import { OFFICE_KINDS } from '#shared/domain/risk/province/company-sample.ts';
import { sampleIn } from '#shared/tables/company-sample.ts';
import { AS_OF } from './as-of.ts';
import { tableNamed, unpacked } from './end-state.ts';
import { placeOf } from './ending.ts';
import type { Queried } from './invocation-trace.ts';
import type { Attributes } from './twins/expressions.ts';
import type { Writing } from './writing.ts';

/** A company is assessed by the people of its version in force, among the registrations that the function has read. */
export function otherPeople({ after, trace, world }: Writing): string | undefined {
  const { enterpriseCode: code } = after;
  const table = tableNamed(world, 'Companies');
  const readings = readingsIn(trace.queries.filter((one) => one.table === table && one.of === code));
  const people = unpacked(after)['people'] as readonly Attributes[];
  const own = namesOf(people.map(({ role, maskedDocumentNumber }) => [role, maskedDocumentNumber]));
  const inForce = readings.flatMap((items) => {
    const rows = items.flatMap(({ registration }) => (registration === undefined ? [] : [registration]));
    const dated = rowsUntil(rows as unknown as readonly RegistrationRow[], AS_OF);
    return dated.length === 0 ? [] : [foldVersions(dated).current.people];
  });
  const isOf = (declared: (typeof inForce)[number]) =>
    namesOf(declared.map(({ role, documentNumber }) => [role, maskNumber(documentNumber)])) === own;
  return inForce.length > 0 && !inForce.some(isOf)
    ? `${String(code)} is assessed by other people than those of its version in force`
    : undefined;
}

const namesOf = (people: readonly (readonly unknown[])[]): string => people.map(String).sort().join();

/** The items of each reading, which may have several pages. */
function readingsIn(queries: readonly Queried[]): readonly (readonly Attributes[])[] {
  const readings: Attributes[][] = [[]];
  for (const { items, goesOn } of queries) {
    readings.at(-1)?.push(...items);
    if (!goesOn) readings.push([]);
  }
  return readings.slice(0, -1);
}

/**
 * The rules flag no company by missing rows of a kind that was not surveyed yet: its office may send nothing. The police
 * may have confirmed the flag before.
 */
export function flaggedUnsurveyed({ after, trace, world }: Writing): string | undefined {
  const looks = trace.looks.get(placeOf(world, 'Files', 'province', 'profile')) ?? [];
  const known = sampleIn(after['sample'] as string | undefined);
  if (after['verdict'] !== 'flagged' || after['confirmed'] === true || !known || looks.length === 0) return undefined;
  const picture = looks.at(-1);
  const offices = ((picture && unpacked(picture)['offices']) ?? {}) as Attributes;
  const { sample, usedProfile } = known;
  const kind = OFFICE_KINDS.find(
    (one) => offices[one] === undefined && usedProfile.covered[one] !== undefined && sample.spans[one] === undefined,
  );
  return kind && `${String(after['enterpriseCode'])} is flagged by missing rows of ${kind}, which was not surveyed`;
}
