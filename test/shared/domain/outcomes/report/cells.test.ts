import { describe, expect, it } from 'vitest';
import {
  SUPPRESSED_COUNT,
  HIDDEN,
  reportCellText,
  withThousandsSeparators,
} from '#shared/domain/outcomes/report/report.ts';

describe('a figure in a report', () => {
  it('a figure in a report has dots between thousands and a comma before decimals, whatever the machine’s locale', () => {
    expect([0, 999, 1000, 5_771_891_987_918, 12.5, -1234.5].map((figure) => withThousandsSeparators(figure))).toEqual([
      '0',
      '999',
      '1.000',
      '5.771.891.987.918',
      '12,5',
      '-1.234,5',
    ]);
  });

  it('a report says plainly where there is no figure', () => {
    expect(reportCellText(undefined, { unit: 'count' })).toBe('không có số liệu');
    expect(reportCellText(SUPPRESSED_COUNT, { unit: 'count' })).toBe('dưới 5');
    expect(reportCellText(HIDDEN, { unit: 'count' })).toBe('ẩn');
  });
});
