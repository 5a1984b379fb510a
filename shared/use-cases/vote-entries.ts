import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import type { ProposedRelease } from '#shared/tables/releases.ts';

/**
 * The log entries of all votes on a change. Entries that are sent twice are recorded once. An officer's reason stays in the
 * table, because it may contain something about a person.
 */
export const voteEntries = ({ noticeId, receiver, changeId, votes }: ProposedRelease): LogEntry[] =>
  votes.map(({ officer, outcome, at }) => {
    const says = { receiver, noticeId, changeId, outcome };
    return entryOf({ kind: 'release-voted', at, by: actorOf({ officer }, receiver), says }, { changeId, officer });
  });
