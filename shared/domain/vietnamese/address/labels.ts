import { HOME_PROVINCE } from '../home-province.ts';
import { pairsOf, type Rewriting } from './rewriting.ts';

/** Two or three labels of one level, as forms print them: `Xã/Phường`, `Quận (Huyện)`, `Tỉnh/TP`. */
const either = (...labels: readonly string[]): string => {
  const one = String.raw`(?:${labels.join('|')})(?!\p{L})\.?`;
  return String.raw`(?<![\p{L}\d])${one} ?(?:\/ ?${one}(?: ?\/ ?${one})?|\( ?${one}(?: ?, ?${one})? ?\)) ?:? ?`;
};
const COMMUNE = ['xã', 'xa', 'phường', 'phuong', 'thị trấn', 'thi tran', 'đặc khu', 'dac khu', 'x', 'p', 'tt'];
const DISTRICT = ['quận', 'quan', 'huyện', 'huyen', 'thị xã', 'thi xa', 'thành phố', 'thanh pho', 'q', 'h', 'tx', 'tp'];
const PROVINCE = ['tỉnh', 'tinh', 'thành phố', 'thanh pho', 't', 'tp'];
/** Whether the value has its own label, as in `Quận/Huyện: Huyện Thái Thụy`. */
const LABELLED = String.raw`(?=(?:${[...COMMUNE, ...DISTRICT, ...PROVINCE].join('|')})(?:[. ]+)(?:\p{L}{2}|\d))`;
const OWN_LABEL = new RegExp(
  `(?:${[either(...COMMUNE), either(...PROVINCE), either(...DISTRICT)].join('|')})${LABELLED}`,
  'giu',
);
const NUMBERED_WARD = new RegExp(String.raw`${either(...COMMUNE)}(?=\d{1,2}(?!\d))`, 'giu');
const OF_COMMUNE = new RegExp(either(...COMMUNE), 'giu');
const OF_PROVINCE = new RegExp(either(...PROVINCE), 'giu');
const OF_DISTRICT = new RegExp(either(...DISTRICT), 'giu');
/** The signs between two labels. */
const BETWEEN = 'a/ a(';

/**
 * Replaces printed labels that name several kinds. The kind of a commune stays open: `Xã/Phường: Lê Lợi` is today's xã or
 * the former ward. Only wards have numbers.
 */
export const FORM_LABELS: readonly Rewriting[] = [
  [OWN_LABEL, ', ', BETWEEN],
  [NUMBERED_WARD, ', phường ', BETWEEN],
  [OF_COMMUNE, ', ', BETWEEN],
  [OF_PROVINCE, ', tỉnh ', BETWEEN],
  [OF_DISTRICT, ', huyện ', BETWEEN],
];

const HOME_NAMES = Object.values(HOME_PROVINCE.shortNames);
/** Finds a label that was typed twice; without marks `Thanh Xa xa` is a hamlet and a label. */
const DOUBLED = /(?=[đhpstx])(?<!\p{L})(?:(số|đường|phường|xã|huyện|tỉnh|thôn)(?: \1)+(?!\p{L})|so (?=so \d))/giu;
const SAID_TWICE = /(?=s[ốo])(?<!\p{L})(?:số|so|số nhà|so nha) (?=(?:sn|số nhà|so nha|nhà số|nha so)[ .:]*\d)/giu;

/** Removes repeated labels and corrects labels with a wrong tone; `tình` counts only where the province follows, because it occurs in names. */
export const REPAIRED_LABELS: readonly Rewriting[] = [
  [DOUBLED, (_whole, label = '') => label, 'so_so duong_duong phuong_phuong xa_xa huyen_huyen tinh_tinh thon_thon'],
  [SAID_TWICE, '', pairsOf('so nha', 'sn nha so')],
  [/(?=s[ôổồỗ])(?<!\p{L})s[ôổồỗ](?= (?:nhà |nha )?\d)/giu, 'số', 'sô sổ sồ sỗ'],
  [/(?=ngỏ)(?<!\p{L})ngỏ(?= \d)/giu, 'ngõ', 'ngỏ'],
  [/(?=hẽm)(?<!\p{L})hẽm(?= \d)/giu, 'hẻm', 'hẽm'],
  [/(?=t[ỗồ])(?<!\p{L})t[ỗồ](?= \d)/giu, 'tổ', 'tỗ tồ'],
  [/(?=xả)(?<!\p{L})xả(?= \p{Lu})/giu, 'xã', 'xả'],
  [/(?=ph)(?<!\p{L})(?:phưòng|phừơng|phuờng|phưởng)(?!\p{L})/giu, 'phường', 'phưòng phừơng phuờng phưởng'],
  [/(?=đ[ưừu])(?<!\p{L})(?:đưòng|đừơng|đuờng|đưởng)(?!\p{L})/giu, 'đường', 'đưòng đừơng đuờng đưởng'],
  [/(?=quân )(?<=[,;] ?)quân (?=\p{Lu}\p{Ll})/gu, 'quận ', 'quân'],
  [/(?=phương )(?<=[,;] ?)phương (?=\p{Lu}\p{Ll})/gu, 'phường ', 'phương'],
  [/(?=huyên )(?<=[,;] ?)huyên (?=\p{Lu}\p{Ll})/gu, 'huyện ', 'huyên'],
  [/(?=h[uụ])(?<!\p{L})(?:huỵện|hụyên|huỵên|huyệm)(?!\p{L})/giu, 'huyện', 'huỵện hụyên huỵên huyệm'],
  [
    new RegExp(String.raw`(?=t[ìịĩ]nh)(?<!\p{L})(?:tình|tịnh|tĩnh)(?= (?:${HOME_NAMES.join('|')}))`, 'giu'),
    'tỉnh',
    'tình tịnh tĩnh',
  ],
];
