import { isCounting } from '#shared/domain/drops/drop-states.ts';
import { senderOf } from '#shared/domain/drops/sender.ts';
import { log } from '#shared/runtime/log.ts';
import { stateAmong } from '#shared/domain/drops/former-drops.ts';
import { isAwaited } from '#shared/domain/risk/awaited.ts';
import type { Drop } from '#shared/tables/drop-item.ts';
import { enterListings, tell } from './concerned.ts';
import { readPart } from './drop-manifest.ts';
import { type InboxDrop, settleResults } from './write-results.ts';
import type { ReadFilePorts } from './ports.ts';
import type { RunTime } from './run-time.ts';

/**
 * Call this after a drop of a file was ended or a person has decided about it. The later drops of its name may leave out
 * or replace earlier ones; then the sender's coverage is written, and those are told whom drops concern that began or
 * ceased to count. A repetition tells whom an earlier run has not told.
 */
export async function settleName(newest: InboxDrop, ports: ReadFilePorts, time: RunTime): Promise<'done' | 'goes on'> {
  const { feed, file } = newest;
  const drops = await ports.files.ofName(feed, file);
  for (const drop of drops) {
    const state = stateAmong(drop, drops);
    if (state !== drop.state)
      await ports.files.change(drop, (stored) =>
        stored?.state === drop.state ? { ...stored, state, untold: 0 } : undefined,
      );
  }
  const { isComplete, vanished } = await ports.files.settle(feed, file, ports.now());
  if (vanished > 0) log('SENDER_CHANGED', { feed: senderOf(feed, file), reason: 'rows_vanished', count: vanished });
  const settled = await settleResults(newest, ports);
  const untold = settled.filter((drop) => drop.untold !== undefined);
  if (untold.length === 0) return 'done';
  if (isComplete && isAwaited(feed)) await ports.sweep([{ reason: 'feed-completed', feed }]);
  for (const drop of untold) {
    if (!(await tellOf(drop, settled.length > 1, ports, time))) return 'goes on';
  }
  return 'done';
}

/** @returns false where the time ended before everybody was told */
async function tellOf(drop: Drop, isAgain: boolean, ports: ReadFilePorts, time: RunTime): Promise<boolean> {
  const { state, endedAt, untold: first = 0, parts } = drop;
  const record = (untold: number | undefined) =>
    ports.files.change(drop, (stored) =>
      stored?.state === state && stored.endedAt === endedAt ? { ...stored, untold } : undefined,
    );
  for (let part = first; part < parts.length; part += 1) {
    if (part > first && !time.isLeft()) {
      await record(part);
      return false;
    }
    const concerned = await readPart(drop, part, ports);
    if (isCounting(state)) await enterListings(concerned, ports);
    await tell(concerned, isAgain, ports);
  }
  await record(undefined);
  return true;
}
