import { beforeEach, describe, expect, it } from 'vitest';
import { putOnSiteCheck } from '#test/support/desks/an-on-site-check.ts';
import { testDesks } from '#test/support/desks/test-desks.ts';
import { unzip } from '#test/support/unzip.ts';

const COMPANY = '0101243150';
const PEOPLE = [
  { fullName: 'Đặng Hoàng Yến Alpha', documentNumber: '033085771234', personalPhone: '0937771234' },
  { fullName: 'Đặng Hoàng Yến Beta', documentNumber: '033085661235', personalPhone: '0968881234' },
];
/** What a bank's account, another company and the officer who takes the letter are called. */
const OTHERS = ['****5554', 'account-reference', '970436', '0101243129', 'Đặng Hoàng Yến Gamma', 'officer-gamma'];
const MARKS = [...PEOPLE.flatMap((person) => Object.values(person)), ...OTHERS];

describe('marked values in the letter to a company', () => {
  let headers: string;
  let parts: ReadonlyMap<string, string>;

  beforeEach(async () => {
    const desks = await testDesks();
    const [maskedNumber = '', accountRef = '', bank = '', buyer = '', name = '', subject = ''] = OTHERS;
    const path = await putOnSiteCheck(desks, COMPANY, PEOPLE, {
      inspections: [{ on: '2025-06-01', found: false }],
      accounts: [
        {
          accountRef,
          bank,
          maskedNumber,
          representative: 'different',
          phoneOwner: 'different',
          holder: 'different',
          flows: [{ period: '2024-01', credit: 90_000_000_000, debit: 89_900_000_000 }],
        },
      ],
      invoicePairs: { sold: [{ buyer, period: '2024-01', total: 5 }] },
    } as never);
    const browser = await desks.signedIn(['office'], subject, name);
    const { body = '', headers: sent } = await browser.get(`${path}/letter`);
    headers = JSON.stringify(sent);
    parts = unzip(Buffer.from(body, 'base64'));
  });

  it('the letter says what the inspection found, and has its properties', () => {
    expect(parts.get('word/document.xml')).toContain(
      'Kiểm tra ngày 01/06/2025 không tìm thấy doanh nghiệp tại trụ sở.',
    );
    expect(parts.get('docProps/core.xml')).toContain('<dc:title>');
  });

  it('no part of the letter, its properties and its file name contains a person, a number or another company', () => {
    const said = [headers, ...[...parts].flat()].join(' ');
    const plain = said.replaceAll(/<[^>]*>/gu, '');
    expect(MARKS.filter((mark) => said.includes(mark) || plain.includes(mark))).toEqual([]);
  });
});
