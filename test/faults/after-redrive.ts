import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { parseJson } from '#shared/runtime/parse-json.ts';
import { differing } from './same-results.ts';

const Fact = z.object({
  kind: z.string(),
  at: z.string(),
  receiver: z.string().optional(),
  noticeId: z.string().optional(),
  sequence: z.number().optional(),
});
const STATES = new Set(['notified', 'withdrawn', 'expired']);

const SEQUENCE = /"sequence": ?\d+,?/gu;
const stripped = (results: ReadonlyMap<string, string>) =>
  new Map([...results].map(([file, text]) => [file, text.replaceAll(SEQUENCE, '')]));

/**
 * The files in which a run differs from a calm one after its dead letters were moved back. A notice may have been
 * issued before all its grounds were known, and changed by what a dead letter said: its sequence is higher, and the
 * ledger has its earlier states too. Everything that the calm run has must be there.
 */
export function differingAfterRedrive(
  calm: ReadonlyMap<string, string>,
  redriven: ReadonlyMap<string, string>,
): string[] {
  const [expected, found] = [stripped(calm), stripped(redriven)];
  return differing(expected, found).filter((file) => {
    if (!file.startsWith('ledger/facts')) return true;
    const there = new Set(found.get(file)?.split('\n'));
    return !(expected.get(file)?.split('\n') ?? []).every((line) => there.has(line));
  });
}

/** What is wrong with the sequences of the notices in a run's ledger: each notice has 1, 2, 3 … once, in the order of time. */
export function wrongSequences(out: string): string[] {
  const facts = readFileSync(join(out, 'ledger', 'facts.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Fact.parse(parseJson(line)))
    .filter(({ kind }) => STATES.has(kind));
  const byNotice = Map.groupBy(facts, ({ receiver, noticeId }) => `${receiver} ${noticeId}`);
  return [...byNotice].flatMap(([notice, states]) => {
    const inTime = states.toSorted((a, b) => (a.at < b.at ? -1 : 1)).map(({ sequence }) => sequence);
    return inTime.every((sequence, n) => sequence === n + 1) ? [] : [`${notice}: ${inTime.join(', ')}`];
  });
}
