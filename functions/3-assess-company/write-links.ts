import { contentId } from '#shared/runtime/content-id.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { Expiry } from '#shared/runtime/retention.ts';
import { OVERTAKEN, type Overtaken } from '#shared/runtime/until-written.ts';
import type { Link, LinkList, Links } from '#shared/tables/links.ts';

export interface WriteLinksPorts {
  readonly links: Pick<Links, 'writeList' | 'put' | 'leave'>;
  readonly expiry: Expiry;
}

/** A company's list of links as it was read. */
export interface StoredList {
  readonly list: LinkList | undefined;
  /** Whether the run that wrote the list has written all of its links, and told all members of a changed band. */
  readonly isDone: boolean;
}

/** Links expire as the facts behind them do: those of an existing company are written again at this interval. */
const RENEWED_AFTER_SECONDS = 14 * 86_400;
const WRITES_AT_ONCE = 16;

/** What was written: the list's number, and the values whose band must be counted again. */
interface WrittenLinks {
  readonly revision: number;
  readonly changed: readonly string[];
}

/**
 * Writes the links of a company that are not written yet, and takes it back from the values that it no longer shares.
 * The list of both is written first, so that a later run always finds what this one may have written: it completes a
 * list that is not done.
 */
export async function writeLinks(
  enterpriseCode: string,
  own: ReadonlyMap<string, Link>,
  { list, isDone }: StoredList,
  { links, expiry }: WriteLinksPorts,
): Promise<WrittenLinks | Overtaken> {
  const expiresAt = expiry();
  const isWritten = isDone && list !== undefined && list.expiresAt >= expiresAt - RENEWED_AFTER_SECONDS;
  const written = new Map(isWritten ? list.links.map(({ value, fingerprint }) => [value, fingerprint]) : []);
  const next = {
    links: [...own.values()].map(({ value, ...said }) => ({ value, fingerprint: contentId(said) })).sort(byValue),
    left: valuesOf(list, isDone)
      .filter((value) => !own.has(value))
      .sort(),
  };
  const news = next.links.filter(({ value, fingerprint }) => written.get(value) !== fingerprint);
  if (news.length === 0 && next.left.length === 0) return { revision: list?.revision ?? 0, changed: [] };

  const begun = begunBefore(next, list, isDone) ?? {
    ...next,
    enterpriseCode,
    revision: (list?.revision ?? 0) + 1,
    expiresAt,
  };
  if (begun !== list && !(await links.writeList(begun))) return OVERTAKEN;
  const writes = [
    ...news.flatMap(({ value }) => own.get(value) ?? []).map((link) => () => links.put(link, begun)),
    ...next.left.map((value) => () => links.leave({ value, enterpriseCode }, begun)),
  ];
  const done = await inParallel(writes, WRITES_AT_ONCE, (write) => write());
  if (!done.every(Boolean)) return OVERTAKEN;
  return { revision: begun.revision, changed: [...news.map(({ value }) => value), ...next.left] };
}

/** The list itself, where another run has begun to write the same: the two help each other and write the same links. */
const begunBefore = (next: Pick<LinkList, 'links' | 'left'>, list: LinkList | undefined, isDone: boolean) =>
  list && !isDone && contentId(next) === contentId({ links: list.links, left: list.left }) ? list : undefined;

const byValue = (a: { readonly value: string }, b: { readonly value: string }) => (a.value < b.value ? -1 : 1);

/** All values at which something of the company may stand. */
const valuesOf = (list: LinkList | undefined, isDone: boolean): readonly string[] => [
  ...(list?.links.map(({ value }) => value) ?? []),
  ...(isDone ? [] : (list?.left ?? [])),
];
