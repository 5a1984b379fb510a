import { describe, expect, it } from 'vitest';
import { isRejected } from './rows-told.ts';

describe('rows that every reader of the simulation rejects', () => {
  it.each(['0900010018,CÔNG TY,31/02/2025,5', '0900010018,CÔNG TY,01/15/2025,5', '0900010018,khong phai ngay,5'])(
    'a day that does not exist is one: %s',
    (row) => expect(isRejected(row)).toBe(true),
  );

  it('a day before its month is none', () => {
    expect(isRejected('0900010018,CÔNG TY,15/01/2025,Trần Thị A,12/12/1990')).toBe(false);
  });
});
