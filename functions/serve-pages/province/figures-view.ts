import type { FlagCounts, OutcomeFigures } from '#shared/domain/outcomes/figures/outcome-figures.ts';
import { flagStatusCells, flagStatusRows } from '#shared/domain/outcomes/report/outcome-sections.ts';
import type { ReportCell } from '#shared/domain/outcomes/report/report.ts';
import { reportCellText } from '#shared/domain/outcomes/report/wording.ts';
import type { Months } from './period-figures.ts';

/** Leaves out the same small counts as the page does. */
const linesOf = (by: Readonly<Record<string, FlagCounts>>, total?: readonly ReportCell[]): string[][] =>
  flagStatusRows(
    Object.entries(by).map(([label, counts]) => ({ label, counts })),
    total,
  ).map((cells) => cells.map((cell) => reportCellText(cell, { unit: 'count' })));

/** The page's figures as a program reads them. */
export function figuresView(months: Months, figures: OutcomeFigures) {
  // The figures that need the cases' money are left out, because the page does not read it
  const { moneyToFlag: _toFlag, moneyToBank: _toBank, ...days } = figures.days;
  return {
    ...months,
    flags: figures.flags,
    events: figures.events,
    policeLate: figures.clocks.policeAnswer.late + figures.clocks.policeAnswer.missed,
    byBank: figures.byBank,
    byCommune: linesOf(figures.byCommune, ['', ...flagStatusCells(figures.flags)]),
    byRule: linesOf(figures.byRule),
    days,
  };
}
