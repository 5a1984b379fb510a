import { RULES } from '#shared/domain/risk/rules/all-rules.ts';
import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import type { FlagCounts, OutcomeFigures } from '../figures/outcome-figures.ts';
import { isFew, SMALLEST_SHOWN_COUNT, percentOf, type ReportSection, withThousandsSeparators } from './report.ts';
import { breakdownTable } from './outcome-sections.ts';

const QUESTIONS = new Map(Object.entries(RULES).map(([code, { question }]) => [code, question]));
export const ruleName = (code: string): string => QUESTIONS.get(code) ?? code;

/** A rule of whose flags the police dismissed a larger share than the rule set predicts. */
export interface OverstatedRule {
  readonly rule: string;
  readonly decided: number;
  /**
   * The share; undefined where it would reveal that one to four flags were dismissed or confirmed, which could identify
   * people.
   */
  readonly dismissedPercent: number | undefined;
}

/** Finds overstated rules by the rule set's precision, among rules with at least five decisions. */
export function overstatedRules(byRule: Readonly<Record<string, FlagCounts>>): readonly OverstatedRule[] {
  return Object.entries(byRule).flatMap(([rule, { confirmed, dismissed }]) => {
    const decided = confirmed + dismissed;
    const percent = percentOf(dismissed, decided) ?? 0;
    if (decided < SMALLEST_SHOWN_COUNT || percent <= 100 - RULE_SET.precisionPercent) return [];
    return [{ rule, decided, dismissedPercent: [dismissed, confirmed].some(isFew) ? undefined : percent }];
  });
}

/** The text with the dismissed share, where it may be shown. */
export const overstatedText = ({ decided, dismissedPercent }: OverstatedRule): string =>
  dismissedPercent === undefined
    ? ''
    : `: ${withThousandsSeparators(dismissedPercent)}% của ${withThousandsSeparators(decided)} kết luận là bác bỏ`;

/** The section on rules that were dismissed more often than predicted; an annex has the counts of all rules. */
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

/** The annex that counts for each rule its flagged companies and those that the police dismissed. */
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
