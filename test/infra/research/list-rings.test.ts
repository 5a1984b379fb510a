import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listRings, ringLine } from '#infra/research/list-rings.ts';
import { UnusableSnapshot } from '#infra/research/snapshot-companies.ts';
import { ownSigns } from '#shared/domain/risk/rules/own-signs.ts';
import { companyRecords } from '#test/bench/company-records.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const folder = temporaryFolder('rings');
const snapshotOf = (name: string, lines: readonly unknown[]) => {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return path;
};
const shared = (kind: string, ref: string) => ({ kind, ref, size: 5, spreadDays: 0, badShare: 0.8, worseShare: 0 });

describe('the rings of a snapshot', () => {
  const records = companyRecords(2000, 3).map((facts) => ({ ...facts, bands: [] }));
  const bad = records.filter((facts) => ownSigns(facts) > 1).slice(0, 5);
  const members = bad.map((facts, n) => ({
    ...facts,
    registeredOn: `2025-03-0${n + 1}`,
    bands: [shared('person', 'one'), shared('phone', 'two'), shared('address', 'three')],
  }));
  const others = records.filter((facts) => !bad.includes(facts));

  it('the rings of a snapshot are exactly the companies that share a person, a phone and an address', async () => {
    const rings = await listRings(snapshotOf('ring.jsonl', [...others, ...members]));
    const codes = members.map(({ enterpriseCode }) => enterpriseCode);
    expect(rings.map((ring) => ring.members.map(({ enterpriseCode }) => enterpriseCode))).toEqual([codes.sort()]);
    expect(ringLine(rings[0]!)).toMatch(/^5 doanh nghiệp, \d có dấu hiệu/u);
  });
  it('a snapshot has no rings where nobody shares anything', async () => {
    expect(await listRings(snapshotOf('none.jsonl', others))).toEqual([]);
  });
  it('a file that is no snapshot gives no rings', async () => {
    await expect(listRings(snapshotOf('broken.jsonl', [{ enterpriseCode: '1' }]))).rejects.toThrow(UnusableSnapshot);
  });
});
