import type { FeedSource } from '#shared/contracts/feeds/feed-record.ts';
import { kindsAllowedIn } from '#shared/contracts/feeds/activity-senders.ts';
import { dayInVietnam, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { FileLocation } from './locate-file.ts';
import type { ReadFilePorts } from './ports.ts';

/** Where a file comes from, which kinds of rows it may contain, and the day after which none of them can be dated. */
export const sourceOf = (
  location: FileLocation,
  ports: Pick<ReadFilePorts, 'rulesClock' | 'now' | 'senders'>,
): FeedSource => ({
  ...location,
  kinds: kindsAllowedIn(`${location.folder}/${location.fileName}`, ports.senders),
  today: latestDay(ports),
});

/**
 * A replay assesses companies as of an earlier day, but reads rows that were written later. Only dates after the real
 * today are impossible.
 */
function latestDay({ rulesClock, now }: Pick<ReadFilePorts, 'rulesClock' | 'now'>): IsoDate {
  const [rules, real] = [rulesClock.today(), dayInVietnam(now())];
  return rules > real ? rules : real;
}
