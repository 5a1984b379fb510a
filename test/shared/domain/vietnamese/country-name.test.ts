import { expect, it } from 'vitest';
import { countryName } from '#shared/domain/vietnamese/country-name.ts';

it.each([
  ['VN', 'Việt Nam'],
  ['KR', 'Hàn Quốc'],
  ['ZZZ', 'ZZZ'],
  ['Không quốc tịch', 'Không quốc tịch'],
])('the nationality %s is shown as %s', (country, name) => {
  expect(countryName(country)).toBe(name);
});
