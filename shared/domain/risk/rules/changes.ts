import { daysBetween, firstFullMonth, formatDate, formatMonth, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { explained } from '../facts/explained.ts';
import { MOVED, openedBefore, type Stretch, stretchesAround } from '../facts/flows.ts';
import { changesOf, type RepresentativeChange } from '../facts/representative-change.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import type { Evidence } from './finding.ts';
import {
  LARGE,
  evidenceOf,
  isSwept,
  rushedThrough,
  SIGNS_OF_MONEY,
  SMALL,
  type ThroughEvidence,
  throughMessage,
  wasDrained,
} from './passage.ts';
import { type Need, needing, PRACTICE, type Rule } from './rule.ts';
import { decimal, rounded } from './wording.ts';

const changed: Need = ({ facts }) => facts.changes.length > 0;

const DORMANT_DAYS = 150;
const ZERO_QUARTERS = 2;
const TOKEN_REVENUE = 50_000_000;

/** The latest change of representative that came after a time without any trade. */
function dormantHands({ officialStatus, representativeChange }: CompanyProfile): RepresentativeChange | undefined {
  if (officialStatus.suspendedFrom !== undefined) return undefined;
  if (
    !representativeChange ||
    representativeChange.ageThen < DORMANT_DAYS ||
    representativeChange.zeroQuarters < ZERO_QUARTERS
  )
    return undefined;
  return representativeChange.revenueBefore > TOKEN_REVENUE ? undefined : representativeChange;
}

/** Since when its accounts had been open, if that was as long before the change. */
function longOpen({ on }: RepresentativeChange, { facts }: CompanyProfile): IsoDate | undefined {
  const openedOn = openedBefore(on, facts.accounts);
  return openedOn !== undefined && daysBetween(openedOn, on) >= DORMANT_DAYS ? openedOn : undefined;
}

const handsMessage = ({ on, ageThen, zeroQuarters, revenueBefore, movedToo }: RepresentativeChange): string =>
  `Thay người đại diện${movedToo ? ' và chuyển trụ sở' : ''} (ngày ${formatDate(on)}) khi doanh nghiệp đã đăng ký ${ageThen} ngày; trước đó ${zeroQuarters} quý khai doanh thu bằng 0, tổng doanh thu ${formatMoney(revenueBefore)}.`;

const OLD_GUIDANCE = `dấu hiệu theo hướng dẫn của cơ quan thuế về doanh nghiệp rủi ro; ${PRACTICE}`;

type ReactivatedEvidence = RepresentativeChange & {
  readonly firstMonth: string;
  readonly credit: number;
  /** Where the accounts had been open for long; left out where only the company is known to have slept. */
  readonly openedOn?: IsoDate;
};

const reactivated: Rule<ReactivatedEvidence> = {
  code: 'WOKEN_BY_NEW_HANDS',
  version: 2,
  group: 'changes',
  question:
    'Từ 2 quý khai doanh thu bằng 0, hoặc tài khoản mở từ 150 ngày không có giao dịch từ 1 triệu đồng một tháng, rồi đổi người đại diện và tiền chảy qua tài khoản?',
  legalBasis: OLD_GUIDANCE,
  fact: 'representativeChange',
  evaluate: (reading) => {
    const { representativeChange, money } = reading;
    if (!representativeChange || money.months === 0 || money.from < representativeChange.on.slice(0, 7))
      return undefined;
    const openedOn = longOpen(representativeChange, reading);
    if (openedOn === undefined && !dormantHands(reading)) return undefined;
    const found = { ...representativeChange, firstMonth: money.from, credit: money.credit };
    return openedOn === undefined ? found : { ...found, openedOn };
  },
  message: (evidence) => {
    const { openedOn, firstMonth, credit } = evidence;
    const opened = openedOn === undefined ? 'Tài khoản' : `Tài khoản mở từ ngày ${formatDate(openedOn)}`;
    return `${handsMessage(evidence)} ${opened} chỉ có giao dịch đáng kể từ tháng ${formatMonth(firstMonth)}, tiền vào ${formatMoney(credit)}.`;
  },
};

const HALF_A_MONTH = 15;

/** The month of the change is theirs if they had most of it. */
const firstMonthUnder = ({ on }: RepresentativeChange): string =>
  Number(on.slice(8)) <= HALF_A_MONTH ? on.slice(0, 7) : firstFullMonth(on);

/** Through the accounts that they opened, or through all from their first month on. */
function passageSince(
  representativeChange: RepresentativeChange,
  reading: CompanyProfile,
): (ThroughEvidence & { openedSince?: number }) | undefined {
  const { accounts } = reading.facts;
  const opened = accounts.filter(({ openedOn }) => openedOn !== undefined && openedOn >= representativeChange.on);
  const [, throughTheirs] = stretchesAround(representativeChange.on.slice(0, 7), opened);
  if (isPassage(throughTheirs, reading))
    return opened.length < accounts.length
      ? { ...evidenceOf(throughTheirs), openedSince: opened.length }
      : evidenceOf(throughTheirs);
  const [before, since] = stretchesAround(firstMonthUnder(representativeChange), accounts);
  // A broker's trade goes on under its next director.
  if (rushedThrough(before) && explained(reading) === 'fully') return undefined;
  return isPassage(since, reading) ? evidenceOf(since) : undefined;
}

const isPassage = (stretch: Stretch, reading: CompanyProfile): boolean =>
  rushedThrough(stretch) && wasDrained(stretch) && !isSwept(stretch, reading);

/** `openedSince`: the figures are those of so many accounts alone. */
const passesSince: Rule<RepresentativeChange & ThroughEvidence & { readonly openedSince?: number }> = {
  code: 'NEW_HANDS_THEN_PASS_THROUGH',
  version: 1,
  group: 'changes',
  question:
    'Từ khi đổi người đại diện (tính cả tháng đổi nếu đổi trong 15 ngày đầu), từ 96,5 % tiền vào các tài khoản, hoặc vào riêng các tài khoản mở từ đó, có được chuyển đi trong vòng 3 giờ, mà trước đó không như vậy hoặc doanh thu kê khai không giải thích được?',
  legalBasis: `${SIGNS_OF_MONEY}; ${OLD_GUIDANCE}`,
  fact: 'representativeChange',
  evaluate: (reading) => {
    const { money, representativeChange } = reading;
    if (!representativeChange || money.credit < SMALL || money.to < representativeChange.on.slice(0, 7))
      return undefined;
    const since = passageSince(representativeChange, reading);
    return since && { ...representativeChange, ...since };
  },
  message: (evidence) => {
    const { on, openedSince } = evidence;
    const alone = openedSince === undefined ? '' : ` riêng ${openedSince} tài khoản mở từ đó,`;
    return throughMessage(evidence, `Từ khi đổi người đại diện (ngày ${formatDate(on)}),${alone} trong`);
  },
};

const soldDormant: Rule<RepresentativeChange> = {
  code: 'DORMANT_THEN_NEW_HANDS',
  version: 2,
  group: 'changes',
  question: 'Doanh nghiệp không hoạt động rồi đổi người đại diện và chuyển trụ sở?',
  legalBasis: OLD_GUIDANCE,
  fact: 'representativeChange',
  evaluate: (reading) => {
    const representativeChange = dormantHands(reading);
    return representativeChange?.movedToo === true ? representativeChange : undefined;
  },
  message: handsMessage,
};

const newHands: Rule<RepresentativeChange> = {
  code: 'DORMANT_THEN_NEW_REPRESENTATIVE',
  version: 2,
  group: 'changes',
  question: 'Doanh nghiệp không hoạt động rồi đổi người đại diện?',
  legalBasis: OLD_GUIDANCE,
  fact: 'representativeChange',
  evaluate: (reading) => {
    const representativeChange = dormantHands(reading);
    return representativeChange?.movedToo === false ? representativeChange : undefined;
  },
  message: handsMessage,
};

type SurgeEvidence = Evidence & {
  readonly on: string;
  readonly before: number;
  readonly since: number;
  readonly times: number;
};

const SURGE_TIMES = 4;
const MONTHS_BEFORE = 2;

const surgeOfNewHands: Rule<SurgeEvidence> = {
  code: 'MONEY_SURGE_AFTER_NEW_HANDS',
  version: 1,
  group: 'changes',
  question: 'Từ khi đổi người đại diện, tiền vào bình quân một tháng có gấp từ 4 lần trước đó không?',
  legalBasis: `Điều 29 Luật Phòng, chống rửa tiền 14/2022/QH15, mã nghi ngờ 6; ${OLD_GUIDANCE}`,
  fact: 'surge',
  evaluate: (reading) => {
    const { money } = reading;
    if (money.credit < LARGE || money.months <= MONTHS_BEFORE) return undefined;
    if (reading.representativeChange === undefined) return undefined;
    const { on } = reading.representativeChange;
    const [before, since] = aroundMonth(reading, on.slice(0, 7));
    if (before.months < MONTHS_BEFORE || before.credit <= 0 || since.credit < LARGE) return undefined;
    const times = since.credit / since.months / (before.credit / before.months);
    if (times < SURGE_TIMES) return undefined;
    return {
      on,
      before: Math.round(before.credit / before.months),
      since: Math.round(since.credit / since.months),
      times: rounded(times),
    };
  },
  message: ({ on, before, since, times }) =>
    `Từ khi đổi người đại diện ngày ${formatDate(on)}, tiền vào bình quân ${formatMoney(since)} một tháng, gấp ${decimal(times)} lần trước đó (${formatMoney(before)}).`,
};

interface MonthsAndCredit {
  months: number;
  credit: number;
}

/** What came in before a month, and from it on: months with any, and their sum. */
function aroundMonth({ facts }: CompanyProfile, month: string): [before: MonthsAndCredit, since: MonthsAndCredit] {
  const [before, since] = [
    { months: 0, credit: 0 },
    { months: 0, credit: 0 },
  ];
  const counted: string[] = [];
  for (const { flows } of facts.accounts) {
    for (const { period, credit } of flows) {
      if (credit < MOVED) continue;
      const stretch = period < month ? before : since;
      stretch.credit += credit;
      if (counted.includes(period)) continue;
      counted.push(period);
      stretch.months += 1;
    }
  }
  return [before, since];
}

type CountEvidence = Evidence & { readonly representative: number; readonly address: number };

const counted = ({ facts }: CompanyProfile): CountEvidence => ({
  representative: changesOf('representative', facts).length,
  address: changesOf('address', facts).length,
});

const repeated: Rule<CountEvidence> = {
  code: 'CHANGES_REPEATED',
  version: 1,
  group: 'changes',
  question: 'Trong 12 tháng, có đổi người đại diện hoặc trụ sở từ 2 lần trở lên không?',
  legalBasis: OLD_GUIDANCE,
  fact: 'representativeChange',
  evaluate: (reading) => {
    const count = counted(reading);
    return count.representative >= 2 || count.address >= 2 ? count : undefined;
  },
  message: ({ representative, address }) =>
    `Trong 12 tháng đổi người đại diện ${representative} lần, đổi trụ sở ${address} lần.`,
};

const handsAndPlace: Rule<Evidence & { readonly representativeOn: string; readonly addressOn: string }> = {
  code: 'HANDS_AND_PLACE_CHANGED',
  version: 1,
  group: 'changes',
  question: 'Trong 12 tháng, có đổi cả người đại diện lẫn trụ sở không?',
  legalBasis: OLD_GUIDANCE,
  fact: 'representativeChange',
  evaluate: ({ facts, representativeChange }) => {
    const addressOn = changesOf('address', facts).at(-1);
    return representativeChange && addressOn !== undefined
      ? { representativeOn: representativeChange.on, addressOn }
      : undefined;
  },
  message: ({ representativeOn, addressOn }) =>
    `Đổi người đại diện ngày ${formatDate(representativeOn)} và chuyển trụ sở ngày ${formatDate(addressOn)}.`,
};

/** Changes of hands (thay đổi nội dung đăng ký): companies bought asleep and woken. */
export const CHANGE_RULES: readonly Rule[] = needing(changed, [
  reactivated,
  passesSince,
  soldDormant,
  newHands,
  surgeOfNewHands,
  repeated,
  handsAndPlace,
]);
