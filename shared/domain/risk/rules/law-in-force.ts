import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { titleOfLaw } from './law-titles.ts';

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
