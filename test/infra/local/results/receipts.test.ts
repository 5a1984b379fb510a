import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientsOf } from '#infra/local/clients.ts';
import { type Engines, startEngines } from '#infra/local/engines.ts';
import { copyReceipts } from '#infra/local/results/receipts.ts';
import { receiptStem } from '#shared/contracts/receipt.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const NAMES = [
  'a.csv',
  'A.csv',
  'a.csv.json/b.csv',
  'tháng 6 + 100%.csv'.normalize('NFC'),
  'tháng 6 + 100%.csv'.normalize('NFD'),
  'a & <b>.csv',
  '__proto__',
  'constructor',
  '../../../escaped.csv',
  'ế'.repeat(334),
  `x${'ế'.repeat(334)}`,
];
let engines: Engines;
beforeAll(async () => {
  engines = await startEngines({});
});
afterAll(() => engines.stop());

describe('the receipts in the folder of results', () => {
  it('each receipt has its own path inside the results folder, whatever its name', async () => {
    const { s3 } = clientsOf(engines.endpoints, { accessKeyId: 'local', secretAccessKey: 'local' });
    await s3.send(new CreateBucketCommand({ Bucket: 'evidence' }));
    for (const file of NAMES) {
      const counts = { read: 1, accepted: 0, rejected: 1, repaired: 0 };
      const receipt = { file, feed: 'activities', sha256: 'a'.repeat(64), ...counts, unknownColumns: [] } as const;
      const put = (ending: string, Body: string) =>
        s3.send(new PutObjectCommand({ Bucket: 'evidence', Key: `${receiptStem(receipt)}${ending}`, Body }));
      await put('.json', JSON.stringify(receipt));
      await put('.rejected.csv', `rows of ${file}`);
    }
    const out = temporaryFolder('receipts');
    const receipts = await copyReceipts(s3, 'evidence', out);
    expect(receipts.map(({ file }) => file).sort()).toEqual([...NAMES].sort());
    const written = globSync('receipts/activities/**/*', { cwd: out, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(written).toHaveLength(2 * NAMES.length);
    const named = written
      .filter((path) => path.endsWith('.json'))
      .map((path) => JSON.parse(readFileSync(path, 'utf8')).file);
    expect(named.sort()).toEqual([...NAMES].sort());
  });
});
