import { indexPhrases, type Phrase, type PhraseIndex } from './phrases.ts';

/** Loại hình as a name states it. `TNHH` leaves open how many members; `CTY` is a bare `công ty`. */
export type NamedForm = 'DNTN' | 'TNHH' | 'TNHH1TV' | 'TNHH2TV' | 'CP' | 'HD' | 'HKD' | 'HTX' | 'CTY';

export interface FormPhrase extends Phrase {
  readonly form: NamedForm;
}

const COMPANY = ['công ty', 'cty', 'c ty', 'ct'];
const LIMITED = ['tnhh', 'trách nhiệm hữu hạn', 'tn hh'];
const ONE_MEMBER = ['mtv', 'một thành viên', '1 thành viên', '1tv', '1 tv', 'm t v', 'một tv'];
const MORE_MEMBERS = [
  'hai thành viên trở lên',
  '2 thành viên trở lên',
  'hai thành viên',
  '2 thành viên',
  '2tv trở lên',
  '2tv',
  '2 tv',
];

const combine = (...parts: readonly (readonly string[])[]): string[] =>
  parts.reduce<string[]>((left, right) => left.flatMap((head) => right.map((tail) => `${head} ${tail}`.trim())), ['']);

const phrases = (form: NamedForm, list: readonly string[]): FormPhrase[] =>
  list.map((text) => ({ words: text.split(' '), form }));

/** What a name may begin with (Luật Doanh nghiệp 59/2020 Art. 37, and the short forms in use). */
export const LEADING_FORMS: PhraseIndex<FormPhrase> = indexPhrases([
  ...phrases('TNHH1TV', combine([...COMPANY, ''], LIMITED, ONE_MEMBER)),
  ...phrases('TNHH2TV', combine([...COMPANY, ''], LIMITED, MORE_MEMBERS)),
  ...phrases('TNHH', combine([...COMPANY, ''], LIMITED)),
  ...phrases('CP', combine(COMPANY, ['cổ phần', 'cp'])),
  ...phrases('CP', ['ctcp', 'cty cp', 'ctycp', 'cổ phần']),
  ...phrases('HD', [...combine(COMPANY, ['hợp danh', 'hd']), 'ctyhd', 'cthd']),
  ...phrases('DNTN', ['doanh nghiệp tư nhân', 'doanh nghiệp tn', 'dntn', 'dn tư nhân', 'dn tn', 'xí nghiệp tư nhân']),
  ...phrases('HKD', ['hộ kinh doanh', 'hộ kinh doanh cá thể', 'hkd']),
  ...phrases('HTX', ['hợp tác xã', 'htx']),
  ...phrases('CTY', ['công ty', 'cty', 'c ty']),
]);

/** What the foreign-language name, or a careless typist, puts at the end. */
export const TRAILING_FORMS: PhraseIndex<FormPhrase> = indexPhrases([
  ...phrases('TNHH1TV', [
    'one member limited liability company',
    'one member company limited',
    'one member co ltd',
    'tnhh mtv',
  ]),
  ...phrases('TNHH', ['limited liability company', 'company limited', 'co ltd', 'coltd', 'ltd', 'llc', 'tnhh']),
  ...phrases('CP', ['joint stock company', 'joint stock corporation', 'jsc', 'corp', 'corporation', 'ctcp']),
  ...phrases('DNTN', ['private enterprise', 'dntn']),
]);

const COMPANY_FORMS: ReadonlySet<NamedForm> = new Set(['TNHH', 'TNHH1TV', 'TNHH2TV', 'CP', 'HD', 'CTY']);

/** Two forms that can't be of one company; a form not stated, or stated in part, contradicts nothing. */
export function formsContradict(one: NamedForm | undefined, other: NamedForm | undefined): boolean {
  if (one === undefined || other === undefined || one === other) return false;
  if (one === 'CTY' || other === 'CTY') return !COMPANY_FORMS.has(one) || !COMPANY_FORMS.has(other);
  if (one === 'TNHH' || other === 'TNHH') return !one.startsWith('TNHH') || !other.startsWith('TNHH');
  return true;
}
