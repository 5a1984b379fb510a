import type { Paragraph, Table } from 'docx';
import type { CaseFile, CasePerson } from '#shared/domain/notification/dossier/case-file.ts';
import { documentMatter } from '#shared/domain/notification/dossier/people-in-words.ts';
import { isReplaced, stateInWords } from '#shared/domain/notification/dossier/company-state.ts';
import type { Dossier } from '#shared/domain/notification/dossier/dossier.ts';
import type { NoticedPerson } from '#shared/domain/notification/notice/police-notice-content.ts';
import { citeAll, type SourceKind } from '#shared/domain/notification/dossier/sources.ts';
import type { SignalKind } from '#shared/domain/risk/facts/company-facts.ts';
import {
  DOCUMENT_STATUS_LABELS,
  FIELD_LABELS,
  GENDER_LABELS,
  IDENTITY_RESULT_LABELS,
  NAME_ALONE,
} from '#shared/domain/notification/dossier/wording.ts';
import { OWNERS_COLUMNS, OWNERS_TITLE, ownersRows } from '#shared/domain/notification/dossier/owners-rows.ts';
import { isNameAlone, ROLE_LABELS } from '#shared/domain/identity/registration.ts';
import { COMPARED_FIELDS } from '#shared/domain/identity/person-verdict.ts';
import { countryName } from '#shared/domain/vietnamese/country-name.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { describeLegalForm, parseLegalForm } from '#shared/domain/vietnamese/legal-form.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { heading, paragraph } from '#shared/documents/docx-parts.ts';
import { annexTable, SMALL } from './annex-table.ts';

const NUMBER = { heading: 'TT', share: 6, align: 'centre' } as const;
const WHOLE = 100;
const UNKNOWN = 'Chưa có dữ liệu';

export function companySection({ notice, level, caseFile }: Dossier): (Paragraph | Table)[] {
  const rows = caseFile ? registered(caseFile) : [['Ngày đăng ký', formatDate(notice.registeredOn)] as const];
  return [
    heading('PHỤ LỤC 1. DỮ LIỆU ĐĂNG KÝ, NGƯỜI, TÀI KHOẢN', { onNewPage: true }),
    annexTable(
      [
        { heading: 'Nội dung', share: 32 },
        { heading: 'Theo dữ liệu đăng ký', share: 68 },
      ],
      [
        ['Tên doanh nghiệp', notice.name],
        ['Mã số doanh nghiệp', notice.enterpriseCode],
        ...rows.map(([name, value]) => [name, value]),
        ['Thông báo', `${notice.id}, bản số ${notice.sequence}, gửi lần đầu ngày ${formatDate(notice.issuedOn)}`],
        ['Mức', level],
      ],
    ),
  ];
}

/** The rows behind the registration and the state of a company. */
const isOfCompany = ({ feed, kind }: SourceKind): boolean =>
  feed === 'registrations' || (kind !== undefined && STATE_KINDS.has(kind));
const STATE_KINDS: ReadonlySet<string> = new Set<SignalKind>([
  'THAY_DOI',
  'TRANG_THAI_THUE',
  'TRANG_THAI_PHAP_LY',
  'KIEM_TRA_TRU_SO',
  'BHXH',
]);

function registered(caseFile: CaseFile): readonly (readonly [string, string])[] {
  const { registration } = caseFile;
  const form = parseLegalForm(registration.legalForm ?? '');
  const { mainIndustryCode, industryCodes, charterCapital, plannedEmployees, phone, email } = registration;
  const months = caseFile.accounts.flatMap((account) => account.months);
  const was = (what: Parameters<typeof isReplaced>[1]) =>
    isReplaced(caseFile.state, what) ? ' (trước khi thay đổi)' : '';
  return [
    ['Loại hình', form ? describeLegalForm(form) : (registration.legalForm ?? UNKNOWN)],
    ['Ngày đăng ký', formatDate(registration.registeredOn)],
    ['Địa chỉ trụ sở', `${registration.headOfficeAddress}${was('address')}`],
    ['Ngành nghề chính (mã VSIC)', mainIndustryCode ?? UNKNOWN],
    ...(industryCodes === undefined ? [] : [['Các ngành nghề đã đăng ký (mã VSIC)', industryCodes] as const]),
    ['Vốn điều lệ', charterCapital === undefined ? UNKNOWN : `${formatMoney(charterCapital)}${was('capital')}`],
    ['Số lao động dự kiến', plannedEmployees === undefined ? UNKNOWN : String(plannedEmployees)],
    ['Điện thoại', phone ?? UNKNOWN],
    ['Thư điện tử', email ?? UNKNOWN],
    ...stateInWords(caseFile.state, months).map(({ label, value }): [string, string] => [label, value]),
    ['Nguồn', citeAll(caseFile, isOfCompany) || UNKNOWN],
  ];
}

export function peopleSection({ notice, caseFile }: Dossier): (Paragraph | Table)[] {
  const title = paragraph('Người có liên quan và kết quả đối chiếu nhân thân', { bold: true, keepNext: true });
  if (!caseFile) return [title, notice.people.length === 0 ? paragraph('Không có.') : maskedPeople(notice.people)];
  const sources = citeAll(caseFile, ({ feed }) => feed === 'registrations' || feed === 'identities');
  return [
    title,
    annexTable(
      [
        NUMBER,
        { heading: 'Họ tên, vai trò', share: 24 },
        { heading: 'Nhân thân khai báo', share: 25 },
        { heading: 'Theo dữ liệu Công an', share: 25 },
        { heading: 'Kết quả đối chiếu', share: 20 },
      ],
      [
        ...caseFile.people.map((person) => [
          `${person.declared.fullName}\n${roleOf(person, caseFile)}`,
          declared(person),
          known(person),
          compared(person.compared),
        ]),
        ...caseFile.formerHeads.map((person, n) => [
          `${person.declared.fullName}\n${formerRole(caseFile.state.formerHeads[n])}`,
          declared(person),
          known(person),
          'Chưa đối chiếu người đại diện cũ',
        ]),
      ].map((cells, n) => [String(n + 1), ...cells]),
    ),
    ...ownersTable(caseFile),
    ...(sources === '' ? [] : [paragraph(`Nguồn: ${sources}`, { italics: true, size: SMALL })]),
  ];
}

function ownersTable({ owners }: CaseFile): (Paragraph | Table)[] {
  if (!owners) return [];
  const columns = OWNERS_COLUMNS.map((label) => ({
    heading: label,
    share: (WHOLE - NUMBER.share) / OWNERS_COLUMNS.length,
  }));
  return [
    paragraph(`${OWNERS_TITLE}:`),
    annexTable(
      [NUMBER, ...columns],
      ownersRows(owners).map((cells, n) => [String(n + 1), ...cells]),
    ),
  ];
}

/** The role, and whether it ended by a change whose new registration was not received. */
const roleOf = ({ declared: { role } }: CasePerson, { state }: CaseFile): string =>
  role === 'legal_representative' && isReplaced(state, 'representative')
    ? `${ROLE_LABELS[role]} (trước khi thay đổi; người mới chưa nhận được)`
    : ROLE_LABELS[role];

const formerRole = (former: CaseFile['state']['formerHeads'][number] | undefined): string =>
  `${ROLE_LABELS.legal_representative}${former === undefined ? '' : ` từ ${formatDate(former.from)} đến ${formatDate(former.until)}`}`;

function declared({ declared: person }: CasePerson): string {
  const { documentType, documentNumber, dateOfBirth, gender, nationality, issuedOn, personalPhone } = person;
  if (isNameAlone(person)) return NAME_ALONE;
  return [
    `${documentType} số ${documentNumber}`,
    ...(issuedOn === undefined ? [] : [`Cấp ngày ${formatDate(issuedOn)}`]),
    `Sinh ${formatDate(dateOfBirth)}${gender === undefined ? '' : `, ${GENDER_LABELS[gender]}`}`,
    ...(nationality === undefined ? [] : [`Quốc tịch ${countryName(nationality)}`]),
    ...(personalPhone === undefined ? [] : [`Điện thoại ${personalPhone}`]),
  ].join('\n');
}

function known(person: Pick<CasePerson, 'known'>): string {
  const record = person.known;
  if (!record) return UNKNOWN;
  const matter = documentMatter(person);
  return [
    record.fullName,
    `Sinh ${formatDate(record.dateOfBirth)}${record.gender === undefined ? '' : `, ${GENDER_LABELS[record.gender]}`}`,
    `Thường trú: ${record.permanentAddress ?? UNKNOWN.toLowerCase()}`,
    ...(matter === undefined ? [] : [`Theo Công an: ${matter}`]),
  ].join('\n');
}

function compared(person: NoticedPerson | undefined): string {
  if (!person) return UNKNOWN;
  const names = COMPARED_FIELDS.filter((field) => ['mismatch', 'correctable'].includes(person.fields[field]));
  return [
    IDENTITY_RESULT_LABELS[person.result],
    ...(names.length === 0 ? [] : [`(khác: ${names.map((field) => FIELD_LABELS[field]).join(', ')})`]),
    `Giấy tờ khi nhận vai trò: ${person.documentStatus === undefined ? UNKNOWN.toLowerCase() : DOCUMENT_STATUS_LABELS[person.documentStatus].toLowerCase()}`,
  ].join('\n');
}

const maskedPeople = (people: readonly NoticedPerson[]): Table =>
  annexTable(
    [
      NUMBER,
      { heading: 'Vai trò', share: 30 },
      { heading: 'Số giấy tờ', share: 20, align: 'centre' },
      { heading: 'Kết quả đối chiếu', share: 44 },
    ],
    people.map((person, n) => [String(n + 1), ROLE_LABELS[person.role], person.documentNumber, compared(person)]),
  );
