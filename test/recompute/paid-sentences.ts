import { endOf, periodIn, startOf, sum } from './days-and-quarters.ts';
import { QUARTERS } from './forms.ts';
import { allBanks, banksOf, monthsOf } from './money-figures.ts';
import { paidTo } from './paid-figures.ts';
import { sales } from './sales-figures.ts';
import { is, type SentenceClass } from './sentence-class.ts';
import { BANKS, DAY, MONEY, SHARE, when } from './shown.ts';

/** The classes about whom the money was sent to, and from where. */
export const PAID_SENTENCES: readonly SentenceClass[] = [
  is(
    'tài khoản nhận của ít doanh nghiệp',
    String.raw`Trong các tài khoản nhận chính của (?<debit>${MONEY}) chuyển đi \(theo ngân hàng (?<banks>[^)]+)\), có (?<nine>\d+) tài khoản mà ngoài doanh nghiệp này chỉ vài doanh nghiệp khác trong tỉnh \(dưới 10\) trả nhiều tiền(?:, (?:(?<every>đều) |trong đó (?<three>\d+) tài khoản )chỉ của 2 đến 3 doanh nghiệp)?\.`,
    (_said, company, world) => {
      const right = paidTo(company, world);
      return { ...right, every: right.nine === right.three ? 'đều' : 'không đều' };
    },
  ),
  is(
    'tiền chuyển đi so với doanh thu khai',
    String.raw`${QUARTERS}, tiền chuyển đi (?<debit>${MONEY}) \(theo ngân hàng (?<banks>[^)]+)\); (?:(?<unfiled>đến nay chưa nộp tờ khai nào) của các quý đó|đến nay đã khai (?<filed>\d+) quý trong thời gian đó, (?:(?<none>không có doanh thu nào)|doanh thu chỉ (?<revenue>${MONEY}) \((?<share>${SHARE})\)))\.`,
    (said, company, world) => {
      const { declared, total } = sales(company);
      const [from, to] = [when(said.fromQuarter ?? said.quarter), when(said.toQuarter ?? said.quarter)];
      const isMeant = (quarter: string) => quarter >= from && quarter <= to;
      const { debit, banks, fromQuarter, toQuarter } = paidTo(company, world);
      const [filed, revenue] = [[...declared.keys()].filter(isMeant).length, total(declared, isMeant)];
      return {
        fromQuarter,
        toQuarter,
        debit,
        banks,
        filed,
        revenue,
        share: (revenue / debit) * 100,
        unfiled: filed === 0 ? said.unfiled : 'đã nộp',
        none: revenue === 0 ? said.none : 'có',
      };
    },
  ),
  is(
    'không mua hóa đơn',
    String.raw`Trong dữ liệu hóa đơn từ ngày (?<since>${DAY}) đến ngày (?<until>${DAY}) không có ai xuất hóa đơn cho doanh nghiệp, trong khi (?:tiền qua tài khoản (?<money>${MONEY}))?(?:, )?(?:doanh số (?<sold>${MONEY}))?\.`,
    (_said, company, world) => {
      const { declared, invoiced, total } = sales(company);
      const bought = world
        .of('activities', 'ma so ben mua')
        .some(({ cells }) => cells['ma so ben mua'] === company.code);
      const credit = sum(monthsOf(company.months), (one) => one.credit);
      const periods = world.of('activities', 'ma so ben mua').map(({ cells }) => periodIn(cells['ky'] ?? ''));
      const [first = '', last = ''] = [periods.map(startOf).sort()[0], periods.map(endOf).sort().at(-1)];
      return {
        since: first > company.registeredOn ? first : company.registeredOn,
        until: last < world.asOf ? last : world.asOf,
        money: bought ? Number.NaN : Math.max(credit, paidTo(company, world).debit),
        sold: Math.max(total(declared), total(invoiced)),
      };
    },
  ),
  is(
    'địa chỉ IP nước ngoài',
    String.raw`(?<share>${SHARE}) trong (?<told>[\d.]+) giao dịch mà ngân hàng (?<telling>${BANKS}) báo tỷ lệ IP nước ngoài là từ IP nước ngoài(?: \((?<untold>[\d.]+) giao dịch khác không được báo\))?\.`,
    (_said, company) => {
      const telling = company.months.filter(
        ({ foreign, payments }) => foreign !== undefined && payments !== undefined && payments > 0,
      );
      const told = sum(telling, (one) => one.payments);
      return {
        told,
        share: (sum(telling, (one) => (one.payments ?? 0) * (one.foreign ?? 0)) / told) * 100,
        telling: banksOf(telling),
        untold: sum(company.months, (one) => one.payments) - told,
        credit: sum(monthsOf(company.months), (one) => one.credit),
        banks: allBanks(company),
      };
    },
  ),
];
