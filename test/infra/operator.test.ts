import { describe, expect, it } from 'vitest';
import { alarmsOf, remedies, speaksOf } from '#test/support/operator/remedies.ts';
import { STAGES, synthesised } from './synthesised.ts';

describe.each(STAGES)('the alarms of stage %s', (stage) => {
  const alarms = alarmsOf({ Resources: synthesised(stage).all });
  const rows = remedies();

  it('each alarm is named once among the remedies of README', () => {
    const rowsOf = (alarm: (typeof alarms)[number]) => rows.filter((row) => speaksOf(row, alarm)).length;
    expect(alarms.filter((alarm) => rowsOf(alarm) !== 1).map(({ name }) => name)).toEqual([]);
  });

  it('README has remedies for these alarms alone, and each remedy says something to do', () => {
    expect(rows).toHaveLength(6);
    expect(rows.filter((row) => !alarms.some((alarm) => speaksOf(row, alarm)))).toEqual([]);
    for (const { does } of rows) expect(does.trim()).toMatch(/^(mend|look|`npm run) .{10,}/u);
  });
});
