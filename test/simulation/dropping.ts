import { type DroppedFile, droppedFiles, FileArrived } from '#shared/contracts/file-arrived.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { queueOf } from './queue-of.ts';
import { isMalformed } from './malformed.ts';
import { type DroppedText, wrongOf } from './scenario.ts';
import { stoppedOf } from './stopped-files.ts';
import type { Attributes } from './twins/expressions.ts';
import type { Arrival, World } from './world.ts';

/** The probability that the right file comes only after this time. */
const READ_BEFORE = 0.6;
export const READ_WITHIN_MS = 3000;
/** By then a file was stopped before the right one comes. */
const STOPPED_WITHIN_MS = 20_000;
/** The probability that one of the files comes wrong first. */
const WRONG = 0.75;
/** The probability that the right file is also dropped before the wrong one. */
const RIGHT_BEFORE = 0.5;
/** How often the reader of the wrong file waits while nearly all else happens, in the midst of its rows. */
const HELD = 0.5;

/** In most runs a wrong file is dropped before one of the files; nothing of it may remain. A calm run drops none. */
export function dropping(world: World, files: readonly DroppedText[]): readonly Arrival[] {
  const spoilt = files.filter((file) => wrongOf(file) !== undefined);
  const chosen =
    world.chance.fixed([1 - WRONG, WRONG]) === 1 ? spoilt[world.chance.fixed(spoilt.map(() => 1))] : undefined;
  const stoppable = world.features.stops && !world.chance.isCalm ? files.filter(stoppedOf) : [];
  const stopped = stoppable.length > 0 ? stoppable[world.chance.fixed(stoppable.map(() => 1))] : undefined;
  return files.map((file) => {
    const wrong = file === stopped ? stoppedOf(file) : file === (stopped ?? chosen) ? wrongOf(file) : undefined;
    if (file === stopped) world.stopped.add(file.key);
    return wrong ? () => dropWrongFirst(world, wrong, file) : () => void drop(world, file);
  });
}

function dropWrongFirst(world: World, wrong: DroppedText, file: DroppedText): void {
  const dropWrong = () => {
    world.faults.count('wrong file dropped before');
    const announced = drop(world, wrong);
    if (world.chance.happens(HELD)) world.held.add(announced);
    nextDrop(world, file);
  };
  // The sender of the right file has replaced it by the wrong one
  if (world.chance.happens(RIGHT_BEFORE)) {
    drop(world, file);
    world.after(READ_WITHIN_MS, () => void world.arrivals.push(dropWrong));
  } else dropWrong();
}

/** The file before it has been read by then, or is being read. */
function nextDrop(world: World, file: DroppedText): void {
  const arrive = () => void world.arrivals.push(() => void drop(world, file));
  if (world.stopped.has(file.key)) world.after(STOPPED_WITHIN_MS, arrive);
  else if (world.chance.happens(READ_BEFORE)) world.after(READ_WITHIN_MS, arrive);
  else arrive();
}

/** In some runs one of the files is dropped again meanwhile. */
export function droppingAgain(world: World, files: readonly DroppedText[]): void {
  const again = world.features.dropsAgain ? files[world.chance.pick(files.map(() => 1))] : undefined;
  if (!again) return;
  world.faults.count('file dropped again');
  drop(world, again);
}

/** Whether a file of the feed was dropped more than once. */
function hasDroppedAgain(world: World, feed: string): boolean {
  const keys = [...world.dropsBefore.keys(), ...world.drops.keys()];
  return keys.some((key) => key.startsWith(`${feed}/`) && world.dropsOf(key) > 1);
}

/**
 * A file is read again from its start as long as readers of earlier drops may write; so it is after a later drop of
 * another file of the feed that deletes what its earlier one said, after a reading that only restored facts where another
 * one was asked for, and once a person has the readable rows of a stopped file read.
 */
export function mayBeginAnew(before: Attributes, after: Attributes, world: World | undefined): boolean {
  if (after['released'] !== undefined && before['released'] === undefined) return true;
  if (after['startedAt'] === before['startedAt']) return false;
  const wasToRestore = before['restores'] === true && after['restores'] !== true;
  if (wasToRestore || before['othersUntil'] !== undefined) return true;
  return world !== undefined && hasDroppedAgain(world, String(after['feed']));
}

/** What the messages of readers say of a file. */
export const dropsNamed = (key: string, messages: readonly { readonly body: string }[]): readonly DroppedFile[] =>
  messages
    .filter(({ body }) => !isMalformed(body))
    .flatMap(({ body }) => droppedFiles(FileArrived.parse(JSON.parse(body))))
    .filter((one) => one.key === key);

/** @returns what the announcement says of the object */
export function drop(world: World, { key, text }: DroppedText): string {
  world.drops.set(key, (world.drops.get(key) ?? 0) + 1);
  world.objects.put(world.design.inbox, key, Buffer.from(text));
  const object = {
    key: encodeURIComponent(key).replaceAll('%2F', '/'),
    // No two drops have the same version, also of different files
    eTag: contentId([key, text]),
    sequencer: String(world.dropsOf(key)).padStart(16, '0'),
  };
  const body = JSON.stringify({ Records: [{ s3: { bucket: { name: world.design.inbox }, object } }] });
  world.queues.send(queueOf(world, '1-read-file'), body);
  return JSON.stringify(object);
}
