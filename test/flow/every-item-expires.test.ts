import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { TABLE_DESIGNS } from '#shared/tables/table-designs.ts';
import { flagged, POLICE, VCB } from '#test/support/flagged.ts';
import { RING_FILES } from '#test/support/ring-feeds.ts';
import { listings, subscribers } from '#test/support/sample-feeds.ts';

it('every item that the flow writes has an expiry, in every table with a TTL', async () => {
  const run = await flagged({ asOf: 'real' });
  for (const [name, content] of RING_FILES) await run.drop(name.replace('/a', '/ring-a'), content);
  await run.drop('subscribers/a.csv', subscribers('0977000111,033085000999'));
  await run.drop('suspicious-accounts/a.csv', listings('970436,0001112223,4,,20/12/2025', '97043x,1,4,,20/12/2025'));
  await run.settle();
  await run.decide(VCB, { outcome: 'acted', accountStatus: '2', observed: [3] });
  await run.decide(POLICE, { outcome: 'confirmed', decision: { number: '12/QĐ', date: '2026-01-04' } });

  const endless: string[] = [];
  let items = 0;
  for (const [table, name] of run.names) {
    if (!TABLE_DESIGNS[table].ttl) continue;
    const { Items = [] } = await run.db.send(new ScanCommand({ TableName: name }));
    items += Items.length;
    endless.push(
      ...Items.filter(({ expiresAt }) => !Number.isInteger(expiresAt)).map(
        (item) => `${table} ${String(item[TABLE_DESIGNS[table].partition]).split('#')[0]} ${item['enterpriseCode']}`,
      ),
    );
  }
  expect(items).toBeGreaterThan(50);
  expect(endless).toEqual([]);
});
