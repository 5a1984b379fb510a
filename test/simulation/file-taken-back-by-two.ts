import { type DeskUser, endingAfterDecision, entriesOf, overtakenAtWrite, sendForm } from './desks.ts';
import { itemsOf, type Violation } from './end-state.ts';
import { READER } from './invocations.ts';
import { keepingMessages } from './kept-messages.ts';
import { putItem } from './put-item.ts';
import { doubledIf, lostUnless } from './said.ts';
import type { World } from './world.ts';

type Vote = 'release' | 'refuse';

const FEED = 'activities';
const LONG_AGO = '2025-01-01T00:00:00.000Z';
const VERSION = 'last-drop#0000000000000000';
const office = (officer: string): DeskUser => ({ officer, group: 'office' });
const [AN, BINH, CHI] = [office('an'), office('binh'), office('chi')];

/**
 * The reader is asked to take a file back once two people agree, and not where one of them withdraws the decision or it lapses. The
 * function that takes the second vote ends once the vote is stored: the reader is asked all the same.
 */
export async function findingsOfFilesTakenBack(world: World): Promise<readonly Violation[]> {
  return [
    ...(await agreedByTwo(world, 'sent-by-mistake.csv')),
    ...(await withdrawn(world, 'sent-rightly.csv')),
    ...(await lapsed(world, 'sent-long-ago.csv')),
  ];
}

async function agreedByTwo(world: World, file: string): Promise<readonly Violation[]> {
  storeFile(world, file);
  const before = await keepingMessages(world, READER, async () => ({
    isAsked: await ask(world, AN, file),
    isAskedTwice: await ask(world, BINH, file),
    isOwnTaken: await vote(world, AN, file),
    isOtherTaken: await vote(world, BINH, file, { revision: 'another decision' }),
  }));
  const overtaken = await keepingMessages(world, READER, () =>
    overtakenAtWrite(world, 'TakingsBack', () => vote(world, BINH, file)),
  );
  const { messages } = await keepingMessages(world, READER, () =>
    endingAfterDecision(world, 'TakingsBack', () => vote(world, BINH, file)),
  );
  const { isAsked, isAskedTwice, isOwnTaken, isOtherTaken } = before.result;
  return [
    ...lostUnless(isAsked === true, 'somebody asks for a file to be taken back'),
    ...doubledIf(isAskedTwice !== false, 'a file is asked to be taken back twice'),
    ...doubledIf(isOwnTaken !== false, 'somebody agrees twice to take a file back'),
    ...doubledIf(isOtherTaken !== false, 'somebody agrees to a decision that they have not seen'),
    ...doubledIf(before.messages.length > 0, 'a file is to be taken back though only one person agrees'),
    ...doubledIf(overtaken.result !== false, 'a vote on a file is taken that is not stored'),
    ...lostUnless(messages.some(isDecision), 'a file is to be taken back once two people agree'),
    ...lostUnless(votesInLog(world) > 0, 'the log has a vote on a file'),
  ];
}

async function withdrawn(world: World, file: string): Promise<readonly Violation[]> {
  storeFile(world, file);
  const { messages, result } = await keepingMessages(world, READER, async () => ({
    isAsked: await ask(world, AN, file),
    isWithdrawn: await vote(world, AN, file, { outcome: 'refuse' }),
    isLateTaken: await vote(world, CHI, file),
  }));
  return [
    ...lostUnless(result.isAsked === true && result.isWithdrawn === true, 'somebody withdraws a decision about a file'),
    ...doubledIf(result.isLateTaken !== false, 'somebody agrees to what was withdrawn'),
    ...doubledIf(messages.length > 0, 'a file is to be taken back though its decision was withdrawn'),
  ];
}

/** Nobody agrees to a decision that has lapsed, and it can be made again. */
async function lapsed(world: World, file: string): Promise<readonly Violation[]> {
  storeFile(world, file);
  const { messages, result } = await keepingMessages(world, READER, async () => {
    await ask(world, AN, file);
    const asked = itemsOf(world, 'TakingsBack').find((one) => one['file'] === `${FEED}/${file}`);
    putItem(world, 'TakingsBack', { ...asked, askedAt: LONG_AGO });
    return { isLateTaken: await vote(world, BINH, file), isAskedAnew: await ask(world, CHI, file) };
  });
  return [
    ...doubledIf(
      result.isLateTaken !== false || messages.length > 0,
      'somebody agrees to a decision about a file that has lapsed',
    ),
    ...lostUnless(result.isAskedAnew === true, 'a decision about a file that has lapsed can be made again'),
  ];
}

/** A file that is being read. */
function storeFile(world: World, file: string): void {
  const counts = { read: 1, accepted: 1, rejected: 0, repaired: 0, companies: 1 };
  const at = new Date(world.now()).toISOString();
  putItem(world, 'Files', { feed: FEED, file, version: VERSION, state: 'reading', counts, startedAt: at, covered: {} });
}

const ask = (world: World, user: DeskUser, file: string): Promise<boolean | undefined> =>
  sendForm(world, user, '/office/files/release', { feed: FEED, file, use: 'none', why: 'gửi nhầm' });

/** Votes on the decision that stands, unless another one is named. */
function vote(
  world: World,
  user: DeskUser,
  name: string,
  { revision, outcome = 'release' }: { readonly revision?: string; readonly outcome?: Vote } = {},
): Promise<boolean | undefined> {
  const file = `${FEED}/${name}`;
  const stands = itemsOf(world, 'TakingsBack').find((one) => one['file'] === file)?.['revision'];
  return sendForm(world, user, '/office/files/vote', { file, revision: revision ?? stands, outcome });
}

const isDecision = (message: string): boolean => {
  const { release, version } = JSON.parse(message) as { release?: { use?: string }; version?: string };
  return release?.use === 'none' && version === VERSION;
};

const votesInLog = (world: World): number =>
  entriesOf(world, 'file-released').filter(({ says }) => says['version'] === VERSION).length;
