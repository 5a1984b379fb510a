import { expect, it } from 'vitest';
import { ALL_RULES } from '#shared/domain/risk/rules/all-rules.ts';
import { basisOn, lawsNamed } from '#shared/domain/risk/rules/law-in-force.ts';
import { bankScope, policeScope } from '#shared/domain/notification/notice/scope.ts';

const NUMBER = /\d+\/(\d{4})\/[\p{Lu}\d-]+/gu;

it('each younger law that a rule names has the day since which it is in force', () => {
  const named = Object.values(ALL_RULES).flatMap(({ legalBasis }) =>
    [...legalBasis.matchAll(NUMBER)].map(([number]) => ({ legalBasis, number })),
  );
  expect(named.length).toBeGreaterThan(5);
  for (const { legalBasis, number } of named) expect(basisOn(legalBasis, '2000-01-01')).not.toContain(number);
});

const TAX_CODES = 'Phụ lục I Thông tư 86/2024/TT-BTC';
const REGISTRATION = 'Điều 12 Nghị định 168/2025/NĐ-CP';

it.each([
  ['2018-05-02', REGISTRATION, 'Nghị định 78/2015/NĐ-CP (có hiệu lực khi đó; từ 01/07/2025 là Điều 12 Nghị định 168'],
  ['2021-01-04', REGISTRATION, 'Nghị định 01/2021/NĐ-CP (có hiệu lực khi đó; từ 01/07/2025 là Điều 12 Nghị định 168'],
  ['2025-07-01', REGISTRATION, REGISTRATION],
  ['2020-12-31', 'Điều 42 Luật Doanh nghiệp', 'Luật Doanh nghiệp 68/2014/QH13 (có hiệu lực khi đó; từ 01/01/2021 là'],
  ['2025-02-05', TAX_CODES, 'Thông tư 105/2020/TT-BTC (có hiệu lực khi đó; từ 06/02/2025 là Phụ lục I'],
  ['2025-02-06', TAX_CODES, TAX_CODES],
  ['2026-07-01', TAX_CODES, 'Thông tư 90/2026/TT-BTC (có hiệu lực từ 01/07/2026; trước đó là Phụ lục I'],
  [
    '2022-06-30',
    'Điều 28 Luật Phòng, chống rửa tiền 14/2022/QH15; mã nghi ngờ 3',
    'Luật Phòng, chống rửa tiền 07/2012',
  ],
  ['2025-06-30', 'Điều 7 Thông tư 91/2026/TT-BTC; ngưỡng là chỉ số nghiệp vụ', 'ngưỡng là chỉ số nghiệp vụ'],
  ['2025-06-30', 'Điều 7 Thông tư 91/2026/TT-BTC', 'khi đó chưa có quy định riêng'],
])('on %s the basis begins with a law that was in force then: %s', (on, basis, then) => {
  expect(basisOn(basis, on).startsWith(then)).toBe(true);
});

it('a notice names the laws of its day', () => {
  const bank = { ofCompany: false, isDecided: false, reasonCodes: [1] };
  expect(policeScope('2025-12-31').legalBasis.at(-1)).toMatch(/^Nghị định 13\/2023\/NĐ-CP \(/u);
  expect(policeScope('2026-01-01').legalBasis.at(-1)).toBe('Luật 91/2025/QH15 Điều 3, Điều 19');
  expect(bankScope({ ...bank, on: '2026-02-08' }).legalBasis.join()).not.toContain('340/2025');
  expect(bankScope({ ...bank, on: '2026-02-09' }).legalBasis).toContain('NĐ 340/2025/NĐ-CP Điều 30');
});

it('a paper cites each law that a rule names with its day, but no later law, and two whose day is not known', () => {
  const bases = ALL_RULES.map(({ legalBasis }) => legalBasis);
  const isDated = (title: string) => / ngày \d\d tháng \d{1,2} năm \d{4}/u.test(title);
  expect(lawsNamed(bases, '2026-12-31').filter((title) => !isDated(title))).toEqual(['Thông tư số 91/2026/TT-BTC']);
  const then = bases.map((basis) => basisOn(basis, '2024-12-31'));
  const cited = lawsNamed(then, '2024-12-31').join();
  expect(cited).toContain('Thông tư số 105/2020/TT-BTC ngày 03 tháng 12 năm 2020');
  expect(cited).not.toMatch(/\/2026\/|168\/2025/u);
});
