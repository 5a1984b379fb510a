import { answerEntries } from '#functions/record-reply/answer-entries.ts';
import { checkLog } from '#infra/operator/check-log.ts';
import { dossierEntryId, noticeEntryId } from '#shared/contracts/log-entries.ts';
import type { ReplyItem } from '#shared/tables/replies.ts';
import { isFoundById, type PlainEntry } from '#shared/domain/transparency-log/log-entry.ts';
import { type Violation, itemsOf, unpacked } from './end-state.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

/** A page of the log. */
export interface Page {
  readonly start: number;
  readonly attempt: string;
  readonly after: string | undefined;
  readonly entries: readonly PlainEntry[];
}

/** The log is consistent, has every event once, and lacks none. */
export function findingsOfLog(world: World): Violation[] {
  const found: Violation[] = [];
  const items = itemsOf(world, 'Log');
  const head = items.find(({ part }) => part === 'head');
  if (!head) return [{ kind: 'lost', what: 'there is no log' }];
  const { size, start, attempt, checkpoint } = head;
  const pages = items.filter(({ part }) => part === 'page').map(pageOf);
  const entries = entriesUpTo(
    pages,
    pages.find((page) => page.start === start && page.attempt === attempt),
  );
  if (!entries || entries.length !== size) return [{ kind: 'lost', what: `pages of the log: ${String(size)} entries` }];

  const { log } = world.design;
  const files = new Map(world.objects.keys(log, '').map((key) => [key, world.objects.get(log, key) ?? Buffer.of()]));
  const { faults } = checkLog(files, [], []);
  if (faults.length > 0) found.push({ kind: 'different', what: `the log: ${faults.join(' ')}` });
  if (files.get('checkpoint')?.toString() !== checkpoint)
    found.push({ kind: 'different', what: 'the checkpoint that lies in the bucket is not the newest' });

  const ids = new Set<string>();
  for (const { id, kind } of entries) {
    if (ids.has(id) && isFoundById(kind)) found.push({ kind: 'doubled', what: `the log's entry ${kind} ${id}` });
    ids.add(id);
  }
  for (const { id, what } of owedEntries(world))
    if (!ids.has(id)) found.push({ kind: 'lost', what: `the log's entry of ${what}` });
  found.push(...findingsOfListings(entries, world));
  const verdicts = new Set(
    entries.flatMap(({ kind, says }) => (kind === 'verdict-reached' ? [String(says['assessmentId'])] : [])),
  );
  for (const { assessmentId, enterpriseCode } of itemsOf(world, 'Assessments'))
    if (!verdicts.has(String(assessmentId)))
      found.push({ kind: 'lost', what: `the log's entry of the verdict on ${String(enterpriseCode)}` });
  return found;
}

/** Whether the log has an entry that a notice was shown. @param name the notice's id and sequence */
export const isShown = (world: World, name: string): boolean =>
  itemsOf(world, 'Log')
    .filter(({ part }) => part === 'page')
    .some((page) =>
      pageOf(page).entries.some(
        ({ kind, says }) => kind === 'data-read' && (says['notices'] as readonly string[]).includes(name),
      ),
    );

/** Each listing of an account is in the log, and none is there twice. */
function findingsOfListings(entries: readonly PlainEntry[], world: World): Violation[] {
  const listed = entries.filter(({ kind }) => kind === 'account-listed').map(({ says }) => JSON.stringify(says));
  const nameOf = ({ accountRef, code, on }: Attributes) => `${String(accountRef)} ${String(code)} ${String(on)}`;
  const names = new Set(listed.map((says) => nameOf(JSON.parse(says) as Attributes)));
  const lost = itemsOf(world, 'Accounts').flatMap(({ accountRef, listing }): Violation[] => {
    const name = listing === undefined ? undefined : nameOf({ ...(listing as Attributes), accountRef });
    return name === undefined || names.has(name)
      ? []
      : [{ kind: 'lost', what: `the log's entry of the listing ${name}` }];
  });
  const twice = listed.filter((says, at) => listed.indexOf(says) < at);
  return [
    ...lost,
    ...twice.map((says): Violation => ({ kind: 'doubled', what: `the log's entry of a listing: ${says}` })),
  ];
}

const known = new WeakMap<object, Page>();

/** A page, which is read once: items are never changed. */
export function pageOf(item: Attributes): Page {
  const { place, after, entries } = unpacked(item) as { place: string; after?: string; entries: string[] };
  const [first = '', ...own] = place.split('#');
  const page = known.get(item) ?? {
    start: Number(first),
    attempt: own.join('#'),
    after,
    // The places of what a restored table has lost stay empty
    entries: entries.filter((line) => line !== '').map((line) => JSON.parse(line).plain),
  };
  known.set(item, page);
  return page;
}

/** The pages from the first on, each of which names the page before it. */
function entriesUpTo(pages: readonly Page[], last: Page | undefined): readonly PlainEntry[] | undefined {
  if (!last || last.start === 0) return last?.entries;
  const before = pages.find(({ attempt }) => attempt === last.after);
  const earlier = entriesUpTo(pages, before);
  return earlier?.length === last.start ? [...earlier, ...last.entries] : undefined;
}

/** All sequences that a notice has had: a receiver may have read each of them. */
export const statesOf = ({ sequence }: { readonly sequence?: unknown }): number[] =>
  Array.from({ length: Number(sequence) }, (_, n) => n + 1);

function owedEntries(world: World): { readonly id: string; readonly what: string }[] {
  const notices = itemsOf(world, 'Notices') as unknown as Parameters<typeof noticeEntryId>[0][];
  const replies = (itemsOf(world, 'Replies') as unknown as ReplyItem[]).filter((reply) => 'reply' in reply);
  return [
    ...notices.flatMap((notice) =>
      statesOf(notice).map((sequence) => ({
        id: noticeEntryId({ ...notice, sequence }),
        what: `notice ${notice.noticeId}, sequence ${sequence}`,
      })),
    ),
    ...notices
      .filter(({ receiver }) => receiver === 'police')
      .map((notice) => ({ id: dossierEntryId(notice), what: `the dossier of ${notice.noticeId}` })),
    ...replies.flatMap((reply) => answerEntries(reply).map(({ id }) => ({ id, what: `reply ${reply.replyId}` }))),
  ];
}
