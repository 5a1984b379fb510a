import { attribute } from './xml.ts';

/** How a cell's number is shown: as a day, or in so many digits, zeros in front. */
export type NumberFormat = { readonly day: true } | { readonly digits: number } | undefined;

/** Formats built in that show a day (ECMA-376 18.8.30): 14…22, and those of East Asia. */
const isBuiltInDay = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
const XF = /<(?:[\w.-]+:)?xf[\s/][^>]*>/gu;

/** The format of each cell style, by its number, out of `styles.xml`. */
export function numberFormats(styles: string): readonly NumberFormat[] {
  const codes = new Map<number, string>();
  for (const [tag] of styles.matchAll(/<(?:[\w.-]+:)?numFmt\s[^>]*>/gu)) {
    codes.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
  }
  const cellStyles = /<(?:[\w.-]+:)?cellXfs[\s>]([\s\S]*?)<\/(?:[\w.-]+:)?cellXfs>/u.exec(styles)?.[1] ?? '';
  return [...cellStyles.matchAll(XF)].map(([tag]) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0);
    const code = codes.get(id);
    return code === undefined ? builtIn(id) : custom(code);
  });
}

const builtIn = (id: number): NumberFormat => (isBuiltInDay(id) ? { day: true } : undefined);

const custom = (code: string): NumberFormat => {
  const first = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./gu, '').split(';')[0] ?? '';
  if (/^0{2,}$/u.test(first)) return { digits: first.length };
  return /[dy]/iu.test(first) ? { day: true } : undefined;
};
