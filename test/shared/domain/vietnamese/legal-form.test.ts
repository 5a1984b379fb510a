import { describe, expect, it } from 'vitest';
import { csvCases } from '#test/support/csv-cases.ts';
import { describeLegalForm, type LegalForm, parseLegalForm } from '#shared/domain/vietnamese/legal-form.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';

describe('parseLegalForm', () => {
  it.each(csvCases('legal-forms.csv', import.meta))('parseLegalForm reads %s as %s', (text, form) => {
    const spellings = [
      text,
      text.toUpperCase(),
      foldMarks(text),
      text.normalize('NFD'),
      ` ${text.replaceAll(' ', '  ')}. `,
    ];
    expect(spellings.map(parseLegalForm)).toEqual(spellings.map(() => form));
    expect(parseLegalForm(describeLegalForm(form as LegalForm))).toBe(form);
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
