import { join } from 'node:path';
import { FEED_FOLDERS } from '#shared/contracts/feeds/feed-record.ts';
import { LEDGER_FILES, type LedgerContext, type LedgerInput } from '#shared/contracts/ledger-files.ts';
import { LOG_FILES } from '#shared/contracts/log-files.ts';
import { OutcomeItem } from '#shared/tables/outcome-item.ts';
import { inOrderOfEvents, type OutcomeFact } from '#shared/domain/outcomes/outcome-fact.ts';
import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { filesTable } from '#shared/tables/files.ts';
import { measuresTable } from '#shared/tables/measures.ts';
import { readMeasureHistory } from '#shared/use-cases/read-measure-history.ts';
import { inputOf } from '#shared/use-cases/reports/input-of.ts';
import { readBucketFiles } from '#infra/operator/bucket-files.ts';
import type { FinishedRun } from '../run.ts';
import { compareText } from './by-text.ts';
import { scanTable } from './scan.ts';
import { writeLines, writeText } from './write-lines.ts';

/**
 * Writes the files that `npm run report` reads: the ledger's facts, the results of the senders' files, and the sources
 * of both.
 */
export async function copyLedger(
  run: FinishedRun,
  counts: Omit<LedgerContext, 'asOf' | 'ruleSet' | 'checkpoint'>,
  out: string,
): Promise<void> {
  const { db, s3, tables, buckets, asOf } = run;
  const folder = join(out, 'ledger');
  const facts = await scanTable(db, tables['outcomes'] ?? '', OutcomeItem);
  await writeLines(join(folder, LEDGER_FILES.facts), factsByCase(facts));
  const files = filesTable(db, tables['files'] ?? '');
  const clock = rulesClock(asOf, () => new Date());
  const inputs: LedgerInput[] = [];
  for (const feed of FEED_FOLDERS) inputs.push(...(await files.ofFeed(feed)).map((reading) => inputOf(reading, clock)));
  await writeLines(join(folder, LEDGER_FILES.inputs), inputs.sort(compareText(({ feed, file }) => `${feed}/${file}`)));
  const log = await readBucketFiles({ host: buckets['log'] ?? '', pathname: `/${LOG_FILES.checkpoint}` }, s3);
  const checkpoint = new TextDecoder()
    .decode([...log.values()][0])
    .split('\n')
    .slice(0, 3)
    .join('\n');
  const about: LedgerContext = {
    asOf,
    ruleSet: RULE_SET.version,
    ...(checkpoint !== '' && { checkpoint }),
    ...counts,
  };
  await writeText(join(folder, LEDGER_FILES.about), `${JSON.stringify(about, null, 2)}\n`);
}

/** The present state of the measures, with their switches at the desk. */
export async function measuresOf({
  db,
  tables,
  measures: atFirst,
  asOf,
}: FinishedRun): Promise<Pick<LedgerContext, 'measures' | 'switched'>> {
  const directed = measuresTable(db, tables['measures'] ?? '');
  const clock = rulesClock(asOf, () => new Date());
  const { measures, switched = [] } = await readMeasureHistory(directed, atFirst.split(','), clock);
  return { measures: [...measures], ...(switched.length > 0 && { switched: [...switched] }) };
}

/**
 * Writes the facts case by case, so that a report holds only the facts of one case in memory. A company may be flagged
 * briefly before a feed is read to its end; money recorded for it then is no case and is left out.
 */
export function factsByCase(facts: readonly OutcomeFact[]): readonly OutcomeFact[] {
  const cases = [...Map.groupBy(facts, ({ caseId }) => caseId)].sort(compareText(([caseId]) => caseId));
  const isMoneyAlone = (own: readonly OutcomeFact[]) => own.every(({ kind }) => kind === 'money');
  return cases.flatMap(([, own]) => (isMoneyAlone(own) ? [] : inOrderOfEvents(own)));
}
