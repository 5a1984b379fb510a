import { describe, expect, it } from 'vitest';
import { workbookOf } from '#test/support/workbook.ts';
import { CODE, FUND, judged, ORGANISATION, PERSON, registrations, sharesOf } from './holder-lists.ts';
import { readWhole } from './read-whole.ts';

const OWNERS = 'Mã số doanh nghiệp|Họ và tên|Số giấy tờ|Tỷ lệ sở hữu vốn điều lệ|Quyền chi phối|Ngày kê khai'.split(
  '|',
);

describe('the declarations of beneficial owners', () => {
  it('name an owner with the share or the kind of control, or say that there is none', async () => {
    const { records, rejected } = await registrations([
      OWNERS,
      [CODE, PERSON.name, PERSON.number, '60', 'Bổ nhiệm giám đốc', '05/08/2025'],
      [FUND, 'Không có', '', '', '', '05/08/2025'],
      [FUND, 'Không có chủ sở hữu hưởng lợi', '', '', '', '05/08/2025'],
    ]);
    expect(rejected).toEqual([]);
    expect(records).toMatchObject([
      { declared: { holder: PERSON, share: 60, control: 'Bổ nhiệm giám đốc', declaredOn: '2025-08-05' } },
      { enterpriseCode: FUND, declared: { holder: undefined, declaredOn: '2025-08-05' } },
      { enterpriseCode: FUND, declared: { holder: undefined } },
    ]);
  });

  it('persons and organisations may have columns of their own for names', async () => {
    const headings =
      'Mã số doanh nghiệp|Họ và tên|Tên tổ chức|Số giấy tờ|Mã số tổ chức|Tỷ lệ sở hữu vốn điều lệ|Ngày kê khai'.split(
        '|',
      );
    const { records, rejected } = await registrations([
      headings,
      [CODE, PERSON.name, '', PERSON.number, '', '60%', '05/08/2025'],
      [CODE, '', ORGANISATION.name, '', FUND, '40%', '05/08/2025'],
      [CODE, '', 'Không có', '', '', '', '05/08/2025'],
    ]);
    expect(rejected).toEqual([]);
    expect(records).toMatchObject([
      { declared: { holder: PERSON } },
      { declared: { holder: ORGANISATION } },
      { declared: { holder: undefined } },
    ]);
  });

  it('a form with group headings and percent signs is read, organisations (Mẫu 11) too', async () => {
    const bytes = await workbookOf([
      ['Mẫu số 11'],
      ['DANH SÁCH TỔ CHỨC LÀ CỔ ĐÔNG SỞ HỮU TỪ 25% TỔNG SỐ CỔ PHẦN CÓ QUYỀN BIỂU QUYẾT TRỞ LÊN'],
      [
        'STT',
        'Mã số doanh nghiệp',
        'Tên tổ chức',
        'Mã số tổ chức',
        'Tỷ lệ sở hữu cổ phần có quyền biểu quyết (%)',
        'Ngày kê khai',
      ],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
      [1, CODE, ORGANISATION.name, FUND, 51, '05/08/2025'],
    ]);
    const { records, rejected } = await readWhole(bytes, 'registrations', 'mau-11.xlsx');
    expect(rejected).toEqual([]);
    expect(records).toMatchObject([{ declared: { holder: ORGANISATION, votingShare: 51 } }]);
  });

  it('lines of JSON have percentages where a number is above one', async () => {
    const lines = (...shares: readonly number[]) =>
      shares
        .map((share, n) => {
          const owner = { enterpriseCode: CODE, name: PERSON.name, documentNumber: `0330850000${20 + n}` };
          return `${JSON.stringify({ ...owner, share, declaredOn: '2025-08-05' })}\n`;
        })
        .join('');
    expect(await sharesOf(lines(60, 39, 1), 'o.jsonl')).toEqual([60, 39, 1]);
    expect(await sharesOf(lines(0.6, 0.4, 1), 'o.jsonl')).toEqual([60, 40, 100]);
    expect((await judged(lines(0.6, 0.4, 0.5, 0.5, 60), 'o.jsonl')).objection?.code).toBe('number_format');
  });

  it('lines of JSON say `none`', async () => {
    const lines = [
      { enterpriseCode: CODE, none: true, declaredOn: '2025-08-05' },
      { enterpriseCode: CODE, name: PERSON.name, documentNumber: PERSON.number, share: 60, declaredOn: '2025-08-05' },
    ].map((line) => `${JSON.stringify(line)}\n`);
    const { records, rejected } = await readWhole(lines.join(''), 'registrations', 'o.jsonl');
    expect(rejected).toEqual([]);
    expect(records).toMatchObject([{ declared: { holder: undefined } }, { declared: { holder: PERSON, share: 60 } }]);
  });
});
