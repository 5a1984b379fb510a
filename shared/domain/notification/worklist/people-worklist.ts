import { formatDate, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { FIELD_LABELS } from '../dossier/wording.ts';
import type { RowConflict } from '#shared/domain/risk/facts/fold-version.ts';
import { maskNumber } from '#shared/domain/identity/identity-document.ts';
import { isOutdatedCmnd } from '#shared/domain/identity/match/document-status.ts';
import type { PersonVerdict } from '#shared/domain/identity/person-verdict.ts';
import type { DeclaredPerson, CompanyOnly, Registration } from '#shared/domain/identity/registration.ts';
import { mixesScripts } from '#shared/domain/vietnamese/text/unicode-safety.ts';
import { answeredUntil, OFFICE_TERM, updatedUnder } from './asked-in-writing.ts';
import type { WorklistEntry } from './worklist-entry.ts';

/** The office's tasks for a person: a correction of one field, and an expired document. */
export function personWorklist(
  enterpriseCode: string,
  person: DeclaredPerson,
  verdict: PersonVerdict,
  { roleTakenOn, today }: Readonly<Record<'roleTakenOn' | 'today', IsoDate>>,
): WorklistEntry[] {
  const asked = ` ${updatedUnder(enterpriseCode, today)}${answeredUntil(enterpriseCode)}.`;
  const entries = [
    ...correctionEntry(person, verdict, asked),
    ...expiryEntry(person, verdict, roleTakenOn, asked),
    ...scriptEntry('fullName', person.fullName),
  ];
  return entries.map((entry) => ({ ...entry, person: person.fullName }));
}

function correctionEntry(person: DeclaredPerson, { correction }: PersonVerdict, asked: string): WorklistEntry[] {
  if (!correction) return [];
  const { field, value } = correction;
  // Where police data leave the gender empty, a digit of the number tells it
  const source = field === 'gender' ? 'Dữ liệu của công an hoặc số định danh cá nhân' : 'Dữ liệu của công an';
  const why = `${source} ghi ${FIELD_LABELS[field]} khác; đề nghị xác nhận và sửa ${FIELD_LABELS[field]}${asked}`;
  return [{ kind: 'correction', field, current: person[field] ?? '', proposed: value, why }];
}

/** Whether a document has expired: a CMND by law, whatever police data say, and others by the verdict. */
function expiryEntry(
  person: DeclaredPerson,
  { documentStatus }: PersonVerdict,
  roleTakenOn: IsoDate,
  asked: string,
): WorklistEntry[] {
  const entry = (why: string): WorklistEntry[] => [
    {
      kind: 'expired_document',
      field: 'documentNumber',
      current: maskNumber(person.documentNumber),
      proposed: '',
      why,
    },
  ];
  if (isOutdatedCmnd(person, roleTakenOn))
    return entry(
      `Chứng minh nhân dân 9 số hết giá trị từ ngày 01/01/2025; đề nghị bổ sung số định danh cá nhân${asked}`,
    );
  if (documentStatus !== 'expired') return [];
  const day = formatDate(roleTakenOn);
  return entry(`Giấy tờ đã hết hạn trước ngày nhận vai trò (${day}); đề nghị bổ sung giấy tờ còn hạn${asked}`);
}

/** Finds letters of another script in a company's name and address, some of which look like Latin ones. */
export const companyScripts = ({ name, headOfficeAddress }: Pick<Registration, 'name' | 'headOfficeAddress'>) => [
  ...scriptEntry('name', name),
  ...scriptEntry('headOfficeAddress', headOfficeAddress),
];

const scriptEntry = (field: string, text: string): WorklistEntry[] =>
  mixesScripts(text)
    ? [
        {
          kind: 'script',
          field,
          current: text,
          proposed: '',
          why: `Có chữ cái của bảng chữ khác lẫn với chữ La-tinh (nhìn giống nhưng không phải); đề nghị gõ lại.${OFFICE_TERM}`,
        },
      ]
    : [];

/** A version that waits for its day, of which the office can still say that the day is wrong. */
export function laterEntry({ registeredOn, amendedOn }: CompanyOnly, today: IsoDate): WorklistEntry {
  const [field, day, current = registeredOn] =
    amendedOn === undefined ? ['registeredOn', 'Ngày đăng ký'] : ['amendedOn', 'Ngày thay đổi', amendedOn];
  const why = `${day} ${formatDate(current)} còn sau ngày xét ${formatDate(today)} nên chưa xét; đến ngày đó hệ thống tự xét. Nếu ngày sai, gửi lại dòng đúng.${OFFICE_TERM}`;
  return { kind: 'registered_later', field, current, proposed: '', why };
}

/**
 * Finds two values of one field in rows of one date, of which the first in order is used until a dated correction comes,
 * or a declared value that the register's own export contradicts.
 */
export function conflictEntry({ field, kept, other, person, certifiedOn }: RowConflict): WorklistEntry {
  const why =
    field === 'people'
      ? `Hồ sơ của một ngày có ${other} người; hệ thống chỉ xét ${kept} người đầu tiên. Kiểm tra lại mã số doanh nghiệp của các dòng.`
      : certifiedOn !== undefined
        ? `Bản xuất sổ đăng ký (ngày cấp ${formatDate(certifiedOn)}) ghi khác hồ sơ; tạm dùng hồ sơ. Nếu sổ đúng, gửi lại hồ sơ với cột Ngày thay đổi.`
        : `Cùng một ngày có hai giá trị khác nhau; tạm dùng “${kept}”. Nếu sai, gửi lại dòng đúng với cột Ngày thay đổi.`;
  return {
    kind: 'conflict',
    field,
    current: kept,
    proposed: other,
    why: `${why}${OFFICE_TERM}`,
    ...(person !== undefined && { person }),
  };
}
