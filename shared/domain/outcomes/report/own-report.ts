import { formatDate, formatMonth } from '#shared/domain/vietnamese/dates.ts';
import { type InputFile, senderFigures, type SenderFigures } from '../figures/input-figures.ts';
import type { BankFigures, OutcomeFigures, ReportPeriod } from '../figures/outcome-figures.ts';
import { BANK_COLUMNS, bankCells, inputsTable, senderName } from './duty-sections.ts';
import type { Report, ReportSection, ReportTable } from './report.ts';
import { NO_FIGURE, periodText, withThousandsSeparators } from './wording.ts';

interface OwnGiven {
  readonly sender: string;
  readonly figures: OutcomeFigures;
  readonly inputs: readonly InputFile[];
  readonly madeFrom: string;
}

/**
 * The report for one sender alone: its notices, its answers and their speed, its files with their faults, and its
 * missing files. It contains nothing about other senders.
 */
export function ownReport({ sender, figures, inputs, madeFrom }: OwnGiven): Report {
  const { period, byBank } = figures;
  const own = inputs.filter((input) => input.sender === sender);
  const [sent] = senderFigures(own, period);
  const bank = byBank[sender];
  return {
    title: 'BÁO CÁO RIÊNG CỦA ĐƠN VỊ',
    subtitle: `${senderName(sender)}\n(${periodText(period)})`,
    addressee: `Kính gửi: ${senderName(sender)}`,
    legalBases: ['Quy chế phối hợp giữa các đơn vị'],
    period,
    madeFrom,
    symbol: 'BC',
    sections: [
      ...(bank ? [noticesSection(sender, bank)] : []),
      sentSection(sent),
      wrongSection(own, period),
      ...(sent ? [owedSection(sent, bank)] : []),
    ],
    receivers: ['Như trên', 'Lưu: VT'],
  };
}

/** All bodies that were notified in the period or ever sent a file. */
export const sendersWithFigures = ({ byBank }: OutcomeFigures, inputs: readonly InputFile[]): readonly string[] =>
  [...new Set([...Object.keys(byBank), ...inputs.map(({ sender }) => sender)])].sort();

const noticesSection = (sender: string, bank: BankFigures): ReportSection => ({
  heading: 'THÔNG BÁO ĐÃ NHẬN VÀ TRẢ LỜI',
  paragraphs: [
    `Trong kỳ đơn vị được gửi ${withThousandsSeparators(bank.notified)} thông báo; đã xác nhận ${withThousandsSeparators(bank.acknowledged)}, đã trả lời ${withThousandsSeparators(bank.acted + bank.rejected)}.`,
  ],
  tables: [
    {
      name: 'Thông báo',
      title: 'Tình trạng vào ngày cuối kỳ',
      columns: BANK_COLUMNS,
      rows: [bankCells(senderName(sender), bank)],
    },
    {
      name: 'Thời gian trả lời',
      title: 'Số ngày từ khi được báo',
      columns: [
        { heading: 'Việc', share: 40, unit: 'text' },
        { heading: 'Số thông báo', share: 15, unit: 'count' },
        { heading: 'Thường (số ở giữa)', share: 15, unit: 'days' },
        { heading: '90% không quá', share: 15, unit: 'days' },
        { heading: 'Dài nhất', share: 15, unit: 'days' },
      ],
      rows: [
        ['Xác nhận đã nhận', bank.daysToAcknowledge],
        ['Trả lời kết quả', bank.daysToAnswer],
      ].map(([label, days]) =>
        typeof label === 'string' && typeof days === 'object'
          ? [label, days.count, days.median, days.p90, days.most]
          : [],
      ),
    },
  ],
});

const sentSection = (sent: SenderFigures | undefined): ReportSection => ({
  heading: 'DỮ LIỆU ĐÃ GỬI',
  paragraphs: sent && sent.files > 0 ? [] : [`Trong kỳ đơn vị không gửi tệp nào: ${NO_FIGURE}.`],
  tables: sent ? [inputsTable([sent])] : [],
});

const STATES: Readonly<Record<InputFile['state'], string>> = {
  reading: 'đang đọc',
  read: 'đã đọc',
  unreadable: 'không đọc được',
  stopped: 'bị dừng vì nhiều dòng sai',
};

/** The number of files that could not be read at all or in some rows; their receipts name the faults. */
function wrongSection(own: readonly InputFile[], { from, to }: ReportPeriod): ReportSection {
  const wrong = own.filter(
    ({ receivedOn, rejected, state }) =>
      receivedOn >= from && receivedOn <= to && (rejected > 0 || state === 'unreadable' || state === 'stopped'),
  );
  const table: ReportTable = {
    name: 'Tệp có lỗi',
    title: 'Tệp có dòng bị từ chối hoặc không đọc được',
    columns: [
      { heading: 'Tệp', share: 44, unit: 'text' },
      { heading: 'Ngày nhận', share: 14, unit: 'text' },
      { heading: 'Tình trạng', share: 18, unit: 'text' },
      { heading: 'Dòng', share: 12, unit: 'count' },
      { heading: 'Từ chối', share: 12, unit: 'count' },
    ],
    rows: wrong.map(({ file, receivedOn, state, read, rejected }) => [
      file,
      formatDate(receivedOn),
      STATES[state],
      read,
      rejected,
    ]),
    notes: ['Từng dòng bị từ chối và lý do: xem biên nhận của tệp.'],
  };
  return {
    heading: 'DỮ LIỆU CÓ LỖI',
    paragraphs: wrong.length === 0 ? ['Không có tệp nào có dòng bị từ chối trong kỳ.'] : [],
    tables: wrong.length === 0 ? [] : [table],
  };
}

function owedSection({ silentMonths, lateMonths }: SenderFigures, bank: BankFigures | undefined): ReportSection {
  const owed = [
    ...(silentMonths.length > 0
      ? [`Dòng tiền chưa gửi của các tháng: ${silentMonths.map(formatMonth).join(', ')}.`]
      : []),
    ...(bank && bank.unanswered > 0 ? [`Thông báo chưa trả lời: ${withThousandsSeparators(bank.unanswered)}.`] : []),
  ];
  return {
    heading: 'CÒN PHẢI THỰC HIỆN',
    paragraphs: [
      ...(owed.length > 0 ? owed : ['Không còn việc nào đến hạn.']),
      ...(lateMonths.length > 0
        ? [`Đã gửi muộn dòng tiền của các tháng: ${lateMonths.map(formatMonth).join(', ')}.`]
        : []),
    ],
    tables: [],
  };
}
