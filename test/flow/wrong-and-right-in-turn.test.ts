import { beforeAll, describe, expect, it } from 'vitest';
import { flagged, POLICE, VCB } from '#test/support/flagged.ts';
import type { FlowRun } from '#test/support/flow.ts';
import { dropAlone, factsIn, finalState, province } from '#test/support/province-end.ts';
import { accounts, code, identities, registrations } from '#test/support/sample-feeds.ts';
import { codes, RIGHT, WRONG } from '#test/support/wrong-files.ts';

const endOf = async (run: FlowRun) => ({ ...(await finalState(run, codes)), facts: await factsIn(run) });

/** The first wrong form of a file whose rows are read. */
const wrongOf = (right: string) =>
  ['the second column one row down', 'the first column one row down']
    .map((form) => (WRONG[form] ?? String)(right))
    .find((wrong) => wrong !== right) ?? '';
/** A form in which each row is rejected or the file is stopped. */
const unreadable = (right: string) => (WRONG['columns moved by one'] ?? String)(right);

describe('a wrong file and the right one of its name in turn', () => {
  let calm: Awaited<ReturnType<typeof endOf>>;
  beforeAll(async () => {
    calm = await endOf(await province(RIGHT));
  });

  it.each(Object.entries(RIGHT))('the province ends as with the right one alone: %s', async (key, right) => {
    const wrong = wrongOf(right);
    expect(wrong).not.toBe('');
    const run = await province({ ...RIGHT, [key]: right.split('\n')[0] ?? '' });
    // The right one comes before the wrong one was read, and once more after one that cannot be read
    for (const text of [wrong, right, wrong, right]) await run.drop(key, text);
    await run.settle();
    expect(await endOf(run)).toEqual(calm);
    for (const text of [wrong, unreadable(right), right]) await dropAlone(run, key, text);
    expect(await endOf(run)).toEqual(calm);
  });
});

describe('a wrong file whose notices have reached a bank', () => {
  const other = {
    code: code(2),
    person: 'Phạm Văn Mượn',
    born: '02/02/1992',
    document: '033092000456',
    phone: '0987654321',
    address: 'Thôn Nội, Xã Khoái Châu, Tỉnh Hưng Yên',
  };
  const WRONGLY = [
    '033085000123,CCCD,Nguyễn Văn Nạn Nhân,12/03/1985,Nam,BINH_THUONG,,,',
    '033092000456,CCCD,Phạm Văn Mượn,02/02/1992,Nam,BINH_THUONG,,,',
  ];
  const NAMED = '033085000123,CCCD,Trần Thị Kẻ Gian,01/01/1990,Nữ,BINH_THUONG,,,';
  const STOLEN = '033092000456,CCCD,Lê Văn Mất Giấy,03/03/1970,Nam,BINH_THUONG,,,';
  const inForce = async (run: Awaited<ReturnType<typeof flagged>>, scope: string) =>
    (await run.feed(scope)).filter(({ state }) => state === 'in_force').map((one) => one['enterpriseCode']);

  it('the right one withdraws them at once though the bank has acted, and issues those that it leads to', async () => {
    const run = await flagged();
    await run.drop('registrations/b.csv', registrations(other));
    await run.drop(
      'accounts/b.csv',
      accounts(`970436,0004445556,${other.code},CÔNG TY B,Phạm Văn Mượn,033092000456,0912345679,20/01/2025,1`),
    );
    await run.drop('identities/a.csv', identities(...WRONGLY));
    await run.settle();
    expect([await inForce(run, VCB), await inForce(run, POLICE)]).toEqual([[code(1)], [code(1)]]);
    await run.decide(VCB, { outcome: 'acted', accountStatus: '2' });
    expect(await run.feed(VCB)).toMatchObject([{ handlingStatus: 'acted', accountStatus: '2' }]);

    await run.drop('identities/a.csv', identities(NAMED, STOLEN));
    await run.settle();
    expect([await inForce(run, VCB), await inForce(run, POLICE)]).toEqual([[code(2)], [code(2)]]);
    const withdrawn = (await run.feed(VCB)).filter(({ state }) => state === 'withdrawn');
    expect(withdrawn).toMatchObject([{ enterpriseCode: code(1), sequence: 2 }]);
  });
});
