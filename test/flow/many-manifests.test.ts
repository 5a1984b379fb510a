import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { flow } from '#test/support/flow.ts';
import { accounts, code } from '#test/support/sample-feeds.ts';

const manifest = (letter: string) =>
  JSON.stringify({
    covers: Array.from({ length: 30 }, (_, n) => ({ file: `${letter.repeat(150)}${n}*.csv`, kinds: ['flows'] })),
  });

it('the manifests of one sender in very many folders leave room for the files and manifests of others', async () => {
  const run = await flow();
  for (let n = 0; n < 70; n += 1) await run.drop(`accounts/970436/${n}/manifest.json`, manifest('a'));
  await run.drop('accounts/970418/manifest.json', manifest('b'));
  await run.drop('accounts/970418/a.csv', accounts(`970418,7000000001,${code(1)},X,,,,20/01/2025,1`));
  await run.settle();
  expect(await run.parked.of('a-queue')).toEqual([]);
  expect(run.receipt('accounts/970436/0/manifest.json')).toMatchObject({ accepted: 30 });
  expect(run.receipt('accounts/970436/69/manifest.json')).toMatchObject({
    accepted: 0,
    error: { code: 'bad_manifest', message: expect.stringContaining('quá nhiều bản kê') },
  });
  expect(run.receipt('accounts/970418/manifest.json')).toMatchObject({ accepted: 30 });
  expect(run.receipt('accounts/970418/a.csv')).toMatchObject({ accepted: 1 });
  const Key = { sender: 'coverage', place: 'accounts/970436' };
  const { Item } = await run.db.send(new GetCommand({ TableName: run.names.get('files'), Key }));
  expect(JSON.stringify(Item).length).toBeLessThan(20_000);
});
