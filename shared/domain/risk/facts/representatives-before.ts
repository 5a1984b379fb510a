import { type DeclaredPerson, isNameAlone } from '#shared/domain/identity/registration.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { FoldedVersions } from './fold-versions.ts';
import { plainValue } from './same-value.ts';

interface RepresentativeBefore {
  readonly person: DeclaredPerson;
  readonly since: IsoDate;
}

/** So many former representatives are asked about, the earliest first, so that no later change replaces them. */
const MOST_FORMER = 5;

/**
 * The representatives of earlier versions who are none any more. Where one of number, name and birth date alone is another
 * one now, it was corrected.
 */
export function representativesBefore({ current, former }: FoldedVersions): RepresentativeBefore[] {
  const known = representatives(current);
  return former
    .flatMap((version) => {
      const since = version.amendedOn ?? version.registeredOn;
      return representatives(version).flatMap((person) => {
        if (isNameAlone(person) || known.some((one) => isSamePerson(one, person))) return [];
        known.push(person);
        return [{ person, since }];
      });
    })
    .slice(0, MOST_FORMER);
}

const representatives = ({ people }: Pick<FoldedVersions['current'], 'people'>): DeclaredPerson[] =>
  people.filter(({ role }) => role === 'legal_representative');

const isSamePerson = (one: DeclaredPerson, other: DeclaredPerson): boolean =>
  [
    one.documentNumber === other.documentNumber,
    plainValue(one.fullName) === plainValue(other.fullName),
    one.dateOfBirth === other.dateOfBirth,
  ].filter(Boolean).length > 1;
