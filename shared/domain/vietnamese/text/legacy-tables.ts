/** The fonts (phông chữ) and code pages before Unicode. */
export type LegacyFont = 'TCVN3' | 'VNI' | 'Windows-1258';

const pairs = (from: string, to: string): (readonly [string, string])[] => {
  const target = to.split('');
  return from.split('').map((sign, index) => [sign, target[index] ?? sign] as const);
};

/** TCVN 5712:1993 VN3 (phông .VnTime, ABC): the Latin-1 sign and the letter that it stands for. */
export const TCVN3: ReadonlyMap<string, string> = new Map([
  ...pairs('¡¢£¤¥¦§', 'ĂÂÊÔƠƯĐ'),
  ...pairs('¨©ª«¬\u00AD®', 'ăâêôơưđ'),
  ...pairs('µ¶·¸¹', 'àảãáạ'),
  ...pairs('»¼½¾Æ', 'ằẳẵắặ'),
  ...pairs('ÇÈÉÊË', 'ầẩẫấậ'),
  ...pairs('ÌÎÏÐÑ', 'èẻẽéẹ'),
  ...pairs('ÒÓÔÕÖ', 'ềểễếệ'),
  ...pairs('×ØÜÝÞ', 'ìỉĩíị'),
  ...pairs('ßáâãä', 'òỏõóọ'),
  ...pairs('åæçèé', 'ồổỗốộ'),
  ...pairs('êëìíî', 'ờởỡớợ'),
  ...pairs('ïñòóô', 'ùủũúụ'),
  ...pairs('õö÷øù', 'ừửữứự'),
  ...pairs('úûüýþ', 'ỳỷỹýỵ'),
]);

const CIRCUMFLEX = pairs('âàáåãä', 'âầấẩẫậ');
const CIRCUMFLEX_E = pairs('âàáåãä', 'êềếểễệ');
const CIRCUMFLEX_O = pairs('âàáåãä', 'ôồốổỗộ');
const BREVE = pairs('êèéúüë', 'ăằắẳẵặ');

const after = (vowel: string, tones: string, marked: readonly (readonly [string, string])[] = []) => [
  ...pairs('øùûõï', tones).map(([mark, letter]) => [vowel + mark, letter] as const),
  ...marked.map(([mark, letter]) => [vowel + mark, letter] as const),
];

const VNI_LOWER: readonly (readonly [string, string])[] = [
  ...after('a', 'àáảãạ', [...CIRCUMFLEX, ...BREVE]),
  ...after('e', 'èéẻẽẹ', CIRCUMFLEX_E),
  ...after('o', 'òóỏõọ', CIRCUMFLEX_O),
  ...after('ô', 'ờớởỡợ'),
  ...after('u', 'ùúủũụ'),
  ...after('ö', 'ừứửữự'),
  ...pairs('øùûõ', 'ỳýỷỹ').map(([mark, letter]) => [`y${mark}`, letter] as const),
  ...pairs('æóòîñôöìí', 'ỉĩịỵđơưìí'),
];

/** VNI-Windows (phông VNI-Times): a vowel and its mark are two signs, except `ì` and `í`. */
export const VNI: ReadonlyMap<string, string> = new Map(
  VNI_LOWER.flatMap(([from, to]) => {
    const capital = from.charAt(0).toUpperCase();
    const upper = to.toUpperCase();
    return [
      [from, to],
      [capital + from.slice(1), upper],
      [from.toUpperCase(), upper],
    ] as const;
  }),
);

/** Windows-1258 read as Windows-1252: the signs that stand for letters and combining tones of Windows-1258. */
export const WINDOWS_1258: ReadonlyMap<string, string> = new Map([
  ...pairs('ÃãÐðÕõÝý', 'ĂăĐđƠơƯư'),
  ...pairs('ÂâÊêÔôÀàÁáÈèÉéÙùÚúÍíÓóÎî', 'ÂâÊêÔôÀàÁáÈèÉéÙùÚúÍíÓóÎî'),
  ...pairs('ÌÒÞìò', '\u0300\u0309\u0303\u0301\u0323'),
]);
