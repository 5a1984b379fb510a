import type { Column } from '#shared/contracts/feeds/column.ts';
import { LAYOUTS } from '#shared/contracts/feeds/layouts.ts';
import { WORKBOOK_TYPE, writeWorkbook } from '#shared/tabular/xlsx/write-workbook.ts';
import type { Visit } from '../ports.ts';
import { download, type HttpAnswer } from '../http/answer.ts';
import { Table, Link } from '../layout/components.tsx';
import { FEED_NAMES, feedNamed, type FileSender, fileSenderOf, type SentFeed } from './file-sender.ts';

/** The names of the kinds of rows that desks send, as sheets of the template. */
const SHEETS: Readonly<Record<string, string>> = {
  registrations: 'Đăng ký, người',
  register: 'Sổ đăng ký',
  members: 'Thành viên, cổ đông',
  owners: 'Chủ sở hữu hưởng lợi',
  activities: 'Hoạt động',
  invoices: 'Hóa đơn',
  accounts: 'Tài khoản',
  flows: 'Giao dịch theo kỳ',
  counterparties: 'Bên đối ứng',
  devices: 'Thiết bị',
};

/** An empty workbook with the headings of each kind of row, of which an officer fills in one sheet or several. */
export async function fileTemplate(visit: Visit): Promise<HttpAnswer> {
  const feed = feedNamed(fileSenderOf(visit), visit.event.queryStringParameters?.['feed']);
  const sheets = LAYOUTS[feed].map(({ rows, columns }) => ({
    name: SHEETS[rows] ?? rows,
    columns: columns.map(({ label }) => ({ heading: label, width: Math.max(12, label.length + 2) })),
    rows: [],
  }));
  return download(writeWorkbook(sheets), `mau-${feed}.xlsx`, WORKBOOK_TYPE);
}

const HOLDS: Readonly<Record<NonNullable<Column['holds']>, string>> = {
  day: 'ngày, ví dụ 31/12/2025',
  period: 'kỳ, ví dụ 2025-09 hoặc 2025-Q3',
  number: 'số',
  share: 'số từ 0 đến 1, hoặc phần trăm',
  percentage: 'phần trăm',
  money: 'đồng, ví dụ 1.000.000.000 hoặc 10 tỷ',
};

interface ColumnsProps {
  readonly desk: FileSender['desk'];
  readonly feed: SentFeed;
}

/** The template of a feed, and what each of its columns holds. */
export const ColumnsExplained = ({ desk, feed }: ColumnsProps) => (
  <details class="govuk-details">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{`Mẫu và các cột của “${FEED_NAMES[feed]}”`}</span>
    </summary>
    <div class="govuk-details__text">
      <Link to={`/${desk}/template?feed=${feed}`}>{`Tải mẫu ${FEED_NAMES[feed].toLowerCase()} (.xlsx)`}</Link>
      {LAYOUTS[feed].map(({ rows, columns }) => (
        <Table
          caption={SHEETS[rows] ?? rows}
          columns={['Cột', 'Bắt buộc', 'Ghi gì']}
          rows={columns.map(({ label, required, holds, allowed }) => [
            label,
            required ? 'có' : 'không',
            allowed ?? (holds && HOLDS[holds]) ?? 'chữ',
          ])}
        />
      ))}
    </div>
  </details>
);
