import type { AskPolice, VerificationReply } from '#shared/clients/police-verification.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import {
  hasForeignPassport,
  hasPassportNumber,
  NOT_FOUND,
  UNCHECKED,
} from '#shared/domain/identity/match/choose-match.ts';
import { expiryStatus } from '#shared/domain/identity/match/document-status.ts';
import { type TypoVariant, typoVariants } from '#shared/domain/identity/match/typo-variants.ts';
import type { DocumentStatus, FieldResult, PersonVerdict } from '#shared/domain/identity/person-verdict.ts';
import type { DeclaredPerson } from '#shared/domain/identity/registration.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import type { PoliceAnswer, PoliceSource } from './police-source.ts';

/** The purpose code of a question to the police: Kiểm tra người đại diện theo pháp luật, người được ủy quyền. */
const PURPOSE = 'hau-kiem-dang-ky-doanh-nghiep';

type AskedPerson = Pick<TypoVariant, 'person' | 'ignoreMarks'>;

/**
 * Asks the police's verification service with the data as typed, then with at most five variants that each correct one
 * typo, and takes the first confirmed one. The service returns only a verdict, so a name that differs by one letter
 * counts as another name here.
 */
export function policeService(ask: AskPolice, hash: KeyedHash): PoliceSource {
  const answerTo = ({ person, ignoreMarks }: AskedPerson, asOf: IsoDate): Promise<VerificationReply> => {
    const { documentNumber: idNumber, fullName, dateOfBirth, gender } = person;
    const question = { purpose: PURPOSE, asOf, idNumber, fullName, dateOfBirth, gender, ignoreMarks };
    return ask({ requestId: hash('police-request', JSON.stringify(question)), ...question });
  };

  return {
    async verify(person: DeclaredPerson, roleTakenOn: IsoDate): Promise<PoliceAnswer> {
      if (hasForeignPassport(person) || hasPassportNumber(person)) return { verdict: UNCHECKED };
      const reply = await answerTo({ person }, roleTakenOn);
      if (isYes(reply)) return foundAs(person, verdictOf('match', reply, person, roleTakenOn));
      for (const variant of typoVariants(person, saidIn(reply))) {
        const second = await answerTo(variant, roleTakenOn);
        if (isYes(second)) return foundAs(variant.person, typoVerdict(variant, second, roleTakenOn));
      }
      return { verdict: reply.found ? verdictOf('mismatch', reply, person, roleTakenOn) : NOT_FOUND };
    },
  };
}

const foundAs = (person: DeclaredPerson, verdict: PersonVerdict): PoliceAnswer => ({
  verdict,
  policeNumber: person.documentNumber,
});

const isYes = ({ found, fields }: VerificationReply): boolean =>
  found && fields?.fullName === 'match' && fields.dateOfBirth === 'match' && fields.gender !== 'mismatch';

const saidIn = ({ found, fields }: VerificationReply) => ({
  found,
  fullName: fields?.fullName !== 'mismatch',
  dateOfBirth: fields?.dateOfBirth !== 'mismatch',
  gender: fields?.gender !== 'mismatch',
});

const FIELD_RESULTS = { match: 'match', mismatch: 'mismatch', notProvided: 'not_provided' } as const;

const verdictOf = (
  result: 'match' | 'mismatch',
  { fields, status }: VerificationReply,
  person: DeclaredPerson,
  roleTakenOn: IsoDate,
): PersonVerdict => {
  const said = (field: 'fullName' | 'dateOfBirth' | 'gender'): FieldResult =>
    FIELD_RESULTS[fields?.[field] ?? 'notProvided'];
  return {
    result,
    fields: {
      documentNumber: 'match',
      fullName: said('fullName'),
      dateOfBirth: said('dateOfBirth'),
      gender: said('gender'),
    },
    documentStatus: documentStatusOf(status, person, roleTakenOn),
  };
};

const typoVerdict = (variant: TypoVariant, reply: VerificationReply, roleTakenOn: IsoDate): PersonVerdict => {
  const { field, as, value, person } = variant;
  const { fields, documentStatus } = verdictOf('match', reply, person, roleTakenOn);
  return {
    result: as,
    fields: { ...fields, [field]: as },
    documentStatus,
    ...(as === 'correctable' && { correction: { field, value } }),
  };
};

/** The service reports the document's status, and the expiry is computed from the card's day of issue. */
const documentStatusOf = (
  status: VerificationReply['status'],
  person: DeclaredPerson,
  roleTakenOn: IsoDate,
): DocumentStatus | undefined => {
  if (status === undefined) return undefined;
  return status === 'active' ? expiryStatus(person, roleTakenOn, undefined) : status;
};
