import { addMonths, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { OutcomeFact } from '#shared/domain/outcomes/outcome-fact.ts';
import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import { FEED_FOLDERS } from '#shared/contracts/feeds/feed-record.ts';
import type { LedgerAbout } from '#shared/contracts/ledger-files.ts';
import type { RulesClock } from '#shared/runtime/clock.ts';
import { chunksOf, inParallel } from '#shared/runtime/in-parallel.ts';
import type { Assessments } from '#shared/tables/assessments.ts';
import type { Files } from '#shared/tables/files.ts';
import type { Log } from '#shared/tables/log.ts';
import type { Outcomes } from '#shared/tables/outcomes.ts';
import { inputOf } from './input-of.ts';
import type { LedgerSource } from './ledger-source.ts';

export interface LedgerPorts {
  readonly outcomes: Pick<Outcomes, 'ofMonth' | 'ofMatter' | 'moneyOf'>;
  readonly files: Pick<Files, 'ofFeed'>;
  readonly assessments: Pick<Assessments, 'standing'>;
  readonly measures: readonly string[];
  readonly log: Pick<Log, 'head'>;
  readonly rulesClock: RulesClock;
}

const MATTERS_AT_ONCE = 200;
const QUERIES_AT_ONCE = 16;

/** The ledger as the tables of a stack hold it. */
export const ledgerOfTables = (ports: LedgerPorts): LedgerSource => ({
  matters: (from, to) => mattersOf(from, to, ports),

  async inputs() {
    const feeds = await Promise.all(FEED_FOLDERS.map((feed) => ports.files.ofFeed(feed)));
    return feeds.flat().map((reading) => inputOf(reading, ports.rulesClock));
  },

  async about(): Promise<LedgerAbout> {
    const [head, standing] = await Promise.all([ports.log.head(), ports.assessments.standing()]);
    const checkpoint = head?.checkpoint?.split('\n').slice(0, 3).join('\n');
    return {
      asOf: ports.rulesClock.today(),
      ruleSet: RULE_SET.version,
      measures: [...ports.measures],
      checkpoint,
      ...standing,
    };
  },
});

async function* mattersOf(from: IsoDate, to: IsoDate, ports: LedgerPorts): AsyncGenerator<readonly OutcomeFact[]> {
  const matters = new Map<string, OutcomeFact[]>();
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = addMonths(`${month}-01`, 1).slice(0, 7)) {
    for (const fact of await ports.outcomes.ofMonth(month)) {
      const own = matters.get(fact.matter) ?? [];
      own.push(fact);
      matters.set(fact.matter, own);
    }
  }
  for (const chunk of chunksOf([...matters], MATTERS_AT_ONCE)) {
    const money = Map.groupBy(await ports.outcomes.moneyOf(chunk.map(([matter]) => matter)), ({ matter }) => matter);
    yield* await inParallel(chunk, QUERIES_AT_ONCE, async ([matter, facts]) =>
      isWhole(facts) ? [...facts, ...(money.get(matter) ?? [])] : ports.outcomes.ofMatter(matter),
    );
  }
}

/** Each of its notices was first told in the months read: nothing of it happened before. */
function isWhole(facts: readonly OutcomeFact[]): boolean {
  const begun = new Set(
    facts.filter(({ kind, sequence }) => kind === 'told' && sequence === 1).map(({ noticeId }) => noticeId),
  );
  return facts.every(({ noticeId }) => noticeId === undefined || begun.has(noticeId));
}
