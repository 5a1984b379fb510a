import { describe, expect, it } from 'vitest';
import { LostAcute } from '#functions/1-read-file/judgement/file-survey.ts';

const objectionTo = (...cells: string[]) => {
  const lost = new LostAcute();
  for (const cell of cells) lost.add([cell]);
  return lost.objection?.code;
};

describe('a file in which ý became ỳ', () => {
  it('a file in which ý became ỳ is stopped, because its names have changed', () => {
    expect(objectionTo('Lê Văn Quỳ', 'Lỳ Công Huy')).toBe('garbled');
    expect(objectionTo('Lê Văn Quy\u0300', 'Ngày đăng ky\u0300')).toBe('garbled');
  });

  it('a file with a ý anywhere, or with names and places that have ỳ, is not stopped for a lost acute', () => {
    expect(objectionTo('Lê Văn Quỳ', 'Lỳ Công Huy', 'Nguyễn Thị Quý')).toBeUndefined();
    expect(objectionTo('Huỳnh Thị Quỳnh', 'Tam Kỳ', 'Quỳ Châu, Quỳ Hợp, Nghệ An', 'Lê Mỹ Kỳ')).toBeUndefined();
  });
});
