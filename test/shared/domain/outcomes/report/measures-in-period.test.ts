import { describe, expect, it } from 'vitest';
import { type MeasureSwitch, measuresInPeriod, spansOn } from '#shared/domain/outcomes/report/measures-in-period.ts';

const HALF = { from: '2026-01-01', to: '2026-06-30' };
const switched = (to: 'on' | 'off', on: string): MeasureSwitch => ({
  measure: 'foreignIp',
  to,
  on,
  number: `${on.slice(8)}/UBND`,
  date: on,
});
const days = (measures: string[], ...changes: MeasureSwitch[]) =>
  spansOn('foreignIp', { measures, switched: changes }, HALF).map(({ from, to }) => `${from}..${to}`);

describe('on which days of a period a measure was on', () => {
  it.each<[string, string[], MeasureSwitch[], string[]]>([
    ['never switched and on', ['foreignIp'], [], ['2026-01-01..2026-06-30']],
    ['never switched and off', [], [], []],
    ['switched on within', ['foreignIp'], [switched('on', '2026-03-05')], ['2026-03-05..2026-06-30']],
    ['switched off within', [], [switched('off', '2026-03-05')], ['2026-01-01..2026-03-05']],
    ['switched on before', ['foreignIp'], [switched('on', '2025-03-05')], ['2026-01-01..2026-06-30']],
    ['switched off before', [], [switched('off', '2025-03-05')], []],
    ['switched on only after the period', ['foreignIp'], [switched('on', '2026-07-05')], []],
    ['switched off after the period', [], [switched('off', '2026-07-05')], ['2026-01-01..2026-06-30']],
    [
      'on, off and on again',
      ['foreignIp'],
      [switched('on', '2026-01-10'), switched('off', '2026-02-10'), switched('on', '2026-05-10')],
      ['2026-01-10..2026-02-10', '2026-05-10..2026-06-30'],
    ],
  ])('%s', (_, measures, changes, spans) => {
    expect(days(measures, ...changes)).toEqual(spans);
  });

  it('the report’s table says of each measure when it was on, and by which documents', () => {
    const known = {
      measures: ['accountReview'],
      switched: [switched('on', '2026-01-10'), switched('off', '2026-02-10')],
    };
    const { rows } = measuresInPeriod(known, HALF);
    expect(rows.map(([, when, documents]) => [when, documents])).toEqual([
      ['không thực hiện', ''],
      ['cả kỳ', ''],
      ['10/01/2026 đến 10/02/2026', 'bật 10/01/2026: 10/UBND ngày 10/01/2026; tắt 10/02/2026: 10/UBND ngày 10/02/2026'],
    ]);
  });
});
