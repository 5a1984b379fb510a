import { formatMonth, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { HOME_PROVINCE } from '#shared/domain/vietnamese/home-province.ts';
import type { InputFile } from '../figures/input-figures.ts';
import { creditChanges, type SenderInputChange, inputChanges, monthBefore } from '../figures/sender-changes.ts';
import type { OutcomeFigures } from '../figures/outcome-figures.ts';
import {
  isFew,
  percentOf,
  unlessFew,
  SUPPRESSED_COUNT,
  type Report,
  type ReportSection,
  tableOf,
  NO_FIGURE,
  periodText,
  reportTitle,
  withThousandsSeparators,
} from './report.ts';
import { senderName } from './duty-sections.ts';
import type { ReportContext } from './plan-section.ts';
import { overstatedText, ruleName, overstatedRules } from './rules-section.ts';

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
  const countsOf = (rule: string) => {
    const { flagged = 0, confirmed = 0, dismissed = 0 } = year.byRule[rule] ?? {};
    return { rule, flagged, confirmed, dismissed, decided: confirmed + dismissed };
  };
  return {
    heading: 'I. QUY TẮC',
    paragraphs:
      rules.length === 0
        ? [`Trong 12 tháng không doanh nghiệp nào được gắn cờ: ${NO_FIGURE}.`]
        : [...over.values()].map((one) => `${one.rule} vượt mức hứa trong 12 tháng${overstatedText(one)}.`),
    tables: [
      tableOf({ name: 'Quy tắc', title: 'Doanh nghiệp gắn cờ có dấu hiệu, theo quy tắc' }, rules.map(countsOf), [
        ['Quy tắc', 40, 'text', ({ rule }) => `${rule}\n${ruleName(rule)}`],
        ['Trong tháng', 12, 'count', ({ rule }) => unlessFew(now.byRule[rule]?.flagged ?? 0)],
        ['12 tháng', 12, 'count', ({ flagged }) => unlessFew(flagged)],
        ['Đã kết luận', 12, 'count', ({ decided }) => unlessFew(decided)],
        // A share of a known number would reveal both counts
        [
          'Bác bỏ',
          12,
          'percent',
          ({ dismissed, confirmed, decided }) =>
            [dismissed, confirmed].some(isFew) ? SUPPRESSED_COUNT : percentOf(dismissed, decided),
        ],
        ['Vượt mức hứa', 12, 'text', ({ rule }) => (over.has(rule) ? 'có' : '')],
      ]),
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
    tableOf(
      {
        name: 'Dữ liệu đầu vào',
        title: 'Số dòng nhận trong tháng, so với mức thường của sáu tháng trước (số ở giữa)',
      },
      changes,
      [
        ['Nơi gửi', 46, 'text', ({ sender }) => senderName(sender)],
        ['Trong tháng', 18, 'count', ({ rows }) => rows],
        ['Thường', 18, 'count', ({ usual }) => usual],
        ['Biến động', 18, 'text', ({ change }) => (change === undefined ? '' : CHANGES[change])],
      ],
    ),
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
      tableOf({ name: 'Dòng tiền báo', title }, changes, [
        ['Ngân hàng, ví', 34, 'text', ({ sender }) => senderName(sender)],
        ['Trong tháng (đồng)', 25, 'money', ({ credit }) => credit],
        ['Thường (đồng)', 25, 'money', ({ usual }) => usual],
        ['Biến động', 16, 'text', ({ change }) => (change === undefined ? '' : CREDIT_CHANGES[change])],
      ]),
    ],
  };
}

const CREDIT_CHANGES = { silent: 'chưa báo', halved: CHANGES.halved } as const;
