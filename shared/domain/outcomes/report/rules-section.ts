import { RULES } from '#shared/domain/risk/rules/all-rules.ts';
import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import type { FlagCounts, OutcomeFigures } from '../figures/outcome-figures.ts';
import { isFew, SMALLEST_SHOWN_COUNT, percentOf } from './cells.ts';
import { breakdownTable } from './outcome-sections.ts';
import type { ReportSection } from './report.ts';
import { withThousandsSeparators } from './wording.ts';

const QUESTIONS = new Map(Object.entries(RULES).map(([code, { question }]) => [code, question]));
export const ruleName = (code: string): string => QUESTIONS.get(code) ?? code;

/** A rule whose flags the police dismissed more often than the rule set promises. */
export interface OverstatedRule {
  readonly rule: string;
  readonly decided: number;
  /** Undefined where the share would reveal that one to four were dismissed or confirmed: so few could identify people. */
  readonly dismissedPercent: number | undefined;
}

/** The promise is the rule set's precision; of fewer than five decisions nothing is said. */
export function overstatedRules(byRule: Readonly<Record<string, FlagCounts>>): readonly OverstatedRule[] {
  return Object.entries(byRule).flatMap(([rule, { confirmed, dismissed }]) => {
    const decided = confirmed + dismissed;
    const percent = percentOf(dismissed, decided) ?? 0;
    if (decided < SMALLEST_SHOWN_COUNT || percent <= 100 - RULE_SET.precisionPercent) return [];
    return [{ rule, decided, dismissedPercent: [dismissed, confirmed].some(isFew) ? undefined : percent }];
  });
}

/** How far, where enough were dismissed to say it. */
export const overstatedText = ({ decided, dismissedPercent }: OverstatedRule): string =>
  dismissedPercent === undefined
    ? ''
    : `: ${withThousandsSeparators(dismissedPercent)}% của ${withThousandsSeparators(decided)} kết luận là bác bỏ`;

/** Which rules were dismissed more often than promised; how often each spoke stands in an annex. */
export function rulesSection({ byRule }: OutcomeFigures): ReportSection {
  const over = overstatedRules(byRule);
  return {
    heading: 'IX. QUY TẮC',
    paragraphs: [
      `Bộ quy tắc hứa không quá ${withThousandsSeparators(100 - RULE_SET.precisionPercent)}% doanh nghiệp gắn cờ là sai. Số liệu từng quy tắc: Phụ lục 5.`,
      ...over.map((one) => `Quy tắc ${one.rule} vượt mức hứa${overstatedText(one)}. Đề nghị xem lại.`),
      ...(over.length === 0 ? ['Không quy tắc nào có từ 5 kết luận trở lên vượt mức đó.'] : []),
    ],
    tables: [],
  };
}

/** How often each rule held for flagged companies, and for those that the police dismissed. */
export const rulesAnnex = ({ byRule, flags }: OutcomeFigures): ReportSection => ({
  heading: 'PHỤ LỤC 5. THEO QUY TẮC',
  isAnnex: true,
  paragraphs: [],
  tables: [
    breakdownTable(
      {
        name: 'Theo quy tắc',
        title: 'Doanh nghiệp gắn cờ trong kỳ theo dấu hiệu (một doanh nghiệp có thể có nhiều dấu hiệu)',
        what: 'Dấu hiệu',
      },
      Object.entries(byRule).map(([code, counts]) => ({ label: `${code}\n${ruleName(code)}`, counts })),
      flags,
      false,
    ),
  ],
});
