import { type DeskUser, endingAfterDecision, entriesOf, factsOf, overtakenAtWrite } from './desks.ts';
import type { Violation } from './end-state.ts';
import { isNotified, type ListedAccount, listAccount } from './listed-accounts.ts';
import { findingsOfBanksObjection } from './objection-of-bank.ts';
import { doubledIf, lostUnless } from './said.ts';
import { voteOnChange } from './votes-on-changes.ts';
import type { World } from './world.ts';

const police = (officer: string): DeskUser => ({ officer, group: 'police' });
const [AN, BINH, CHI, DUNG] = [police('an'), police('binh'), police('chi'), police('dung')];
const CODE = 4;

/**
 * The bank of a listed account is notified once two people have released its notice. Nobody releases it twice, whoever
 * listed the account does not vote, and what was refused is not sent. The function that takes the last vote ends once
 * the vote is stored: what was decided is done all the same, and the log has each vote.
 */
export async function findingsOfReleases(world: World): Promise<readonly Violation[]> {
  return [...(await releasedByTwo(world)), ...(await refusedByOne(world))];
}

async function releasedByTwo(world: World): Promise<readonly Violation[]> {
  const account = await listAccount(world, '1112223331', { code: CODE });
  const isEarly = isNotified(world, account);
  const isProposed = isInLedger(world, account, 'proposed');
  const isOtherTaken = await voteOnChange(world, AN, 'release', { ...account, changeId: 'another change' });
  const isFirstTaken = await voteOnChange(world, AN, 'release', account);
  const isSecondTaken = await voteOnChange(world, AN, 'release', account);
  const isReleasedByOne = isNotified(world, account);
  const isOvertakenTaken = await overtakenAtWrite(world, 'Releases', () =>
    voteOnChange(world, BINH, 'release', account),
  );
  const isReleasedByOvertaken = isNotified(world, account);
  await endingAfterDecision(world, 'Releases', () => voteOnChange(world, BINH, 'release', account));
  const isLateTaken = await voteOnChange(world, CHI, 'release', account);
  return [
    ...doubledIf(isEarly, 'a bank is notified of what nobody has released'),
    ...lostUnless(isProposed, 'the ledger has that a notice waits for its release'),
    ...doubledIf(isOtherTaken !== false, 'a vote is taken on a change that is not proposed'),
    ...lostUnless(isFirstTaken === true, 'a vote on a notice is taken'),
    ...doubledIf(isSecondTaken !== false, 'somebody releases a notice twice'),
    ...doubledIf(isReleasedByOne, 'a bank is notified of what one person has released'),
    ...doubledIf(isOvertakenTaken !== false, 'a vote is taken that is not stored'),
    ...doubledIf(isReleasedByOvertaken, 'a bank is notified by a vote that is not stored'),
    ...lostUnless(isNotified(world, account), 'a bank is notified of what two people have released'),
    ...doubledIf(isLateTaken !== false, 'a vote is taken on what was released'),
    ...lostUnless(isInLedger(world, account, 'released'), 'the ledger has that a notice was released'),
    ...votesInLog(world, account, 2),
    ...(await findingsOfBanksObjection(world, account, { releaser: AN, decider: CHI, other: DUNG })),
  ];
}

/** The officer who listed the account may not vote, and another one refuses the notice. */
async function refusedByOne(world: World): Promise<readonly Violation[]> {
  const account = await listAccount(world, '1112223333', { code: CODE, officer: AN.officer });
  const isOwnTaken = await voteOnChange(world, AN, 'release', account);
  await endingAfterDecision(world, 'Releases', () => voteOnChange(world, BINH, 'refuse', account));
  const isLateTaken = await voteOnChange(world, CHI, 'release', account);
  await account.tell();
  return [
    ...doubledIf(isOwnTaken !== false, 'an officer releases the notice of an account that they listed'),
    ...doubledIf(isLateTaken !== false, 'a vote is taken on what was refused'),
    ...doubledIf(isNotified(world, account), 'a bank is notified of what was refused'),
    ...lostUnless(isInLedger(world, account, 'refused'), 'the ledger has that a notice was refused'),
    ...votesInLog(world, account, 1),
  ];
}

const isInLedger = (world: World, { noticeId }: ListedAccount, kind: string): boolean =>
  factsOf(world, noticeId).includes(kind);

function votesInLog(world: World, { noticeId }: ListedAccount, expected: number): readonly Violation[] {
  const votes = entriesOf(world, 'release-voted').filter(({ says }) => says['noticeId'] === noticeId).length;
  return [
    ...lostUnless(votes >= expected, 'the log has each vote on a notice'),
    ...doubledIf(votes > expected, 'the log has a vote on a notice twice'),
  ];
}
