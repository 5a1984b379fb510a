import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import { invariant, type Table } from './invariant.ts';
import { personalIn } from './scenario.ts';
import type { Item } from '#infra/local/tables/item.ts';
import type { World } from './world.ts';

/** A write of a notice, before and after it. */
interface Change {
  readonly before: Notice | undefined;
  readonly after: Notice | undefined;
}

/** What holds at each change of a notice. */
export const AT_A_NOTICE: Table<[Change, World]> = {
  'a notice is never removed': invariant('lost', function* ({ after, before }, { lost }) {
    if (!after && before && !lost.has(before.noticeId)) yield before.noticeId;
  }),
  'the number of a notice grows by one': invariant('different', function* ({ before, after }, { lost }) {
    if (!after) return;
    const [was, is] = [before?.sequence ?? lost.get(after.noticeId) ?? 0, after.sequence];
    if (is < was || is > was + 1) yield `${after.noticeId} from ${was} to ${is}`;
  }),
  'another content of a notice has another number': invariant('different', function* ({ before, after }) {
    if (before && after?.sequence === before.sequence && saysOf(before) !== saysOf(after)) yield after.noticeId;
  }),
  'a notice is not said again': invariant('doubled', function* ({ before, after }) {
    if (before && after?.sequence === before.sequence + 1 && saysOf(before) === saysOf(after)) yield after.noticeId;
  }),
};

const saysOf = ({ state, content, expiresOn, reviewOn }: Notice): string =>
  JSON.stringify([state, content, expiresOn, reviewOn]);

/** What holds of each message that is sent. */
export const AT_A_MESSAGE: Table<[string]> = {
  'nothing personal is in a queue': invariant('different', function* (body) {
    for (const found of personalIn(body)) yield `${found} in ${body.slice(0, 160)}`;
  }),
};

/** What holds once a function ends by itself. */
export const AT_AN_END: Table<[Ended]> = {
  'every message has a fate: what SQS refused is sent again, or its cause is given back': invariant(
    'lost',
    function* ({ unsent, isDone }) {
      if (isDone) for (const body of unsent) yield body.slice(0, 160);
    },
  ),
  'no failure is ignored: a function without an answer gives its messages back': invariant(
    'lost',
    function* ({ unanswered, isDone }) {
      if (isDone) for (const asked of unanswered) yield asked.slice(0, 160);
    },
  ),
};

/** What is known of a function that has ended. */
export interface Ended {
  readonly isDone: boolean;
  /** Messages that SQS refused and has not taken since. */
  readonly unsent: Iterable<string>;
  /** Requests that were given up and not answered since. */
  readonly unanswered: Iterable<string>;
}

/** What holds of a write over something that is there. */
export const AT_A_WRITE: Table<[Overwriting]> = {
  'nobody writes over what he has not read': invariant('lost', function* (write) {
    const { table, standing, written, known } = write;
    if (!standing || !isOfASubject(table, standing) || known === standing) return;
    const stands = contentOf(standing);
    // What only says when somebody looks again is no part of what he has read
    if (stands === contentOf(written) || (known && stands === contentOf(known))) return;
    yield `${table}: ${stands.slice(0, 160)}`;
  }),
};

/**
 * Whether each writer of an item goes on from what stands: it has revisions, or is one of a few that are counted
 * otherwise. A figure of the ledger has the revision of its assessment, and the newer figure stays.
 */
const isOfASubject = (table: string, { revision }: Item): boolean =>
  table === 'Receivers' || table === 'Log' || (revision !== undefined && table !== 'Outcomes');

/** An item that is put over another one. */
export interface Overwriting {
  /** Its kind, such as `Notices`. */
  readonly table: string;
  readonly standing: Item | undefined;
  readonly written: Item;
  /** The item as its writer has last read or written it. */
  readonly known: Item | undefined;
}

/** An item without the instants of its writing. */
const contentOf = (item: Item): string =>
  JSON.stringify(
    Object.entries(item)
      .filter(([name, value]) => !OF_ITS_WRITING.has(name) && !INSTANT.test(String(value)))
      .sort(),
  );
const OF_ITS_WRITING = new Set(['writeId', 'expiresAt', 'version', 'revision']);
const INSTANT = /^\d{4}-\d\d-\d\dT/u;
