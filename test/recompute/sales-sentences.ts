import { daysFrom, endOf, sum } from './days-and-quarters.ts';
import { CAPITAL, INSURED, QUARTERS } from './forms.ts';
import { monthsOf } from './money-figures.ts';
import { capitalIn, declaredOf, isOverdue, sales, staff, unknownQuarters } from './sales-figures.ts';
import { is, type SentenceClass } from './sentence-class.ts';
import { DAY, MONEY, QUARTER, SHARE, when } from './shown.ts';

/** The classes about declared revenue, invoices and insured staff. */
export const SALES_SENTENCES: readonly SentenceClass[] = [
  is(
    'doanh thu khai so với tiền vào',
    String.raw`${QUARTERS} \((?:(?<filed>\d+) quý đã khai|đã khai)?(?: và )?(?:(?<owed>\d+) quý quá hạn[^)]*|quá hạn[^)]*)?\), tiền vào tài khoản (?<credit>${MONEY}) \(theo ngân hàng (?<banks>[^;]+); đã trừ toàn bộ số vốn đã góp đến nay\); (?:doanh thu kê khai chỉ (?<revenue>${MONEY}) \((?<share>${SHARE})\)|không kê khai doanh thu nào|các tờ khai không có doanh thu nào)\.(?: Chưa tính (?<unanswered>${MONEY}) .*)?`,
    declaredOf,
  ),
  is(
    'hóa đơn so với doanh thu khai',
    String.raw`${QUARTERS}, trong các quý đã khai, hóa đơn đã xuất (?<invoiced>${MONEY}), (?:gấp (?<times>[\d.,]+) lần doanh thu kê khai (?<revenue>${MONEY})|trong khi các tờ khai không có doanh thu nào)\.(?: Chưa tính (?<unanswered>${MONEY}) hóa đơn .*)?`,
    (_said, company) => {
      const { declared, invoiced, total } = sales(company);
      const quarters = [...declared.keys()].sort();
      const noughts = quarters.filter((quarter) => declared.get(quarter) === 0 && (invoiced.get(quarter) ?? 0) > 0);
      const isMeant = (quarter: string) => declared.has(quarter) && (noughts.length > 1 || noughts[0] !== quarter);
      const [sold, revenue] = [total(invoiced, isMeant), total(declared)];
      return {
        fromQuarter: quarters[0],
        toQuarter: quarters.at(-1),
        quarter: quarters[0],
        invoiced: sold,
        revenue,
        times: sold / revenue,
        unanswered: total(invoiced) - sold,
      };
    },
  ),
  is(
    'hóa đơn không có tờ khai',
    String.raw`Đã xuất hóa đơn (?<invoiced>${MONEY}) \(đến quý (?<quarter>${QUARTER})\) mà không nộp tờ khai thuế nào trong (?<age>[\d.]+) ngày kể từ khi đăng ký\.`,
    (_said, company, { asOf }) => {
      const { declared, invoiced, total } = sales(company);
      return {
        invoiced: declared.size === 0 ? total(invoiced) : Number.NaN,
        quarter: [...invoiced.keys()].sort().at(-1),
        age: daysFrom(company.registeredOn, asOf),
      };
    },
  ),
  is(
    'doanh số so với nhân lực',
    String.raw`Doanh số (?<turnover>${MONEY}) trong (?:quý (?<only>${QUARTER})|(?<quarters>\d+) quý)(?: \((?:đến quý (?<quarter>${QUARTER}))?(?:, )?(?:(?<age>[\d.]+) ngày sau khi đăng ký)?\))?, ${INSURED}; ${CAPITAL}\.`,
    (said, company) => {
      const { declared, invoiced, total } = sales(company);
      const quarters = [
        ...new Set([
          ...[...declared].flatMap(([quarter, revenue]) => (revenue > 0 ? [quarter] : [])),
          ...invoiced.keys(),
        ]),
      ].sort();
      const last = quarters.at(-1) ?? '';
      return {
        turnover: Math.max(total(declared), total(invoiced)),
        quarters: quarters.length,
        quarter: last,
        only: last,
        age: daysFrom(company.registeredOn, endOf(last)),
        insured: staff(company),
        capital: capitalIn(said, company),
      };
    },
  ),
  is(
    'doanh số không qua tài khoản',
    String.raw`${QUARTERS}, doanh số (?<turnover>${MONEY}) nhưng (?:các tài khoản không có tiền vào đáng kể trong mọi tháng đã biết|tiền vào các tài khoản trong mọi tháng đã biết chỉ (?<credit>${MONEY}) \((?<share>${SHARE})\)); ${INSURED}\.`,
    (said, company) => {
      const { declared, invoiced, total } = sales(company);
      const [from, to] = [when(said.fromQuarter ?? said.quarter), when(said.toQuarter ?? said.quarter)];
      const isMeant = (quarter: string) => quarter >= from && quarter <= to;
      const turnover = Math.max(total(declared, isMeant), total(invoiced, isMeant));
      const credit = sum(monthsOf(company.months), (one) => one.credit);
      return { turnover, credit, share: (credit / turnover) * 100, insured: staff(company) };
    },
  ),
  is(
    'khai thuế tương ứng',
    String.raw`khai thuế (?<quarters>\d+) quý(?: \((?<unknown>\d+) quý chưa rõ doanh thu, không tính\))?, đến quý (?<quarter>${QUARTER}), doanh thu (?<revenue>${MONEY}), hóa đơn (?<invoiced>${MONEY}), không số nào quá hai lần số kia\.`,
    (_said, company, world) => {
      const { declared, invoiced, total } = sales(company);
      return {
        quarters: declared.size,
        unknown: unknownQuarters(company).size,
        quarter: [...declared.keys()].sort().at(-1),
        revenue: total(declared),
        invoiced: total(
          invoiced,
          (quarter) =>
            !unknownQuarters(company).has(quarter) && (declared.has(quarter) || isOverdue(quarter, company, world)),
        ),
      };
    },
  ),
  is('lao động đóng bảo hiểm', String.raw`có ${INSURED}, theo số báo ngày (?<on>${DAY})\.`, (_said, company) => ({
    insured: staff(company),
    on: company.signals('BHXH').at(-1)?.on,
  })),
  is(
    'doanh số lớn ngay khi đăng ký',
    String.raw`Đăng ký ngày (?<registered>${DAY}), ngay quý (?<quarter>${QUARTER}) đã có doanh số (?<turnover>${MONEY}) \(${CAPITAL}\), chưa thấy .*`,
    (said, company) => {
      const { declared, invoiced } = sales(company);
      const quarter = when(said.quarter);
      return {
        registered: company.registeredOn,
        quarter,
        turnover: Math.max(declared.get(quarter) ?? 0, invoiced.get(quarter) ?? 0),
        capital: capitalIn(said, company),
      };
    },
  ),
];
