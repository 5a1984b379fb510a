import { is, type SentenceClass } from './sentence-class.ts';
import { periodIn, sum } from './days-and-quarters.ts';
import { DAY, MONEY } from './shown.ts';
import { moneyIn } from './exhibit-sentences.ts';
import type { Company, Signal } from './company.ts';

const lastOf = (company: Company, kind: string): Signal | undefined => company.signals(kind).at(-1);

const STATUS_KINDS: Readonly<Record<string, string>> = { thuế: 'TRANG_THAI_THUE', 'pháp lý': 'TRANG_THAI_PHAP_LY' };

/** The classes of what offices say, for a company or against it, before the annexes. */
export const FAVOURABLE_SENTENCES: readonly SentenceClass[] = [
  is(
    'điều có lợi: người khớp',
    String.raw`(?<some>\d+) trên (?<all>\d+) người có nhân thân khớp dữ liệu Công an và giấy tờ còn giá trị khi nhận vai trò\.`,
    ({ some }, { people }) => ({ all: people.length, some: Math.min(Number(some), people.length) }),
  ),
  is(
    'trạng thái của cơ quan',
    String.raw`Trạng thái (?<kind>thuế|pháp lý) (?<status>[\d-]+)(?: \([^)]+\))?, từ ngày (?<on>${DAY})(?:; sau tháng đó các ngân hàng vẫn báo tiền vào (?<credit>${MONEY}) \(tháng (?<from>[\d/]+)(?: đến (?<to>[\d/]+))?\))?\.`,
    ({ kind = '' }, company) => {
      const last = lastOf(company, STATUS_KINDS[kind] ?? '');
      const later = company.months.filter(({ period, credit }) => period > (last?.on ?? '').slice(0, 7) && credit > 0);
      return { kind, status: last?.value, on: last?.on, ...moneyIn(later) };
    },
  ),
  is('điều có lợi: kiểm tra', String.raw`Kiểm tra trụ sở ngày (?<on>${DAY}): có hoạt động\.`, (_, company) => ({
    on: company
      .signals('KIEM_TRA_TRU_SO')
      .filter(({ value }) => value === 'CO_HOAT_DONG')
      .at(-1)?.on,
  })),
  is(
    'điều có lợi: lao động',
    String.raw`(?<insured>\d+) người đóng bảo hiểm xã hội, theo số báo ngày (?<on>${DAY})\.`,
    (_, company) => ({ insured: lastOf(company, 'BHXH')?.amount, on: lastOf(company, 'BHXH')?.on }),
  ),
  is(
    'điều có lợi: doanh thu',
    String.raw`Đã nộp (?<filed>\d+) tờ khai thuế có doanh thu, cộng (?<revenue>${MONEY})\.`,
    (_, company) => {
      const filed = new Map(company.signals('TO_KHAI_THUE').map((one) => [periodIn(one.note), one]));
      const sold = [...filed.values()].filter(({ amount = 0 }) => amount > 0);
      return { filed: sold.length, revenue: sum(sold, ({ amount = 0 }) => amount) };
    },
  ),
  is(
    'điều có lợi: tờ khai chưa rõ doanh thu',
    String.raw`Đã nộp (?<unknown>\d+) tờ khai thuế chưa rõ doanh thu\.`,
    (_, company) => ({
      unknown: company.signals('TO_KHAI_THUE').filter(({ amount }) => amount === undefined).length,
    }),
  ),
  is('điều có lợi: vốn góp', String.raw`Đã góp vốn (?<paid>${MONEY})\.`, (_, company) => ({
    paid: sum(company.signals('GOP_VON'), ({ amount = 0 }) => amount),
  })),
];
