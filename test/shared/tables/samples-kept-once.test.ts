import { expect, it } from 'vitest';
import { assessmentsTable, type SampledCompany } from '#shared/tables/assessments.ts';
import { packedSample } from '#shared/tables/company-sample.ts';
import { putItem } from '#shared/tables/conditional-write.ts';
import { shardOf } from '#shared/tables/shards.ts';
import { code } from '#test/support/sample-feeds.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';

const sampleIn = (commune: string) => ({
  sample: {
    place: { commune, communeName: commune, district: 'a' },
    registeredOn: '2025-01-02',
    files: true,
    spans: { HOA_DON: { from: '2025-02-01', to: '2025-11-30' } },
    cohort: '2025Q1|TNHH',
    shows: ['ADDRESS_SHARED'],
    cell: 'trade',
    figures: {},
  },
  usedProfile: { covered: {} },
  quality: { complete: true },
});

it('a survey keeps once what companies have alike, so that a million of them need little memory', async () => {
  const { db, createTable } = memoryDatabase();
  const table = await createTable('assessments');
  for (const [n, commune] of ['hoa-binh', 'hoa-binh', 'phu-son'].entries()) {
    const enterpriseCode = code(n + 1);
    const indexed = { dueShard: shardOf(enterpriseCode), dueAt: `2026-01-01#${enterpriseCode}` };
    const sample = packedSample(sampleIn(commune));
    await putItem(db, table, { enterpriseCode, ...indexed, verdict: 'clear', activity: 'active', awaits: {}, sample });
  }
  const found: SampledCompany[] = [];
  await assessmentsTable(db, table).eachSample((company) => void found.push(company));
  const [a, b, c] = [1, 2, 3].map((n) => found.find(({ enterpriseCode }) => enterpriseCode === code(n)));
  expect(a?.sample).toEqual(sampleIn('hoa-binh').sample);
  expect(c?.sample).toEqual(sampleIn('phu-son').sample);
  for (const part of ['place', 'shows'] as const) expect(b?.sample[part]).toBe(a?.sample[part]);
  expect(b?.sample.spans.HOA_DON).toBe(c?.sample.spans.HOA_DON);
});
