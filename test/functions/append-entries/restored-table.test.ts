import { describe, expect, it } from 'vitest';
import { checkLog } from '#infra/operator/check-log.ts';
import { LOG_FILES } from '#shared/contracts/log-files.ts';
import { type Appender, anEntry, appender } from '#test/support/transparency-log/appender.ts';

const some = (from: number, count: number) => Array.from({ length: count }, (_, n) => anEntry(from + n));
const checkpointOf = ({ bucket }: Appender) => new TextDecoder().decode(bucket.get(LOG_FILES.checkpoint));
const auditOf = (log: Appender, ...seen: string[]) => checkLog(log.bucket, [log.by.key], seen);

describe('the log’s table restored to an earlier second', () => {
  it.each([0, 40, 300])('the log continues from the checkpoint in the bucket: %i entries were kept', async (kept) => {
    const log = await appender();
    if (kept > 0) await log.append(...some(0, kept));
    const earlier = await log.items();
    await log.append(...some(1000, 30));
    await log.append(...some(2000, 230));
    const seen = checkpointOf(log);
    await log.bringBack(earlier);
    await log.append(...some(3000, 5));
    expect(auditOf(log, seen)).toMatchObject({ faults: [], entries: kept + 265 });
    await log.append(...some(4000, 20));
    expect(auditOf(log, seen)).toMatchObject({ faults: [], entries: kept + 285 });
    // Entries that can be found by id occur once, while others of the lost part may be repeated
    await log.append(...some(3000, 5), ...some(1000, 1));
    expect(auditOf(log, seen)).toMatchObject({ faults: [], entries: kept + 286 });
  });

  it.each(['writePage', 'moveHead', 'publish'])(
    'a writer that is ended meanwhile causes no fork of the log: %s',
    async (call) => {
      for (const when of ['before', 'after']) {
        const log = await appender();
        await log.append(...some(0, 40));
        const earlier = await log.items();
        await log.append(...some(1000, 30));
        const seen = checkpointOf(log);
        await log.bringBack(earlier);
        log.at(`${when} ${call}`, () => {
          throw new Error('killed');
        });
        await expect(log.append(...some(3000, 5))).rejects.toThrow('killed');
        await log.append(...some(3000, 5));
        expect(auditOf(log, seen)).toMatchObject({ faults: [], entries: 75 });
      }
    },
  );

  it('nothing is signed where the bucket’s checkpoint is not the log’s own or does not match its tiles', async () => {
    const log = await appender();
    await log.append(...some(0, 40));
    const earlier = await log.items();
    await log.append(...some(1000, 30));
    const tile = log.bucket.get('tile/0/000.p/70');
    await log.bringBack(earlier);
    tile?.fill(7, 32 * 50, 32 * 51);
    await expect(log.append(...some(3000, 5))).rejects.toMatchObject({ name: 'BucketBroken' });
    log.bucket.set(LOG_FILES.checkpoint, new TextEncoder().encode(checkpointOf(await appenderOf(50))));
    await expect(log.append(...some(3000, 5))).rejects.toMatchObject({ name: 'BucketBroken' });
  });
});

async function appenderOf(count: number): Promise<Appender> {
  const log = await appender();
  await log.append(...some(0, count));
  return log;
}
