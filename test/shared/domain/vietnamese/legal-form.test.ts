import { describe, expect, it } from 'vitest';
import { describeLegalForm, parseLegalForm } from '#shared/domain/vietnamese/legal-form.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';

const LABELS = [
  ['Doanh nghiệp tư nhân', 'DNTN'],
  ['DNTN', 'DNTN'],
  ['DN tư nhân', 'DNTN'],
  ['Công ty TNHH một thành viên', 'TNHH1TV'],
  ['Công ty TNHH 1 thành viên', 'TNHH1TV'],
  ['Công ty TNHH MTV', 'TNHH1TV'],
  ['Công ty trách nhiệm hữu hạn một thành viên', 'TNHH1TV'],
  ['TNHH 1TV', 'TNHH1TV'],
  ['TNHH1TV', 'TNHH1TV'],
  ['Cty TNHH MTV', 'TNHH1TV'],
  ['Công ty TNHH hai thành viên trở lên', 'TNHH2TV'],
  ['Công ty TNHH 2 thành viên trở lên', 'TNHH2TV'],
  ['TNHH 2TV', 'TNHH2TV'],
  ['Công ty cổ phần', 'CP'],
  ['CTCP', 'CP'],
  ['Cty CP', 'CP'],
  ['Công ty TNHH một thành viên do tổ chức làm chủ sở hữu', 'TNHH1TV'],
  ['Công ty trách nhiệm hữu hạn 2 thành viên trở lên ngoài NN', 'TNHH2TV'],
  ['Công ty cổ phần có vốn nước ngoài', 'CP'],
  ['Công ty hợp danh', 'HD'],
  ['Hộ kinh doanh', 'HKD'],
] as const;

describe('parseLegalForm', () => {
  it.each(LABELS)('parseLegalForm reads %s as %s', (text, form) => {
    const spellings = [
      text,
      text.toUpperCase(),
      foldMarks(text),
      text.normalize('NFD'),
      ` ${text.replaceAll(' ', '  ')}. `,
    ];
    expect(spellings.map(parseLegalForm)).toEqual(spellings.map(() => form));
    expect(parseLegalForm(describeLegalForm(form))).toBe(form);
  });

  it.each([
    '',
    'TNHH',
    'Công ty TNHH',
    'Công ty',
    'Hợp tác xã',
    'Công ty TNHH ba thành viên',
    'Công ty cổ phần Hòa Phát',
  ])('parseLegalForm does not decide on %s', (text) => {
    expect(parseLegalForm(text)).toBeUndefined();
  });
});
