import { itemsOf, type Violation } from './end-state.ts';
import { type DeskUser, factsOf, sendForm } from './desks.ts';
import { isNotified, type ListedAccount } from './listed-accounts.ts';
import { putItem } from './put-item.ts';
import { doubledIf, lostUnless } from './said.ts';
import { voteOnChange } from './votes-on-changes.ts';
import type { World } from './world.ts';

const OBJECTION = 'objection-of-a-bank';
const EXPIRES_AT = 4_000_000_000;
const CLEARED = 0;

interface People {
  /** Somebody who has released the notice. */
  readonly releaser: DeskUser;
  readonly decider: DeskUser;
  readonly other: DeskUser;
}

/**
 * The bank of a listed account objects to its notice. Nobody who has released the notice decides on that; another officer
 * clears the account, and the notice is withdrawn once a second person has released that too.
 */
export async function findingsOfBanksObjection(
  world: World,
  account: ListedAccount,
  { releaser, decider, other }: People,
): Promise<readonly Violation[]> {
  const { noticeId, accountRef } = account;
  storeObjection(world, account);
  const decide = (user: DeskUser) =>
    sendForm(world, user, `/police/reviews/${noticeId}/${OBJECTION}`, { outcome: 'granted', reason: 'đã đối chiếu' });
  const isReleasersTaken = await decide(releaser);
  const isTaken = await decide(decider);
  const isCleared = itemsOf(world, 'Accounts').some(
    (one) => one['accountRef'] === accountRef && (one['listing'] as { code?: number } | undefined)?.code === CLEARED,
  );
  await account.tell();
  const isWithdrawnEarly = !isNotified(world, account);
  const isOwnTaken = await voteOnChange(world, decider, 'release', account);
  await voteOnChange(world, other, 'release', account);
  return [
    ...doubledIf(isReleasersTaken !== false, 'whoever has released a notice decides on the objection to it'),
    ...lostUnless(isTaken === true, "a bank's objection is decided on"),
    ...lostUnless(isCleared, "an account is cleared whose bank's objection is granted"),
    ...lostUnless(factsOf(world, noticeId).includes('reviewed'), "the ledger has the decision on a bank's objection"),
    ...doubledIf(isWithdrawnEarly, 'a notice is withdrawn though nobody has released that'),
    ...doubledIf(isOwnTaken !== false, 'whoever has cleared an account releases what follows'),
    ...lostUnless(!isNotified(world, account), 'a notice is withdrawn once two people want it'),
  ];
}

function storeObjection(world: World, { noticeId }: ListedAccount): void {
  const notice = itemsOf(world, 'Notices').find((one) => one['noticeId'] === noticeId);
  const at = new Date(world.now()).toISOString();
  putItem(world, 'Reviews', {
    noticeId,
    reviewId: OBJECTION,
    askedBy: notice?.['receiver'],
    sequence: 1,
    reason: 'Chủ tài khoản đã bổ sung giấy tờ',
    askedAt: at,
    dueOn: at.slice(0, 10),
    state: 'waiting',
    revision: 1,
    expiresAt: EXPIRES_AT,
  });
}
