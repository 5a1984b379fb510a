import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import type { AccountFacts, CompanyFacts, Flow } from '#shared/domain/risk/facts/company-facts.ts';
import { arbitraryFacts } from '#test/support/arbitrary-facts.ts';

/** The least monthly movement of a month of business, which the legal basis states. */
const MOVED = 1_000_000;
const MONEY = '([\\d.]+) đồng';
const SHARE = '(\\d+(?:,\\d)?) %';
const HELD = '(?:, tiền lưu lại ([\\d.]+|chưa đến 1) phút \\(bình quân các trung vị tháng, tính theo tiền vào\\))?';
const MONTHS = '(?:tháng (\\d\\d/\\d{4})|(\\d+) tháng có giao dịch \\((\\d\\d/\\d{4}) đến (\\d\\d/\\d{4})\\))';
const THROUGH = new RegExp(`${MONTHS}, tiền vào ${MONEY}, tiền ra ${MONEY} \\(${SHARE}\\)${HELD}`, 'u');
const BEFORE = new RegExp(`Khác trước đó \\(tiền ra ${SHARE}${HELD}\\)`, 'u');
const ABROAD = new RegExp(
  `^${SHARE} trong ([\\d.]+) giao dịch mà ngân hàng ([\\d, ]+) báo tỷ lệ IP nước ngoài là từ IP nước ngoài(?: \\(([\\d.]+) giao dịch khác không được báo\\))?; tiền vào mọi tài khoản ${MONEY}`,
  'u',
);

/** Less than a minute is rounded to 0. */
const amount = (text = '') => (text === 'chưa đến 1' ? 0 : Number(text.replaceAll('.', '')));
const decimal = (text = '') => Number(text.replace(',', '.'));
const month = (text = '') => text.split('/').reverse().join('-');
const sum = (rows: readonly Flow[], of: (row: Flow) => number) => rows.reduce((total, row) => total + of(row), 0);
const moved = ({ credit, debit }: Flow) => credit >= MOVED || debit >= MOVED;
const tenths = (share: number) => Math.round(share * 1000) / 10;

/** Recomputes the figures of some accounts from their rows. */
function figuresOf(rows: readonly Flow[]) {
  const timed = rows.filter(({ medianHoldMinutes }) => medianHoldMinutes !== undefined);
  const credit = sum(rows, (row) => row.credit);
  const timedCredit = sum(timed, (row) => row.credit);
  return {
    months: new Set(rows.map(({ period }) => period)).size,
    credit,
    debit: sum(rows, ({ debit }) => debit),
    out: credit > 0 ? tenths(sum(rows, ({ debit }) => debit) / credit) : 0,
    held:
      timedCredit > 0
        ? Math.round(sum(timed, (row) => row.credit * (row.medianHoldMinutes ?? 0)) / timedCredit)
        : undefined,
  };
}

/** The accounts that a sentence may concern: all together, a single one, or those opened since a named day. */
function choices(accounts: readonly AccountFacts[], message: string): AccountFacts[][] {
  if (message.includes('Riêng một tài khoản')) return accounts.map((account) => [account]);
  const [, day] = /đổi người đại diện \(ngày ([\d/]+)\), riêng \d+ tài khoản/u.exec(message) ?? [];
  const since = day?.split('/').reverse().join('-');
  return [accounts.filter(({ openedOn }) => since === undefined || (openedOn !== undefined && openedOn >= since))];
}

function checkPassage(message: string, { accounts }: CompanyFacts): boolean {
  const found = THROUGH.exec(message);
  if (!found) return false;
  const [, single, count, first, last, credit, debit, out, held] = found;
  const [from, to] = single === undefined ? [month(first), month(last)] : [month(single), month(single)];
  const notified = {
    months: count === undefined ? 1 : Number(count),
    credit: amount(credit),
    debit: amount(debit),
    out: decimal(out),
    held: held === undefined ? undefined : amount(held),
  };
  const among = choices(accounts, message).map((some) => some.flatMap(({ flows }) => flows).filter(moved));
  expect(
    among.map((rows) => figuresOf(rows.filter(({ period }) => period >= from && period <= to))),
    message,
  ).toContainEqual(notified);
  const before = BEFORE.exec(message);
  if (!before) return true;
  const earlier = among.map((rows) => figuresOf(rows.filter(({ period }) => period < from)));
  expect(earlier.map((figures) => [figures.out, figures.held])).toContainEqual([
    decimal(before[1]),
    before[2] === undefined ? undefined : amount(before[2]),
  ]);
  return true;
}

function checkAbroad(message: string, { accounts }: CompanyFacts): boolean {
  const found = ABROAD.exec(message);
  if (!found) return false;
  const rows = accounts.flatMap(({ bank, flows }) => flows.map((flow) => ({ ...flow, bank })));
  const told = rows.filter(({ foreignIpShare, transactions }) => foreignIpShare !== undefined && transactions);
  const count = (some: readonly Flow[]) => sum(some, ({ transactions = 0 }) => transactions);
  const [, share, all, banks, others = '0', credit] = found;
  expect([decimal(share), amount(all), banks, amount(others), amount(credit)]).toEqual([
    tenths(sum(told, ({ transactions = 0, foreignIpShare = 0 }) => transactions * foreignIpShare) / count(told)),
    count(told),
    [...new Set(told.map(({ bank }) => bank))].sort().join(', '),
    count(rows) - count(told),
    sum(rows.filter(moved), (row) => row.credit),
  ]);
  return true;
}

/** Stands for an empty cell. */
const SILENT = -1;

/** Banks' rows of all sizes: much money in few transactions, little money in many, and very small amounts. */
const rowsOfBanks = arbitraryFacts.chain((facts) =>
  fc
    .infiniteStream(
      fc.tuple(fc.integer({ min: 1, max: 900 }), fc.constantFrom(0, 0.014, SILENT, 0.3, 0.7, 1), fc.nat(9)),
    )
    .map((drawn) => ({
      ...facts,
      accounts: facts.accounts.map((account) => ({
        ...account,
        flows: account.flows.map((flow) => {
          const [transactions, share, trifle] = drawn.next().value ?? [1, 0, 9];
          const foreignIpShare = share === SILENT ? undefined : share;
          return { ...flow, transactions, foreignIpShare, ...(trifle === 0 && { credit: 9000, debit: 11_000 }) };
        }),
      })),
    })),
);

describe('figures of money in the sentences of findings', () => {
  it('the money in the sentences of findings is that of the rows that banks sent', () => {
    let passages = 0;
    let abroad = 0;
    fc.assert(
      fc.property(rowsOfBanks, (facts) => {
        for (const { message } of assess(facts).findings) {
          if (checkPassage(message, facts)) passages += 1;
          else if (checkAbroad(message, facts)) abroad += 1;
          else expect(message).not.toMatch(/ phút|IP nước ngoài/u);
        }
      }),
      { numRuns: 400 },
    );
    expect(Math.min(passages, abroad)).toBeGreaterThan(10);
  });
});
