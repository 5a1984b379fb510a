import { sentTo, type Writing } from './writing.ts';

/**
 * Whoever begins a drop over an earlier one that is still being read has asked before that this drop be read again:
 * the earlier one's reader may write its rows later and end.
 */
export function dropOrder(writing: Writing): string | undefined {
  const { before, after } = writing;
  const isOverReading = before?.['state'] === 'reading' && before['version'] !== after['version'];
  if (after['counts'] === undefined || !isOverReading) return undefined;
  const isAsked = sentTo(writing, '1-read-file').some(
    ({ version, anew }) => version === after['version'] && anew === after['startedAt'],
  );
  return isAsked
    ? undefined
    : `${String(after['feed'])}/${String(after['file'])} is begun over a drop that is being read, and not to be read again`;
}
