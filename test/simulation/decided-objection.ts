import { type DeskUser, endingAfterDecision, entriesOf, factsOf, overtakenAtWrite, sendForm } from './desks.ts';
import { itemsOf, type Violation } from './end-state.ts';
import { keepingMessages } from './kept-messages.ts';
import { putItem } from './put-item.ts';
import { doubledIf, lostUnless } from './said.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

const police = (officer: string): DeskUser => ({ officer, group: 'police' });
const [AN, BINH, CHI, DUNG] = [police('an'), police('binh'), police('chi'), police('dung')];

/**
 * A company objects to its notice, which an officer writes down; the function ends once the objection is stored, and the
 * officer sends the form again. Nobody who wrote it down or has confirmed the flag decides on it, but another
 * officer, whose function ends once the
 * decision is stored, and sends the form again: the flag is dismissed, and the log and the ledger have the decision.
 */
export async function findingsOfObjection(world: World): Promise<readonly Violation[]> {
  const notice = itemsOf(world, 'Notices').find((one) => one['receiver'] === 'police' && one['state'] === 'in_force');
  if (!notice) return [];
  const { messages, result } = await keepingMessages(world, '3-assess-company', () => objectTo(world, notice));
  const isAsked = messages.some((one) => one.includes(String(notice['subject'])));
  return [...result, ...lostUnless(isAsked, 'a company is assessed anew whose objection is granted')];
}

async function objectTo(world: World, notice: Attributes): Promise<readonly Violation[]> {
  const noticeId = String(notice['noticeId']);
  const objection = 'Công ty vẫn hoạt động tại trụ sở';
  const writeDown = (words = objection) =>
    sendForm(world, AN, `/police/cases/${noticeId}/objections`, { objection: words });
  const isUnstoredTaken = await overtakenAtWrite(world, 'Reviews', () => writeDown());
  await endingAfterDecision(world, 'Reviews', () => writeDown());
  const isTaken = await writeDown();
  const isSecondTaken = await writeDown(`${objection} chính`);
  const asked = entriesOf(world, 'review-asked').filter(({ says }) => says['noticeId'] === noticeId).length;
  const isOwnTaken = await decide(world, AN, noticeId);
  storeDecision(world, noticeId, DUNG);
  const isFirstTaken = await decide(world, DUNG, noticeId);
  const unseen = { sequence: String(notice['sequence']), after: '', outcome: 'dismissed', reason: objection };
  const isUnseenTaken = await sendForm(world, BINH, `/police/cases/${noticeId}/decision`, unseen);
  const isDismissedEarly = isDismissed(world, noticeId);
  const isOvertakenTaken = await overtakenAtWrite(world, 'Reviews', () => decide(world, BINH, noticeId));
  await endingAfterDecision(world, 'Reviews', () => decide(world, BINH, noticeId));
  const isQueued = isInQueue(world, noticeId);
  const isOtherTaken = await decide(world, CHI, noticeId);
  const isCarriedOut = isDismissed(world, noticeId);
  const isAgainTaken = await decide(world, BINH, noticeId);
  const isReversed = await decide(world, BINH, noticeId, 'upheld');
  const decided = entriesOf(world, 'review-decided').filter(({ says }) => says['noticeId'] === noticeId).length;
  return [
    ...doubledIf(isUnstoredTaken !== false, 'an objection is taken that is not stored'),
    ...lostUnless(isTaken === true, 'an objection is written down'),
    ...doubledIf(isSecondTaken !== false, 'another objection is written down while one waits'),
    ...lostUnless(asked === 1, `the log has an objection once: ${asked}`),
    ...lostUnless(factsOf(world, noticeId).includes('objected'), 'the ledger has an objection'),
    ...doubledIf(isOwnTaken !== false, 'an officer decides on an objection that they wrote down'),
    ...doubledIf(isUnseenTaken !== false, 'a flag is dismissed by whoever has not seen the last decision on it'),
    ...doubledIf(isFirstTaken !== false, 'whoever has confirmed a flag decides on the objection to it'),
    ...doubledIf(isOvertakenTaken !== false, 'a decision on an objection is taken that is not stored'),
    ...doubledIf(isDismissedEarly, 'a flag is dismissed whose objection waits'),
    ...doubledIf(isOtherTaken !== false, 'a decided objection is decided by another officer'),
    ...lostUnless(isQueued, 'an objection waits whose decision is not carried out'),
    ...lostUnless(isCarriedOut, 'a decision on an objection that was cut off is carried out by a colleague'),
    ...doubledIf(isInQueue(world, noticeId), 'an objection waits whose decision is carried out'),
    ...doubledIf(isReversed !== false, 'an officer reverses what they decided on an objection'),
    ...lostUnless(isAgainTaken === true, 'a decision on an objection may be sent again'),
    ...lostUnless(isDismissed(world, noticeId), 'a flag is dismissed whose objection is granted'),
    ...lostUnless(factsOf(world, noticeId).includes('reviewed'), 'the ledger has the decision on an objection'),
    ...lostUnless(decided === 1, `the log has the decision on an objection: ${decided}`),
  ];
}

/** The officer has confirmed the flag. */
function storeDecision(world: World, noticeId: string, { officer }: DeskUser): void {
  const replyId = `last#${noticeId}`;
  const standing = itemsOf(world, 'Replies').find((one) => one['replyId'] === replyId);
  const takenAt = new Date(world.now()).toISOString();
  const decision = {
    receiver: 'police',
    replyId,
    lastId: replyId,
    fingerprint: replyId,
    takenAt,
    outcome: 'confirmed',
  };
  putItem(world, 'Replies', { ...decision, ...standing, officer });
}

function decide(
  world: World,
  user: DeskUser,
  noticeId: string,
  outcome: 'granted' | 'upheld' = 'granted',
): Promise<boolean | undefined> {
  const reviews = itemsOf(world, 'Reviews').filter((one) => one['noticeId'] === noticeId);
  const reviewId = reviews.find(({ askedBy }) => askedBy === 'company')?.['reviewId'];
  return sendForm(world, user, `/police/reviews/${noticeId}/${String(reviewId)}`, {
    outcome,
    reason: 'đã kiểm tra tại trụ sở',
  });
}

const isInQueue = (world: World, noticeId: string): boolean =>
  itemsOf(world, 'Reviews').some((one) => one['noticeId'] === noticeId && one['queue'] !== undefined);

const isDismissed = (world: World, noticeId: string): boolean =>
  itemsOf(world, 'Notices').some((one) => one['noticeId'] === noticeId && one['handlingStatus'] === 'rejected');
