import { DOCUMENT_STATUS_LABELS, IDENTITY_RESULT_LABELS, NAME_ALONE } from './wording.ts';
import { isReplaced } from './company-state.ts';
import type { CaseAccount, CaseFile, CasePerson, PhoneOwner } from './case-file.ts';
import { isAgent, isNameAlone, ROLE_LABELS } from '#shared/domain/identity/registration.ts';
import type { PoliceStatus } from '#shared/domain/identity/police-record.ts';
import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';

/** The most accounts and people that are named before the annexes. */
export const MOST_IN_BRIEF = 4;

/** The first sentences, and how many of what are left out. */
export function named(all: readonly string[], what: string, where: string): readonly string[] {
  const more = all.length - MOST_IN_BRIEF;
  return more <= 0 ? all : [...all.slice(0, MOST_IN_BRIEF), `Còn ${formatCount(more)} ${what} khác: xem ${where}.`];
}

export const documentOf = ({ declared }: Pick<CasePerson, 'declared'>): string =>
  isNameAlone(declared) ? 'chưa có số giấy tờ' : `${declared.documentType} số ${declared.documentNumber}`;

const STATUS_WORDS: Readonly<Record<Exclude<PoliceStatus, 'BINH_THUONG'>, string>> = {
  DA_CHET: 'người mang số đó đã chết',
  BI_TRUY_NA: 'người mang số đó bị truy nã',
  SO_DA_HUY: 'số giấy tờ đã hủy',
  BAO_MAT_GIAY_TO: 'giấy tờ đã báo mất',
  MAT_TICH: 'người mang số đó mất tích',
};

/** What the police say of a document that is not in order, with its day; undefined where it is in order. */
export function documentMatter({ known }: Pick<CasePerson, 'known'>): string | undefined {
  if (known === undefined || known.status === 'BINH_THUONG') return undefined;
  const on = known.statusOn === undefined ? ' (chưa rõ ngày)' : ` ngày ${formatDate(known.statusOn)}`;
  return `${STATUS_WORDS[known.status]}${on}`;
}

/** Says where a lost document was issued again by the declared day, whether before the role was taken or not. */
const issuedAgain = ({ declared: { issuedOn = '' }, known }: CasePerson): string =>
  known?.status === 'BAO_MAT_GIAY_TO' && issuedOn > (known.statusOn ?? issuedOn)
    ? `, còn hồ sơ đăng ký ghi giấy tờ cấp ngày ${formatDate(issuedOn)}`
    : '';

export function peopleInWords(caseFile: CaseFile | undefined): readonly string[] {
  if (caseFile === undefined) return [];
  const { people, formerHeads, state, accounts } = caseFile;
  return [
    ...named(
      people.filter(isNamed).map((person) => personInWords(person, isReplaced(state, 'representative'))),
      'người',
      'Phụ lục 1',
    ),
    ...formerHeads.slice(0, MOST_IN_BRIEF).flatMap((person, n) => {
      const former = state.formerHeads[n];
      if (former === undefined) return [];
      const matter = documentMatter(person);
      return [
        `${person.declared.fullName} (${documentOf(person)}): người đại diện theo pháp luật từ ${formatDate(former.from)} đến ${formatDate(former.until)}${matter === undefined ? '' : `; ${matter}`}.`,
      ];
    }),
    ...named([...accounts.flatMap(otherHead), ...phonesOfOthers(accounts)], 'việc như vậy', 'Phụ lục 1'),
  ];
}

/** Whether a person's identity is in question. */
export const isDoubted = (person: CasePerson): boolean =>
  person.compared?.result === 'mismatch' ||
  person.compared?.result === 'not_found' ||
  documentMatter(person) !== undefined;

/** Who only files for others, and has papers in order, is tied to nothing else. */
const isNamed = (person: CasePerson): boolean => !isAgent(person.declared.role) || isDoubted(person);

function personInWords(person: CasePerson, isHeadReplaced: boolean): string {
  const { declared, known, compared } = person;
  const then = declared.role === 'legal_representative' && isHeadReplaced ? ' trước khi thay đổi' : '';
  const who = `${declared.fullName}, ${ROLE_LABELS[declared.role].toLowerCase()}${then} (${documentOf(person)})`;
  if (isNameAlone(declared)) return `${who}: ${NAME_ALONE.toLowerCase()}.`;
  const result =
    compared === undefined
      ? 'chưa đối chiếu'
      : compared.result === 'mismatch' && known !== undefined
        ? `số giấy tờ này trong dữ liệu Công an là của ${known.fullName}, sinh ${formatDate(known.dateOfBirth)}`
        : `đối chiếu với dữ liệu Công an: ${IDENTITY_RESULT_LABELS[compared.result].toLowerCase()}`;
  const matter = documentMatter(person);
  // That the document of another person is in order says nothing for the one who declares its number
  const status = compared?.result === 'mismatch' ? undefined : compared?.documentStatus;
  const standing =
    status === undefined ? '' : `; giấy tờ khi nhận vai trò: ${DOCUMENT_STATUS_LABELS[status].toLowerCase()}`;
  return `${who}: ${result}${matter === undefined ? '' : `; ${matter}${issuedAgain(person)}`}${standing}.`;
}

export const ownerInWords = ({ fullName, documentNumber }: PhoneOwner): string =>
  `${fullName}, giấy tờ số ${documentNumber}`;

/** Whom the bank names for an account instead of the company's representative. */
const otherHead = ({ register, representativeMismatch }: CaseAccount): readonly string[] =>
  representativeMismatch && register.representativeName !== undefined
    ? [`Tài khoản số ${register.accountNumber}: người đại diện tại ngân hàng là ${register.representativeName}.`]
    : [];

/** Who holds the accounts' phones, each phone once. */
const phonesOfOthers = (accounts: readonly CaseAccount[]): readonly string[] => [
  ...new Set(
    accounts.flatMap(({ register: { phone }, phoneOwners }) =>
      phoneOwners === undefined || phone === undefined
        ? []
        : [
            `Điện thoại ${phone} của ${accounts.filter(({ register }) => register.phone === phone).length} tài khoản đứng tên ${phoneOwners.map(ownerInWords).join('; ')} (theo dữ liệu thuê bao và dữ liệu Công an).`,
          ],
    ),
  ),
];
