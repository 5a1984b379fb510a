import { indexPhrases, type Phrase, type PhraseIndex } from './phrases.ts';

/**
 * Loại hình as a name states it. `TNHH` leaves open how many members; `CTY` is a bare `công ty`; `TCT` a tổng công ty
 * of whatever form; `CORP` the English word for it or for a công ty cổ phần.
 */
export type NamedForm = 'DNTN' | 'TNHH' | 'TNHH1TV' | 'TNHH2TV' | 'CP' | 'HD' | 'HKD' | 'HTX' | 'CTY' | 'TCT' | 'CORP';

export interface FormPhrase extends Phrase {
  readonly form: NamedForm;
}

const COMPANY = ['công ty', 'côngty', 'cty', 'c ty', 'ct'];
const GENERAL = ['tổng công ty', 'tổng cty', 'tct', 'tcty'];
/** The list includes frequent typing errors, which no brand looks like. */
const LIMITED = ['tnhh', 'trách nhiệm hữu hạn', 'tn hh', 'tnnh', 'thnn', 'thhn', 'thhh', 'tnh', 'tnhhh', 'tnnhh'];
const STOCK = ['cổ phần', 'cp', 'cổ phân', 'cổ phẩn', 'cổ phàn', 'cỏ phần', 'cô phần', 'cố phần', 'cổ phấn'];
const ONE_MEMBER =
  'mtv, một thành viên, 1 thành viên, 1tv, 1 tv, m t v, một tv, một thành vên, một thàn viên, môt thành viên'.split(
    ', ',
  );
const MORE_MEMBERS =
  'hai thành viên trở lên, 2 thành viên trở lên, hai thành viên, 2 thành viên, 2tv trở lên, 2tv, 2 tv'.split(', ');

const combine = (...parts: readonly (readonly string[])[]): string[] =>
  parts.reduce<string[]>((left, right) => left.flatMap((head) => right.map((tail) => `${head} ${tail}`.trim())), ['']);

const phrases = (form: NamedForm, list: readonly string[]): FormPhrase[] =>
  list.map((text) => ({ words: text.split(' '), form }));

/** The words with which a name may begin (Luật Doanh nghiệp 59/2020 Art. 37, and the short forms in use). */
export const LEADING_FORMS: PhraseIndex<FormPhrase> = indexPhrases([
  ...phrases('TNHH1TV', combine([...COMPANY, ''], LIMITED, ONE_MEMBER)),
  ...phrases('TNHH2TV', combine([...COMPANY, ''], LIMITED, MORE_MEMBERS)),
  ...phrases('TNHH', combine([...COMPANY, ''], LIMITED)),
  ...phrases('TNHH1TV', combine([...COMPANY, ''], ['tnhhmtv', 'tnhh1tv'])),
  ...phrases('CP', combine(COMPANY, STOCK)),
  ...phrases('TCT', [...GENERAL, ...combine(GENERAL, [...STOCK, ...LIMITED, ...combine(LIMITED, ONE_MEMBER)])]),
  ...phrases('CP', ['ctcp', 'cty cp', 'ctycp', 'cổ phần']),
  ...phrases('HD', [...combine(COMPANY, ['hợp danh', 'hd']), 'ctyhd', 'cthd']),
  ...phrases('DNTN', ['doanh nghiệp tư nhân', 'doanh nghiệp tn', 'dntn', 'dn tư nhân', 'dn tn', 'xí nghiệp tư nhân']),
  ...phrases('HKD', ['hộ kinh doanh', 'hộ kinh doanh cá thể', 'hộ kd', 'hkd']),
  ...phrases('HTX', ['hợp tác xã', 'htx', 'htxnn', 'htxdvnn']),
  ...phrases('CTY', ['công ty', 'côngty', 'cty', 'c ty']),
]);

/** The words at the end of a foreign-language name, of a tổng công ty's name or of a carelessly typed one. */
export const TRAILING_FORMS: PhraseIndex<FormPhrase> = indexPhrases([
  ...phrases(
    'TNHH1TV',
    combine(
      ['one member', 'single member'],
      ['limited liability company', 'company limited', 'limited company', 'limited', 'llc', 'ltd', 'co ltd'],
    ),
  ),
  ...phrases('TNHH1TV', ['tnhh mtv', 'công ty tnhh mtv', 'công ty tnhh một thành viên']),
  ...phrases(
    'TNHH',
    'limited liability company, company limited, limited company, company ltd, co limited, limited'.split(', '),
  ),
  ...phrases('TNHH', ['co ltd', 'coltd', 'pte ltd', 'ltd', 'llc', 'tnhh', 'công ty tnhh']),
  ...phrases(
    'CP',
    'joint stock company, joint stock co, joint stock corporation, jsc, j s c, jointstock company'.split(', '),
  ),
  ...phrases('CP', ['ctcp', 'công ty cổ phần', 'công ty cp']),
  ...phrases('CORP', ['corp', 'corporation', 'corporation jsc', 'corporation joint stock company']),
  ...phrases('DNTN', ['private enterprise', 'dntn']),
  ...phrases('HTX', ['cooperative', 'co operative']),
  ...phrases('CTY', ['company', 'co']),
]);

const COMPANY_FORMS = ['TNHH1TV', 'TNHH2TV', 'CP', 'HD'];
/** The legal forms that each word may mean. */
const MAY_BE: Readonly<Record<NamedForm, readonly string[]>> = {
  DNTN: ['DNTN'],
  TNHH: ['TNHH1TV', 'TNHH2TV'],
  TNHH1TV: ['TNHH1TV'],
  TNHH2TV: ['TNHH2TV'],
  CP: ['CP'],
  HD: ['HD'],
  HKD: ['HKD'],
  HTX: ['HTX'],
  CTY: COMPANY_FORMS,
  TCT: ['TCT'],
  CORP: ['CP', 'TCT'],
};

/** Whether two forms can't belong to one company; a missing or partial form contradicts nothing. */
export function formsContradict(one: NamedForm | undefined, other: NamedForm | undefined): boolean {
  if (one === undefined || other === undefined || one === other) return false;
  return !MAY_BE[one].some((form) => MAY_BE[other].includes(form));
}
