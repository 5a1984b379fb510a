import { indexPhrases, type Phrase, type PhraseIndex } from './phrases.ts';
import type { NameToken } from '../person-name/name-token.ts';
import { rowsOf } from '../text/rows-of.ts';

/** The trades (ngành nghề) in company names: whole phrases, with their usual short forms. */
export const TRADES = rowsOf(`
  thương mại: tm; dịch vụ: dv; sản xuất: sx; xây dựng: xd; xây lắp: xl; đầu tư: đt; vận tải: vt; vật tư: vt;
  viễn thông: vt; vận chuyển: vc; xuất nhập khẩu: xnk; xuất khẩu: xk; nhập khẩu: nk; tư vấn: tv; thiết kế: tk;
  du lịch: dl; công nghệ: cn; công nghệ thông tin: cntt; công nghiệp: cn; nông nghiệp: nn; lâm nghiệp: ln;
  kỹ thuật: kt; kinh tế: kt; cơ khí: ck; cơ khí chính xác; cơ điện: cđ; chế biến: cb; chế tạo; bất động sản: bđs;
  phát triển: pt; kinh doanh: kd; quảng cáo: qc; truyền thông: tt; trang trí nội thất: ttnt; nội thất: nt; ngoại thất;
  vật liệu xây dựng: vlxd; thiết bị: tb; phòng cháy chữa cháy: pccc; thủy sản: ts; hải sản: hs; nông sản: ns;
  lâm sản: ls; khoáng sản: ks; thực phẩm: tp; dược phẩm: dp; mỹ phẩm: mp; may mặc: mm; dệt may: dm; tổ chức sự kiện;
  giải trí; điện tử: đt; điện lạnh: đl; điện nước: đn; tin học: th; phần mềm: pm; giáo dục: gd; đào tạo: đt;
  môi trường: mt; xăng dầu: xd; tổng hợp: th; dầu khí: dk; hóa chất: hc; bao bì: bb; in ấn; kho vận; kho bãi;
  giao nhận: gn; tiếp vận; năng lượng: nl; hạ tầng: ht; khai thác: kt; sửa chữa: sc; bảo trì; bảo dưỡng; lắp đặt: lđ;
  thi công: tc; cung ứng: cư; nhân lực: nl; lao động: lđ; bảo vệ: bv; vệ sinh; kế toán; kiểm toán; tài chính: tc;
  bảo hiểm: bh; chứng khoán: ck; y tế: yt; thiết bị y tế: tbyt; vật tư y tế: vtyt; trang thiết bị y tế: ttbyt;
  nhà hàng; khách sạn; ăn uống; ẩm thực; phụ tùng; cho thuê; gia công; chăn nuôi; giống cây trồng; thức ăn chăn nuôi;
  thuê tài chính; tập đoàn`);

/** Words of products, and `quốc tế`. Unlike a trade they are never left out: Thép Hòa Phát is not Hòa Phát. */
const TRADES_NEVER_OMITTED = rowsOf(`
  thép; nhựa; gỗ; giấy; cao su; bê tông; may; bệnh viện đa khoa: bvđk; quốc tế: qt`);

/**
 * Trades and goods in a foreign-language name (tên bằng tiếng nước ngoài), and the Vietnamese phrases each may
 * translate. `logistics` and `holdings` are left out, because Vietnamese names have them in the brand.
 */
const ENGLISH_TRADES = rowsOf(`
  trading|trade|commercial|commerce: thương mại; service|services: dịch vụ;
  production|producing|manufacturing|manufacture: sản xuất; construction: xây dựng: xây lắp;
  investment|invest: đầu tư; development: phát triển;
  import export|export import|import and export|export and import: xuất nhập khẩu; import: nhập khẩu;
  export: xuất khẩu; transport|transportation: vận tải: vận chuyển; forwarding|freight forwarding: giao nhận;
  consulting|consultancy|consultant|consultants: tư vấn; design: thiết kế; travel|tourism|tourist: du lịch;
  technology|technologies: công nghệ; information technology: công nghệ thông tin;
  industry|industries|industrial: công nghiệp; agriculture|agricultural: nông nghiệp;
  engineering|technical: kỹ thuật: cơ khí; mechanical|mechanics: cơ khí;
  precision mechanical|precision engineering: cơ khí chính xác;
  mechanical electrical|mechanical and electrical: cơ điện; processing: chế biến; real estate: bất động sản;
  business: kinh doanh; advertising|advertisement: quảng cáo; media|communication|communications: truyền thông;
  telecom|telecommunication|telecommunications: viễn thông; interior|furniture: nội thất: trang trí nội thất;
  building materials|building material|construction materials|construction material: vật liệu xây dựng;
  material|materials: vật tư; equipment|equipments: thiết bị; medical equipment: trang thiết bị y tế; medical: y tế;
  seafood|fishery|aquatic products: thủy sản: hải sản; agricultural products|farm produce: nông sản;
  mineral|minerals: khoáng sản; food|foods|foodstuff: thực phẩm; pharmaceutical|pharmaceuticals|pharma: dược phẩm;
  cosmetic|cosmetics: mỹ phẩm; garment|garments|apparel: may mặc: may; textile|textiles: dệt may;
  event|events: tổ chức sự kiện; entertainment: giải trí; electronic|electronics: điện tử; refrigeration: điện lạnh;
  informatics: tin học; software: phần mềm; education: giáo dục; training: đào tạo;
  environment|environmental: môi trường; petroleum: xăng dầu: dầu khí; chemical|chemicals: hóa chất;
  packaging|packing: bao bì; printing: in ấn; energy: năng lượng; infrastructure: hạ tầng;
  mining: khai thác: khoáng sản; maintenance: bảo trì: bảo dưỡng; installation: lắp đặt; supply: cung ứng;
  human resources|manpower: nhân lực; security: bảo vệ; cleaning: vệ sinh; accounting: kế toán;
  auditing|audit: kiểm toán; finance|financial: tài chính; insurance: bảo hiểm; securities: chứng khoán;
  restaurant: nhà hàng; hotel: khách sạn; leasing|rental: cho thuê; livestock: chăn nuôi; group: tập đoàn;
  international: quốc tế; steel: thép; plastic|plastics: nhựa; wood|timber: gỗ; paper: giấy; rubber: cao su;
  concrete: bê tông`);

/** The parts of the name around the words. */
interface Setting {
  /** Whether a legal form was read. Short forms (`TM`) count only then, because otherwise they may be a brand. */
  readonly formed: boolean;
  /** Whether English trades count. */
  readonly foreign: boolean;
}

const CONNECTORS = new Set(['và', 'va', 'and']);

/**
 * Reads the trades before and after the brand with the connecting words between them. Where there are no other words,
 * they are the brand.
 */
export function takeTrades(
  rest: readonly NameToken[],
  setting: Setting,
): { readonly trades: readonly Trade[]; readonly brand: readonly NameToken[] } {
  const marked = rest.some((token) => token.marked);
  const trades: Trade[] = [];
  let start = 0;
  for (let found = tradeAt(rest, 0, marked, setting); found; found = tradeAt(rest, start, marked, setting)) {
    trades.push(...found.trades);
    start = found.end;
  }
  let brand = rest.slice(start);
  for (let found = tradeBefore(brand, marked, setting); found; found = tradeBefore(brand, marked, setting)) {
    trades.push(found.trade);
    brand = brand.slice(0, found.start);
  }
  return brand.length === 0
    ? { trades: [], brand: rest.filter(isNoConnector) }
    : { trades, brand: brand.filter(isNoConnector) };
}

const isNoConnector = (token: NameToken): boolean => !CONNECTORS.has(token.text);

const tradeAt = (tokens: readonly NameToken[], from: number, marked: boolean, { formed, foreign }: Setting) => {
  let at = from;
  while (CONNECTORS.has(tokens[at]?.text ?? '')) at += 1;
  const phrase =
    TRADE_PHRASES.at(tokens, at, marked) ?? (foreign ? FOREIGN_TRADE_PHRASES.at(tokens, at, marked) : undefined);
  if (phrase) return { trades: [phrase.trade], end: at + phrase.words.length };
  const trades = formed && at < tokens.length ? splitShortForms(tokens[at]?.text ?? '?') : undefined;
  return trades && { trades, end: at + 1 };
};

/** Without a legal form, a word with a trade is mostly a brand, such as `CT Group`. */
const tradeBefore = (brand: readonly NameToken[], marked: boolean, { formed, foreign }: Setting) => {
  const end = brand.findLastIndex(isNoConnector) + 1;
  const words = brand.slice(0, end);
  const phrase =
    TRADE_PHRASES.atEnd(words, marked) ?? (foreign ? FOREIGN_TRADE_PHRASES.atEnd(words, marked) : undefined);
  const start = end - (phrase?.words.length ?? 0);
  return phrase && (formed || start > 1) ? { trade: phrase.trade, start } : undefined;
};

/** One trade in a name, and the phrases it may stand for: a short form (`vt`) or an English word may stand for several. */
export interface Trade {
  readonly text: string;
  readonly phrases: readonly string[];
}

const ALL = [...TRADES, ...TRADES_NEVER_OMITTED];
const VITAL: ReadonlySet<string> = new Set(TRADES_NEVER_OMITTED.map(([phrase = '']) => phrase));

interface TradePhrase extends Phrase {
  readonly trade: Trade;
}

const asPhrase = (text: string, phrases: readonly string[]): TradePhrase => ({
  words: text.split(' '),
  trade: { text, phrases },
});

/** Finds whole phrases only, so that a brand's own word (`Phát` of Hòa Phát) is never part of `phát triển`. */
export const TRADE_PHRASES: PhraseIndex<TradePhrase> = indexPhrases(
  ALL.map(([phrase = '']) => asPhrase(phrase, [phrase])),
);

/** Finds English phrases, for a name without a Vietnamese legal form. */
export const FOREIGN_TRADE_PHRASES: PhraseIndex<TradePhrase> = indexPhrases(
  ENGLISH_TRADES.flatMap(([words = '', ...phrases]) => words.split('|').map((text) => asPhrase(text, phrases))),
);

const withoutBar = (text: string): string => text.replaceAll('đ', 'd');
/** A short form with a vowel may be a word, unlike `tbyt`. */
const MAY_BE_WORD = /[aăâeêioôơuư]|^.?y|y$|^.yt$/u;

const SHORT_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  [...Map.groupBy(ALL, ([, short]) => withoutBar(short ?? ''))]
    .filter(([short]) => short !== '' && !MAY_BE_WORD.test(short))
    .map(([short, rows]) => [short, rows.map(([phrase = '']) => phrase)]),
);
const LONGEST_SHORT_FORM = 5;

/**
 * Splits a word into short forms: `tmdv` into `tm` and `dv`, while `xnk` is one; undefined where the word isn't made of
 * short forms.
 */
export function splitShortForms(word: string): readonly Trade[] | undefined {
  if (word === '') return [];
  for (let length = Math.min(LONGEST_SHORT_FORM, word.length); length >= 2; length -= 1) {
    const text = withoutBar(word.slice(0, length));
    const phrases = SHORT_FORMS.get(text);
    const rest = phrases && splitShortForms(word.slice(length));
    if (phrases && rest) return [{ text, phrases }, ...rest];
  }
  return undefined;
}

const isOneTrade = (one: Trade, other: Trade): boolean => one.phrases.some((phrase) => other.phrases.includes(phrase));
const isVital = ({ phrases }: Trade): boolean => phrases.some((phrase) => VITAL.has(phrase));

/** Compares the trades of two names; `part` means that one states fewer than the other, or none. */
export function compareTrades(one: readonly Trade[], other: readonly Trade[]): 'same' | 'part' | 'contradict' {
  const missing = (from: readonly Trade[], among: readonly Trade[]): readonly Trade[] =>
    from.filter((trade) => !among.some((candidate) => isOneTrade(trade, candidate)));
  const onlyOne = missing(one, other);
  const onlyOther = missing(other, one);
  if (onlyOne.length === 0 && onlyOther.length === 0) return 'same';
  if (onlyOne.some(isVital) || onlyOther.some(isVital)) return 'contradict';
  return onlyOne.length === 0 || onlyOther.length === 0 ? 'part' : 'contradict';
}
