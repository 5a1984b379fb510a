import { checkLog } from '#infra/operator/check-log.ts';
import { entryOf } from '#shared/contracts/log-entries.ts';
import { LOG_FILES } from '#shared/contracts/log-files.ts';
import { untilQuiet } from './acts.ts';
import { withBefore } from './before-requests.ts';
import { endingAfterWrite } from './ended-after-write.ts';
import { itemsOf, tableNamed, type Violation } from './end-state.ts';
import { sizeIn } from './order-of-log.ts';
import { putItem } from './put-item.ts';
import { queueOf } from './queue-of.ts';
import { setLogRestored } from './restored-worlds.ts';
import type { ServiceRequest } from './services.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

/**
 * The table of the log was restored to an earlier moment, while its bucket has what was appended since. The next entries
 * come after all that somebody may have seen signed.
 */
export async function findingsOfRestoredLog(world: World): Promise<readonly Violation[]> {
  const before = itemsOf(world, 'Log');
  await enterInLog(world, 'before the log is restored');
  await enterBeside(world, before.find(isHead));
  const restored = await afterRestore(world, before, () => enterInLog(world, 'after the log was restored'));
  if (restored.length > 0) return restored;
  const enterAndEnd = () => enterInLog(world, 'after the log was restored again');
  return afterRestore(world, before, () =>
    endingAfterWrite(world, { folder: 'append-entries', kind: 'Log', isLast: isHead }, enterAndEnd),
  );
}

/** The function that appends the next entry runs to its end, or is ended once it has written the head. */
async function afterRestore(
  world: World,
  before: readonly Attributes[],
  next: () => Promise<unknown>,
): Promise<readonly Violation[]> {
  const signed = checkpointIn(world);
  restore(world, before);
  await next();
  const now = checkpointIn(world);
  const { log } = world.design;
  const files = new Map(world.objects.keys(log, '').map((key) => [key, world.objects.get(log, key) ?? Buffer.of()]));
  const { faults } = checkLog(files, [], []);
  if (faults.length > 0) return [{ kind: 'different', what: `the log after it was restored: ${faults.join(' ')}` }];
  return sizeIn(now) > sizeIn(signed)
    ? []
    : [{ kind: 'lost', what: `the restored log goes on within the ${sizeIn(signed)} entries that were signed` }];
}

const checkpointIn = (world: World): string =>
  String(world.objects.get(world.design.log, LOG_FILES.checkpoint)?.toString());

export async function enterInLog(world: World, about: string): Promise<void> {
  const at = new Date(world.now()).toISOString();
  const entry = entryOf({ kind: 'settings-changed', at, by: 'operator', says: { about } }, { about });
  world.queues.send(queueOf(world, 'append-entries'), JSON.stringify(entry));
  await untilQuiet(world);
}

/** Another writer appends to the log once the head was read, and before the bucket's checkpoint is. */
async function enterBeside(world: World, earlier: Attributes | undefined): Promise<void> {
  const newest = itemsOf(world, 'Log').find(isHead);
  if (!earlier || !newest) return;
  let isBehind = true;
  putHead(world, earlier);
  const append = ({ name, input }: ServiceRequest) => {
    if (!isBehind || name !== 'GetObjectCommand' || input.Key !== LOG_FILES.checkpoint) return;
    isBehind = false;
    putHead(world, newest);
  };
  await withBefore(world, append, () => enterInLog(world, 'beside another writer'));
}

const isHead = ({ part }: Attributes): boolean => part === 'head';

export function putHead(world: World, Item: Attributes): void {
  setLogRestored(world, true);
  putItem(world, 'Log', Item);
  setLogRestored(world, false);
}

function restore(world: World, before: readonly Attributes[]): void {
  const TableName = tableNamed(world, 'Log');
  const keyOf = ({ part, place }: Attributes) => ({ part, place });
  setLogRestored(world, true);
  for (const item of itemsOf(world, 'Log'))
    if (!before.includes(item)) world.tables.send({ name: 'DeleteCommand', input: { TableName, Key: keyOf(item) } });
  for (const item of before) putItem(world, 'Log', item);
}
