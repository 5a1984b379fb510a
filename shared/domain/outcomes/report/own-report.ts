import { formatDate, formatMonth } from '#shared/domain/vietnamese/dates.ts';
import { type InputFile, senderFigures, type SenderFigures } from '../figures/input-figures.ts';
import type { BankFigures, OutcomeFigures, ReportPeriod } from '../figures/outcome-figures.ts';
import { bankTable, inputsTable, senderName } from './duty-sections.ts';
import { type Report, type ReportSection, tableOf, NO_FIGURE, periodText, withThousandsSeparators } from './report.ts';

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
    bankTable(sender, bank),
    tableOf(
      { name: 'Thời gian trả lời', title: 'Số ngày từ khi được báo' },
      [
        { label: 'Xác nhận đã nhận', days: bank.daysToAcknowledge },
        { label: 'Trả lời kết quả', days: bank.daysToAnswer },
      ],
      [
        ['Việc', 40, 'text', ({ label }) => label],
        ['Số thông báo', 15, 'count', ({ days }) => days.count],
        ['Thường (số ở giữa)', 15, 'days', ({ days }) => days.median],
        ['90% không quá', 15, 'days', ({ days }) => days.p90],
        ['Dài nhất', 15, 'days', ({ days }) => days.most],
      ],
    ),
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
  const table = tableOf(
    {
      name: 'Tệp có lỗi',
      title: 'Tệp có dòng bị từ chối hoặc không đọc được',
      notes: ['Từng dòng bị từ chối và lý do: xem biên nhận của tệp.'],
    },
    wrong,
    [
      ['Tệp', 44, 'text', ({ file }) => file],
      ['Ngày nhận', 14, 'text', ({ receivedOn }) => formatDate(receivedOn)],
      ['Tình trạng', 18, 'text', ({ state }) => STATES[state]],
      ['Dòng', 12, 'count', ({ read }) => read],
      ['Từ chối', 12, 'count', ({ rejected }) => rejected],
    ],
  );
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
