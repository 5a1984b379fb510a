import { describe, expect, it } from 'vitest';
import { withSilentBanks } from '#test/support/evasive-world/evasive-world.ts';
import { judgeWorld } from '#test/support/evasive-world/judged.ts';
import { AS_OF, LABELLED_WORLD } from '#test/support/labelled-province.ts';
import { worldFacts } from '#test/support/world-facts/world-facts.ts';

describe('a labelled province', () => {
  it('the verdicts of a labelled province agree with its labels', async () => {
    const { precision, recall, averagePrecision, honestFlagged } = judgeWorld(await worldFacts(LABELLED_WORLD, AS_OF));
    expect(precision).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThanOrEqual(0.95);
    expect(averagePrecision).toBeGreaterThanOrEqual(0.985);
    expect(honestFlagged).toBeLessThanOrEqual(0.001);
  });

  it('precision and recall stay nearly as high where half the banks give no data', async () => {
    const companies = await worldFacts(LABELLED_WORLD, AS_OF);
    const { precision, recall, averagePrecision } = judgeWorld(companies.map(withSilentBanks(0)));
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.85);
    expect(averagePrecision).toBeGreaterThanOrEqual(0.96);
  });
});
