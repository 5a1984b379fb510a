import { describe, expect, it } from 'vitest';
import { flow } from '#test/support/flow.ts';
import { accounts, code, flows, registrations } from '#test/support/sample-feeds.ts';

const members = [1, 2, 3].map((n) => ({
  code: code(n),
  document: `03308500000${n}`,
  phone: `091111111${n}`,
  address: `Số ${n}, đường Lê Lợi, Phường Phố Hiến, Tỉnh Hưng Yên`,
  account: `10010010010${n}`,
}));
const files: readonly (readonly [string, string])[] = [
  ['registrations/a.csv', registrations(...members)],
  ['accounts/a.csv', accounts(...members.map((one) => `970436,${one.account},${one.code},,,,,01/02/2025,1`))],
  ['accounts/flows.csv', flows(...members.map((one) => `970436,${one.account},2025-06-03,900000000,890000000,20,15`))],
];
const counterparties = [
  'Ngân hàng,Số tài khoản,Kỳ,Mã đối ứng,Tổng ghi nợ',
  ...members.map((one) => `970436,${one.account},2025-06,Kcommon,800000000`),
  ...members.map((one, n) => `970436,${one.account},2025-06,Kown${n},90000000`),
].join('\n');
const devices = ['Ngân hàng,Số tài khoản,Mã thiết bị', ...members.map((one) => `970436,${one.account},Dcommon`)].join(
  '\n',
);
const invoices = [
  'Mã số bên bán,Mã số bên mua,Kỳ,Tổng tiền',
  ...members.map((one, n) => `${one.code},${members[(n + 1) % 3]?.code},2025-Q2,500000000`),
  `${code(1)},X46767507,2025-Q2,1000`,
].join('\n');
const optional: readonly (readonly [string, string])[] = [
  ['accounts/970436/counterparties.csv', counterparties],
  ['accounts/970436/devices.csv', devices],
  ['activities/invoices.csv', invoices],
];

async function ending(order: readonly (readonly [string, string])[], between = false) {
  const run = await flow();
  for (const [name, content] of order) {
    await run.drop(name, content);
    if (between) await run.settle();
  }
  await run.settle();
  const found = await run.assessments.of(members.map((one) => one.code));
  const links = await Promise.all(
    ['counterparty', 'device', 'invoice'].map(async (kind) => {
      const shared = [...found.values()].flatMap((one) => one.values.filter((value) => value.startsWith(`${kind}#`)));
      const values = [...new Set(shared)].sort();
      return [kind, await Promise.all(values.map((value) => run.links.companiesOf(value)))] as const;
    }),
  );
  const verdicts = members.map((one) => {
    const { findings, score, verdict } = found.get(one.code) ?? {};
    return { findings, score, verdict };
  });
  return { run, verdicts, links: Object.fromEntries(links) };
}

describe('the optional feeds', () => {
  it('the optional feeds connect companies by counterparty, device and invoice circle, the same in any order and again', async () => {
    const { links, verdicts } = await ending([...files, ...optional]);
    const everyone = members.map((one) => one.code).sort();
    expect(links['device']).toEqual([everyone]);
    expect(links['counterparty']).toContainEqual(everyone);
    expect(links['invoice']).toEqual([everyone, everyone, everyone]);

    const again = await ending([...optional].reverse().concat(files, optional), true);
    expect(again.links).toEqual(links);
    expect(again.verdicts).toEqual(verdicts);
  });

  it('a run needs no optional feed, and rows of another bank in them are rejected', async () => {
    const { links, run } = await ending([...files, ['accounts/970418/devices.csv', devices]]);
    expect(links).toEqual({ counterparty: [], device: [], invoice: [] });
    expect(run.receipt('accounts/970418/devices.csv')).toMatchObject({ read: 3, accepted: 0, rejected: 3 });
  });
});
