import { yearOf } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import type { VerifiedPerson } from '#shared/domain/identity/person-verdict.ts';
import { figure, type Figures } from './figure.ts';
import type { Evidence } from './finding.ts';
import { type RulePrecondition, rule, type RuleRecord } from './rule.ts';

type PersonEvidence = Evidence & { readonly people: number; readonly documentNumber: string };

const FORGED_DOSSIER = 'điểm a khoản 1 Điều 212 Luật Doanh nghiệp; Điều 68, 69 Nghị định 168/2025/NĐ-CP';
const DISHONEST_DOSSIER = 'khoản 4 Điều 16 Luật Doanh nghiệp; khoản 5 Điều 11 Nghị định 168/2025/NĐ-CP';

const isRepresentative = ({ role }: VerifiedPerson) => role === 'legal_representative';

const GRAVE = new Set(['deceased', 'reported_lost', 'cancelled', 'missing']);

/**
 * The results that would be a hard finding for a legal representative: no such person, another person, or a document
 * that nobody could use on that day.
 */
function isDoubtful({ result, documentStatus }: VerifiedPerson, reading: CompanyProfile): boolean {
  if (result === 'mismatch' || GRAVE.has(documentStatus ?? '')) return true;
  return result === 'not_found' && holdsEverybody(reading);
}

/** A person missing from an extract counts only where the police declare the extract complete. */
const holdsEverybody = ({ facts }: CompanyProfile): boolean => facts.coverage.identities === 'whole';

const ADULT = 18;
/** A sentence names no more documents; a company of as many such people is odd enough. */
const MOST_NUMBERS = 10;

const personFigures: Figures<PersonEvidence> = {
  people: figure.count('số người có dấu hiệu này'),
  documentNumber: figure.text(`số giấy tờ (nhiều nhất ${MOST_NUMBERS} số)`),
};

type AgeEvidence = Evidence & { readonly birthYear: number; readonly year: number };

const identityAmiss: RulePrecondition = ({ facts }) =>
  facts.authorisationDeniedOn !== undefined ||
  facts.people.some(({ result, documentStatus }) => result !== 'match' || documentStatus !== 'valid');

function evidenceOf(people: readonly VerifiedPerson[], asked: (person: VerifiedPerson) => boolean) {
  let numbers = '';
  let count = 0;
  for (const person of people) {
    if (!asked(person)) continue;
    count += 1;
    if (count <= MOST_NUMBERS) numbers += `${numbers === '' ? '' : ', '}${person.maskedDocumentNumber}`;
  }
  return count === 0 ? undefined : { people: count, documentNumber: numbers };
}

type Question = Pick<RuleRecord, 'question' | 'legalBasis'> & {
  readonly asked: (person: VerifiedPerson) => boolean;
  readonly sentence: string;
};

const representativeRule = ({ asked, sentence, question, legalBasis }: Question): RuleRecord<PersonEvidence> => ({
  version: 2,
  kind: 'identity',
  madeBy: ['registrations', 'identities'],
  question,
  legalBasis,
  fact: 'representative-identity',
  restsOn: ['registrations', 'identities'],
  sign: 'grave',
  hard: true,
  needs: identityAmiss,
  figures: personFigures,
  evaluate: ({ facts }) => evidenceOf(facts.people, (person) => isRepresentative(person) && asked(person)),
  message: (_, said) => `${said.people} người đại diện theo pháp luật (số giấy tờ ${said.documentNumber}) ${sentence}.`,
});

const absent = representativeRule({
  question: 'Người đại diện theo pháp luật có trong dữ liệu dân cư (bản trích ghi rõ là đầy đủ) không?',
  legalBasis: FORGED_DOSSIER,
  asked: ({ result }) => result === 'not_found',
  sentence: 'không có trong dữ liệu dân cư mà Công an tỉnh xác nhận là đầy đủ',
});

/** Rules about the people behind the company; a finding is hard where the person can't have acted. */
export const IDENTITY_RULES = {
  REP_NOT_FOUND: rule<PersonEvidence>({
    ...absent,
    version: 3,
    evaluate: (reading) => (holdsEverybody(reading) ? absent.evaluate(reading) : undefined),
  }),
  REP_MISMATCH: representativeRule({
    question: 'Họ tên, ngày sinh có đúng là của người mang số giấy tờ đó không?',
    legalBasis: FORGED_DOSSIER,
    asked: ({ result }) => result === 'mismatch',
    sentence: 'mang số giấy tờ của người khác trong dữ liệu dân cư',
  }),
  REP_DECEASED: representativeRule({
    question: 'Người đại diện theo pháp luật có chết trước ngày nhận vai trò không?',
    legalBasis: FORGED_DOSSIER,
    asked: ({ documentStatus }) => documentStatus === 'deceased',
    sentence: 'đã chết trước ngày nhận vai trò',
  }),
  REP_DOCUMENT_LOST: representativeRule({
    question: 'Giấy tờ đã được báo mất trước ngày nhận vai trò, mà không được cấp lại trước ngày đó không?',
    legalBasis: FORGED_DOSSIER,
    asked: ({ documentStatus }) => documentStatus === 'reported_lost',
    sentence: 'có giấy tờ đã được báo mất trước ngày nhận vai trò',
  }),
  REP_DOCUMENT_CANCELLED: representativeRule({
    question: 'Số giấy tờ đã bị hủy, hoặc chủ số đã được báo mất tích trước ngày nhận vai trò không?',
    legalBasis: FORGED_DOSSIER,
    asked: ({ documentStatus }) => documentStatus === 'cancelled' || documentStatus === 'missing',
    sentence: 'dùng số giấy tờ đã hủy hoặc của người đã được báo mất tích trước ngày nhận vai trò',
  }),
  AUTHORISATION_DENIED: rule<Evidence & { readonly on: string }>({
    version: 2,
    kind: 'identity',
    madeBy: ['TU_CHOI_UY_QUYEN'],
    question: 'Người ủy quyền có phủ nhận việc ủy quyền làm thủ tục không?',
    legalBasis: 'Điều 12 Nghị định 168/2025/NĐ-CP',
    fact: 'authorisation',
    restsOn: ['registrations', 'TU_CHOI_UY_QUYEN'],
    sign: 'grave',
    hard: true,
    needs: identityAmiss,
    figures: { on: figure.day('ngày ghi nhận') },
    evaluate: ({ facts }) =>
      facts.authorisationDeniedOn === undefined ? undefined : { on: facts.authorisationDeniedOn },
    message: (_, said) =>
      `Người ủy quyền phủ nhận việc ủy quyền thực hiện thủ tục đăng ký doanh nghiệp (ngày ghi nhận ${said.on}).`,
  }),
  PERSON_DOUBTFUL: rule<PersonEvidence>({
    version: 3,
    kind: 'identity',
    madeBy: ['registrations', 'identities'],
    question: 'Thành viên, chủ sở hữu hưởng lợi, người được ủy quyền có đúng là người trong dữ liệu dân cư không?',
    legalBasis: DISHONEST_DOSSIER,
    fact: 'other-identity',
    restsOn: ['registrations', 'identities'],
    sign: 'bad',
    needs: identityAmiss,
    figures: personFigures,
    evaluate: (reading) =>
      evidenceOf(reading.facts.people, (person) => !isRepresentative(person) && isDoubtful(person, reading)),
    message: (_, said) =>
      `${said.people} người khác trong hồ sơ (số giấy tờ ${said.documentNumber}) không đúng với dữ liệu dân cư hoặc dùng giấy tờ không còn giá trị tại ngày nhận vai trò.`,
  }),
  REP_WANTED: rule<PersonEvidence>({
    ...representativeRule({
      question: 'Người đại diện theo pháp luật có bị truy nã khi nhận vai trò không?',
      legalBasis: 'điểm e khoản 2 Điều 17 Luật Doanh nghiệp',
      asked: ({ documentStatus }) => documentStatus === 'wanted',
      sentence: 'đang bị truy nã tại ngày nhận vai trò',
    }),
    milderThan: 'REP_DOCUMENT_CANCELLED',
    sign: 'bad',
    hard: undefined,
  }),
  REP_UNDERAGE: rule<AgeEvidence>({
    version: 2,
    kind: 'identity',
    madeBy: ['registrations'],
    question: 'Người đại diện theo pháp luật có đủ 18 tuổi không?',
    legalBasis: 'điểm đ khoản 2 Điều 17 Luật Doanh nghiệp',
    fact: 'representative-age',
    restsOn: ['registrations', 'identities'],
    figures: { birthYear: figure.year('năm sinh của người đại diện'), year: figure.year('năm đăng ký') },
    evaluate: ({ facts }) => {
      const year = yearOf(facts.registeredOn);
      const minor = facts.people.find(
        (person) => isRepresentative(person) && person.birthYear > 0 && year - person.birthYear < ADULT,
      );
      return minor && { birthYear: minor.birthYear, year };
    },
    message: (_, said) =>
      `Người đại diện theo pháp luật sinh năm ${said.birthYear}, chưa đủ 18 tuổi khi đăng ký năm ${said.year}.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
