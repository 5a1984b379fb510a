import { documentLinkOf } from '#shared/tables/links.ts';
import { hash, untoldOf, untoldSince } from './concerned.ts';
import { tableNamed } from './end-state.ts';
import type { InvocationTrace } from './invocation-trace.ts';
import type { Attributes } from './twins/expressions.ts';
import { sentTo, type Writing } from './writing.ts';
import type { World } from './world.ts';

/**
 * Everybody whom the facts concern that the reader has written or replaced was sent a message after that, before their
 * rows count as done, and so were the companies of which it has written a repair, and those that declared the old number of a deleted
 * version of a person of its rows. @returns whom it left out
 */
export function concernedLeftOut({ after, trace, world }: Writing): string | undefined {
  const file = `${String(after['feed'])}/${String(after['file'])}`;
  const facts = [...trace.written, ...trace.replaced].flatMap(([place, item]) =>
    item && isOf(file, item) ? [[place, item] as const] : [],
  );
  const isCorrected = after['again'] === true && after['replacesEarlier'] === undefined;
  const documents = isCorrected ? formerLinks(file, trace, world) : [];
  const left = untoldSince(facts, trace, world) ?? untoldOf({ documents }, trace, world);
  if (left !== undefined) return `${left} is asked about, whom a fact concerns`;
  const assessed = new Set(sentTo({ trace, world }, '3-assess-company').map(({ enterpriseCode }) => enterpriseCode));
  const repaired = [...trace.written.values()].find(
    (item) => item && repairIn(item)?.file === file && !assessed.has(item['enterpriseCode']),
  );
  return repaired && `${String(repaired['enterpriseCode'])} is asked about, of which a row was repaired`;
}

/** An earlier reader may have been ended between deleting a version and telling those who declared its old number. */
function formerLinks(file: string, { written, queries }: InvocationTrace, world: World): readonly string[] {
  const refs = new Set([...written.values()].flatMap((item) => (item && isOf(file, item) ? [item['ref']] : [])));
  const found = queries.filter(({ table, of }) => table === tableNamed(world, 'PoliceRecords') && refs.has(of));
  return found.flatMap(({ items }) =>
    items.flatMap(({ formerNumber }) =>
      formerNumber === undefined ? [] : [documentLinkOf(hash('document', String(formerNumber)))],
    ),
  );
}

const isOf = (file: string, { from }: Attributes): boolean => (from as { file?: string } | undefined)?.file === file;

const repairIn = ({ repair }: Attributes) => repair as { readonly file?: string } | undefined;
