import { findInstitution } from '#shared/domain/vietnamese/financial-institution.ts';
import { formatDate, formatMonth } from '#shared/domain/vietnamese/dates.ts';
import { FEED_NAMES } from '#shared/domain/notification/dossier/feed-names.ts';
import { LEGAL_CLOCKS } from '#shared/domain/vietnamese/legal-clocks.ts';
import type { SenderFigures } from '../figures/input-figures.ts';
import type { BankFigures, OutcomeFigures } from '../figures/outcome-figures.ts';
import { percentOf } from './cells.ts';
import type { ReportContext } from './plan-section.ts';
import { toldTable } from './told-table.ts';
import {
  countColumn,
  type ReportCell,
  type ReportColumn,
  type ReportSection,
  type ReportTable,
  textColumn,
} from './report.ts';
import { withThousandsSeparators } from './wording.ts';

export const senderName = (sender: string): string =>
  findInstitution(sender)?.name ?? Object.entries(FEED_NAMES).find(([feed]) => feed === sender)?.[1] ?? sender;

export const BANK_COLUMNS: readonly ReportColumn[] = [
  textColumn('Ngân hàng, ví', 22),
  countColumn('Đã báo', 8),
  countColumn('Đã nhận', 8),
  countColumn('Áp dụng', 9),
  countColumn('Không căn cứ', 9),
  countColumn('Hết hiệu lực', 9),
  countColumn('Chưa trả lời', 9),
  countColumn('Nhận muộn', 8),
  countColumn('Trả lời muộn', 8),
  { heading: 'Số ngày thường trả lời', share: 10, unit: 'days' },
];

export const bankCells = (name: string, bank: BankFigures): ReportCell[] => [
  name,
  bank.notified,
  bank.acknowledged,
  bank.acted,
  bank.rejected,
  bank.endedUnanswered,
  bank.unanswered,
  bank.lateAcknowledged,
  bank.lateAnswered,
  bank.daysToAnswer.median,
];

/** The section on how each bank handled its notices. */
export function banksSection(
  { byBank }: OutcomeFigures,
  { banks: shares }: Pick<ReportContext, 'banks'>,
): ReportSection {
  const banks = Object.entries(byBank);
  const total = (of: (bank: BankFigures) => number) => banks.reduce((sum, [, bank]) => sum + of(bank), 0);
  // A bank whose term has not passed is not silent
  const silent = banks.filter(
    ([, { acknowledged, acted, rejected, lateAcknowledged }]) =>
      acknowledged + acted + rejected === 0 && lateAcknowledged > 0,
  );
  return {
    heading: 'V. NGÂN HÀNG VÀ TỔ CHỨC CUNG ỨNG VÍ ĐIỆN TỬ',
    paragraphs:
      banks.length === 0
        ? ['Không có số liệu: không thông báo nào được gửi ngân hàng trong kỳ.']
        : silent.map(
            ([bank, { notified, lateAcknowledged }]) =>
              `${senderName(bank)} không xác nhận, không trả lời thông báo nào trong ${withThousandsSeparators(notified)} thông báo đã gửi; ${withThousandsSeparators(lateAcknowledged)} thông báo đã quá hạn xác nhận vào ngày cuối kỳ.`,
          ),
    tables: [
      {
        name: 'Ngân hàng',
        title: 'Thông báo gửi trong kỳ, tình trạng vào ngày cuối kỳ',
        columns: BANK_COLUMNS,
        rows: banks.map(([bank, figures]) => bankCells(senderName(bank), figures)),
        total: [
          'Tổng số',
          total(({ notified }) => notified),
          total(({ acknowledged }) => acknowledged),
          total(({ acted }) => acted),
          total(({ rejected }) => rejected),
          total(({ endedUnanswered }) => endedUnanswered),
          total(({ unanswered }) => unanswered),
          total(({ lateAcknowledged }) => lateAcknowledged),
          total(({ lateAnswered }) => lateAnswered),
          '',
        ],
        notes: [
          `Nhận muộn: quá ${LEGAL_CLOCKS.bankAcknowledgement.count} ngày làm việc; trả lời muộn: quá ${LEGAL_CLOCKS.bankAnswer.count} ngày (${LEGAL_CLOCKS.bankAnswer.source}).`,
        ],
      },
      ...(shares ? [toldTable(shares)] : []),
    ],
  };
}

/** The section on the received files, because the results depend on their quality. */
export function inputsSection(senders: readonly SenderFigures[]): ReportSection {
  const silent = senders.filter(({ files, silentMonths }) => files === 0 || silentMonths.length > 0);
  return {
    heading: 'VII. CHẤT LƯỢNG DỮ LIỆU ĐẦU VÀO',
    paragraphs:
      senders.length === 0
        ? ['Không có số liệu: chưa đơn vị nào gửi dữ liệu đến hết kỳ báo cáo.']
        : silent.map((sender) => silence(sender)),
    tables: [inputsTable(senders)],
  };
}

function silence({ sender, files, silentMonths, lastReceivedOn }: SenderFigures): string {
  const months =
    silentMonths.length === 0 ? '' : ` Chưa có dòng tiền của các tháng: ${silentMonths.map(formatMonth).join(', ')}.`;
  const last = lastReceivedOn === undefined ? '' : ` Lần gửi cuối: ngày ${formatDate(lastReceivedOn)}.`;
  return `${senderName(sender)}: ${files === 0 ? 'không gửi tệp nào trong kỳ.' : `đã gửi ${withThousandsSeparators(files)} tệp.`}${months}${last}`;
}

export const inputsTable = (senders: readonly SenderFigures[]): ReportTable => {
  const total = (of: (sender: SenderFigures) => number) => senders.reduce((sum, sender) => sum + of(sender), 0);
  return {
    name: 'Dữ liệu đầu vào',
    title: 'Tệp nhận trong kỳ theo nơi gửi',
    columns: [
      textColumn('Nơi gửi', 24),
      countColumn('Tệp', 7),
      countColumn('Không đọc được', 9),
      countColumn('Dòng', 11),
      countColumn('Từ chối', 10),
      { heading: 'Tỷ lệ từ chối', share: 9, unit: 'percent' },
      countColumn('Tự sửa', 9),
      countColumn('Tháng gửi muộn', 10),
      countColumn('Tháng chưa gửi', 11),
    ],
    rows: senders.map((one) => [
      senderName(one.sender),
      one.files,
      one.unreadable,
      one.read,
      one.rejected,
      percentOf(one.rejected, one.read),
      one.repaired,
      one.lateMonths.length,
      one.silentMonths.length,
    ]),
    total: [
      'Tổng số',
      total(({ files }) => files),
      total(({ unreadable }) => unreadable),
      total(({ read }) => read),
      total(({ rejected }) => rejected),
      percentOf(
        total(({ rejected }) => rejected),
        total(({ read }) => read),
      ),
      total(({ repaired }) => repaired),
      total(({ lateMonths }) => lateMonths.length),
      total(({ silentMonths }) => silentMonths.length),
    ],
    notes: [
      `Gửi muộn: dòng tiền của tháng đến sau ${LEGAL_CLOCKS.feedFile.count} ngày kể từ ngày cuối tháng (${LEGAL_CLOCKS.feedFile.source}).`,
    ],
  };
};
