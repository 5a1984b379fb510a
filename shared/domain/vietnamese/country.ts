import { foldMarks } from './text/fold.ts';
import { wordMap } from './text/rows-of.ts';

const LETTERS = Array.from({ length: 26 }, (_, n) => String.fromCodePoint(65 + n));
/** Names that differ from the standard's, and the codes of three letters in passports. */
const ALSO: ReadonlyMap<string, string> = wordMap(`
  vietnamese: VN; vnm: VN; kinh: VN; my: US; usa: US; chn: CN; china: CN; kor: KR; korea: KR; japan: JP; jpn: JP;
  twn: TW; sgp: SG; lao: LA; khm: KH; campuchia: KH; myanma: MM; uc: AU`);

const keyOf = (text: string): string =>
  foldMarks(text)
    .toLowerCase()
    .replaceAll(/[^a-z]/gu, '')
    .replace(/^(?:nguoi|nuoc|quoctich)/u, '');

function names(): ReadonlyMap<string, string> {
  const languages = ['vi', 'en'].map((language) => new Intl.DisplayNames([language], { type: 'region' }));
  const codes = LETTERS.flatMap((one) => LETTERS.map((other) => one + other));
  return new Map([
    ...languages.flatMap((names_) =>
      codes.flatMap((code) => {
        const name = names_.of(code) ?? code;
        return name === code ? [] : [[keyOf(name), code] as const, [code.toLowerCase(), code] as const];
      }),
    ),
    ...ALSO,
  ]);
}

const KNOWN: ReadonlyMap<string, string> = names();

/**
 * The ISO 3166-1 code of a country by the names that officers use (`Trung Quốc`, `Hàn Quốc`, `VN`); undefined where the
 * country is uncertain.
 */
export function countryCode(text: string): string | undefined {
  return KNOWN.get(keyOf(text));
}
