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

/**
 * Replaces printed labels that name several kinds. The kind of a commune stays open: `Xã/Phường: Lê Lợi` is today's xã or
 * the former ward. Only wards have numbers.
 */
export function readFormLabels(text: string): string {
  if (!/[/(]/.test(text)) return text;
  return text
    .replaceAll(OWN_LABEL, ', ')
    .replaceAll(NUMBERED_WARD, ', phường ')
    .replaceAll(OF_COMMUNE, ', ')
    .replaceAll(OF_PROVINCE, ', tỉnh ')
    .replaceAll(OF_DISTRICT, ', huyện ');
}
