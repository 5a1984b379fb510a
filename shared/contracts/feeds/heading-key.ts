import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';

/** What officers shorten in headings and lists, and words that they write or leave out. */
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cshhl: 'chu so huu huong loi',
    cua: '',
    dc: 'dia chi',
    ddpl: 'dai dien phap luat',
    ddtpl: 'dai dien phap luat',
    dk: 'dang ky',
    dkdn: 'dang ky doanh nghiep',
    dkkd: 'dang ky kinh doanh',
    dl: 'dieu le',
    dn: 'doanh nghiep',
    dt: 'dien thoai',
    gcn: 'giay chung nhan',
    gcndkdn: 'giay chung nhan dang ky doanh nghiep',
    gcndkkd: 'giay chung nhan dang ky kinh doanh',
    gd: 'giao dich',
    gt: 'giay to',
    kd: 'kinh doanh',
    ld: 'lao dong',
    msdn: 'ma so doanh nghiep',
    mst: 'ma so thue',
    nddpl: 'nguoi dai dien phap luat',
    nddtpl: 'nguoi dai dien phap luat',
    ndd: 'nguoi dai dien',
    nh: 'ngan hang',
    pl: 'phap luat',
    sdt: 'so dien thoai',
    stk: 'so tai khoan',
    theo: '',
    ti: 'ty',
    tk: 'tai khoan',
    va: '',
  }),
);

/** The words of a heading without marks and case, with what is shortened written out. */
export const headingWords = (text: string): string[] =>
  foldMarks(text)
    .split(/[^a-z0-9]+/u)
    .flatMap((word) => (WORDS.get(word) ?? word).split(' '))
    .filter((word) => word !== '');

/** Reduces a heading to the letters and digits of its words: `“Mã số DN (*)”` becomes `masodoanhnghiep`. */
export const headingKey = (text: string): string => headingWords(text).join('');
