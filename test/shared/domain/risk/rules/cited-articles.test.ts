import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { basisOn } from '#shared/domain/risk/rules/law-in-force.ts';
import { addDays } from '#shared/domain/vietnamese/dates.ts';

const TEXTS = readFileSync('test/data/law-articles.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [number = '', last = '', since = '', until = ''] = line.split(',');
    return { number, last: Number(last), since, until };
  });

const LAW = String.raw`(?:Luật|Nghị định|NĐ|Thông tư|TT)(?: số| Doanh nghiệp)? ?(?:\d+/\d{4}(?:/[\p{Lu}\d-]+)?)?`;
const ARTICLES = String.raw`Điều \d+(?:(?:, | và )(?:Điều )?\d+)*`;
/** “Điều 68, 69 Nghị định 168/2025/NĐ-CP”, or “Nghị định 168/2025/NĐ-CP Điều 68, 69”. */
const CITED = new RegExp(`(${ARTICLES}) (${LAW})|(${LAW}),? \\(?(?:điểm \\p{L} )?(?:khoản \\d+ )?(${ARTICLES})`, 'gu');

/** The number of a text as the data have it: the law on enterprises is often named without its number. */
function textOf(law: string) {
  const number = /\d+\/\d{4}/u.exec(law)?.[0] ?? (law.startsWith('Luật Doanh nghiệp') ? '59/2020' : undefined);
  return TEXTS.find((text) => number !== undefined && text.number.startsWith(`${number}/`));
}

const citationsIn = (source: string) =>
  [...source.matchAll(CITED)].flatMap(([found, before, law, lawBefore, after]) => {
    const text = textOf(law ?? lawBefore ?? '');
    const articles = [...(before ?? after ?? '').matchAll(/\d+/gu)].map(([article]) => Number(article));
    return text === undefined ? [] : articles.map((article) => ({ found, article, text }));
  });

describe('the articles cited', () => {
  it('are recognised before and after their text', () => {
    const told = 'Điều 68, 69 Nghị định 168/2025/NĐ-CP; Luật Doanh nghiệp 59/2020/QH14 Điều 47, 75, 219';
    expect(citationsIn(told).map(({ article, text }) => `${article} ${text.number}`)).toEqual([
      '68 168/2025/NĐ-CP',
      '69 168/2025/NĐ-CP',
      '47 59/2020/QH14',
      '75 59/2020/QH14',
      '219 59/2020/QH14',
    ]);
  });

  it('of the law on enterprises and the decrees on registration exist', () => {
    const cited = globSync('{functions,shared}/**/*.ts').flatMap((file) =>
      citationsIn(readFileSync(file, 'utf8')).map((citation) => ({ ...citation, file })),
    );
    expect(cited.length).toBeGreaterThan(40);
    expect(cited.filter(({ article, text }) => article < 1 || article > text.last)).toEqual([]);
  });

  it.each(TEXTS.filter(({ number }) => !/^(?:76|68)\/2025/u.test(number)))(
    'of $number are a basis of what happened since $since, until a later text',
    ({ number, since, until }) => {
      const basis = number === '59/2020/QH14' ? 'Điều 42 Luật Doanh nghiệp' : `Điều 12 Nghị định ${number}`;
      expect(basisOn(basis, since)).toBe(basis);
      expect(basisOn(basis, addDays(since, -1))).not.toBe(basis);
      expect(basisOn(basis, addDays(until || '2026-12-31', -1))).toBe(basis);
      if (until !== '') expect(basisOn(basis, until)).not.toBe(basis);
    },
  );
});
