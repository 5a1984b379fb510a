import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import { FEED_FOLDERS } from '#shared/contracts/feeds/feed-record.ts';
import type { LedgerContext, LedgerInput } from '#shared/contracts/ledger-files.ts';
import type { MeasureHistory } from '#shared/domain/outcomes/report/measures-in-period.ts';
import type { RulesClock } from '#shared/runtime/clock.ts';
import type { Assessments } from '#shared/tables/assessments.ts';
import type { Files } from '#shared/tables/files.ts';
import type { Log } from '#shared/tables/log.ts';
import type { Outcomes } from '#shared/tables/outcomes.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { OutcomeFact } from '#shared/domain/outcomes/outcome-fact.ts';
import { inputOf } from './input-of.ts';
import { casesOfTables, type OutcomesRead } from './cases-of-tables.ts';

export interface LedgerPorts {
  readonly outcomes: OutcomesRead & Pick<Outcomes, 'moneyOf'>;
  readonly files: Pick<Files, 'ofFeed'>;
  readonly assessments: Pick<Assessments, 'countByState'>;
  readonly measures: () => Promise<MeasureHistory>;
  readonly log: Pick<Log, 'head'>;
  readonly rulesClock: RulesClock;
}

/** Reads the ledger from the tables of a stack. */
export const ledgerOfTables = (ports: LedgerPorts): LedgerSource => ({
  cases: (from, to) => casesOfTables(from, to, ports.outcomes, (cases) => ports.outcomes.moneyOf(cases)),

  async inputs() {
    const feeds = await Promise.all(FEED_FOLDERS.map((feed) => ports.files.ofFeed(feed)));
    return feeds.flat().map((reading) => inputOf(reading, ports.rulesClock));
  },

  async about(): Promise<LedgerContext> {
    const [head, standing, { measures, switched = [] }] = await Promise.all([
      ports.log.head(),
      ports.assessments.countByState(),
      ports.measures(),
    ]);
    const checkpoint = head?.checkpoint?.split('\n').slice(0, 3).join('\n');
    return {
      asOf: ports.rulesClock.today(),
      ruleSet: RULE_SET.version,
      measures: [...measures],
      ...(switched.length > 0 && { switched: [...switched] }),
      checkpoint,
      ...standing,
    };
  },
});

/** The source of a report: the tables of a stack, or the files of a ledger's folder. */
export interface LedgerSource {
  /** Yields each case with any fact from `from` to `to`, with all its facts, including earlier ones. */
  cases(from: IsoDate, to: IsoDate): AsyncIterable<readonly OutcomeFact[]>;
  inputs(): Promise<readonly LedgerInput[]>;
  about(): Promise<LedgerContext>;
}
