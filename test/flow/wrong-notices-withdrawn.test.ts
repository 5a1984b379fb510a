import { describe, expect, it } from 'vitest';
import { flagged, POLICE, VCB } from '#test/support/flagged.ts';
import { accounts, code, identities, registrations } from '#test/support/sample-feeds.ts';

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
