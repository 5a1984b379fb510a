import { type Explained, explained, explains } from '../facts/explained.ts';
import { isFast, leastOutShare, type MoneyThrough, type Stretch } from '../facts/flows.ts';
import type { Reading } from '../facts/reading.ts';
import {
  type DeclaredEvidence,
  declaredEvidenceOf,
  declaredMessage,
  isMuch,
  leftAtOnce,
  rushedThrough,
  SIGNS_OF_MONEY,
  wasDrained,
  wentThrough,
} from './passage.ts';
import { PRACTICE, type Rule } from './rule.ts';
import { percent, rounded } from './wording.ts';

const LEGAL_BASIS = `${SIGNS_OF_MONEY}; mốc thời gian và tỷ lệ là ${PRACTICE}`;

const rushing = (
  code: string,
  version: number,
  question: string,
  asked: (reading: Reading) => Stretch | undefined,
  opening?: string,
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
  message: (evidence) => declaredMessage(evidence, opening),
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
  (reading: Reading): Stretch | undefined =>
    pace(reading.money) && far.includes(explained(reading)) ? reading.money : undefined;

/** What the last months brought, after others in which money rested. */
function lately(reading: Reading): Stretch | undefined {
  const { before, lately: stretch } = reading.money;
  if (!before || isFast(before) || !isMuch(stretch)) return undefined;
  return rushedThrough(stretch) && wasDrained(stretch) && !explains(stretch.credit, reading) ? stretch : undefined;
}

const EVERY_MONTH = 0.97;

/** Month after month as much left as came: a trade has better months and worse. */
const evenly: Rule<DeclaredEvidence & { readonly leastOutShare: number }> = {
  code: 'PASS_THROUGH_EVERY_MONTH',
  version: 1,
  group: 'accounts',
  question:
    'Qua nhiều tháng, tháng nào cũng có từ 97 % tiền vào được chuyển đi, mà doanh thu kê khai không giải thích được?',
  legalBasis: LEGAL_BASIS,
  fact: 'pass-through',
  evaluate: (reading) => {
    const found = goneAt(drainedNotAtOnce, 'hardly', 'partly')(reading);
    if (!found) return undefined;
    const least = leastOutShare(reading.facts.accounts);
    return least >= EVERY_MONTH ? { ...declaredEvidenceOf(found, reading), leastOutShare: rounded(least) } : undefined;
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
    'Qua nhiều tháng, từ 96,5 % tiền vào có được chuyển đi trong vòng 45 phút, mà doanh thu kê khai không giải thích được?',
    goneAt(muchAtOnce, 'hardly', 'partly'),
  ),
  rushing(
    'PASS_THROUGH_AT_ONCE_DECLARED',
    1,
    'Qua nhiều tháng, từ 96,5 % tiền vào có được chuyển đi trong vòng 45 phút, dù có khai doanh thu tương ứng?',
    goneAt(muchAtOnce, 'fully'),
  ),
  evenly,
  rushing(
    'PASS_THROUGH_FAST',
    3,
    'Qua nhiều tháng, tiền vào có được chuyển đi hầu hết trong vòng 3 giờ, mà doanh thu kê khai chưa đến một phần mười?',
    goneAt(muchWithinHours, 'hardly'),
  ),
  rushing(
    'PASS_THROUGH_PARTLY_DECLARED',
    1,
    'Qua nhiều tháng, tiền vào có được chuyển đi hầu hết trong vòng 3 giờ, mà doanh thu kê khai chỉ giải thích được một phần, hoặc chưa đến hạn khai?',
    goneAt(allWithinHours, 'partly'),
  ),
  rushing(
    'PASS_THROUGH_BRIEFLY_AT_ONCE',
    1,
    'Từ 96,5 % tiền vào của một, hai tháng, hoặc dưới 500 triệu đồng, có được chuyển đi trong vòng 45 phút, mà doanh thu kê khai không giải thích được?',
    goneAt(brieflyAtOnce, 'hardly', 'partly'),
  ),
  rushing(
    'PASS_THROUGH_BRIEFLY',
    2,
    'Tiền vào của một, hai tháng, hoặc dưới 500 triệu đồng, có được chuyển đi hầu hết trong vòng 3 giờ, mà doanh thu kê khai không giải thích được?',
    goneAt(brieflyWithinHours, 'hardly', 'partly'),
  ),
  rushing(
    'PASS_THROUGH_LATELY',
    3,
    'Tiền trước đó lưu lại trong tài khoản, mà ba tháng có giao dịch gần nhất được chuyển đi hầu hết và ngay, không khai doanh thu tương ứng?',
    lately,
    'Khác hẳn trước đó, trong',
  ),
  rushing(
    'PASS_THROUGH_WITHIN_A_DAY',
    1,
    'Qua nhiều tháng, tiền vào có được chuyển đi hầu hết trong vòng một ngày, mà doanh thu kê khai không giải thích được?',
    goneAt(muchWithinADay, 'hardly', 'partly'),
  ),
  rushing(
    'PASS_THROUGH_DECLARED',
    3,
    'Tiền vào có được chuyển đi hầu hết trong vòng 3 giờ, dù có khai doanh thu tương ứng?',
    goneAt((money) => rushedThrough(money) && !muchAtOnce(money), 'fully'),
  ),
];
