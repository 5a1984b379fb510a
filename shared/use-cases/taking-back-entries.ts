import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import type { StoredTakingBack } from '#shared/tables/takings-back.ts';

/**
 * The log entries of all votes on taking a file back. Entries that are sent twice are recorded once. A file's name may
 * contain personal data, so an entry has only the drop's id.
 */
export const takingBackEntries = ({ file, use, version, askedAt, votes }: StoredTakingBack): LogEntry[] =>
  votes.map(({ officer, outcome, at }) => {
    const says = { feed: file.slice(0, file.indexOf('/')), version, use, outcome };
    const by = actorOf({ officer }, 'office');
    return entryOf({ kind: 'file-released', at, by, says }, { ...says, askedAt });
  });
