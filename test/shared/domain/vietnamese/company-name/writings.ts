import * as fc from 'fast-check';
import { TRADES } from '#shared/domain/vietnamese/company-name/trades.ts';

/** A company's name in its parts: the ways of writing its form, its trades, its brand. */
interface WrittenCompany {
  readonly form: readonly string[];
  readonly trades: readonly (readonly [phrase: string, short: string])[];
  readonly brand: readonly string[];
}

/** A writer's style of names. */
interface NameWriting {
  readonly form: number;
  readonly trades: 'full' | 'short' | 'glued' | 'dashed' | 'swapped';
  readonly quoted: boolean;
  readonly finish: (text: string) => string;
}

const FORMS = [
  ['Công ty TNHH', 'CTY TNHH', 'Công ty trách nhiệm hữu hạn', 'C.TY TNHH', 'Cty. TNHH'],
  ['Công ty cổ phần', 'CTCP', 'Cty CP', 'Công ty CP', 'CT CP'],
  ['Công ty TNHH MTV', 'Công ty TNHH một thành viên', 'CTY TNHH 1TV', 'Công ty TNHH 01 thành viên', 'Cty TNHH-MTV'],
  ['DNTN', 'Doanh nghiệp tư nhân', 'Doanh nghiệp TN', 'DN tư nhân', 'DNTN'],
  ['HTX', 'Hợp tác xã', 'Htx', 'HỢP TÁC XÃ', 'Hợp Tác Xã'],
];
const BRANDS =
  'An Bình Đại Phát Hưng Thịnh Minh Đức Quang Ngọc Linh Khánh Vượng Tâm Thiên Phúc Lộc Gia Bảo Kim Long Trường Sơn Hải Đăng Việt Tiến Nam Hoàng Thái Nguyên Châu Tuấn Vũ'.split(
    ' ',
  );
const WITH_SHORT = TRADES.flatMap(([phrase = '', short]) =>
  short === undefined || /[aăâeêioôơuưy]/u.test(short) ? [] : [[phrase, short] as const],
);

const noMarks = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

export const brandWord = fc.constantFrom(...BRANDS);

export const company: fc.Arbitrary<WrittenCompany> = fc.record({
  form: fc.constantFrom(...FORMS),
  trades: fc.uniqueArray(fc.constantFrom(...WITH_SHORT), { maxLength: 2, selector: ([, short]) => short }),
  brand: fc.array(brandWord, { minLength: 2, maxLength: 3 }),
});

export const writing: fc.Arbitrary<NameWriting> = fc.record({
  form: fc.integer({ min: 0, max: 4 }),
  trades: fc.constantFrom('full', 'short', 'glued', 'dashed', 'swapped'),
  quoted: fc.boolean(),
  finish: fc.constantFrom(
    (text: string) => text,
    (text: string) => text.toUpperCase(),
    (text: string) => noMarks(text).toUpperCase(),
    (text: string) => text.normalize('NFD'),
    (text: string) => ` ${text.replaceAll(' ', '  ')}. `,
  ),
});

export function writeCompanyName({ form, trades, brand }: WrittenCompany, how: NameWriting): string {
  const name = brand.join(' ');
  const words = [form[how.form], tradesIn(trades, how), how.quoted ? `"${name}"` : name];
  return how.finish(words.filter((word) => word !== '').join(' '));
}

function tradesIn(trades: WrittenCompany['trades'], how: NameWriting): string {
  const phrases = trades.map(([phrase]) => phrase);
  const shorts = trades.map(([, short]) => short.toUpperCase());
  const written = {
    full: phrases.join(' và '),
    short: shorts.join(' & '),
    glued: shorts.join(''),
    dashed: shorts.join('-'),
    swapped: phrases.toReversed().join(', '),
  };
  return written[how.trades];
}
