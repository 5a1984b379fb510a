import { type IsoDate, formatDate } from '#shared/domain/vietnamese/dates.ts';

/** A text of law that legal bases name by its number. */
interface Law {
  readonly number: string;
  /** How a finding names it. */
  readonly name: string;
  readonly since: IsoDate;
  /**
   * How a paper cites it, as NĐ 30/2020/NĐ-CP (Annex I) asks: a law by its name and day, another text also by its number,
   * its issuer and what it is about; absent where its day and title are not known.
   */
  readonly title?: string;
}

const law = (name: string, number: string, since: IsoDate, day: string): Law => ({
  number,
  name: `${name} ${number}`,
  since,
  title: `${name} ${day}`,
});
const text = (kind: string, number: string, since: IsoDate, dayAndSubject?: string): Law => ({
  number,
  name: `${kind} ${number}`,
  since,
  title: `${kind} số ${number}${dayAndSubject === undefined ? '' : ` ${dayAndSubject}`}`,
});

const ENTERPRISES = 'Luật Doanh nghiệp';
const LAUNDERING = 'Luật Phòng, chống rửa tiền';
const TAX_MANAGEMENT = 'Luật Quản lý thuế';
const VAT = 'Luật Thuế giá trị gia tăng';
const PERSONAL_DATA = 'bảo vệ dữ liệu cá nhân';
const ON_REGISTRATION = 'của Chính phủ về đăng ký doanh nghiệp';
const ON_TAX_CODES = 'của Bộ trưởng Bộ Tài chính hướng dẫn về đăng ký thuế';
const ON_ACCOUNTS = 'việc mở và sử dụng tài khoản thanh toán tại tổ chức cung ứng dịch vụ thanh toán';

/**
 * The laws on one matter, each in force until the next one, the oldest first. Days and titles are those of the texts
 * themselves, and each end is the beginning of the text that replaced it.
 */
const MATTERS: readonly (readonly Law[])[] = [
  [
    law(ENTERPRISES, '60/2005/QH11', '2006-07-01', 'ngày 29 tháng 11 năm 2005'),
    law(ENTERPRISES, '68/2014/QH13', '2015-07-01', 'ngày 26 tháng 11 năm 2014'),
    { ...law(ENTERPRISES, '59/2020/QH14', '2021-01-01', 'ngày 17 tháng 6 năm 2020'), name: ENTERPRISES },
  ],
  [
    text('Nghị định', '43/2010/NĐ-CP', '2010-06-01', `ngày 15 tháng 4 năm 2010 ${ON_REGISTRATION}`),
    text('Nghị định', '78/2015/NĐ-CP', '2015-11-01', `ngày 14 tháng 9 năm 2015 ${ON_REGISTRATION}`),
    text('Nghị định', '01/2021/NĐ-CP', '2021-01-04', `ngày 04 tháng 01 năm 2021 ${ON_REGISTRATION}`),
    text('Nghị định', '168/2025/NĐ-CP', '2025-07-01', `ngày 30 tháng 6 năm 2025 ${ON_REGISTRATION}`),
  ],
  [
    law(LAUNDERING, '07/2012/QH13', '2013-01-01', 'ngày 18 tháng 6 năm 2012'),
    law(LAUNDERING, '14/2022/QH15', '2023-03-01', 'ngày 15 tháng 11 năm 2022'),
  ],
  [
    law(TAX_MANAGEMENT, '78/2006/QH11', '2007-07-01', 'ngày 29 tháng 11 năm 2006'),
    law(TAX_MANAGEMENT, '38/2019/QH14', '2020-07-01', 'ngày 13 tháng 6 năm 2019'),
    law(TAX_MANAGEMENT, '108/2025/QH15', '2026-07-01', 'ngày 10 tháng 12 năm 2025'),
  ],
  [
    law(VAT, '13/2008/QH12', '2009-01-01', 'ngày 03 tháng 6 năm 2008'),
    law(VAT, '48/2024/QH15', '2025-07-01', 'ngày 26 tháng 11 năm 2024'),
  ],
  [
    text('Nghị định', '13/2023/NĐ-CP', '2023-07-01', `ngày 17 tháng 4 năm 2023 của Chính phủ về ${PERSONAL_DATA}`),
    {
      number: '91/2025/QH15',
      name: 'Luật 91/2025/QH15',
      since: '2026-01-01',
      title: 'Luật Bảo vệ dữ liệu cá nhân ngày 26 tháng 6 năm 2025',
    },
  ],
  [
    text(
      'Nghị định',
      '101/2012/NĐ-CP',
      '2013-03-26',
      'ngày 22 tháng 11 năm 2012 của Chính phủ về thanh toán không dùng tiền mặt',
    ),
    text(
      'Nghị định',
      '52/2024/NĐ-CP',
      '2024-07-01',
      'ngày 15 tháng 5 năm 2024 của Chính phủ quy định về thanh toán không dùng tiền mặt',
    ),
  ],
  [
    text(
      'Thông tư',
      '23/2014/TT-NHNN',
      '2014-10-15',
      `ngày 19 tháng 8 năm 2014 của Thống đốc Ngân hàng Nhà nước Việt Nam hướng dẫn ${ON_ACCOUNTS}`,
    ),
    text(
      'Thông tư',
      '17/2024/TT-NHNN',
      '2024-10-01',
      `ngày 28 tháng 6 năm 2024 của Thống đốc Ngân hàng Nhà nước Việt Nam quy định ${ON_ACCOUNTS}`,
    ),
  ],
  [
    text('Thông tư', '95/2016/TT-BTC', '2016-08-12', `ngày 28 tháng 6 năm 2016 ${ON_TAX_CODES}`),
    text('Thông tư', '105/2020/TT-BTC', '2021-01-17', `ngày 03 tháng 12 năm 2020 ${ON_TAX_CODES}`),
    text(
      'Thông tư',
      '86/2024/TT-BTC',
      '2025-02-06',
      'ngày 23 tháng 12 năm 2024 của Bộ trưởng Bộ Tài chính quy định về đăng ký thuế',
    ),
    text('Thông tư', '90/2026/TT-BTC', '2026-07-01'),
  ],
  [text('Thông tư', '91/2026/TT-BTC', '2026-07-01')],
  [text('Nghị định', '340/2025/NĐ-CP', '2026-02-09')],
  [text('Công điện', '139/CĐ-TTg', '2024-12-23', 'ngày 23 tháng 12 năm 2024 của Thủ tướng Chính phủ')],
];

/** The numbers in a legal basis; the law on enterprises has none where the present one is meant. */
const NUMBER = /\d+\/CĐ-TTg|\d+\/\d{4}\/\p{Lu}[\p{Lu}\d-]*|Luật Doanh nghiệp(?! \d)/gu;

interface NamedLaw {
  readonly named: Law;
  /** The law on the same matter on the day asked about; undefined where there was none. */
  readonly inForce: Law | undefined;
}

function lawsIn(legalBasis: string, on: IsoDate): readonly NamedLaw[] {
  return [...legalBasis.matchAll(NUMBER)].flatMap(([found]) => {
    const matter = MATTERS.find((laws) => laws.some(({ number, name }) => number === found || name === found));
    const named = matter?.find(({ number, name }) => number === found || name === found);
    return matter === undefined || named === undefined
      ? []
      : [{ named, inForce: matter.findLast(({ since }) => since <= on) }];
  });
}

/**
 * Legal bases as they were on a day. The law of that day takes the place of one that was not in force then, and says where
 * the matter is now or was before; a basis whose matter had no law then is left out.
 */
export const basesOn = (legalBases: readonly string[], on: IsoDate): readonly string[] =>
  legalBases.flatMap((part) => {
    const [first] = lawsIn(part, on);
    if (first === undefined || first.named === first.inForce) return [part];
    const { named, inForce } = first;
    if (inForce === undefined) return [];
    return [
      named.since > on
        ? `${inForce.name} (có hiệu lực khi đó; từ ${formatDate(named.since)} là ${part})`
        : `${inForce.name} (có hiệu lực từ ${formatDate(inForce.since)}; trước đó là ${part})`,
    ];
  });

/** The days from which other laws are in force: between two of them a basis stays the same. */
const CHANGES: readonly IsoDate[] = MATTERS.flatMap((laws) => laws.map(({ since }) => since)).sort();

/** The legal basis of what happened on a day, whose parts are divided by semicolons. Those of findings are few and kept. */
export function basisOn(legalBasis: string, on: IsoDate): string {
  const since = CHANGES.findLast((day) => day <= on) ?? '';
  let bySince = kept.get(legalBasis);
  if (bySince === undefined) kept.set(legalBasis, (bySince = new Map()));
  let basis = bySince.get(since);
  if (basis === undefined) {
    basis = basesOn(legalBasis.split('; '), on).join('; ') || 'khi đó chưa có quy định riêng';
    bySince.set(since, basis);
  }
  return basis;
}

const kept = new Map<string, Map<IsoDate, string>>();

/** The kinds of texts, the higher first. */
const KINDS = ['Luật', 'Nghị định', 'Thông tư', 'Công điện'];
const rankOf = (title: string): number => KINDS.findIndex((kind) => title.startsWith(kind));

/**
 * The laws that legal bases name, each once and the higher first, as a paper of the given day cites them: a law that was not
 * in force yet is no basis of the paper. A basis that is only practice names no law.
 */
export function lawsNamed(legalBases: readonly string[], on: IsoDate): readonly string[] {
  const cited = legalBases
    .flatMap((legalBasis) => lawsIn(legalBasis, on))
    .flatMap(({ named: { since, title, name } }) => (since > on ? [] : [title ?? name]));
  return [...new Set(cited)].sort((a, b) => rankOf(a) - rankOf(b));
}
