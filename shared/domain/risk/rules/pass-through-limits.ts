import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { MANY_PAYMENTS } from '../facts/company-profile.ts';
import { FULLY } from '../facts/declared-revenue.ts';
import { FIRST_DAYS } from '../facts/first-days.ts';
import { FIRST_MONEY } from '../facts/first-money.ts';
import { type Evenness, type HoldPace, PASS_THROUGH, type Remainder } from '../facts/pass-through.ts';
import type { RuleRecord } from './rule.ts';
import { decimal, percent } from './wording.ts';

/** The limits of one degree of pass-through. An absent limit always holds. */
export interface PassThroughLimits {
  readonly pace: readonly HoldPace[];
  readonly evenness?: Evenness;
  readonly remainder: readonly Exclude<Remainder, 'kept'>[];
  /** The least number of months that were large enough to be compared. */
  readonly months?: number;
  /** The least credit, in đồng. */
  readonly credit: number;
  /** The number of payments, a month or a day of money. */
  readonly payments?: number;
  readonly also?: readonly (keyof typeof TERMS)[];
}

const { hour, minutes, hours, kept, margin, nothing, evenMonths, spread } = PASS_THROUGH;
const { householdMonth, largeHouseholdMonth, householdKeeps } = PASS_THROUGH;
const EACH = `mỗi giao dịch bình quân không quá ${formatMoney(FIRST_MONEY.each)} tiền vào`;

export const UNDECLARED = `doanh thu kê khai chưa đến một phần mười số tiền đó (hoặc chưa đến kỳ khai, và các quý trước không khai được 150 triệu đồng một quý), chưa thấy có trên ${MANY_PAYMENTS.staff} lao động đóng bảo hiểm xã hội`;

const SAME = 'cùng một tỷ lệ';

/** What longer conditions of the table are, which several of its rows have. */
const TERMS = {
  'lớn hơn hộ kinh doanh': `tiền vào bình quân mỗi tháng từ ${formatMoney(householdMonth)}, nhưng từ ${formatMoney(largeHouseholdMonth)} nếu tờ khai có từ ${percent(FULLY)} số tiền đó hoặc giữ lại từ ${percent(householdKeeps)}`,
  'không thấy kinh doanh': UNDECLARED,
  'tiền đầu': `tiền vào tài khoản lần đầu trong ${FIRST_MONEY.ageDays} ngày từ khi đăng ký, hoặc tiền từ khi đổi người đại diện trong 12 tháng, ${EACH}; nếu trước khi đổi, tiền vào bình quân mỗi tháng không quá ${percent(FIRST_MONEY.earlierShare)} mức từ khi đổi thì chỉ xét tờ khai từ quý đổi có doanh thu từ 150 triệu đồng một quý, và lao động được báo từ ngày đổi`,
  'ngày đầu': `tiền vào trong ${FIRST_DAYS.days} ngày từ ngày đầu có tiền (ngân hàng báo theo ngày) của doanh nghiệp đăng ký chưa quá ${FIRST_DAYS.ageDays} ngày, hoặc từ khi đổi người đại diện, ${EACH}; số giao dịch là của mỗi ngày có tiền, số tháng tính đến nay`,
} as const;

const PACES: Readonly<Record<HoldPace, string>> = {
  minutes: `trong vòng ${minutes} phút`,
  hour: `trong vòng ${hour} phút`,
  hours: `trong vòng ${hours / 60} giờ`,
  slow: 'chậm hơn',
  unknown: 'không rõ sau bao lâu',
};

function monthsOf({ evenness, months = 1 }: PassThroughLimits): string {
  if (evenness === undefined) return 'các tháng khác nhau hoặc chỉ một tháng';
  return evenness === 'even'
    ? `hầu hết các tháng, từ ${evenMonths} tháng, ${SAME}`
    : `${months === 1 ? 'một' : 'hai'} đến ${evenMonths - 1} tháng ${SAME}`;
}

function shareOf({ remainder }: PassThroughLimits): string {
  const from = remainder.includes('margin') ? kept : margin;
  if (remainder.includes('nothing')) return `từ ${percent(from)}`;
  return `từ ${percent(from)} đến dưới ${percent(remainder.includes('slice') ? nothing : margin)}`;
}

/** The question of a rule of the table, and its cells in the rules' page. */
export function askedWith(limits: PassThroughLimits): Pick<RuleRecord, 'question' | 'limits' | 'terms'> {
  const { credit, payments, also = [], pace } = limits;
  const within = pace.includes('slow') ? `${PACES.slow} hoặc ${PACES.unknown}` : PACES[pace.at(-1) ?? 'unknown'];
  const cells = {
    'Các tháng': monthsOf(limits),
    'Tiền vào từ': formatMoney(credit),
    'Chuyển đi': `${shareOf(limits)}, ${within}`,
    Và: [...(payments === undefined ? [] : [`bình quân từ ${payments} giao dịch`]), ...also].join('; '),
  };
  const more = cells.Và === '' ? '' : `; ${cells.Và}`;
  return {
    question: `Có ${cells['Các tháng']}, tiền vào từ ${cells['Tiền vào từ']} trở lên, được chuyển đi ${cells['Chuyển đi']}${more} không?`,
    limits: cells,
    terms: {
      [SAME]: `lệch nhau không quá ${decimal(spread * 100)} điểm phần trăm`,
      ...Object.fromEntries(also.map((term) => [term, TERMS[term]])),
    },
  };
}
