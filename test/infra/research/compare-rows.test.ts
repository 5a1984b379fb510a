import { describe, expect, it } from 'vitest';
import { COMPARISONS, compareRows, UnusableFile } from '#infra/research/compare-rows.ts';

const compare = (kind: string, csv: string) => compareRows(csv, COMPARISONS.get(kind)!);

describe('compareRows', () => {
  it('compareRows gives the same rows with result and score, other columns kept', () => {
    const csv = '\uFEFFid,name1,name2\n7,Nguyễn Văn Hùng,NGUYỄN VĂN HÙNG\n8,Nguyễn Thị Thu,"Nguyễn Thị Thư"\n';
    expect(compare('persons', csv)).toBe(
      'id,name1,name2,result,score\n7,Nguyễn Văn Hùng,NGUYỄN VĂN HÙNG,match,1\n8,Nguyễn Thị Thu,Nguyễn Thị Thư,mismatch,0.45\n',
    );
  });

  it('compareRows reads semicolons and tabs, quoted line breaks and short rows', () => {
    const rows = compare('companies', 'name1;name2;note\nCTCP A Châu;Công ty cổ phần A Châu;"a\nb"\nCTCP A Châu\n');
    expect(rows).toBe(
      'name1,name2,note,result,score\nCTCP A Châu,Công ty cổ phần A Châu,"a\nb",variation,0.92\nCTCP A Châu,,,mismatch,0\n',
    );
    expect(compare('general', 'name1\tname2\nPolPot\tPol Pot\n')).toContain('match,1');
  });

  it.each(['', 'name1,other\na,b\n', 'name1,name2\n"a,b\n'])('compareRows refuses %j', (csv) => {
    expect(() => compare('persons', csv)).toThrow(UnusableFile);
  });
});
