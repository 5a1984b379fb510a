import { phoneOf } from './cells.ts';
import { type About, type TableRow, same } from './dossier-table.ts';
import { money, numberIn, when } from './shown.ts';
import type { Company } from './company.ts';

const CURRENT: Readonly<Record<string, (company: Company) => string | undefined>> = {
  'Tên doanh nghiệp': ({ first }) => first['ten doanh nghiep'],
  'Mã số doanh nghiệp': ({ code }) => code,
  'Ngày đăng ký': (company) => company.registeredOn,
  'Địa chỉ trụ sở': ({ first }) => first['dia chi tru so'],
  'Ngành nghề chính (mã VSIC)': ({ first }) => first['nganh nghe chinh'] || 'Chưa có dữ liệu',
  'Số lao động dự kiến': ({ first }) => first['so lao dong'] || 'Chưa có dữ liệu',
  'Điện thoại': ({ first }) => phoneOf(first['dien thoai']) || 'Chưa có dữ liệu',
  'Thư điện tử': ({ first }) => first['email'] || 'Chưa có dữ liệu',
  'Bản đăng ký nêu ở trên có từ ngày': ({ versions }) => versions.at(-1)?.on,
};

const STATES: Readonly<Record<string, string>> = {
  'Trạng thái thuế': 'TRANG_THAI_THUE',
  'Trạng thái pháp lý': 'TRANG_THAI_PHAP_LY',
};

export function checkCompany(rows: readonly TableRow[], { company, check }: About): void {
  for (const [label = '', value = ''] of rows) {
    const current = CURRENT[label];
    if (current !== undefined)
      check(
        'dữ liệu đăng ký',
        `${label}: ${value}`,
        same(/^\d\d\/\d\d\/\d{4}$/u.test(value) ? when(value) : value),
        same(current(company)),
      );
    else if (label === 'Vốn điều lệ') check('vốn điều lệ', value, money(value.replace(/\(.*/u, '')), company.capital);
    else if (label === 'Lao động đóng bảo hiểm xã hội') {
      const last = company.signals('BHXH').at(-1);
      const said = /^(?:(\d[\d.]*) người|Không có ai), theo số báo ngày (\S+)/u.exec(value);
      check(
        'lao động đóng bảo hiểm',
        value,
        said ? [numberIn(said[1] ?? '0'), when(said[2])] : value,
        last ? [last.amount, last.on] : 'Chưa có dữ liệu',
      );
    } else if (label === 'Kiểm tra trụ sở gần nhất') {
      const last = company.signals('KIEM_TRA_TRU_SO').at(-1);
      const right =
        last &&
        `Ngày ${last.on.split('-').reverse().join('/')}: ${last.value === 'CO_HOAT_DONG' ? 'có hoạt động' : 'không tìm thấy doanh nghiệp'}`;
      check('kiểm tra trụ sở', value, value, right ?? 'Chưa có dữ liệu');
    } else if (STATES[label] !== undefined) {
      const last = company.signals(STATES[label] ?? '').at(-1);
      const said = /^([\d-]+).*?từ ngày (\d\d\/\d\d\/\d{4})/u.exec(value);
      check(
        'trạng thái',
        `${label}: ${value}`,
        said ? [said[1], when(said[2])] : value,
        last ? [last.value, last.on] : 'Chưa có dữ liệu',
      );
      const later = /sau tháng đó các ngân hàng vẫn báo tiền vào ([\d.]+ đồng)/u.exec(value)?.[1];
      if (later !== undefined && last !== undefined)
        check(
          'tiền sau khi ngừng',
          value,
          money(later),
          sumOf(
            company.months.filter(({ period, credit }) => period > last.on.slice(0, 7) && credit > 0),
            'credit',
          ),
        );
    } else if (label === 'Thay đổi đã được báo')
      check(
        'thay đổi',
        value,
        value.startsWith('Chưa có dòng') ? 0 : [...value.matchAll(/\d\d\/\d\d\/\d{4}: /gu)].length > 0 ? 1 : 0,
        company.signals('THAY_DOI').length > 0 || company.versions.length > 1 ? 1 : 0,
      );
    else check.uncovered(`dòng "${label}"`);
  }
}

const sumOf = (rows: readonly { readonly credit: number; readonly debit: number }[], of: 'credit' | 'debit') =>
  rows.reduce((total, one) => total + one[of], 0);
