import type { SendMessages } from '#shared/clients/queue.ts';
import { ASSESS_SECONDS, type CompanyTouched } from '#shared/contracts/messages.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { Expiry } from '#shared/runtime/retention.ts';
import { beginOf, type Link, type LinkFingerprint, type LinkRun, linkRun, type Links } from '#shared/tables/links.ts';

export interface WriteLinksPorts {
  readonly links: Pick<Links, 'record' | 'remove' | 'claim' | 'markWritten' | 'forgetLeft' | 'markUnsure'>;
  readonly assess: SendMessages<CompanyTouched>;
  readonly settlingSeconds: number;
  readonly expiry: Expiry;
  readonly newId: () => string;
  readonly now: RealClock;
}

/** All links of a company by its present facts, those that are to be written, and those of its assessment before. */
interface LinksToWrite {
  readonly enterpriseCode: string;
  readonly links: readonly LinkFingerprint[];
  readonly items: readonly Link[];
  readonly before: readonly LinkFingerprint[];
}

/** A run that claimed its links so long ago has ended: the time of the function, and a minute for clocks that differ. */
const RUN_ENDED_AFTER_SECONDS = ASSESS_SECONDS + 60;

/**
 * Writes the links of a company, and deletes those at values that it no longer shares. The run says before it writes
 * that it will, and afterwards that it has ended.
 * @returns the values that the company has left, and whether it is assessed once more because of another run
 */
export async function writeLinks(
  { enterpriseCode, links, items, before }: LinksToWrite,
  ports: WriteLinksPorts,
): Promise<{ readonly left: readonly string[]; readonly isFollowed: boolean }> {
  const run = linkRun(ports.now(), ports.newId());
  try {
    const { values, others } = await ports.links.claim(enterpriseCode, links, run, ports.expiry());
    const own = new Set(links.map(({ value }) => value));
    const left = [...new Set([...values, ...before.map(({ value }) => value)])].filter((value) => !own.has(value));
    const writes = [
      () => ports.links.record(items, ports.expiry()),
      () => ports.links.remove(left.map((value) => ({ value, enterpriseCode }))),
    ];
    await inParallel(writes, writes.length, (write) => write());
    return { left, isFollowed: await isFollowed({ enterpriseCode, links, left, run, others }, ports) };
  } catch (error) {
    // Where this fails too, the next run finds that this one has not ended
    await ports.links.markUnsure(enterpriseCode, run).catch(() => undefined);
    throw error;
  }
}

/**
 * Two runs for one company may write its links in another order than they read its facts, and the message of the one
 * that wrote last may be deleted already, because the other one was handed the same message. The run that others
 * overtook therefore has the company assessed once more. A run that is not overtaken has it assessed once more where
 * another one still writes, which may be ended before it finds that it was overtaken: as soon as that one has ended, or
 * when notices go out if that is earlier.
 */
async function isFollowed(
  { enterpriseCode, links, left, run, others }: Pick<LinksToWrite, 'enterpriseCode' | 'links'> & OwnAndOthers,
  ports: WriteLinksPorts,
): Promise<boolean> {
  const ended = others.filter((other) => secondsToEnd(other, ports) <= 0);
  const marked = await ports.links.markWritten(enterpriseCode, links, [run, ...ended]);
  if (marked === undefined) {
    await ports.links.markUnsure(enterpriseCode, run);
    await ports.assess([{ enterpriseCode }]);
    return true;
  }
  const { open, writeId } = marked;
  if (open.length === 0 && left.length > 0) await ports.links.forgetLeft(enterpriseCode, links, writeId);
  if (open.length === 0) return false;
  const seconds = Math.max(...open.map((other) => secondsToEnd(other, ports)));
  await ports.assess([{ enterpriseCode }], Math.max(1, Math.min(Math.ceil(seconds), ports.settlingSeconds)));
  return true;
}

interface OwnAndOthers {
  /** The values that the company has left. */
  readonly left: readonly string[];
  readonly run: LinkRun;
  readonly others: readonly LinkRun[];
}

const secondsToEnd = (run: LinkRun, { now }: Pick<WriteLinksPorts, 'now'>): number =>
  RUN_ENDED_AFTER_SECONDS - (now().getTime() - beginOf(run).getTime()) / 1000;
