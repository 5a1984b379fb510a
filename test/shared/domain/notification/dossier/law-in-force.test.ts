import { expect, it } from 'vitest';
import { lawInForceOn, lawsNamed } from '#shared/domain/notification/dossier/law-in-force.ts';
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

it('a paper of 2026 cites each law that a rule names with its day, except the one whose day is not known', () => {
  const cited = lawsNamed(
    ALL_RULES.map(({ legalBasis }) => legalBasis),
    '2026-12-31',
  );
  const isDated = (title: string) => / ngày \d\d tháng \d{1,2} năm \d{4}/u.test(title);
  expect(cited.filter((title) => !isDated(title))).toEqual(['Thông tư số 91/2026/TT-BTC']);
});
