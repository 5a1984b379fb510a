import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';

/** The unit in which a heading or a title counts money; another currency is none of đồng. */
export type MoneyUnit = 'nghìn' | 'triệu' | 'tỷ' | 'another currency';

const WORDS: Readonly<Record<string, MoneyUnit>> = {
  '1000': 'nghìn',
  nghin: 'nghìn',
  ngan: 'nghìn',
  '1000000': 'triệu',
  trieu: 'triệu',
  trd: 'triệu',
  tr: 'triệu',
  ty: 'tỷ',
  ti: 'tỷ',
  x1000: 'nghìn',
  '10^3': 'nghìn',
  thousand: 'nghìn',
  x1000000: 'triệu',
  '10^6': 'triệu',
  million: 'triệu',
  mil: 'triệu',
  mn: 'triệu',
  '10^9': 'tỷ',
  billion: 'tỷ',
  bn: 'tỷ',
};
const WORD = String.raw`(x ?1[.,]?000(?:[.,]?000)?|1[.,]?000(?:[.,]?000)?|10\^[369]|thousand|million|mil|mn|billion|bn|nghin|ngan|trieu|trd|tr|ty|ti)(?![a-z0-9])`;
const DONG = String.raw`\.? ?(?:dong|vnd|d)?(?![a-z])`;
/** Matches the unit in brackets, or after a comma, a dash or a stroke at the end. */
const IN_HEADING = new RegExp(
  String.raw`\([^)]*?(?<![a-z])${WORD}|[-–—,;:/] ?(?:dvt:? ?|don vi:? ?)?${WORD}${DONG}\s*$`,
  'u',
);
const OTHER_CURRENCY = /(?<![a-z])(?:usd|eur|jpy|cny|rmb|krw|gbp|ngoai te)(?![a-z])|[$€¥£₩]/u;
/** Matches the line above a table, such as `Đơn vị tính: triệu đồng`. `Đơn vị` alone may also be an organisation. */
const ABOVE = new RegExp(
  String.raw`(?<![a-z])(?:dvt|don vi tinh|don vi tien te|don vi|unit|currency unit)\s*:?\s*\(?(?:${WORD}${DONG}|([a-z]{3}|\$|€))\s*\)?\s*[.]?\s*\)?$`,
  'u',
);
const LONGEST = 300;

/** The unit of money that a heading names; undefined for đồng. */
export function moneyUnitIn(heading: string): MoneyUnit | undefined {
  const folded = foldMarks(heading.slice(0, LONGEST));
  if (OTHER_CURRENCY.test(folded)) return 'another currency';
  const found = IN_HEADING.exec(folded);
  return unitOf(found?.[1] ?? found?.[2]);
}

/** The unit of money that a cell above a table names for all of it. */
export function moneyUnitAboveTable(title: string): MoneyUnit | undefined {
  if (title.length > LONGEST) return undefined;
  const found = ABOVE.exec(foldMarks(title).trim());
  if (found?.[2] !== undefined) return OTHER_CURRENCY.test(found[2]) ? 'another currency' : undefined;
  return unitOf(found?.[1]);
}

const unitOf = (word: string | undefined): MoneyUnit | undefined => WORDS[word?.replaceAll(/[., ]/gu, '') ?? ''];

const MINUTES: readonly (readonly [unit: RegExp, minutes: number])[] = [
  [/\(\s*(?:gio|h|hour|hours)\s*\)/u, 60],
  [/\(\s*(?:ngay|day|days)\s*\)/u, 1440],
  [/\(\s*(?:giay|s|sec|second|seconds)\s*\)/u, 1 / 60],
];

/** The number of minutes in one unit of time that a heading names. */
export function minutesOfUnit(heading: string): number {
  const folded = foldMarks(heading.slice(0, LONGEST));
  return MINUTES.find(([unit]) => unit.test(folded))?.[1] ?? 1;
}

/** Whether a heading says that its numbers are percentages, such as `Tỷ lệ giao dịch IP nước ngoài (%)`. */
export const isPercentage = (heading: string): boolean => /%|phần trăm/iu.test(heading);
