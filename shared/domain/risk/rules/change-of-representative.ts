import type { CompanyProfile } from '../facts/company-profile.ts';
import { flowTotalsOf } from '../facts/flows.ts';
import { type RepresentativeChange, firstMonthUnder } from '../facts/representative-change.ts';
import { type Figures, type Said, figure } from './figure.ts';

/** The money before the first month of a new representative; absent where no earlier month is known. */
export type MoneyBefore = { readonly newSince: string; readonly before?: number };

export const CHANGE_FIGURES: Figures<RepresentativeChange & MoneyBefore> = {
  on: figure.day('ngày đổi người đại diện'),
  ageThen: figure.count('số ngày từ khi đăng ký đến ngày đó'),
  newSince: figure.month('tháng đầu tính cho người đại diện mới'),
  before: figure.money('tiền vào trước tháng đó, theo số liệu đã có'),
  revenueBefore: figure.money('doanh thu đã khai của các quý trước đó'),
  zeroQuarters: figure.count('số quý trước đó có tờ khai không doanh thu'),
  movedToo: figure.known('đổi cả địa chỉ trong vòng 120 ngày'),
};

/** The largest ratio of the monthly money before the change to that since then. */
export const EARLIER_SHARE = 0.1;

/** The money before a change of representative, and its monthly mean over the company's life, at most a year. */
export function moneyBefore(
  change: RepresentativeChange,
  { facts, months }: Pick<CompanyProfile, 'facts' | 'months'>,
): { readonly known: MoneyBefore; readonly monthly: number } {
  const newSince = firstMonthUnder(change);
  const { credit } = flowTotalsOf(months.filter(({ period }) => period < newSince));
  const isKnown = facts.accounts.some(({ flows }) => flows.some(({ period }) => period < newSince));
  return {
    known: { newSince, ...(isKnown && { before: credit }) },
    monthly: credit / Math.max(1, Math.min(12, Math.floor((change.ageThen ?? 0) / 30))),
  };
}

/** The change of representative and the money before it, at the beginning of a sentence on the money since then. */
export function representativeChanged(
  { ageThen, before }: RepresentativeChange & MoneyBefore,
  said: Said<RepresentativeChange & MoneyBefore>,
): string {
  const earlier = `trước tháng ${said.newSince}`;
  const age = ageThen === 0 ? 'ngay ngày đăng ký' : `khi đã đăng ký ${said.ageThen} ngày`;
  const money = before === 0 ? 'không có tiền vào đáng kể' : `tiền vào ${said.before}`;
  return `Thay người đại diện ngày ${said.on} (${ageThen === undefined ? 'trước ngày đăng ký được báo' : age}); ${before === undefined ? `chưa có số liệu tiền vào ${earlier}` : `${earlier} ${money}`},`;
}
