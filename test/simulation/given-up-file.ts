import { contentId } from '#shared/runtime/content-id.ts';
import { fileStem } from '#shared/tables/file-stem.ts';
import { untilQuiet } from './acts.ts';
import { announcementOf } from './decided-files.ts';
import { itemsOf, tableNamed, type Violation } from './end-state.ts';
import { READER } from './invocations.ts';
import { queueOf } from './queue-of.ts';
import { doubledIf, lostUnless } from './said.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

const [FEED, FILE] = ['identities', '1.csv'];
const STOPPED = `stopped#${contentId(fileStem(FILE))}`;

/**
 * A file is stopped and a person gives it up, so that its feed waits for it no longer. What its earlier drops said stays.
 * `end-of-decisions.ts` asks that those are asked again who waited for the feed.
 */
export async function findingsOfGivenUpFile(world: World): Promise<readonly Violation[]> {
  const [file, coverage] = [itemIn(world, FEED, FILE), itemIn(world, 'coverage', FEED)];
  if (file?.['state'] !== 'read' || !coverage) return [];
  put(world, { ...file, state: 'stopped' });
  put(world, { ...coverage, reading: { [STOPPED]: '9999-12-31T00:00:00.000Z' } });
  const facts = factsIn(world);
  const decision = announcementOf({ key: `${FEED}/${FILE}`, use: 'none' }, world.design.inbox);
  world.queues.send(queueOf(world, READER), decision);
  await untilQuiet(world);
  const { reading = {} } = itemIn(world, 'coverage', FEED) ?? {};
  return [
    ...doubledIf(STOPPED in (reading as object), `${FEED} waits for ${FILE}, which a person has given up`),
    ...lostUnless(factsIn(world) === facts, `what earlier drops of ${FILE} said stays where it is given up`),
  ];
}

const factsIn = (world: World): number =>
  itemsOf(world, 'PoliceRecords').filter(({ from }) => (from as Attributes | undefined)?.['file'] === `${FEED}/${FILE}`)
    .length;

const itemIn = (world: World, partition: string, name: string): Attributes | undefined =>
  itemsOf(world, 'Files').find(({ feed, file }) => feed === partition && file === name);

const put = (world: World, Item: Attributes) =>
  world.tables.send({ name: 'PutCommand', input: { TableName: tableNamed(world, 'Files'), Item } });
