import { type Explained, explained, explains } from '../facts/explained.ts';
import { isFast, leastOutShare, type MoneyThrough, rested, type Stretch } from '../facts/flows.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import {
  type DeclaredEvidence,
  declaredEvidenceOf,
  declaredMessage,
  evidenceOf,
  heldFor,
  isMuch,
  isSwept,
  leftAtOnce,
  rushedThrough,
  SIGNS_OF_MONEY,
  wasDrained,
  wentThrough,
} from './passage.ts';
import { PRACTICE, type Rule } from './rule.ts';
import { percent, roundedShare } from './wording.ts';

const LEGAL_BASIS = `${SIGNS_OF_MONEY}; mốc thời gian và tỷ lệ là ${PRACTICE} (doanh thu giải thích được tiền vào: từ 40 %, hóa đơn lệch không quá 2 lần và không vượt quá vốn, lao động)`;

const rushing = (
  code: string,
  version: number,
  question: string,
  asked: (reading: CompanyProfile) => Stretch | undefined,
): Rule<DeclaredEvidence> => ({
  code,
  version,
  group: 'accounts',
  question,
  legalBasis: LEGAL_BASIS,
  fact: 'pass-through',
  evaluate: (reading) => {
    const found = asked(reading);
    return found && declaredEvidenceOf(found, reading);
  },
  message: (evidence) => declaredMessage(evidence),
});

type Pace = (money: MoneyThrough) => boolean;

const muchAtOnce: Pace = (money) => isMuch(money) && leftAtOnce(money);
const drainedNotAtOnce: Pace = (money) => isMuch(money) && wasDrained(money) && !leftAtOnce(money);
const muchWithinHours: Pace = (money) => isMuch(money) && rushedThrough(money) && !leftAtOnce(money);
const allWithinHours: Pace = (money) => muchWithinHours(money) && wasDrained(money);
const brieflyAtOnce: Pace = (money) => !isMuch(money) && leftAtOnce(money);
const brieflyWithinHours: Pace = (money) =>
  !isMuch(money) && rushedThrough(money) && wasDrained(money) && !leftAtOnce(money);

const DAY_MINUTES = 1440;

const muchWithinADay: Pace = (money) =>
  isMuch(money) && wentThrough(money) && !isFast(money) && (money.holdMinutes ?? DAY_MINUTES) < DAY_MINUTES;

/** All the money of a company, gone at such a pace and explained so far. */
const goneAt =
  (pace: Pace, ...far: readonly Explained[]) =>
  (reading: CompanyProfile): Stretch | undefined =>
    pace(reading.money) && !isSwept(reading.money, reading) && far.includes(explained(reading))
      ? reading.money
      : undefined;

type ChangedEvidence = DeclaredEvidence & {
  readonly outShareBefore: number;
  /** Left out where no bank gave it. */
  readonly holdMinutesBefore?: number;
};

/** What the last months brought, after others in which money rested. */
const lately: Rule<ChangedEvidence> = {
  code: 'PASS_THROUGH_LATELY',
  version: 3,
  group: 'accounts',
  question:
    'Tiền trước đó lưu lại trong tài khoản, mà ba tháng có giao dịch gần nhất có từ 96,5 % tiền vào được chuyển đi trong vòng 3 giờ, không khai doanh thu tương ứng?',
  legalBasis: LEGAL_BASIS,
  fact: 'pass-through',
  evaluate: (reading) => {
    const { before, lately: stretch } = reading.money;
    if (!before || !rested(before) || !isMuch(stretch)) return undefined;
    if (
      !rushedThrough(stretch) ||
      !wasDrained(stretch) ||
      isSwept(stretch, reading) ||
      explains(stretch.credit, reading)
    )
      return undefined;
    const { outShare, holdMinutes } = evidenceOf(before);
    return {
      ...declaredEvidenceOf(stretch, reading),
      outShareBefore: outShare,
      ...(holdMinutes !== undefined && { holdMinutesBefore: holdMinutes }),
    };
  },
  message: (evidence) => {
    const { outShareBefore, holdMinutesBefore } = evidence;
    const held = holdMinutesBefore === undefined ? '' : `, ${heldFor(holdMinutesBefore)}`;
    return declaredMessage(evidence, `Khác trước đó (tiền ra ${percent(outShareBefore)}${held}), trong`);
  },
};

const EVERY_MONTH = 0.97;

/** Month after month as much left as came: a trade has better months and worse. */
const evenly: Rule<DeclaredEvidence & { readonly leastOutShare: number }> = {
  code: 'PASS_THROUGH_EVERY_MONTH',
  version: 1,
  group: 'accounts',
  question:
    'Qua nhiều tháng, từ 500 triệu đồng tiền vào, tháng nào cũng có từ 97 % được chuyển đi, mà doanh thu kê khai không giải thích được, hoặc chưa đến hạn khai?',
  legalBasis: LEGAL_BASIS,
  fact: 'pass-through',
  evaluate: (reading) => {
    const found = goneAt(drainedNotAtOnce, 'hardly', 'partly')(reading);
    if (!found) return undefined;
    const least = leastOutShare(reading.facts.accounts);
    return least >= EVERY_MONTH
      ? { ...declaredEvidenceOf(found, reading), leastOutShare: roundedShare(least) }
      : undefined;
  },
  message: (evidence) =>
    `${declaredMessage(evidence)} Tháng ít nhất cũng chuyển đi ${percent(evidence.leastOutShare)} tiền vào.`,
};

/**
 * Money that leaves as it comes, by how soon, how much of it, and what its holder declared. Customs brokers, agents and
 * online shops pay within hours too: they keep a margin, and declare what they sell.
 */
export const RUSHING_RULES: readonly Rule[] = [
  rushing(
    'PASS_THROUGH_AT_ONCE',
    1,
    'Qua nhiều tháng, từ 500 triệu đồng tiền vào, từ 96,5 % có được chuyển đi trong vòng 45 phút, mà doanh thu kê khai không giải thích được, hoặc chưa đến hạn khai?',
    goneAt(muchAtOnce, 'hardly', 'partly'),
  ),
  rushing(
    'PASS_THROUGH_AT_ONCE_DECLARED',
    1,
    'Qua nhiều tháng, từ 500 triệu đồng tiền vào, từ 96,5 % có được chuyển đi trong vòng 45 phút, dù có khai doanh thu tương ứng?',
    goneAt(muchAtOnce, 'fully'),
  ),
  evenly,
  rushing(
    'PASS_THROUGH_FAST',
    3,
    'Qua nhiều tháng, từ 500 triệu đồng tiền vào, từ 94 % có được chuyển đi trong vòng 3 giờ, mà doanh thu kê khai chưa đến một phần mười?',
    goneAt(muchWithinHours, 'hardly'),
  ),
  rushing(
    'PASS_THROUGH_PARTLY_DECLARED',
    1,
    'Qua nhiều tháng, từ 500 triệu đồng tiền vào, từ 96,5 % có được chuyển đi trong vòng 3 giờ, mà doanh thu kê khai chỉ giải thích được một phần, hoặc chưa đến hạn khai?',
    goneAt(allWithinHours, 'partly'),
  ),
  rushing(
    'PASS_THROUGH_BRIEFLY_AT_ONCE',
    1,
    'Tiền vào từ 100 triệu đồng của một, hai tháng, hoặc dưới 500 triệu đồng, có từ 96,5 % được chuyển đi trong vòng 45 phút, mà doanh thu kê khai không giải thích được, hoặc chưa đến hạn khai?',
    goneAt(brieflyAtOnce, 'hardly', 'partly'),
  ),
  rushing(
    'PASS_THROUGH_BRIEFLY',
    2,
    'Tiền vào từ 100 triệu đồng của một, hai tháng, hoặc dưới 500 triệu đồng, có từ 96,5 % được chuyển đi trong vòng 3 giờ, mà doanh thu kê khai không giải thích được, hoặc chưa đến hạn khai?',
    goneAt(brieflyWithinHours, 'hardly', 'partly'),
  ),
  lately,
  rushing(
    'PASS_THROUGH_WITHIN_A_DAY',
    1,
    'Qua nhiều tháng, từ 500 triệu đồng tiền vào, từ 94 % có được chuyển đi trong vòng một ngày, mà doanh thu kê khai không giải thích được, hoặc chưa đến hạn khai?',
    goneAt(muchWithinADay, 'hardly', 'partly'),
  ),
  rushing(
    'PASS_THROUGH_DECLARED',
    3,
    'Từ 94 % tiền vào (của một, hai tháng: từ 96,5 %) có được chuyển đi trong vòng 3 giờ, dù có khai doanh thu tương ứng?',
    goneAt((money) => rushedThrough(money) && !muchAtOnce(money), 'fully'),
  ),
];
