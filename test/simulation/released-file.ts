import { READER_SECONDS } from '#shared/contracts/file-arrived.ts';
import { RECEIPT_ENDING, receiptStem } from '#shared/contracts/receipt-key.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { fileStem } from '#shared/tables/file-stem.ts';
import { accounts, code } from '#test/support/sample-feeds.ts';
import { untilQuiet } from './acts.ts';
import { drop } from './dropping.ts';
import { itemsOf, type Violation } from './end-state.ts';
import { READER } from './invocations.ts';
import { OtherReaders } from './other-readers.ts';
import { putItem } from './put-item.ts';
import { queueOf } from './queue-of.ts';
import { doubledIf } from './said.ts';
import type { Attributes } from './twins/expressions.ts';
import { useProcessor } from './virtual.ts';
import type { World } from './world.ts';

const FEED = 'accounts';
const FILE = 'month-first.csv';
/** Another file of the same name, as a program names a copy. */
const COPY = 'month-first (1).csv';
/** No company of a scenario has this code, so that hardly anything follows from the rows. */
const NOBODY = code(99);
const rowOf = (day: string, n: number) => `970436,99900${n},${NOBODY},CÔNG TY TNHH MẪU,Lê Văn Thật,,,${day},1`;
/** Two days show that the month is written first; the third one could be either. */
const MONTH_FIRST = accounts(...['01/25/2025', '02/26/2025', '03/04/2025'].map(rowOf));
const STOPPED = { state: 'stopped', accepted: 0 };
const READ = { state: 'read', accepted: 1 };

/**
 * A file is judged in two runs and stopped, and another copy of the reader's message has ended it first. A person then has
 * its readable rows read, though another function changes the file at that moment. They stay when the file is read again:
 * another copy of a message restores its facts first, and then facts of earlier drops are looked for too. A copy of the file
 * is stopped as well, and its feed does not wait for it; it waits once the file itself comes stopped again.
 */
export async function findingsOfReleasedFile(world: World): Promise<readonly Violation[]> {
  const { witness } = world;
  if (!witness) return [];
  const others = new OtherReaders(world, { feed: FEED, file: FILE });
  world.witness = {
    ...witness,
    asked: (asked, invocation) => {
      others.before(asked, invocation);
      witness.asked(asked, invocation);
    },
  };
  drop(world, { key: `${FEED}/${FILE}`, text: MONTH_FIRST });
  await untilQuiet(world);
  useProcessor(0);
  const found = stateOf(world, STOPPED, [AWAITED]);
  if (found.length > 0) return found;
  if (fileIn(world, FILE)?.['startedAt'] !== others.startedAt)
    found.push({ kind: 'different', what: `${FILE} is begun anew in its second run` });
  // The first decision does not fit a stopped file, and the other one comes twice
  for (const use of ['alone', 'readable', 'readable']) {
    send(world, { release: { use, by: 'tổ trực', why: 'đã đối chiếu' } });
    await untilQuiet(world);
    found.push(...(use === 'alone' ? stateOf(world, STOPPED, [AWAITED]) : stateOf(world, READ, [])));
  }
  found.push(
    ...doubledIf(
      receiptOf(world).includes('"error"'),
      `the receipt of ${FILE} says that it is stopped, of which rows count`,
    ),
  );
  const { version, startedAt, replacesEarlier } = fileIn(world, FILE) ?? {};
  if (replacesEarlier !== undefined)
    found.push({ kind: 'different', what: `a decision about ${FILE} is stored that does not fit it` });
  for (const restores of [true, undefined]) {
    send(world, { version, anew: startedAt, restores });
    await untilQuiet(world);
    found.push(...stateOf(world, READ, []));
  }
  if (fileIn(world, FILE)?.['again'] !== true)
    found.push({ kind: 'lost', what: `facts of earlier drops of ${FILE} were not looked for` });
  drop(world, { key: `${FEED}/${COPY}`, text: MONTH_FIRST });
  await untilQuiet(world);
  found.push(...stateOf(world, READ, []));
  // By then no reader of its first drop can run
  world.pass(2 * READER_SECONDS * 1000);
  // A reader of the first drop has ended that was deleting facts which other files may have said too
  putItem(world, 'Files', { feed: 'deleted', file: `${FEED}/${FILE}`, version, revision: 1 });
  drop(world, { key: `${FEED}/${FILE}`, text: `${MONTH_FIRST}\n` });
  await untilQuiet(world);
  world.witness = witness;
  // The facts of its first drop stay
  return [...found, ...stateOf(world, { ...STOPPED, facts: 1 }, [AWAITED])];
}

const receiptOf = ({ objects, design }: World): string =>
  String(objects.get(design.evidence, `${receiptStem({ feed: FEED, file: FILE })}${RECEIPT_ENDING}`));

const fileIn = (world: World, name: string): Attributes | undefined =>
  itemsOf(world, 'Files').find(({ feed, file }) => feed === FEED && file === name);

function send(world: World, message: Attributes): void {
  const body = JSON.stringify({ bucket: world.design.inbox, key: `${FEED}/${FILE}`, ...message });
  world.queues.send(queueOf(world, READER), body);
}

const AWAITED = `stopped#${contentId(fileStem(FILE))}`;

/** What is wrong with the file, with its facts, or with the marks of the files for which its feed waits. */
function stateOf(world: World, expected: Attributes, marks: readonly string[]): Violation[] {
  const { state, counts } = fileIn(world, FILE) ?? {};
  const { accepted } = (counts ?? {}) as Attributes;
  const isOfFile = ({ from }: Attributes) => (from as Attributes | undefined)?.['file'] === `${FEED}/${FILE}`;
  const facts = itemsOf(world, 'Accounts').filter(isOfFile).length;
  const coverage = itemsOf(world, 'Files').find(({ feed, file }) => feed === 'coverage' && file === FEED);
  const waitsFor = Object.keys(coverage?.['reading'] ?? {}).filter((one) => OWN.has(one));
  const is = JSON.stringify({ facts, state, accepted, waitsFor });
  const should = JSON.stringify({ facts: expected['accepted'], ...expected, waitsFor: marks });
  return is === should ? [] : [{ kind: 'lost', what: `${FILE} is ${is} and should be ${should}` }];
}

const OWN = new Set([AWAITED, contentId(FILE), contentId(COPY)]);
