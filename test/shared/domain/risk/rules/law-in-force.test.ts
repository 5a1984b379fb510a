import { expect, it } from 'vitest';
import { basisOn, lawInForceOn, lawsNamed } from '#shared/domain/risk/rules/law-in-force.ts';
import { ALL_RULES } from '#shared/domain/risk/rules/all-rules.ts';

const NUMBER = /\d+\/(\d{4})\/[\p{Lu}\d-]+/gu;

it('each younger law that a rule names has the day since which it is in force', () => {
  const named = Object.values(ALL_RULES).flatMap(({ legalBasis }) =>
    [...legalBasis.matchAll(NUMBER)].map(([number]) => ({ legalBasis, number })),
  );
  const undated = named.filter(({ legalBasis, number }) => {
    const [law = '', year = ''] = number.split('/');
    return !lawInForceOn(legalBasis, '2019-01-01')?.includes(`${law}/${year}`);
  });
  expect(named.length).toBeGreaterThan(5);
  expect(undated).toEqual([]);
});

it('a finding of an earlier day names the law that was in force then', () => {
  const taxCode = 'Thông tư 86/2024/TT-BTC Phụ lục I';
  expect(lawInForceOn(taxCode, '2025-02-05')).toContain('khi đó áp dụng Thông tư 105/2020/TT-BTC');
  expect(lawInForceOn(taxCode, '2025-02-06')).toBeUndefined();
  expect(lawInForceOn('Luật Phòng, chống rửa tiền 14/2022/QH15 Điều 28', '2022-06-30')).toContain('07/2012/QH13');
  expect(lawsNamed([taxCode], '2024-12-31')).toEqual([
    'Thông tư số 105/2020/TT-BTC ngày 03 tháng 12 năm 2020 của Bộ trưởng Bộ Tài chính hướng dẫn về đăng ký thuế',
  ]);
  expect(lawsNamed(['Luật Phòng, chống rửa tiền 14/2022/QH15'], '2022-12-31')).toEqual([
    'Luật Phòng, chống rửa tiền ngày 18 tháng 6 năm 2012',
  ]);
});

it('a paper of 2026 cites each law that a rule names with its day, except those whose day is not known', () => {
  const cited = lawsNamed(
    ALL_RULES.map(({ legalBasis }) => legalBasis),
    '2026-12-31',
  );
  const isDated = (title: string) => / ngày \d\d tháng \d{1,2} năm \d{4}/u.test(title);
  expect(cited.filter((title) => !isDated(title))).toEqual([
    'Thông tư số 91/2026/TT-BTC',
    'Thông tư số 90/2026/TT-BTC',
  ]);
});

it('a finding names the law of its day, and says so where the named law began later or has ended', () => {
  const basis = 'Điều 35 Nghị định 168/2025/NĐ-CP; Điều 7 Thông tư 91/2026/TT-BTC';
  expect(basisOn(basis, '2025-06-30')).toMatch(
    /khi đó áp dụng Nghị định 01\/2021\/NĐ-CP.*khi đó chưa có quy định này/u,
  );
  expect(basisOn(basis, '2026-07-01')).toBe(basis);
  const tax = 'khoản 2 Điều 17 Luật Quản lý thuế 38/2019/QH14';
  expect(basisOn(tax, '2026-06-30')).toBe(tax);
  expect(basisOn(tax, '2026-07-01')).toMatch(/hết hiệu lực từ 01\/07\/2026; khi đó áp dụng Luật Quản lý thuế 108/u);
});
