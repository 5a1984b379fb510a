import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import {
  chooseMatch,
  type ChosenMatch,
  hasForeignPassport,
  hasPassportNumber,
} from '#shared/domain/identity/match/choose-match.ts';
import { isNamesake, isSamePerson, typoCost, weighEvidence } from '#shared/domain/identity/match/match-identity.ts';
import { declaredKeys } from '#shared/domain/identity/match/search-keys.ts';
import type { StatedRecord } from '#shared/domain/identity/police-record.ts';
import type { PoliceCoverage } from '#shared/domain/identity/person-verdict.ts';
import type { DeclaredPerson } from '#shared/domain/identity/registration.ts';
import { chunksOf } from '#shared/runtime/in-parallel.ts';
import type { FoundPerson, PoliceRecords } from '#shared/tables/police-records.ts';
import type { PoliceAnswer, PoliceSource } from './police-source.ts';

/** The number of likely people up to which their records are read in full. */
const LIKELY_PEOPLE = 3;
/** The most people who are looked at, because a search also finds people of whom no record counts any more. */
const LOOKED_AT = 4 * LIKELY_PEOPLE;

/**
 * Reads the extract of population data that the police uploaded. A person costs one request where the number is known
 * and belongs to them; only otherwise are they searched for by name.
 */
export function policeExtract(records: Pick<PoliceRecords, 'byNumber' | 'search'>): PoliceSource {
  const searched = async (person: DeclaredPerson): Promise<StatedRecord[]> => {
    const found = await records.search(declaredKeys(person));
    const people: (readonly StatedRecord[])[] = [];
    for (const numbers of chunksOf(likely(person, found).slice(0, LOOKED_AT), LIKELY_PEOPLE)) {
      const read = await Promise.all(numbers.map((number) => records.byNumber(number)));
      people.push(...read.filter((versions) => versions.some((version) => mayTell(weighEvidence(person, version)))));
      if (people.length >= LIKELY_PEOPLE) break;
    }
    return people.slice(0, LIKELY_PEOPLE).flat();
  };

  return {
    async verify(person: DeclaredPerson, roleTakenOn: IsoDate, policeData: PoliceCoverage): Promise<PoliceAnswer> {
      const exact = hasForeignPassport(person) ? [] : await records.byNumber(person.documentNumber);
      const first = chooseMatch(person, roleTakenOn, exact, [], policeData);
      const mayBeListed = policeData === 'listed' && exact.length === 0 && !hasPassportNumber(person);
      const settled = first.record !== undefined || (first.verdict.result === 'unchecked' && !mayBeListed);
      return answerOf(settled ? first : chooseMatch(person, roleTakenOn, exact, await searched(person), policeData));
    },
  };
}

/** The numbers of people who may be the declared person, or who prove that another is not; the likeliest comes first. */
const likely = (person: DeclaredPerson, found: readonly FoundPerson[]): string[] => {
  const weighed = found
    .map((entry) => ({
      number: entry.documentNumber,
      evidence: weighEvidence(person, { ...entry, status: 'BINH_THUONG' }),
    }))
    .filter(({ evidence }) => mayTell(evidence))
    .sort(
      (a, b) =>
        Number(isSamePerson(b.evidence)) - Number(isSamePerson(a.evidence)) ||
        typoCost(a.evidence) - typoCost(b.evidence) ||
        (a.number < b.number ? -1 : 1),
    );
  return [...new Set(weighed.map(({ number }) => number))];
};

const mayTell = (evidence: ReturnType<typeof weighEvidence>): boolean => isSamePerson(evidence) || isNamesake(evidence);

const answerOf = ({ verdict, record, present = record }: ChosenMatch): PoliceAnswer => ({
  verdict,
  ...(present && { policeNumber: present.documentNumber, oldNumber: present.oldNumber }),
});
