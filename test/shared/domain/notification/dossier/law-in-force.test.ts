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
  expect(lawsNamed([taxCode], '2024-12-31')).toEqual(['Thông tư số 105/2020/TT-BTC']);
  expect(lawsNamed(['Luật Phòng, chống rửa tiền 14/2022/QH15'], '2022-12-31')).toEqual([
    'Luật Phòng, chống rửa tiền số 07/2012/QH13',
  ]);
});
