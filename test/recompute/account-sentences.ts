import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import { ofAccounts } from './account-figures.ts';
import { daysFrom } from './days-and-quarters.ts';
import { changesOf } from './head-changes.ts';
import { banksOf } from './money-figures.ts';
import { is, type SentenceClass } from './sentence-class.ts';
import { DAY, when } from './shown.ts';

const SOME = String.raw`(?:Tài khoản duy nhất|Cả (?<every>\d+) tài khoản|(?<some>\d+) trên (?<all>\d+) tài khoản)`;

const UNSAID = String.raw`(?:; (?<unsaid>\d+) tài khoản khác [^.]*)?\.`;

const NOBODY = 'chủ thuê bao không phải người nào trong hồ sơ đăng ký, cũng không phải người đại diện của tài khoản';

/** The classes about accounts, their holders and their phones. */
export const ACCOUNT_SENTENCES: readonly SentenceClass[] = [
  is(
    'tài khoản do người khác đứng tên',
    `${SOME} do người khác, không phải người đại diện của doanh nghiệp, đứng tên đại diện \\(theo ngân hàng (?<banks>[^)]+)\\)${UNSAID}`,
    ofAccounts('held'),
  ),
  is(
    'số điện thoại của người lạ',
    `${SOME} \\(ngân hàng (?<banks>[^)]+)\\) dùng số điện thoại mà ${NOBODY} \\(không kể số đã đăng ký\\)${UNSAID}`,
    ofAccounts('strange'),
  ),
  is(
    'số điện thoại không rõ chủ',
    `${SOME} \\(ngân hàng (?<banks>[^)]+)\\) dùng số điện thoại không có trong hồ sơ đăng ký, không rõ chủ thuê bao${UNSAID}`,
    ofAccounts('unknown'),
  ),
  is(
    'các số điện thoại khác nhau',
    `${SOME} \\(ngân hàng (?<banks>[^)]+)\\) dùng các số điện thoại khác nhau, đều không có trong hồ sơ đăng ký, không rõ chủ thuê bao hoặc ${NOBODY}${UNSAID}`,
    ofAccounts('nobody'),
  ),
  is(
    'chủ thuê bao không phải người đại diện',
    `${SOME} dùng số điện thoại mà chủ thuê bao không phải người đại diện của tài khoản${UNSAID}`,
    (said, company, world) => ({ ...ofAccounts('another')({ some: '1', ...said }, company, world) }),
  ),
  is(
    'mở nhiều tài khoản',
    String.raw`Trong (?<days>\d+) ngày từ khi (?:đăng ký|(?<change>đổi người đại diện)) \(ngày (?<since>${DAY})\), mở (?<accounts>\d+) tài khoản ở các ngân hàng (?<banks>[^.]+)\.`,
    (said, company) => {
      const since =
        said.change === undefined ? company.registeredOn : (changesOf(company, 'NGUOI_DAI_DIEN').at(-1) ?? '');
      const opened = company.accounts.filter(
        (one) => when(one['ngay mo']) >= since && daysFrom(since, when(one['ngay mo'])) <= Number(said.days),
      );
      return {
        days: said.change === undefined ? 30 : 60,
        since,
        registered: since,
        on: since,
        accounts: opened.length,
        banks: banksOf(opened.map((one) => ({ bank: one['ngan hang'] ?? '' }))),
      };
    },
  ),
  is(
    'tài khoản bị báo nghi vấn',
    String.raw`(?<accounts>\d+) tài khoản bị (?<by>Công an tỉnh|ngân hàng [^(]+?) báo nghi vấn \(lần báo gần nhất(?: của mỗi tài khoản)?: mã (?<suspicions>[\d, ]+), (?:ngày (?<only>${DAY})|từ ngày (?<from>${DAY}) đến ngày (?<to>${DAY}))\)\.(?: Đó là tài khoản (?<which>.+)\.)?`,
    (_said, company, world) => {
      const own = new Set(company.accounts.map((one) => `${one['ngan hang']} ${one['so tai khoan']}`));
      const rows = world
        .of('suspicious-accounts', 'ma nghi ngo')
        .filter(
          ({ cells }) => own.has(`${cells['ngan hang']} ${cells['so tai khoan']}`) && when(cells['ngay']) <= world.asOf,
        )
        .sort(({ cells: a }, { cells: b }) => {
          const [one, other] = [a, b].map((cells) => `${when(cells['ngay'])} ${cells['ma nghi ngo'] === '0' ? 1 : 0}`);
          return String(one) < String(other) ? -1 : 1;
        });
      // The newest row of an account holds, and one that clears it ends the others
      const newest = new Map(rows.map((row) => [`${row.cells['ngan hang']} ${row.cells['so tai khoan']}`, row]));
      const listed = [...newest.values()].filter(({ cells }) => cells['ma nghi ngo'] !== '0');
      const days = listed.map(({ cells }) => when(cells['ngay'])).sort();
      return {
        accounts: new Set(listed.map(({ cells }) => cells['so tai khoan'])).size,
        suspicions: [...new Set(listed.map(({ cells }) => cells['ma nghi ngo']))].sort().join(', '),
        which: [
          ...new Set(
            listed.map(({ cells }) => `số ${cells['so tai khoan']} tại ${bankNameOf(cells['ngan hang'] ?? '')}`),
          ),
        ].join('; '),
        only: days[0],
        from: days[0],
        to: days.at(-1),
      };
    },
  ),
];
