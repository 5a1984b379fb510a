import { foldMarks } from './text/fold.ts';

/** The legal forms (loại hình doanh nghiệp, Luật Doanh nghiệp 59/2020), and hộ kinh doanh. */
export type LegalForm = 'DNTN' | 'TNHH1TV' | 'TNHH2TV' | 'CP' | 'HD' | 'HKD';

const LABELS: Readonly<Record<LegalForm, string>> = {
  DNTN: 'Doanh nghiệp tư nhân',
  TNHH1TV: 'Công ty trách nhiệm hữu hạn một thành viên',
  TNHH2TV: 'Công ty trách nhiệm hữu hạn hai thành viên trở lên',
  CP: 'Công ty cổ phần',
  HD: 'Công ty hợp danh',
  HKD: 'Hộ kinh doanh',
};

/** The owner of the capital, as tax lists add it. */
const OWNERS = / (?:do .+ lam chu(?: so huu)?|ngoai (?:nn|nha nuoc|quoc doanh)|(?:100 )?(?:co )?von .+)$/;

const SPELLINGS: readonly (readonly [form: LegalForm, spelling: RegExp])[] = [
  ['HKD', /^(?:ho kinh doanh|ho kd|hkd)(?: ca the)?$/],
  ['DNTN', /^(?:doanh nghiep|dn) ?(?:tu nhan|tn)$/],
  ['HD', /^(?:(?:cong ty|cty|ct) ?)?(?:hop danh|hd)$/],
  ['CP', /^(?:(?:cong ty|cty|ct) ?)?(?:co phan|cp)(?: dai chung)?$/],
  ['TNHH1TV', /^(?:(?:cong ty|cty|ct) ?)?(?:tnhh|trach nhiem huu han) ?(?:mtv|(?:mot|1|01) ?(?:thanh vien|tv))$/],
  [
    'TNHH2TV',
    /^(?:(?:cong ty|cty|ct) ?)?(?:tnhh|trach nhiem huu han) ?(?:(?:hai|2|02) ?(?:thanh vien|tv)|nhieu (?:thanh vien|tv))(?: tro len)?$/,
  ],
];

/**
 * Finds the form that a label names, also with abbreviations, in upper case and without marks. `TNHH` alone is
 * ambiguous and gives undefined.
 */
export function parseLegalForm(text: string): LegalForm | undefined {
  const key = KNOWN.get(text);
  if (key) return key;
  const plain = foldMarks(text)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^tnhh(?=\S)/, 'tnhh ')
    .replace(OWNERS, '');
  return SPELLINGS.find(([, spelling]) => spelling.test(plain))?.[0];
}

/** The form's full Vietnamese name. */
export function describeLegalForm(form: LegalForm): string {
  return LABELS[form];
}

const KNOWN: ReadonlyMap<string, LegalForm> = new Map(
  SPELLINGS.flatMap(([form]) => [
    [form, form],
    [LABELS[form], form],
  ]),
);
