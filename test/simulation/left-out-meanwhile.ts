import { contentId } from '#shared/runtime/content-id.ts';
import { subscribers } from '#test/support/sample-feeds.ts';
import { untilQuiet } from './acts.ts';
import { storeBegun } from './begun-file.ts';
import { itemsOf, tableKind, type Violation } from './end-state.ts';
import { READER } from './invocations.ts';
import { putItem } from './put-item.ts';
import { queueOf } from './queue-of.ts';
import { doubledIf, lostUnless } from './said.ts';
import type { ServiceRequest } from './services.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

const [FEED, FILE] = ['subscribers', 'meanwhile.csv'];
const KEY = `${FEED}/${FILE}`;
const [FIRST, SECOND] = ['first#0000000000000001', 'second#0000000000000002'];
const HOUR_MS = 3_600_000;

/**
 * A file is judged in two runs, and until when other readers may write is known after both (`kept-of-reading.ts`). Then a
 * person leaves the file out just before a reader says once more that its reading has ended: nothing of it counts, and its
 * feed does not wait for it where it is to restore facts. A person has its rows read after all. At last its next drop is left
 * out while it is read.
 */
export async function findingsOfLeftOutMeanwhile(world: World): Promise<readonly Violation[]> {
  world.objects.put(world.design.inbox, KEY, Buffer.from(subscribers('0999000002,033085000713')));
  const othersUntil = new Date(world.now() + HOUR_MS).toISOString();
  storeBegun(world, KEY, { version: FIRST, judgingRuns: 1, othersUntil });
  await reading(world);
  await leavingOutMeanwhile(world, () => reading(world));
  const found = [
    ...lostUnless(fileIn(world)?.['state'] === 'stopped', `${KEY} is left out`),
    ...doubledIf(factsOf(world) > 0, `${KEY} counts, which was left out while its end was recorded`),
  ];
  const { startedAt: anew } = fileIn(world) ?? {};
  markBegun(world);
  await reading(world, { anew, restores: true });
  found.push(...doubledIf(isMarked(world), `the feed waits for ${KEY}, which was left out`));
  await deciding(world, 'readable');
  found.push(...lostUnless(factsOf(world) === 1, `${KEY} counts, of which a person has the rows read after all`));
  storeBegun(world, KEY, { version: SECOND, again: true });
  await deciding(world, 'none');
  return [...found, ...doubledIf(factsOf(world) > 0, `${KEY} counts, which was left out while it was read`)];
}

/** A reader is handed the message of the present drop once more. */
async function reading(world: World, message: Attributes = {}): Promise<void> {
  const { version } = fileIn(world) ?? {};
  const body = JSON.stringify({ bucket: world.design.inbox, key: KEY, version, ...message });
  world.queues.send(queueOf(world, READER), body);
  await untilQuiet(world);
}

/** The file is marked as being read. Just before the first write to the coverage of its feed, another function leaves it out. */
async function leavingOutMeanwhile(world: World, act: () => Promise<void>): Promise<void> {
  markBegun(world);
  const { witness } = world;
  if (!witness) return;
  let isLeftOut = false;
  const asked = (request: ServiceRequest, invocation: Parameters<typeof witness.asked>[1]) => {
    if (!isLeftOut && isOfCoverage(request)) {
      isLeftOut = true;
      const at = new Date(world.now()).toISOString();
      putItem(world, 'Files', {
        ...fileIn(world),
        state: 'stopped',
        again: true,
        leftOut: { by: 'an', why: 'sai', at },
      });
    }
    witness.asked(request, invocation);
  };
  world.witness = { ...witness, asked };
  await act();
  world.witness = witness;
}

const coverageOf = (world: World): Attributes | undefined =>
  itemsOf(world, 'Files').find(({ feed, file }) => feed === 'coverage' && file === FEED);

const markBegun = (world: World): void =>
  putItem(world, 'Files', {
    ...coverageOf(world),
    reading: { [contentId(FILE)]: new Date(world.now()).toISOString() },
  });

const isMarked = (world: World): boolean => contentId(FILE) in ((coverageOf(world)?.['reading'] ?? {}) as Attributes);

async function deciding(world: World, use: 'none' | 'readable'): Promise<void> {
  const release = { use, by: 'tổ trực', why: 'đã đối chiếu' };
  world.queues.send(queueOf(world, READER), JSON.stringify({ bucket: world.design.inbox, key: KEY, release }));
  await untilQuiet(world);
}

const isOfCoverage = ({ name, input }: ServiceRequest): boolean =>
  name === 'PutCommand' && tableKind(input.TableName) === 'Files' && input.Item.feed === 'coverage';

const fileIn = (world: World): Attributes | undefined =>
  itemsOf(world, 'Files').find(({ feed, file }) => feed === FEED && file === FILE);

const factsOf = (world: World): number =>
  itemsOf(world, 'Subscribers').filter(({ from }) => (from as Attributes | undefined)?.['file'] === KEY).length;
