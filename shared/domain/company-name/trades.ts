import { indexPhrases, type Phrase, type PhraseIndex } from './phrases.ts';

/** Ngành nghề in a company's name: a whole phrase and the short form in use for it, if any. */
const TRADES: readonly (readonly [phrase: string, short?: string])[] = [
  ['thương mại', 'tm'],
  ['dịch vụ', 'dv'],
  ['sản xuất', 'sx'],
  ['xây dựng', 'xd'],
  ['xây lắp', 'xl'],
  ['đầu tư', 'đt'],
  ['vận tải', 'vt'],
  ['vật tư', 'vt'],
  ['viễn thông', 'vt'],
  ['vận chuyển', 'vc'],
  ['xuất nhập khẩu', 'xnk'],
  ['xuất khẩu', 'xk'],
  ['nhập khẩu', 'nk'],
  ['tư vấn', 'tv'],
  ['thiết kế', 'tk'],
  ['du lịch', 'dl'],
  ['công nghệ', 'cn'],
  ['công nghệ thông tin', 'cntt'],
  ['công nghiệp', 'cn'],
  ['nông nghiệp', 'nn'],
  ['lâm nghiệp', 'ln'],
  ['kỹ thuật', 'kt'],
  ['kinh tế', 'kt'],
  ['cơ khí', 'ck'],
  ['cơ điện', 'cđ'],
  ['chế biến', 'cb'],
  ['chế tạo'],
  ['bất động sản', 'bđs'],
  ['phát triển', 'pt'],
  ['kinh doanh', 'kd'],
  ['quảng cáo', 'qc'],
  ['truyền thông', 'tt'],
  ['trang trí nội thất', 'ttnt'],
  ['nội thất', 'nt'],
  ['ngoại thất'],
  ['vật liệu xây dựng', 'vlxd'],
  ['thiết bị', 'tb'],
  ['phòng cháy chữa cháy', 'pccc'],
  ['thủy sản', 'ts'],
  ['hải sản', 'hs'],
  ['nông sản', 'ns'],
  ['lâm sản', 'ls'],
  ['khoáng sản', 'ks'],
  ['thực phẩm', 'tp'],
  ['dược phẩm', 'dp'],
  ['mỹ phẩm', 'mp'],
  ['may mặc', 'mm'],
  ['dệt may', 'dm'],
  ['tổ chức sự kiện'],
  ['giải trí'],
  ['điện tử', 'đt'],
  ['điện lạnh', 'đl'],
  ['điện nước', 'đn'],
  ['tin học', 'th'],
  ['phần mềm', 'pm'],
  ['giáo dục', 'gd'],
  ['đào tạo', 'đt'],
  ['môi trường', 'mt'],
  ['xăng dầu'],
  ['dầu khí', 'dk'],
  ['hóa chất', 'hc'],
  ['bao bì', 'bb'],
  ['in ấn'],
  ['kho vận'],
  ['kho bãi'],
  ['giao nhận', 'gn'],
  ['tiếp vận'],
  ['năng lượng', 'nl'],
  ['hạ tầng', 'ht'],
  ['khai thác', 'kt'],
  ['sửa chữa', 'sc'],
  ['bảo trì'],
  ['bảo dưỡng'],
  ['lắp đặt', 'lđ'],
  ['thi công', 'tc'],
  ['cung ứng', 'cư'],
  ['nhân lực', 'nl'],
  ['lao động', 'lđ'],
  ['bảo vệ', 'bv'],
  ['vệ sinh'],
  ['kế toán'],
  ['kiểm toán'],
  ['tài chính', 'tc'],
  ['bảo hiểm', 'bh'],
  ['chứng khoán', 'ck'],
  ['y tế', 'yt'],
  ['trang thiết bị y tế', 'ttbyt'],
  ['nhà hàng'],
  ['khách sạn'],
  ['ăn uống'],
  ['ẩm thực'],
  ['phụ tùng'],
  ['cho thuê'],
  ['gia công'],
  ['chăn nuôi'],
  ['giống cây trồng'],
  ['thức ăn chăn nuôi'],
  ['thuê tài chính'],
  ['tập đoàn'],
];

/** One trade in a name: written out (`phrase`), or by a short form that may stand for several (`short`). */
export interface Trade {
  readonly phrase?: string;
  readonly short?: string;
}

interface TradePhrase extends Phrase {
  readonly trade: Trade;
}

/** Whole phrases: a brand's own word (`Phát` of Hòa Phát) is never part of `phát triển`. */
export const TRADE_PHRASES: PhraseIndex<TradePhrase> = indexPhrases(
  TRADES.map(([phrase, short]) => ({
    words: phrase.split(' '),
    trade: short === undefined ? { phrase } : { phrase, short },
  })),
);

const SHORT_FORMS: ReadonlySet<string> = new Set(
  TRADES.flatMap(([, short]) => (short === undefined ? [] : [short, short.replaceAll('đ', 'd')])).filter(
    (short) => !/[aăâeêioôơuưy]/u.test(short),
  ),
);
const LONGEST_SHORT_FORM = 4;

/** `tmdv` as `tm` and `dv`, `xnk` as itself; undefined where the word isn't made of short forms. */
export function splitShortForms(word: string): readonly string[] | undefined {
  if (word === '') return [];
  for (let length = Math.min(LONGEST_SHORT_FORM, word.length); length >= 2; length -= 1) {
    const head = word.slice(0, length);
    const rest = SHORT_FORMS.has(head) ? splitShortForms(word.slice(length)) : undefined;
    if (rest !== undefined) return [head.replaceAll('đ', 'd'), ...rest];
  }
  return undefined;
}

const isOneTrade = (one: Trade, other: Trade): boolean =>
  one.phrase !== undefined && other.phrase !== undefined
    ? one.phrase === other.phrase
    : one.short !== undefined && one.short.replaceAll('đ', 'd') === other.short?.replaceAll('đ', 'd');

/** How the trades of two names stand: `part` where one states less than the other, or nothing. */
export function compareTrades(one: readonly Trade[], other: readonly Trade[]): 'same' | 'part' | 'contradict' {
  const missing = (from: readonly Trade[], among: readonly Trade[]): number =>
    from.filter((trade) => !among.some((candidate) => isOneTrade(trade, candidate))).length;
  const onlyOne = missing(one, other);
  const onlyOther = missing(other, one);
  if (onlyOne === 0 && onlyOther === 0) return 'same';
  return onlyOne === 0 || onlyOther === 0 ? 'part' : 'contradict';
}
