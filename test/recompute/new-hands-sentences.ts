import { documentOf } from './cells.ts';
import { daysFrom, quarterOf, sum } from './days-and-quarters.ts';
import { changesOf, isHead } from './head-changes.ts';
import { sales, unknownQuarters, withoutSales } from './sales-figures.ts';
import { is, type Right, type Said, type SentenceClass } from './sentence-class.ts';
import { DAY, MONEY, QUARTER, when } from './shown.ts';
import type { World } from './world.ts';
import type { Company } from './company.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import { findInstitution } from '#shared/domain/vietnamese/financial-institution.ts';

const SINCE = String.raw`Từ quý đổi: (?:(?<silent>chưa có dữ liệu tờ khai thuế)|(?:(?<nought>\d+) quý đã khai, không có doanh thu)?(?:; )?(?:(?<owedThen>\d+) quý quá hạn khai 90 ngày, chưa thấy tờ khai)?)`;
const SOON_DAYS = 30;

const lastChange = (company: Company) => changesOf(company, 'NGUOI_DAI_DIEN').at(-1) ?? '';

function sinceChange({ silent }: Said, company: Company, world: World): Right {
  const quarter = quarterOf(lastChange(company));
  const found = withoutSales((one) => one >= quarter, company, world);
  const isSilent = Number(found['nought']) + Number(found['owedThen']) === 0;
  return { ...found, silent: isSilent ? silent : 'có tờ khai', on: lastChange(company) };
}

/** The sentences about companies that changed hands, and those that led them before. */
export const NEW_HANDS_SENTENCES: readonly SentenceClass[] = [
  is(
    'hết doanh thu rồi đổi chủ',
    String.raw`Đổi người đại diện ngày (?<on>${DAY}); trước đó (?<quarters>\d+) quý khai doanh thu (?<revenue>${MONEY})(?:, (?<unknown>\d+) quý đã khai khác chưa rõ doanh thu)?, nhưng quý (?<last>${QUARTER}), quý cuối đã khai trước khi đổi, không có doanh thu\. ${SINCE}\.`,
    (said, company, world) => {
      const since = quarterOf(lastChange(company));
      const unknown = [...unknownQuarters(company)].filter((quarter) => quarter < since);
      const before = [...sales(company).declared].filter(([quarter]) => quarter < since).sort();
      const selling = before.filter(([quarter, sold]) => sold > 0 && !unknown.includes(quarter));
      const [last, sold] = before.at(-1) ?? [];
      return {
        ...sinceChange(said, company, world),
        quarters: selling.length,
        unknown: unknown.length,
        revenue: sum(selling, ([, one]) => one),
        last: sold === 0 ? last : 'có doanh thu',
      };
    },
  ),
  is(
    'hết lao động rồi đổi chủ',
    String.raw`Đổi người đại diện ngày (?<on>${DAY}); từng có (?<most>\d+) lao động đóng bảo hiểm xã hội, đến ngày (?<lastOn>${DAY}), số báo cuối trước khi đổi, (?:(?<nobody>không còn ai)|còn (?<left>\d+))\. ${SINCE}\.`,
    (said, company, world) => {
      const told = company.signals('BHXH');
      const last = told.findLast(({ on }) => on < lastChange(company));
      return {
        ...sinceChange(said, company, world),
        most: Math.max(...told.map(({ amount = 0 }) => amount)),
        lastOn: last?.on,
        nobody: last?.amount === 0 ? said['nobody'] : 'còn',
        left: last?.amount,
      };
    },
  ),
  is(
    'ví của chủ mới',
    String.raw`Đổi người đại diện ngày (?<on>${DAY}), mở ví điện tử (?<wallets>.+) từ ngày (?<opened>${DAY})\.`,
    (_said, company) => {
      const on = lastChange(company);
      const opened = company.accounts.flatMap((one) => {
        const [day, bank = ''] = [when(one['ngay mo']), one['ngan hang']];
        const isSoon = day !== '' && day >= on && daysFrom(on, day) <= SOON_DAYS;
        return isSoon && findInstitution(bank)?.kind === 'wallet' ? [{ day, bank: bankNameOf(bank) }] : [];
      });
      return {
        on,
        wallets: [...new Set(opened.map(({ bank }) => bank))],
        opened: opened.map(({ day }) => day).sort()[0],
      };
    },
  ),
  is(
    'người đại diện trước đây',
    String.raw`(?<name>.+) \(\S+ số (?<document>\S+)\): người đại diện theo pháp luật từ (?<from>${DAY}) đến (?<until>${DAY})(?:; .+)?\.`,
    ({ document = '', from, until }, { versions }) => {
      const led = versions.filter(({ rows }) =>
        rows.some((one) => isHead(one) && documentOf(one['so giay to']) === document),
      );
      const days = new Set([
        ...versions.map(({ on }) => on),
        ...versions.slice(0, 1).map(({ rows }) => when(rows[0]?.['ngay dang ky'])),
      ]);
      return {
        document: led.length > 0 ? document : undefined,
        name: led.flatMap(({ rows }) => rows.filter(isHead).map((one) => one['ho va ten'] ?? '')),
        from: days.has(when(from)) && led.some(({ on }) => on < when(until)) ? from : led[0]?.on,
        until: days.has(when(until)) ? until : versions.at(-1)?.on,
      };
    },
  ),
];
