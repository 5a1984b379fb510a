import { formatDate, type IsoDate } from '#shared/domain/dates.ts';
import type { Conflict } from '#shared/domain/facts/fold-version.ts';
import { maskNumber } from '#shared/domain/identity-document.ts';
import type { ComparedField, PersonVerdict } from '#shared/domain/person-verdict.ts';
import type { DeclaredPerson } from '#shared/domain/registration.ts';
import type { WorklistEntry } from '#shared/domain/worklist.ts';

const FIELD_LABELS: Readonly<Record<ComparedField, string>> = {
  documentNumber: 'số giấy tờ',
  fullName: 'họ và tên',
  dateOfBirth: 'ngày sinh',
  gender: 'giới tính',
};

/** The last day a 9-digit CMND was valid (Luật Căn cước 26/2023/QH15, khoản 2 Điều 46). */
const LAST_DAY_OF_CMND = '2024-12-31';

/** What the office may put right about a person: a correction of one field, and a document that has run out. */
export function personEntries(person: DeclaredPerson, verdict: PersonVerdict, roleTakenOn: IsoDate): WorklistEntry[] {
  return [...correctionEntry(person, verdict), ...expiryEntry(person, verdict, roleTakenOn)];
}

function correctionEntry(person: DeclaredPerson, { correction }: PersonVerdict): WorklistEntry[] {
  if (!correction) return [];
  const { field, value } = correction;
  const why = `Dữ liệu của công an ghi ${FIELD_LABELS[field]} khác; đề nghị doanh nghiệp xác nhận và sửa ${FIELD_LABELS[field]}.`;
  return [{ kind: 'correction', field, current: person[field] ?? '', proposed: value, why }];
}

function expiryEntry(
  { documentNumber, documentType }: DeclaredPerson,
  { documentStatus }: PersonVerdict,
  roleTakenOn: IsoDate,
): WorklistEntry[] {
  const entry = (why: string): WorklistEntry[] => [
    { kind: 'expired_document', field: 'documentNumber', current: maskNumber(documentNumber), proposed: '', why },
  ];
  if (documentStatus === 'expired')
    return entry(`Giấy tờ đã hết hạn vào ngày ${formatDate(roleTakenOn)}; đề nghị bổ sung giấy tờ còn hạn.`);
  if (documentType === 'CMND' && roleTakenOn > LAST_DAY_OF_CMND) {
    return entry('Chứng minh nhân dân 9 số hết giá trị từ ngày 01/01/2025; đề nghị bổ sung số định danh cá nhân.');
  }
  return [];
}

/** Two values of one field in rows of one date: the first in order holds until a dated correction comes. */
export function conflictEntry({ field, kept, other }: Conflict): WorklistEntry {
  const why = `Cùng một ngày có hai giá trị khác nhau; tạm dùng “${kept}”. Nếu sai, gửi lại dòng đúng với cột Ngày thay đổi.`;
  return { kind: 'conflict', field, current: kept, proposed: other, why };
}
