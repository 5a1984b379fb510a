import { formatMonth, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { HOME_PROVINCE } from '#shared/domain/vietnamese/home-province.ts';
import type { InputFile } from '../figures/input-figures.ts';
import { creditChanges, type SenderInputChange, inputChanges, monthBefore } from '../figures/sender-changes.ts';
import type { OutcomeFigures } from '../figures/outcome-figures.ts';
import { isFew, percentOf, unlessFew } from './cells.ts';
import { senderName } from './duty-sections.ts';
import type { ReportContext } from './plan-section.ts';
import { SUPPRESSED_COUNT, type Report, type ReportSection } from './report.ts';
import { overstatedText, ruleName, overstatedRules } from './rules-section.ts';
import { NO_FIGURE, periodText, reportTitle, withThousandsSeparators } from './wording.ts';

interface DriftGiven {
  /** Figures of the month itself. */
  readonly now: OutcomeFigures;
  /** Figures of the twelve months that end with the month, because decisions come late. */
  readonly year: OutcomeFigures;
  readonly inputs: readonly InputFile[];
  readonly about: ReportContext;
}

/**
 * The changes of a month: how often each rule held, how many of those flags the police confirmed or dismissed, and how
 * the inputs changed.
 */
export function driftReport({ now, year, inputs, about }: DriftGiven): Report {
  const { period } = now;
  const changes = inputChanges(inputs, period.to.slice(0, 7));
  return {
    title: reportTitle('month'),
    subtitle: `Quy tắc và dữ liệu đầu vào\n(${periodText(period)})`,
    addressee: `Kính gửi: ${HOME_PROVINCE.police}; cơ quan đăng ký kinh doanh`,
    legalBases: ['Nghị định số 330/2026/NĐ-CP (theo tài liệu dẫn lại): giám sát quyết định tự động'],
    period,
    madeFrom: about.asOf,
    symbol: 'BC',
    sections: [rulesSection(now, year), inputSection(changes, period.to.slice(0, 7)), creditSection(inputs, period.to)],
    receivers: ['Như trên', 'Lưu: VT'],
  };
}

function rulesSection(now: OutcomeFigures, year: OutcomeFigures): ReportSection {
  const over = new Map(overstatedRules(year.byRule).map((one) => [one.rule, one]));
  const rules = [...new Set([...Object.keys(now.byRule), ...Object.keys(year.byRule)])].sort();
  return {
    heading: 'I. QUY TẮC',
    paragraphs:
      rules.length === 0
        ? [`Trong 12 tháng không doanh nghiệp nào được gắn cờ: ${NO_FIGURE}.`]
        : [...over.values()].map((one) => `${one.rule} vượt mức hứa trong 12 tháng${overstatedText(one)}.`),
    tables: [
      {
        name: 'Quy tắc',
        title: 'Doanh nghiệp gắn cờ có dấu hiệu, theo quy tắc',
        columns: [
          { heading: 'Quy tắc', share: 40, unit: 'text' },
          { heading: 'Trong tháng', share: 12, unit: 'count' },
          { heading: '12 tháng', share: 12, unit: 'count' },
          { heading: 'Đã kết luận', share: 12, unit: 'count' },
          { heading: 'Bác bỏ', share: 12, unit: 'percent' },
          { heading: 'Vượt mức hứa', share: 12, unit: 'text' },
        ],
        rows: rules.map((rule) => {
          const { flagged = 0, confirmed = 0, dismissed = 0 } = year.byRule[rule] ?? {};
          const decided = confirmed + dismissed;
          return [
            `${rule}\n${ruleName(rule)}`,
            unlessFew(now.byRule[rule]?.flagged ?? 0),
            unlessFew(flagged),
            unlessFew(decided),
            // A share of a known number would reveal both counts
            [dismissed, confirmed].some(isFew) ? SUPPRESSED_COUNT : percentOf(dismissed, decided),
            over.has(rule) ? 'có' : '',
          ];
        }),
      },
    ],
  };
}

const CHANGES = { silent: 'không gửi gì', halved: 'giảm quá nửa' } as const;

const inputSection = (changes: readonly SenderInputChange[], month: string): ReportSection => ({
  heading: 'II. DỮ LIỆU ĐẦU VÀO',
  paragraphs:
    changes.length === 0
      ? [`Chưa đơn vị nào gửi dữ liệu: ${NO_FIGURE}.`]
      : changes.flatMap(({ sender, change, rows, usual = 0 }) =>
          change === undefined
            ? []
            : [
                `${senderName(sender)}: ${CHANGES[change]} trong tháng ${formatMonth(month)} (${withThousandsSeparators(rows)} dòng, thường ${withThousandsSeparators(usual)}).`,
              ],
        ),
  tables: [
    {
      name: 'Dữ liệu đầu vào',
      title: 'Số dòng nhận trong tháng, so với mức thường của sáu tháng trước (số ở giữa)',
      columns: [
        { heading: 'Nơi gửi', share: 46, unit: 'text' },
        { heading: 'Trong tháng', share: 18, unit: 'count' },
        { heading: 'Thường', share: 18, unit: 'count' },
        { heading: 'Biến động', share: 18, unit: 'text' },
      ],
      rows: changes.map(({ sender, rows, usual, change }) => [
        senderName(sender),
        rows,
        usual,
        change === undefined ? '' : CHANGES[change],
      ]),
    },
  ],
});

/** The section is about the month before, because banks report a month's flows after its end. */
function creditSection(inputs: readonly InputFile[], until: IsoDate): ReportSection {
  const month = monthBefore(until.slice(0, 7), 1);
  const changes = creditChanges(inputs, month, until);
  const title = `Tổng ghi có của tháng ${formatMonth(month)} mà ngân hàng đã báo, so với mức thường của sáu tháng trước (số ở giữa)`;
  return {
    heading: 'III. DÒNG TIỀN NGÂN HÀNG BÁO',
    paragraphs:
      changes.length === 0
        ? [`Chưa ngân hàng nào báo dòng tiền theo tháng: ${NO_FIGURE}.`]
        : changes.flatMap(({ sender, credit = 0, usual = 0, change }) =>
            change === undefined
              ? []
              : [
                  change === 'silent'
                    ? `${senderName(sender)}: chưa báo dòng tiền của tháng ${formatMonth(month)} (thường ${withThousandsSeparators(usual)} đồng).`
                    : `${senderName(sender)}: tổng ghi có của tháng ${formatMonth(month)} giảm quá nửa (${withThousandsSeparators(credit)} đồng, thường ${withThousandsSeparators(usual)} đồng).`,
                ],
          ),
    tables: [
      {
        name: 'Dòng tiền báo',
        title,
        columns: [
          { heading: 'Ngân hàng, ví', share: 34, unit: 'text' },
          { heading: 'Trong tháng (đồng)', share: 25, unit: 'money' },
          { heading: 'Thường (đồng)', share: 25, unit: 'money' },
          { heading: 'Biến động', share: 16, unit: 'text' },
        ],
        rows: changes.map(({ sender, credit, usual, change }) => [
          senderName(sender),
          credit,
          usual,
          change === undefined ? '' : CREDIT_CHANGES[change],
        ]),
      },
    ],
  };
}

const CREDIT_CHANGES = { silent: 'chưa báo', halved: CHANGES.halved } as const;
