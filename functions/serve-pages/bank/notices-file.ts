import { periodOf } from '#shared/domain/risk/rules/finding-period.ts';
import { dayInVietnam, formatDate } from '#shared/domain/vietnamese/dates.ts';
import { dueOn } from '#shared/domain/vietnamese/due-days.ts';
import { WORKBOOK_TYPE, writeWorkbook } from '#shared/tabular/xlsx/write-workbook.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { download } from '../http/answer.ts';
import { statusLabel } from '../layout/status-tag.tsx';
import { logNoticesShown } from '../log-shown.ts';
import type { NoticeToAnswer } from './answered-since.ts';
import { noticesAsked } from './notices-asked.ts';
import { reasonsInWords } from './suspicions.ts';

const COLUMNS: readonly { readonly heading: string; readonly width: number; of(notice: NoticeToAnswer): string }[] = [
  { heading: 'Số tài khoản', width: 22, of: ({ summary }) => summary.accountNumber ?? '' },
  { heading: 'Mã số doanh nghiệp', width: 18, of: ({ summary }) => summary.enterpriseCode ?? '' },
  { heading: 'Mức', width: 14, of: ({ summary }) => (summary.level === 'act' ? 'Xử lý ngay' : 'Rà soát') },
  { heading: 'Vì sao', width: 60, of: ({ summary }) => reasonsInWords(summary.reasonCodes) },
  {
    heading: 'Thời gian của tiền',
    width: 34,
    of: ({ summary }) => (summary.window && periodOf(summary.window)?.text) ?? '',
  },
  { heading: 'Gửi ngày', width: 12, of: ({ issuedAt }) => dayOf(issuedAt) },
  {
    heading: 'Hạn trả lời',
    width: 12,
    of: ({ issuedAt }) => formatDate(dueOn('bankAnswer', dayInVietnam(new Date(issuedAt)))),
  },
  { heading: 'Bản số', width: 8, of: ({ sequence }) => String(sequence) },
  { heading: 'Tình trạng', width: 20, of: ({ handlingStatus }) => statusLabel(handlingStatus) },
  { heading: 'Mã thông báo', width: 26, of: ({ noticeId }) => noticeId },
];
const dayOf = (instant: string) => formatDate(dayInVietnam(new Date(instant)));

/** The shown view of a bank's list as a workbook, which the log records as a read. */
export async function noticesFile(visit: Visit, ports: ServePagesPorts) {
  const { receiver, view } = await noticesAsked(visit, ports);
  await logNoticesShown(view.shown, 'export', receiver, visit, ports);
  const rows = view.shown.map((notice) => COLUMNS.map((column) => column.of(notice)));
  const book = writeWorkbook([{ name: 'Thông báo', columns: COLUMNS, rows }]);
  return download(book, `thong-bao-${ports.rulesClock.today()}.xlsx`, WORKBOOK_TYPE);
}
