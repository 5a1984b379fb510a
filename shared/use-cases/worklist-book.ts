import { LAYOUTS } from '#shared/contracts/feeds/layouts.ts';
import { type WorkLine, workLines } from '#shared/domain/notification/worklist/work-lines.ts';
import { WORKLIST_KINDS, type WorklistEntry } from '#shared/domain/notification/worklist/worklist-entry.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { type TextSheet, writeWorkbook } from '#shared/tabular/xlsx/write-workbook.ts';

type WorklistRow = WorklistEntry & { readonly enterpriseCode: string };

type NameOf = (enterpriseCode: string) => string | undefined;

/** The officers' names of the kinds of entries. */
export const WORK_KINDS: Readonly<Record<WorklistEntry['kind'], string>> = {
  correction: 'Đề nghị sửa',
  conflict: 'Giá trị mâu thuẫn',
  repair: 'Đã tự sửa khi đọc',
  expired_document: 'Giấy tờ hết hạn',
  capital_report_due: 'Báo cáo góp vốn',
  address: 'Địa chỉ chưa cụ thể',
  beneficial_owner: 'Chủ sở hữu hưởng lợi',
  post_check: 'Hậu kiểm hoạt động',
  revocation: 'Hồ sơ giả mạo',
  account_number: 'Số tài khoản cần hỏi',
  script: 'Chữ của bảng chữ khác',
  unread_column: 'Cột chưa đọc',
  registered_later: 'Chưa đến ngày',
};

const COLUMNS = [
  { heading: 'Mã số doanh nghiệp', width: 16 },
  { heading: 'Tên doanh nghiệp', width: 40 },
  { heading: 'Người liên quan', width: 26 },
  { heading: 'Nội dung', width: 22 },
  { heading: 'Đang ghi', width: 32 },
  { heading: 'Đề xuất', width: 32 },
  { heading: 'Lý do', width: 60 },
  { heading: 'Tệp', width: 28 },
  { heading: 'Dòng', width: 8 },
];

/**
 * Writes the office's tasks as a workbook with a sheet for each kind and text cells only. A line that several companies
 * share is followed by the list of them.
 */
export function worklistBook(rows: readonly WorklistRow[], nameOf: NameOf): Uint8Array {
  const kinds = Map.groupBy(rows, ({ kind }) => kind);
  const sheets = WORKLIST_KINDS.flatMap((kind): TextSheet[] => {
    const found = kinds.get(kind) ?? [];
    return found.length === 0
      ? []
      : [
          {
            name: WORK_KINDS[kind],
            columns: COLUMNS,
            rows: workLines(found, (row) => row).flatMap((line) => linesOf(line, nameOf)),
          },
        ];
  });
  return writeWorkbook(sheets.length > 0 ? sheets : [{ name: 'Không có việc', columns: COLUMNS, rows: [] }]);
}

function linesOf({ entries, sentence, ownParts, size }: WorkLine<WorklistRow>, nameOf: NameOf): string[][] {
  const [first, ...others] = entries;
  if (others.length === 0) return [cellsOf(first, nameOf(first.enterpriseCode), sentence)];
  return [
    ['', `${size}, danh sách ở các dòng dưới`, '', labelOf(first.field), '', '', sentence, '', ''],
    ...entries.map((row) => cellsOf(row, nameOf(row.enterpriseCode), ownParts(row))),
  ];
}

const cellsOf = (row: WorklistRow, company = '', why = ''): string[] => [
  row.enterpriseCode,
  company,
  row.person ?? '',
  labelOf(row.field),
  displayValue(row.current),
  displayValue(row.proposed),
  why,
  row.file ?? '',
  row.row === undefined ? '' : String(row.row),
];

/** The headings of columns by key, and the name of a heading itself. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ['heading', 'Tiêu đề cột'],
  ['activity', 'Hoạt động'],
  ['revocation', 'Văn bản của công an'],
  ...Object.values(LAYOUTS)
    .flat()
    .toReversed()
    .flatMap(({ columns }) => columns.map(({ key, label }) => [key, label] as const)),
]);
/** Finds a field by the heading of its column. */
export const labelOf = (field: string): string => LABELS.get(field) ?? field;

const WORDS: Readonly<Record<string, string>> = { male: 'Nam', female: 'Nữ' };
/** The officers' words for the grounds of an on-site check; the check before it or the half-year of the draw follows. */
const CHECKS: Readonly<Record<string, string>> = {
  active: 'có hoạt động',
  inactive: 'không thấy hoạt động',
  suspended: 'tạm ngừng kinh doanh',
  unknown: 'chưa đủ dữ liệu',
  CO_HOAT_DONG: 'kiểm tra thấy hoạt động',
  KHONG_TIM_THAY: 'kiểm tra không tìm thấy',
};
const CHECK = new RegExp(`^(?:${Object.keys(CHECKS).join('|')})(?: |$)`, 'u');
const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const HALF_YEAR = /^(\d{4})-([12])$/u;

/** Writes a stored value as officers do. */
export function displayValue(value: string): string {
  if (DAY.test(value)) return formatDate(value);
  return CHECK.test(value) ? value.split(' ').map(displayPart).join(' ') : (WORDS[value] ?? value);
}

const displayPart = (part: string): string =>
  DAY.test(part) ? `ngày ${formatDate(part)}` : (CHECKS[part] ?? part.replace(HALF_YEAR, '(mẫu 6 tháng, kỳ $2/$1)'));
