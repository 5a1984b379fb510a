import { formatDate, yearOf } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import type { VerifiedPerson } from '#shared/domain/identity/person-verdict.ts';
import type { Evidence } from './finding.ts';
import { type Need, needing, PRACTICE, type Rule } from './rule.ts';

type PersonEvidence = Evidence & { readonly people: number; readonly documentNumber: string };

const FORGED_DOSSIER = 'điểm a khoản 1 Điều 212 Luật Doanh nghiệp; Điều 68, 69 Nghị định 168/2025/NĐ-CP';
const DISHONEST_DOSSIER = 'khoản 4 Điều 16 Luật Doanh nghiệp; khoản 5 Điều 11 Nghị định 168/2025/NĐ-CP';

const isRepresentative = ({ role }: VerifiedPerson) => role === 'legal_representative';

const GRAVE = new Set(['deceased', 'reported_lost', 'cancelled', 'missing']);

/** Would be hard of a legal representative: no such person, another person, or a document that nobody could use that day. */
function isDoubtful({ result, documentStatus }: VerifiedPerson): boolean {
  return result === 'not_found' || result === 'mismatch' || GRAVE.has(documentStatus ?? '');
}

const identityAmiss: Need = ({ facts }) =>
  facts.authorisationDeniedOn !== undefined ||
  facts.people.some(({ result, documentStatus }) => result !== 'match' || documentStatus !== 'valid');

function evidenceOf(people: readonly VerifiedPerson[], asked: (person: VerifiedPerson) => boolean) {
  let first: VerifiedPerson | undefined;
  let count = 0;
  for (const person of people) {
    if (!asked(person)) continue;
    first ??= person;
    count += 1;
  }
  return first && { people: count, documentNumber: first.maskedDocumentNumber };
}

type Question = Pick<Rule, 'code' | 'question' | 'legalBasis'> & {
  readonly asked: (person: VerifiedPerson) => boolean;
  readonly sentence: string;
};

const representativeRule = ({ asked, sentence, ...rest }: Question): Rule<PersonEvidence> => ({
  ...rest,
  version: 1,
  group: 'identity',
  fact: 'representative-identity',
  hard: true,
  evaluate: ({ facts }) => evidenceOf(facts.people, (person) => isRepresentative(person) && asked(person)),
  message: ({ people, documentNumber }) =>
    `${people} người đại diện theo pháp luật (số giấy tờ ${documentNumber}) ${sentence}.`,
});

const heardAbsent: Rule<PersonEvidence> = {
  ...representativeRule({
    code: 'REP_NOT_FOUND',
    question: 'Người đại diện theo pháp luật có trong dữ liệu dân cư không?',
    legalBasis: FORGED_DOSSIER,
    asked: ({ result }) => result === 'not_found',
    sentence: 'không có trong dữ liệu dân cư',
  }),
  evaluate: ({ facts }) =>
    facts.coverage.identities === 'whole'
      ? evidenceOf(facts.people, (person) => isRepresentative(person) && person.result === 'not_found')
      : undefined,
};

const authorisationDenied: Rule<Evidence & { readonly on: string }> = {
  code: 'AUTHORISATION_DENIED',
  version: 1,
  group: 'identity',
  question: 'Người ủy quyền có phủ nhận việc ủy quyền làm thủ tục không?',
  legalBasis: 'Điều 12 Nghị định 168/2025/NĐ-CP',
  fact: 'authorisation',
  hard: true,
  evaluate: ({ facts }) =>
    facts.authorisationDeniedOn === undefined ? undefined : { on: facts.authorisationDeniedOn },
  message: ({ on }) =>
    `Người ủy quyền phủ nhận việc ủy quyền thực hiện thủ tục đăng ký doanh nghiệp (ngày ghi nhận ${formatDate(on)}).`,
};

const otherPersonDoubtful: Rule<PersonEvidence> = {
  code: 'PERSON_DOUBTFUL',
  version: 1,
  group: 'identity',
  question: 'Thành viên, chủ sở hữu hưởng lợi, người được ủy quyền có đúng là người trong dữ liệu dân cư không?',
  legalBasis: DISHONEST_DOSSIER,
  fact: 'other-identity',
  evaluate: ({ facts }) =>
    facts.coverage.identities !== 'none'
      ? evidenceOf(facts.people, (person) => !isRepresentative(person) && isDoubtful(person))
      : undefined,
  message: ({ people, documentNumber }) =>
    `${people} người khác trong hồ sơ (số giấy tờ ${documentNumber}) không đúng với dữ liệu dân cư hoặc dùng giấy tờ không còn giá trị tại ngày nhận vai trò.`,
};

const representativeWanted: Rule<PersonEvidence> = {
  code: 'REP_WANTED',
  version: 1,
  group: 'identity',
  question: 'Người đại diện theo pháp luật có bị truy nã khi nhận vai trò không?',
  legalBasis: 'điểm e khoản 2 Điều 17 Luật Doanh nghiệp',
  fact: 'representative-identity',
  evaluate: ({ facts }) =>
    evidenceOf(facts.people, (person) => isRepresentative(person) && person.documentStatus === 'wanted'),
  message: ({ people, documentNumber }) =>
    `${people} người đại diện theo pháp luật (số giấy tờ ${documentNumber}) đang bị truy nã tại ngày nhận vai trò.`,
};

type AgeEvidence = Evidence & { readonly birthYear: number; readonly year: number };

const ageOf = ({ facts }: CompanyProfile, unusual: (age: number) => boolean): AgeEvidence | undefined => {
  const year = yearOf(facts.registeredOn);
  const person = facts.people.find(
    (one) => isRepresentative(one) && one.birthYear > 0 && unusual(year - one.birthYear),
  );
  return person && { birthYear: person.birthYear, year };
};

const someoneVeryYoungOrOld: Need = ({ facts }) => {
  const year = yearOf(facts.registeredOn);
  return facts.people.some(({ birthYear }) => birthYear > year - 20 || birthYear < year - 75);
};

const underage: Rule<AgeEvidence> = {
  code: 'REP_UNDERAGE',
  version: 1,
  group: 'identity',
  question: 'Người đại diện theo pháp luật có đủ 18 tuổi không?',
  legalBasis: 'điểm đ khoản 2 Điều 17 Luật Doanh nghiệp',
  fact: 'representative-age',
  evaluate: (reading) => ageOf(reading, (age) => age < 18),
  message: ({ birthYear, year }) =>
    `Người đại diện theo pháp luật sinh năm ${birthYear}, chưa đủ 18 tuổi khi đăng ký năm ${year}.`,
};

const unusualAge: Rule<AgeEvidence> = {
  code: 'REP_AGE_UNUSUAL',
  version: 1,
  group: 'identity',
  question: 'Tuổi người đại diện theo pháp luật có khác thường (dưới 20, trên 75) không?',
  legalBasis: PRACTICE,
  fact: 'representative-age',
  evaluate: (reading) => ageOf(reading, (age) => age >= 18 && (age < 20 || age > 75)),
  message: ({ birthYear, year }) =>
    `Người đại diện theo pháp luật sinh năm ${birthYear}, tuổi khác thường (dưới 20 hoặc trên 75) khi đăng ký năm ${year}.`,
};

const AMISS: readonly Rule[] = [
  heardAbsent,
  representativeRule({
    code: 'REP_MISMATCH',
    question: 'Họ tên, ngày sinh có đúng là của người mang số giấy tờ đó không?',
    legalBasis: FORGED_DOSSIER,
    asked: ({ result }) => result === 'mismatch',
    sentence: 'mang số giấy tờ của người khác trong dữ liệu dân cư',
  }),
  representativeRule({
    code: 'REP_DECEASED',
    question: 'Người đại diện theo pháp luật có chết trước ngày nhận vai trò không?',
    legalBasis: FORGED_DOSSIER,
    asked: ({ documentStatus }) => documentStatus === 'deceased',
    sentence: 'đã chết trước ngày nhận vai trò',
  }),
  representativeRule({
    code: 'REP_DOCUMENT_LOST',
    question: 'Giấy tờ đã được báo mất trước ngày nhận vai trò không?',
    legalBasis: FORGED_DOSSIER,
    asked: ({ documentStatus }) => documentStatus === 'reported_lost',
    sentence: 'có giấy tờ đã được báo mất trước ngày nhận vai trò',
  }),
  representativeRule({
    code: 'REP_DOCUMENT_CANCELLED',
    question: 'Số giấy tờ đã bị hủy, hoặc chủ số đã được báo mất tích trước ngày nhận vai trò không?',
    legalBasis: FORGED_DOSSIER,
    asked: ({ documentStatus }) => documentStatus === 'cancelled' || documentStatus === 'missing',
    sentence: 'dùng số giấy tờ đã hủy hoặc của người đã được báo mất tích trước ngày nhận vai trò',
  }),
  representativeWanted,
  otherPersonDoubtful,
  authorisationDenied,
];

/** Who stands behind the company: hard where the person can't have been there. */
export const IDENTITY_RULES: readonly Rule[] = [
  ...needing(identityAmiss, AMISS),
  ...needing(someoneVeryYoungOrOld, [underage, unusualAge]),
];
