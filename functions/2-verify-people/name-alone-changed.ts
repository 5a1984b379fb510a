import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { PersonVerdict, PoliceCoverage } from '#shared/domain/identity/person-verdict.ts';
import type { DeclaredPerson, Registration } from '#shared/domain/identity/registration.ts';
import type { PoliceAnswer, PoliceSource } from './police-source.ts';

/**
 * Asks about a person and, where police data have another name for the number, about the same number, role and birth date
 * under the name of an earlier registration. Where that one is right, nobody took a stranger's document: the later
 * registration has an error, which the office is asked to correct.
 * @param former the earlier registrations, the oldest first
 */
export async function verifyWithFormer(
  person: DeclaredPerson,
  since: IsoDate,
  former: readonly Registration[],
  { police, policeData }: { readonly police: PoliceSource; readonly policeData: PoliceCoverage },
): Promise<PoliceAnswer> {
  const answer = await police.verify(person, since, policeData);
  if (!isOfAnotherName(answer.verdict)) return answer;
  const before = former.flatMap(({ people }) => people).findLast((one) => isSameButForName(one, person));
  if (before === undefined) return answer;
  const earlier = await police.verify(before, since, policeData);
  if (earlier.verdict.result !== 'match' && earlier.verdict.result !== 'variation') return answer;
  const correction = { field: 'fullName', value: before.fullName } as const;
  const fields = { ...earlier.verdict.fields, fullName: 'correctable' } as const;
  return { ...earlier, verdict: { ...earlier.verdict, result: 'correctable', fields, correction } };
}

const isOfAnotherName = ({ result, fields }: PersonVerdict): boolean =>
  result === 'mismatch' && fields.fullName === 'mismatch' && fields.dateOfBirth !== 'mismatch';

const isSameButForName = (one: DeclaredPerson, other: DeclaredPerson): boolean =>
  one.role === other.role &&
  one.documentNumber === other.documentNumber &&
  one.dateOfBirth === other.dateOfBirth &&
  one.gender === other.gender &&
  one.fullName !== other.fullName;
