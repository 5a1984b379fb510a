import { haveSameBytes, READER_SECONDS } from '#shared/contracts/file-arrived.ts';
import { placeOf } from './ending.ts';
import type { Attributes } from './twins/expressions.ts';
import { sentTo, type Writing } from './writing.ts';

/** Functions' clocks differ from each other by less than this. */
const CLOCKS_MS = 2000;

/**
 * Whoever begins a reading beside which a reader of an earlier drop may still write has asked before that the drop be
 * read again: that reader may write its rows later and end.
 */
export function dropOrder(writing: Writing): string | undefined {
  const { before, after, world } = writing;
  if (!before || after['counts'] === undefined || before['startedAt'] === after['startedAt']) return undefined;
  if (!mayOthersWrite(before, String(after['version']), world.now())) return undefined;
  const isAsked = sentTo(writing, '1-read-file').some(
    ({ version, anew }) => version === after['version'] && anew === after['startedAt'],
  );
  return isAsked
    ? undefined
    : `${String(after['feed'])}/${String(after['file'])} is begun while an earlier drop may be read, and not to be read again`;
}

function mayOthersWrite(before: Attributes, version: string, now: number): boolean {
  const isAfter = (instant: unknown, seconds: number) =>
    instant !== undefined && Date.parse(String(instant)) + seconds * 1000 > now + CLOCKS_MS;
  if (before['version'] === version || haveSameBytes(String(before['version']), version))
    return isAfter(before['othersUntil'], 0);
  return before['state'] === 'reading' || isAfter(before['endedAt'], READER_SECONDS);
}

/** What a person decided about a drop stays with it when the drop is read again. */
export function decisionKept({ before, after }: Writing): string | undefined {
  if (!before || after['counts'] === undefined || before['version'] !== after['version']) return undefined;
  if (after['leftOut'] !== undefined) return undefined;
  const forgotten = ['released', 'replacesEarlier'].some(
    (one) => before[one] !== undefined && after[one] === undefined,
  );
  return forgotten ? `a decision about ${String(after['file'])} is forgotten` : undefined;
}

/**
 * What a later drop needs to know of a file that is left out: that facts of it may stand, and until when its readers may
 * write. An earlier decision about it no longer holds.
 */
export function leftOutWhole({ before, after }: Writing): string | undefined {
  if (after['leftOut'] === undefined || before?.['leftOut'] !== undefined) return undefined;
  const name = `${String(after['feed'])}/${String(after['file'])} is left out, and`;
  if (after['again'] !== true) return `${name} a later drop looks for no facts of it`;
  if (before?.['state'] === 'reading' && after['endedAt'] === undefined)
    return `${name} nobody knows until when its readers may write`;
  return after['released'] === undefined && after['replacesEarlier'] === undefined
    ? undefined
    : `${name} an earlier decision holds too`;
}

/** Where only the last drop counts, it counts as read once what earlier ones said was taken back. */
export function earlierTakenBack({ before, after, trace, world }: Writing): string | undefined {
  if (after['state'] !== 'read' || before?.['state'] === 'read' || after['replacesEarlier'] === undefined)
    return undefined;
  const file = `${String(after['feed'])}/${String(after['file'])}`;
  return trace.looks.has(placeOf(world, 'Files', 'taken-back', file))
    ? undefined
    : `${file} counts as read before what its earlier drops said is taken back`;
}

interface StoredDecision {
  readonly by: string;
  readonly why: string;
  readonly at: string;
}

/** A decision that came twice is carried out once: by the second time its drop may have been read already. */
export function decidedTwice({ before, after }: Writing): string | undefined {
  const [first, second] = [before, after].map((item) => item?.['replacesEarlier'] as StoredDecision | undefined);
  if (!first || !second || before?.['version'] !== after['version'] || first.at === second.at) return undefined;
  return first.by === second.by && first.why === second.why && after['startedAt'] === second.at
    ? `the decision about ${String(after['feed'])}/${String(after['file'])} is carried out again`
    : undefined;
}
