import type { SignalKind } from '#shared/domain/risk/facts/company-facts.ts';
import { cellText } from '#shared/tabular/cell.ts';
import type { Reader, CellResult } from '../column.ts';
import { choiceReader } from './choice.ts';
import { readCount, readMoney } from './numbers.ts';
import { memoisedReader } from './memoised-reader.ts';

/** Reads a kind of signal (loại tín hiệu). */
export const readKind: Reader<SignalKind> = choiceReader<SignalKind>({
  GOP_VON: ['Góp vốn điều lệ', 'Góp vốn'],
  TO_KHAI_THUE: ['Tờ khai thuế', 'Nộp tờ khai thuế'],
  HOA_DON: ['Hóa đơn', 'Hóa đơn điện tử'],
  BHXH: ['Bảo hiểm xã hội', 'Lao động đóng BHXH'],
  KIEM_TRA_TRU_SO: ['Kiểm tra trụ sở', 'Kiểm tra địa chỉ trụ sở'],
  TRANG_THAI_THUE: ['Trạng thái thuế', 'Trạng thái mã số thuế', 'Trạng thái MST'],
  TRANG_THAI_PHAP_LY: ['Trạng thái pháp lý', 'Tình trạng pháp lý'],
  THAY_DOI: ['Thay đổi', 'Thay đổi nội dung đăng ký'],
  YEU_CAU_BAO_CAO: ['Yêu cầu báo cáo'],
  TU_CHOI_UY_QUYEN: ['Từ chối ủy quyền', 'Từ chối uỷ quyền'],
});

const readInspection = choiceReader({
  CO_HOAT_DONG: ['Có hoạt động', 'Đang hoạt động tại trụ sở'],
  KHONG_TIM_THAY: ['Không tìm thấy', 'Không hoạt động tại trụ sở', 'Không hoạt động tại địa chỉ đã đăng ký'],
});

const readChange = choiceReader({
  NGUOI_DAI_DIEN: ['Người đại diện', 'Người đại diện theo pháp luật'],
  DIA_CHI: ['Địa chỉ', 'Địa chỉ trụ sở', 'Trụ sở'],
  VON: ['Vốn', 'Vốn điều lệ'],
  TEN: ['Tên', 'Tên doanh nghiệp'],
});

/** Reads a legal status (trạng thái pháp lý, NĐ 168/2025 Art. 35), also by the old label of NĐ 01/2021. */
const readLegalStatus = choiceReader({
  '1': ['01', 'Đang hoạt động'],
  '2': ['02', 'Tạm ngừng kinh doanh'],
  '3': ['03', 'Không hoạt động tại địa chỉ đã đăng ký', 'Không còn hoạt động kinh doanh tại địa chỉ đã đăng ký'],
  '4': ['04', 'Bị thu hồi do cưỡng chế về quản lý thuế'],
  '5': ['05', 'Đang làm thủ tục giải thể, bị chia, bị hợp nhất, bị sáp nhập'],
  '6': ['06', 'Đang làm thủ tục phá sản'],
  '7': ['07', 'Đã giải thể, phá sản, chấm dứt tồn tại'],
});

/** Sub-codes of the tax status (TT 86/2024/TT-BTC, Appendix I), by status. There is no 08. */
const TAX_SUB_CODES: Readonly<Record<string, readonly string[]>> = {
  '00': ['01', '02', '03'],
  '01': [],
  '02': [],
  '03': ['13', '15'],
  '04': [],
  '05': [],
  '06': [],
  '07': [],
  '09': ['01', '02', '03', '04', '05', '06', '07'],
  '10': [],
};

/** Reads a tax status (trạng thái thuế) such as `06` or `09-06`. A spreadsheet drops the zero, or takes `09-06` for a day. */
const readTaxStatus: Reader<string> = memoisedReader((cell) => {
  if (typeof cell === 'object' && 'on' in cell) return subCodeOfDay(cell.on);
  const parts = /^0?(\d|10)(?:\s*[-/.]\s*0?(\d|1\d))?(?:\D.*)?$/u.exec(cellText(cell));
  const status = parts?.[1]?.padStart(2, '0') ?? '';
  if (TAX_SUB_CODES[status] === undefined) return { ok: false, code: 'unknown' };
  const sub = parts?.[2]?.padStart(2, '0');
  return { ok: true, value: sub === undefined ? status : `${status}-${sub}` };
});

const subCodeOfDay = (on: string): CellResult<string> => {
  const [, month = '', day = ''] = on.split('-');
  const pairs = [
    [day, month],
    [month, day],
  ] as const;
  const known = pairs.filter(([status, sub]) => TAX_SUB_CODES[status]?.includes(sub));
  const [only] = new Set(known.map((pair) => pair.join('-')));
  if (only === undefined || (known.length > 1 && day !== month)) return { ok: false, code: 'unknown' };
  return {
    ok: true,
    value: only,
    repair: { proposed: only, why: 'Bảng tính đã đổi mã trạng thái thành ngày, đã đọc lại.' },
  };
};

/** Reads a number as its digits, which is how signals keep values of all kinds. */
export const digitsOf =
  (reader: Reader<number>): Reader<string> =>
  (cell) => {
    const reading = reader(cell);
    return reading.ok ? { ok: true, value: String(reading.value) } : reading;
  };

/** The reader of each kind's value, and whether the value is required. */
export const SIGNAL_VALUES: Readonly<
  Record<
    SignalKind,
    | {
        readonly read: Reader<string>;
        readonly needed: boolean;
        readonly allowed?: string;
        /** Whether the value is money, which the heading may count in another unit. */
        readonly ofMoney?: true;
      }
    | undefined
  >
> = {
  GOP_VON: { read: digitsOf(readMoney), needed: true, ofMoney: true },
  TO_KHAI_THUE: { read: digitsOf(readMoney), needed: false, ofMoney: true },
  HOA_DON: { read: digitsOf(readMoney), needed: false, ofMoney: true },
  BHXH: { read: digitsOf(readCount), needed: true },
  KIEM_TRA_TRU_SO: { read: readInspection, needed: true, allowed: 'CO_HOAT_DONG, KHONG_TIM_THAY' },
  TRANG_THAI_THUE: { read: readTaxStatus, needed: true, allowed: '00 đến 07, 09, 10, có thể kèm mã con như 09-06' },
  TRANG_THAI_PHAP_LY: { read: readLegalStatus, needed: true, allowed: '1 đến 7' },
  THAY_DOI: { read: readChange, needed: true, allowed: 'NGUOI_DAI_DIEN, DIA_CHI, VON, TEN' },
  YEU_CAU_BAO_CAO: undefined,
  TU_CHOI_UY_QUYEN: undefined,
};
