import { describe, expect, it } from 'vitest';
import { flow } from '#test/support/flow.ts';
import { accounts, code, flows, registrations } from '#test/support/sample-feeds.ts';

const CODE = code(1);
const FOREIGN = registrations({ code: CODE }).replace('Vai trò', 'Tư cách').replace('Họ và tên', 'Danh xưng');
const HEADINGS = { 'Tư cách': 'Vai trò', 'Danh xưng': 'fullName' };
const FILE = 'registrations/so.csv';

const running = async () => {
  const run = await flow();
  const drop = async (key: string, content: string) => {
    await run.drop(key, content);
    await run.settle();
    return run.receipt(key);
  };
  const confirm = async (scope: string, headings: Record<string, string>, file?: string) => {
    const at = new Date(run.clock.now.getTime() + 1).toISOString();
    const message = { bucket: 'inbox', scope, headings, by: 'officer-1', at, ...(file !== undefined && { file }) };
    await run.sendToReader([message]);
    await run.settle();
  };
  return { run, drop, confirm };
};

describe('a heading of one’s own', () => {
  it('a heading that is confirmed once is read in the file in hand and in all later files of its sender', async () => {
    const { run, drop, confirm } = await running();
    expect(await drop(FILE, FOREIGN)).toMatchObject({
      error: { code: 'missing_column' },
      unknownColumns: ['Tư cách', 'Danh xưng'],
      lackingColumns: expect.arrayContaining([{ column: 'Vai trò' }]),
    });
    await confirm('registrations/', HEADINGS);
    const read = {
      accepted: 1,
      unknownColumns: [],
      confirmedHeadings: [
        { heading: 'Tư cách', column: 'Vai trò', by: 'officer-1', at: expect.any(String) },
        { heading: 'Danh xưng', column: 'fullName', by: 'officer-1', at: expect.any(String) },
      ],
    };
    expect(run.receipt(FILE)).toMatchObject(read);
    expect(run.receipt(FILE)).not.toHaveProperty('error');
    expect(await drop('registrations/thang-sau.csv', FOREIGN)).toMatchObject(read);
    expect([...(await run.assessments.of([CODE])).keys()]).toEqual([CODE]);
  });

  it('what one sender means holds for no other sender', async () => {
    const { drop, confirm } = await running();
    const own = accounts(`970436,0123456789,${CODE},CÔNG TY TNHH MẪU,,,,,1`).replace(
      'Số tài khoản',
      'Tài khoản số hiệu',
    );
    const other = own.replace('970436', '970415');
    await confirm('accounts/970436', { 'Tài khoản số hiệu': 'Số tài khoản' });
    expect(await drop('accounts/970436/so.csv', own)).toMatchObject({ accepted: 1 });
    expect(await drop('accounts/970415/so.csv', other)).toMatchObject({ error: { code: 'missing_column' } });
  });

  it('a manifest confirms headings of its own sender alone, and files that came before it are read then', async () => {
    const { run, drop } = await running();
    const own = flows('970436,0123456789,2025-03,10,9,3,45').replace('Tổng ghi nợ', 'Phát sinh (triệu đồng)');
    await drop('accounts/970436/thang.csv', own);
    const foreign = JSON.stringify({ mapping: { 'accounts/970415': { 'Phát sinh': 'Tổng ghi nợ' } } });
    expect(await drop('accounts/970436/manifest.json', foreign)).toMatchObject({ error: { code: 'bad_manifest' } });
    const mapping = { 'accounts/VCB': { 'Phát sinh (triệu đồng)': 'Tổng ghi nợ' } };
    await drop('accounts/970436/manifest.json', JSON.stringify({ mapping }));
    await drop('accounts/970436/thang-sau.csv', own);
    expect(run.receipt('accounts/970436/thang-sau.csv')).toMatchObject({ accepted: 1, unknownColumns: [] });
  });

  it('a confirmed meaning can be changed, and the file in hand is read again with the new one', async () => {
    const { run, drop, confirm } = await running();
    await drop(FILE, registrations({ code: CODE }).replace('Điện thoại', 'Liên lạc'));
    await confirm('registrations', { 'Liên lạc': 'Email' }, 'so.csv');
    expect(run.receipt(FILE)).toMatchObject({ confirmedHeadings: [{ column: 'Email' }], repaired: 1 });
    await confirm('registrations', { 'liên lạc': 'Điện thoại' }, 'so.csv');
    expect(run.receipt(FILE)).toMatchObject({ confirmedHeadings: [{ column: 'Điện thoại' }], repaired: 0 });
    expect((await run.companies.registered(CODE)).registrations.at(-1)).toMatchObject({
      company: { phone: '0912345678' },
    });
  });

  it('a confirmed heading keeps the unit of its values', async () => {
    const { run, drop, confirm } = await running();
    await confirm('registrations', { 'Vốn góp điều lệ đăng ký (triệu đồng)': 'charterCapital' });
    const inMillions = registrations({ code: CODE }).replace('Vốn điều lệ', 'Vốn góp điều lệ đăng ký (triệu đồng)');
    await drop(FILE, inMillions.replace('1.000.000.000', '1.000'));
    expect((await run.companies.registered(CODE)).registrations).toMatchObject([
      { company: { charterCapital: 1_000_000_000 } },
    ]);
  });
});
