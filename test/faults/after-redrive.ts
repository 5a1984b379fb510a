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

const DossierOfState = z.looseObject({
  notice: z.looseObject({ sequence: z.number(), changedOn: z.string().optional() }),
  timeline: z.array(z.looseObject({ what: z.string() })),
  legalBases: z.array(z.string()),
});
const UPDATE = /^Cập nhật thông báo \(bản số \d+\)$/u;

/**
 * The dossier of a notice without what its number of states decides: its updates, and the laws, which are those of the
 * day of its newest state.
 */
function asOneState(text: string): { readonly sequence: number; readonly rest: string } {
  const { notice, timeline, legalBases: _laws, ...dossier } = DossierOfState.parse(parseJson(text));
  const { sequence, changedOn: _on, ...rest } = notice;
  const others = timeline.filter(({ what }) => !UPDATE.test(what));
  return { sequence, rest: JSON.stringify({ notice: rest, timeline: others, ...dossier }) };
}

/** Whether the dossier is that of the calm run in a later state of its notice. The printed one is made from the other. */
function isOfLaterState(file: string, calm: ReadonlyMap<string, string>, redriven: ReadonlyMap<string, string>) {
  if (!/^dossiers\/.*\.(?:json|docx)$/u.test(file)) return false;
  const json = file.replace(/docx$/u, 'json');
  const [expected, found] = [calm.get(json), redriven.get(json)];
  if (expected === undefined || found === undefined || !redriven.has(file)) return false;
  const [first, later] = [asOneState(expected), asOneState(found)];
  return later.sequence > first.sequence && later.rest === first.rest;
}

/**
 * The files in which a run differs from a calm one after its dead letters were moved back. A notice may have been
 * issued before all its grounds were known, and changed by what a dead letter said: its sequence is higher, its dossier
 * names the updates, and the ledger has its earlier states too. Everything that the calm run has must be there.
 */
export function differingAfterRedrive(
  calm: ReadonlyMap<string, string>,
  redriven: ReadonlyMap<string, string>,
): string[] {
  const [expected, found] = [stripped(calm), stripped(redriven)];
  return differing(expected, found).filter((file) => {
    if (isOfLaterState(file, calm, redriven)) return false;
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
