import { type IsoDate, formatDate } from '#shared/domain/vietnamese/dates.ts';

/**
 * The laws that papers cite, by number, as NĐ 30/2020/NĐ-CP (Annex I) asks: a law by its name and day, another text also
 * by its number, its issuer and what it is about. Days and titles are those of the texts themselves.
 */
const TITLES: Readonly<Record<string, string>> = {
  '59/2020/QH14': 'Luật Doanh nghiệp ngày 17 tháng 6 năm 2020',
  '14/2022/QH15': 'Luật Phòng, chống rửa tiền ngày 15 tháng 11 năm 2022',
  '07/2012/QH13': 'Luật Phòng, chống rửa tiền ngày 18 tháng 6 năm 2012',
  '38/2019/QH14': 'Luật Quản lý thuế ngày 13 tháng 6 năm 2019',
  '108/2025/QH15': 'Luật Quản lý thuế ngày 10 tháng 12 năm 2025',
  '78/2006/QH11': 'Luật Quản lý thuế ngày 29 tháng 11 năm 2006',
  '48/2024/QH15': 'Luật Thuế giá trị gia tăng ngày 26 tháng 11 năm 2024',
  '13/2008/QH12': 'Luật Thuế giá trị gia tăng ngày 03 tháng 6 năm 2008',
  '91/2025/QH15': 'Luật Bảo vệ dữ liệu cá nhân ngày 26 tháng 6 năm 2025',
  '168/2025/NĐ-CP': 'Nghị định số 168/2025/NĐ-CP ngày 30 tháng 6 năm 2025 của Chính phủ về đăng ký doanh nghiệp',
  '01/2021/NĐ-CP': 'Nghị định số 01/2021/NĐ-CP ngày 04 tháng 01 năm 2021 của Chính phủ về đăng ký doanh nghiệp',
  '13/2023/NĐ-CP': 'Nghị định số 13/2023/NĐ-CP ngày 17 tháng 4 năm 2023 của Chính phủ về bảo vệ dữ liệu cá nhân',
  '52/2024/NĐ-CP':
    'Nghị định số 52/2024/NĐ-CP ngày 15 tháng 5 năm 2024 của Chính phủ quy định về thanh toán không dùng tiền mặt',
  '101/2012/NĐ-CP':
    'Nghị định số 101/2012/NĐ-CP ngày 22 tháng 11 năm 2012 của Chính phủ về thanh toán không dùng tiền mặt',
  '17/2024/TT-NHNN':
    'Thông tư số 17/2024/TT-NHNN ngày 28 tháng 6 năm 2024 của Thống đốc Ngân hàng Nhà nước Việt Nam quy định việc mở và sử dụng tài khoản thanh toán tại tổ chức cung ứng dịch vụ thanh toán',
  '23/2014/TT-NHNN':
    'Thông tư số 23/2014/TT-NHNN ngày 19 tháng 8 năm 2014 của Thống đốc Ngân hàng Nhà nước Việt Nam hướng dẫn việc mở và sử dụng tài khoản thanh toán tại tổ chức cung ứng dịch vụ thanh toán',
  '86/2024/TT-BTC':
    'Thông tư số 86/2024/TT-BTC ngày 23 tháng 12 năm 2024 của Bộ trưởng Bộ Tài chính quy định về đăng ký thuế',
  '105/2020/TT-BTC':
    'Thông tư số 105/2020/TT-BTC ngày 03 tháng 12 năm 2020 của Bộ trưởng Bộ Tài chính hướng dẫn về đăng ký thuế',
  '139/CĐ-TTg': 'Công điện số 139/CĐ-TTg ngày 23 tháng 12 năm 2024 của Thủ tướng Chính phủ',
};

/** How a paper cites a law; `asFound` serves where its day and title are not known. */
const titleOfLaw = (number: string, asFound: string): string => TITLES[number] ?? asFound;

interface Law {
  /** The law's short name, as findings use it. */
  readonly named: RegExp;
  readonly since: IsoDate;
  /** The law that it replaced. */
  readonly before?: string | undefined;
  /** The first day on which it is no longer in force, and the law that replaced it. */
  readonly ended?: { readonly on: IsoDate; readonly by: string } | undefined;
}

/**
 * The days since which the laws that findings name have been in force, and the laws that they replaced. Sources: NĐ
 * 168/2025/NĐ-CP Art. 125 (replaces NĐ 01/2021); TT 17/2024/TT-NHNN (replaces TT 23/2014); Luật 48/2024/QH15 (replaces
 * Luật 13/2008/QH12); NĐ 356/2025/NĐ-CP Art. 42 (NĐ 13/2023 ends on 01/01/2026); TT 86/2024/TT-BTC (replaces TT 105/2020); Luật 14/2022/QH15 (replaces
 * Luật 07/2012/QH13); the others' own last articles.
 */
const LAWS: readonly Law[] = [
  { named: /Luật 91\/2025\/QH15/, since: '2026-01-01', before: 'Nghị định 13/2023/NĐ-CP' },
  { named: /Nghị định 168\/2025|NĐ 168\/2025/, since: '2025-07-01', before: 'Nghị định 01/2021/NĐ-CP' },
  { named: /Thông tư 17\/2024\/TT-NHNN/, since: '2024-10-01', before: 'Thông tư 23/2014/TT-NHNN' },
  { named: /Nghị định 52\/2024|NĐ 52\/2024/, since: '2024-07-01', before: 'Nghị định 101/2012/NĐ-CP' },
  { named: /48\/2024\/QH15/, since: '2025-07-01', before: 'Luật Thuế giá trị gia tăng 13/2008/QH12' },
  { named: /Thông tư 91\/2026\/TT-BTC/, since: '2026-07-01' },
  {
    named: /Thông tư 86\/2024\/TT-BTC/,
    since: '2025-02-06',
    before: 'Thông tư 105/2020/TT-BTC',
    ended: { on: '2026-07-01', by: 'Thông tư 90/2026/TT-BTC' },
  },
  {
    named: /Luật Phòng, chống rửa tiền 14\/2022\/QH15/,
    since: '2023-03-01',
    before: 'Luật Phòng, chống rửa tiền 07/2012/QH13',
  },
  {
    named: /Luật Quản lý thuế 38\/2019\/QH14/,
    since: '2020-07-01',
    before: 'Luật Quản lý thuế 78/2006/QH11',
    ended: { on: '2026-07-01', by: 'Luật Quản lý thuế 108/2025/QH15' },
  },
];

/**
 * The law that was in force on the day of a finding, where a law that the finding names was not; undefined where every
 * named law was.
 */
export function lawInForceOn(legalBasis: string, on: IsoDate): string | undefined {
  const notes = LAWS.flatMap(({ named, since, before, ended }) => {
    const name = named.exec(legalBasis)?.[0];
    if (name === undefined) return [];
    if (on < since) {
      const held = before === undefined ? 'khi đó chưa có quy định này' : `khi đó áp dụng ${before}`;
      return [`${name} có hiệu lực từ ${formatDate(since)}; ${held}`];
    }
    return ended !== undefined && on >= ended.on
      ? [`${name} hết hiệu lực từ ${formatDate(ended.on)}; khi đó áp dụng ${ended.by}`]
      : [];
  });
  return notes.length === 0 ? undefined : notes.join('. ');
}

/** The legal basis of what happened on a day, with the law of that day where the named one was not in force. */
export function basisOn(legalBasis: string, on: IsoDate): string {
  const note = lawInForceOn(legalBasis, on);
  return note === undefined ? legalBasis : `${legalBasis} (${note})`;
}

/** The numbers of the laws that legal bases name, and their plain citation. */
const NAMED: readonly (readonly [named: RegExp, numberOf: (found: RegExpExecArray) => string, plain: string])[] = [
  [/Luật Doanh nghiệp/g, () => '59/2020/QH14', 'Luật Doanh nghiệp số'],
  [/Luật 91\/2025\/QH15/g, () => '91/2025/QH15', 'Luật Bảo vệ dữ liệu cá nhân số'],
  [/Luật [^;()\d]+? (\d+\/\d{4}\/QH\d+)/g, ([, number = '']) => number, 'Luật số'],
  [/(?:Nghị định|NĐ) (\d+\/\d{4}\/NĐ-CP)/g, ([, number = '']) => number, 'Nghị định số'],
  [/(?:Thông tư|TT) (\d+\/\d{4}\/TT-\p{Lu}+)/gu, ([, number = '']) => number, 'Thông tư số'],
  [/Công điện (\d+\/CĐ-TTg)/g, ([, number = '']) => number, 'Công điện số'],
];

/**
 * The laws that these legal bases name, as a paper of the given day cites them. A law that was not in force yet is
 * replaced by the one before it, and is left out where there was none. A basis that is only practice names no law.
 */
export function lawsNamed(legalBases: readonly string[], on: IsoDate): readonly string[] {
  const text = LAWS.reduce((bases, { named, since, before = '', ended }) => {
    if (on < since) return bases.replaceAll(new RegExp(named, 'g'), before);
    return ended !== undefined && on >= ended.on ? bases.replaceAll(new RegExp(named, 'g'), ended.by) : bases;
  }, legalBases.join('; '));
  const cited = NAMED.flatMap(([named, numberOf, plain]) =>
    [...text.matchAll(named)].map((found) => titleOfLaw(numberOf(found), `${plain} ${numberOf(found)}`)),
  );
  return [...new Set(cited)];
}
