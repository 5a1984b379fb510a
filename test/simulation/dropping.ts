import { contentId } from '#shared/runtime/content-id.ts';
import { type DroppedText, stoppedOf, wrongOf } from './scenario.ts';
import { queueOf } from './tables-of.ts';
import type { Arrival, World } from './world.ts';

/** The probability that the right file comes only after this time, by which the one before it is being read. */
const READ_BEFORE = 0.6;
const READ_WITHIN_MS = 3000;
/** By then a file was stopped before the right one comes. */
const STOPPED_WITHIN_MS = 20_000;
/** The probability that one of the files comes wrong first, and that it is a file that is stopped. */
const WRONG = 0.75;
const STOPPED = 0.25;
/** The probability that the right file is also dropped before the wrong one. */
const RIGHT_BEFORE = 0.5;
const AGAIN = 0.4;

/**
 * In most runs a wrong file is dropped before one of the files, and in some one of them is dropped again. Nothing of the
 * wrong one may remain: a calm run drops none.
 */
export function dropping(world: World, files: readonly DroppedText[]): readonly Arrival[] {
  const { chance } = world;
  const spoil = chance.happens(STOPPED) ? stoppedOf : wrongOf;
  const spoilt = files.filter((file) => spoil(file) !== undefined);
  const chosen = spoilt.length > 0 && chance.happens(WRONG) ? spoilt[chance.pick(spoilt.map(() => 1))] : undefined;
  const again = chance.happens(AGAIN) ? files[chance.pick(files.map(() => 1))] : undefined;
  return [
    ...files.map((file) => {
      const wrong = file === chosen ? spoil(file) : undefined;
      return wrong ? () => dropWrongFirst(world, wrong, file, spoil === stoppedOf) : () => drop(world, file);
    }),
    // The one that came wrong must stay right
    ...(again && again !== chosen ? [() => dropAgain(world, again)] : []),
  ];
}

export function dropAgain(world: World, file: DroppedText): void {
  world.faults.count('file dropped again');
  drop(world, file);
}

function dropWrongFirst(world: World, wrong: DroppedText, file: DroppedText, isStopped: boolean): void {
  const dropWrong = () => {
    world.faults.count('wrong file dropped before');
    drop(world, wrong);
    const arrive = () => void world.arrivals.push(() => drop(world, file));
    if (isStopped) world.after(STOPPED_WITHIN_MS, arrive);
    else if (world.chance.happens(READ_BEFORE)) world.after(READ_WITHIN_MS, arrive);
    else arrive();
  };
  // The sender of the right file has replaced it by the wrong one
  if (!world.chance.happens(RIGHT_BEFORE)) return dropWrong();
  drop(world, file);
  return world.after(READ_WITHIN_MS, () => void world.arrivals.push(dropWrong));
}

/** Puts a file into the inbox, as a sender does; S3 announces it. */
export function drop(world: World, { key, text }: DroppedText): void {
  const { objects, design } = world;
  const versionId = objects.put(design.inbox, key, Buffer.from(text));
  const object = {
    key: encodeURIComponent(key).replaceAll('%2F', '/'),
    eTag: contentId([key, text]),
    versionId,
    sequencer: versionId.slice(1).padStart(16, '0'),
  };
  const body = JSON.stringify({ Records: [{ s3: { bucket: { name: design.inbox }, object } }] });
  world.queues.send(queueOf(world, '1-read-file'), body);
}
