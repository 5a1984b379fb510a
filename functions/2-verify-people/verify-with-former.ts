import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { PoliceCoverage } from '#shared/domain/identity/person-verdict.ts';
import type { DeclaredPerson } from '#shared/domain/identity/registration.ts';
import type { PoliceAnswer, PoliceSource } from './police-source.ts';

/**
 * Asks about a person and, where police data have another one for the number, about the same number and role in the
 * company's other rows. Where one of those is right, nobody took a stranger's document. If the name alone differs, the
 * office is asked to correct it; otherwise the answer is marked as contradicted.
 * @param told the people in all rows of the company
 */
export async function verifyWithFormer(
  person: DeclaredPerson,
  since: IsoDate,
  told: readonly DeclaredPerson[],
  { police, policeData }: { readonly police: PoliceSource; readonly policeData: PoliceCoverage },
): Promise<PoliceAnswer> {
  const answer = await police.verify(person, since, policeData);
  if (answer.verdict.result !== 'mismatch') return answer;
  const others = told.filter((one) => hasSameNumber(one, person)).slice(0, MOST_ASKED);
  for (const other of others) {
    const earlier = await police.verify(other, since, policeData);
    const { result, fields } = earlier.verdict;
    if (result !== 'match' && result !== 'variation') continue;
    if (!isSameButForName(other, person)) return { ...answer, verdict: { ...answer.verdict, contradicted: true } };
    const correction = { field: 'fullName', value: other.fullName } as const;
    const corrected = { ...fields, fullName: 'correctable' } as const;
    return { ...earlier, verdict: { ...earlier.verdict, result: 'correctable', fields: corrected, correction } };
  }
  return answer;
}

/** Hardly any company has had a number under more names, and each of them costs a request. */
const MOST_ASKED = 5;

const hasSameNumber = (one: DeclaredPerson, other: DeclaredPerson): boolean =>
  one.role === other.role &&
  one.documentNumber === other.documentNumber &&
  (one.fullName !== other.fullName || one.dateOfBirth !== other.dateOfBirth || one.gender !== other.gender);

const isSameButForName = (one: DeclaredPerson, other: DeclaredPerson): boolean =>
  one.dateOfBirth === other.dateOfBirth && one.gender === other.gender;
