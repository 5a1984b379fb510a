import { daysFrom, plusDays, quarterOf, sum } from './days-and-quarters.ts';
import { CAPITAL, WITHOUT_SALES } from './forms.ts';
import { changeOf, isHead } from './head-changes.ts';
import { allBanks, life, monthsOf, surgeOf, through, throughOf } from './money-figures.ts';
import { capitalIn, isOverdue, withoutSales } from './sales-figures.ts';
import { peersOf } from './peer-figures.ts';
import { is, type Right, type SentenceClass } from './sentence-class.ts';
import { BANKS, DAY, MONEY, MONTH, SHARE, when } from './shown.ts';

/** The account of which all this is the money. */
const WHICH = String.raw`(?: Đó là tài khoản số (?<number>\d+) tại (?<bank>.+)\.)?`;

const EXTREMES = String.raw`bình quân; tháng ngắn nhất (?<shortest>[\d.]+|chưa đến 1) phút, dài nhất (?<longest>[\d.]+) phút`;
const TIMED = String.raw`tính trên (?<timed>${MONEY}) tiền vào có báo thời gian`;
const HELD_FOR = String.raw`(?<held>[\d.]+|chưa đến 1) phút(?: \((?:${EXTREMES})?(?:; )?(?:${TIMED})?\))?`;

const HELD = `(?:, tiền thường lưu lại ${HELD_FOR})?`;

const OUT = String.raw`(?:không có tiền ra|chưa thấy tiền ra|tiền ra (?<debit>${MONEY}) \((?<share>${SHARE})\))`;

const THROUGH = String.raw`(?<one>Riêng một tài khoản, )?[Tt]rong (?:tháng (?<month>${MONTH})|(?<months>\d+) tháng có giao dịch \((?<from>${MONTH}) đến (?<to>${MONTH})\)), tiền vào (?<credit>${MONEY}), ${OUT}${HELD}, theo ngân hàng (?<banks>[^:;.(]+?)(?: \((?<empty>\d+) tổng mà ngân hàng để trống, tính là 0\))?\.`;

const PAYMENTS = String.raw`(?: Bình quân mỗi tháng (?<payments>[\d.]+) giao dịch\.)?`;

const SHARES = String.raw`(?: Riêng tháng [^.]*? chuyển đi (?<only>${SHARE})\.| Tháng nào(?: trong (?<compared>\d+) tháng[^.]*?(?:[\d.]+ đồng))? cũng chuyển đi (?<same>${SHARE})\.| Có tháng[^.]*(?:[\d.]+ đồng)? chưa chuyển đi, tháng nhiều nhất chuyển đi (?<most0>${SHARE})\.| Tháng ít nhất(?: trong (?<compared2>\d+) tháng.*?đồng)? chuyển đi (?<least>${SHARE}), nhiều nhất (?<most>${SHARE})\.)?`;

const REGISTERED = String.raw`(?: Doanh nghiệp đăng ký ngày (?<registered>${DAY})(?:, đổi người đại diện ngày (?<changed>${DAY}))?(?:; trước tháng (?<earlier>${MONTH}) tiền vào bình quân mỗi tháng có giao dịch (?<monthly>${MONEY}))?\.)?`;

const LIFE = String.raw`Chỉ (?:tháng (?<month>${MONTH}) có tiền vào từ ${MONEY}: |(?<months>\d+) tháng \((?<from>${MONTH}) đến (?<to>${MONTH})\) có tiền vào từ ${MONEY} một tháng, cộng )(?<credit>${MONEY}) \(theo ngân hàng (?<banks>[^)]+)\)`;

const shareFigures = (right: Right): Right => ({
  ...right,
  only: right.most,
  same: right.most,
  most0: right.most,
  compared2: right.compared,
});

/** The classes about money through the accounts, month by month. */
export const MONEY_SENTENCES: readonly SentenceClass[] = [
  is(
    'dòng tiền qua tài khoản',
    `${THROUGH}${PAYMENTS}${SHARES}${REGISTERED}(?: Tiền lưu lại, các tháng khác nhau\\.)?${WHICH}`,
    (said, company) => {
      const change = changeOf(said, company);
      return {
        ...shareFigures(through(said, company)),
        registered: company.registeredOn,
        changed: change.on,
        monthly: change.monthly,
      };
    },
  ),
  is(
    'tài khoản khác chính nó',
    String.raw`Ở một tài khoản, (?:tháng (?<month>${MONTH})|(?<months>\d+) tháng trong thời gian (?<from>${MONTH}) đến (?<to>${MONTH})) có tiền vào (?<credit>${MONEY}), bình quân mỗi tháng (?<payments>[\d.]+) giao dịch, (?<share>${SHARE}) được chuyển đi, thường sau ${HELD_FOR} \(theo ngân hàng (?<banks>${BANKS})\); trong (?<usual>\d+) tháng khác của tài khoản đó, tiền vào một tháng thường là (?<usually>${MONEY}) \(số ở giữa khi xếp các tháng theo tiền vào\), nhiều nhất (?<usualMost>${MONEY})(?:, thường (?<usualPayments>[\d.]+) giao dịch)?, tháng có báo thì lưu lại ít nhất (?<rests>[\d.]+) phút(?:; (?<alsoQuick>\d+) tháng nữa tiền cũng đi nhanh nhưng tiền vào, số giao dịch chưa tăng đến mức được xét)?\.${WHICH}`,
    (said, company) => surgeOf(said, company),
  ),
  is(
    'nhanh hơn doanh nghiệp được so',
    String.raw`Tiền (?:lưu lại ${HELD_FOR} rồi )?(?:được chuyển đi hết|(?<share>${SHARE}) được chuyển đi) \(theo ngân hàng (?<banks>[^)]+)\): so với ít nhất (?<peers>[\d.]+) doanh nghiệp trong tỉnh có số liệu \((?<peersAre>.*?)\), 19 trong 20 doanh nghiệp giữ tiền lâu hơn\.${WHICH}`,
    (said, company, world) => {
      const { held, shortest, longest, timed, share, banks, months, from, to, credit, debit, number, bank } = throughOf(
        company.months,
        '',
        '9999',
      );
      const compared = peersOf(said, company, world);
      return {
        held,
        shortest,
        longest,
        timed,
        share,
        banks,
        months,
        from,
        to,
        credit,
        debit,
        number,
        bank,
        ...compared,
      };
    },
  ),
  is(
    'tháng đầu có nhiều tiền',
    String.raw`Đăng ký ngày (?<registered>${DAY}); cả tháng (?<month>${MONTH}), tháng có nhiều tiền vào tài khoản nhất trong năm đầu, có (?<credit>${MONEY}), (?:tuy không có vốn điều lệ|chưa rõ vốn điều lệ|(?:xấp xỉ|gấp (?<times>[\d.,]+) lần|bằng (?<share>${SHARE})) ${CAPITAL})\.`,
    (said, company) => {
      const [month] = monthsOf(company.months)
        .filter(({ period }) => daysFrom(company.registeredOn, `${period}-01`) < 365)
        .sort((a, b) => b.credit - a.credit);
      const times = (month?.credit ?? 0) / company.capital;
      return {
        registered: company.registeredOn,
        month: month?.period,
        credit: month?.credit,
        times,
        share: times * 100,
        capital: capitalIn(said, company),
        banks: allBanks(company),
      };
    },
  ),
  is(
    'đổi người đại diện rồi có tiền',
    String.raw`Thay người đại diện ngày (?<on>${DAY}) \((?:ngay ngày đăng ký|trước ngày đăng ký được báo|khi đã đăng ký (?<age>[\d.]+) ngày)\); (?:chưa có số liệu tiền vào )?trước tháng (?<since>${MONTH})(?: (?:(?<nothing>không có tiền vào đáng kể)|tiền vào (?<before>${MONEY})))?, từ đầu tháng (?<month>${MONTH}) tiền vào (?<credit>${MONEY})\.`,
    changeOf,
  ),
  is(
    'tài khoản ngủ rồi có tiền',
    String.raw`Từ ngày (?<since>${DAY}) chưa thấy tiền vào đáng kể, đến tháng (?<month>${MONTH}) mới có; (?:riêng tháng đó|trong (?<months>\d+) tháng) tiền vào (?<credit>${MONEY})\. Các quý trước đó: ${WITHOUT_SALES}\.`,
    (said, company, world) => {
      const months = monthsOf(company.months).filter(({ period }) => period >= when(said.month));
      const opened = company.accounts.map((one) => when(one['ngay mo']));
      const since = when(said.since);
      return {
        since: [...opened, company.registeredOn, ...world.flowsSince(company)].includes(since) ? since : undefined,
        ...withoutSales((quarter) => quarter < quarterOf(String(life(company).month)), company, world),
        month: life(company).month,
        months: months.length,
        credit: sum(months, (one) => one.credit),
        banks: allBanks(company),
      };
    },
  ),
  is(
    'tiền chỉ trong ít tháng',
    String.raw`${LIFE}; các tháng khác đến ngày (?<until>${DAY}) chưa thấy tiền vào như vậy\. Các quý trước và sau đó: ${WITHOUT_SALES}\.(?: Từ khi có tiền, (?<due>\d+) kỳ khai thuế đã quá hạn 90 ngày mà không nộp tờ khai nào\.)?`,
    (_said, company, world) => {
      const right = life(company);
      const quarters = [
        ...new Set(
          [...Array(80).keys()].map((n) => quarterOf(plusDays(`${String(right.from)}-15`, n * 31).slice(0, 7))),
        ),
      ];
      const isAround = (quarter: string) =>
        quarter < quarterOf(String(right.from)) || quarter > quarterOf(String(right.to));
      return {
        ...right,
        ...withoutSales(isAround, company, world),
        due: quarters.filter((quarter) => isOverdue(quarter, company, world)).length,
      };
    },
  ),
  is(
    'ngủ lâu rồi có tiền ít tháng',
    String.raw`${LIFE}; từ ngày (?<since>${DAY}) \(.*?\) đến đầu tháng (?<first>${MONTH}) là (?<asleep>[\d.]+) ngày chưa thấy tiền vào như vậy\. Các quý trước đó: ${WITHOUT_SALES}\.`,
    (_said, company, world) => {
      const right = life(company);
      const since = [company.registeredOn, ...world.flowsSince(company)].sort().at(-1) ?? '';
      return {
        ...right,
        first: right.from,
        since,
        asleep: daysFrom(since, `${String(right.from)}-01`),
        ...withoutSales((quarter) => quarter < quarterOf(String(right.from)), company, world),
      };
    },
  ),
  is(
    'tuổi người đại diện',
    String.raw`Người đại diện theo pháp luật sinh năm (?<born>[\d, ]+?) \(đăng ký năm (?<year>\d{4})\); tháng (?<month>${MONTH}), tháng có nhiều tiền vào nhất, có (?<credit>${MONEY}), theo ngân hàng (?<banks>${BANKS})\.`,
    (_said, company) => ({
      born: company.people
        .filter(isHead)
        .map((one) => when(one['ngay sinh']).slice(0, 4))
        .join(', '),
      year: company.registeredOn.slice(0, 4),
      month: life(company).largestMonth,
      credit: life(company).largest,
      banks: allBanks(company),
    }),
  ),
];
