import { ruleOf } from '#shared/domain/risk/rules/all-rules.ts';
import type { Finding } from '#shared/domain/risk/rules/finding.ts';
import { nameOfSender } from '#shared/domain/risk/senders/leaning-sentence.ts';
import { type FindingSource, WRITERS } from '#shared/domain/risk/senders/writers.ts';
import type { SourcedRow, SourceKind } from './sources.ts';
import { daysOfPeriod } from '../../vietnamese/periods.ts';

type Found = Pick<Finding, 'code' | 'evidence'>;
type Row = SourceKind & Partial<Pick<SourcedRow, 'period'>>;

function sourcesOf({ code, evidence }: Found): readonly FindingSource[] | undefined {
  const known = ruleOf(code);
  return known?.restsOnFor?.(evidence) ?? known?.restsOn;
}

/** On whose word a finding rests, as one Vietnamese sentence; undefined where its rule was removed since. */
export function whoseWord(finding: Found): string | undefined {
  const writers = [...new Set((sourcesOf(finding) ?? []).flatMap((source) => WRITERS[source]))];
  if (writers.length === 0) return undefined;
  const names = writers.map((writer) => (writer === 'bank' ? 'ngân hàng giữ tài khoản' : nameOfSender(writer)));
  return writers.length === 1
    ? `Chỉ dựa vào lời của ${names[0]}.`
    : `Dựa vào lời của ${names.slice(0, -1).join(', ')} và ${names.at(-1)}.`;
}

const MONTH = /^\d{4}-\d{2}$/u;

/** Whether a flow is of the months whose money a finding adds up; of others it has figures of other months too. */
function isOfItsMonths({ code, evidence }: Found, { feed, period }: Row): boolean {
  const { from, to, monthlyBefore } = evidence;
  const isAddedUp = monthlyBefore === undefined && ruleOf(code)?.concernsAccount !== true;
  if (feed !== 'flows' || period === undefined || !isAddedUp) return true;
  if (typeof from !== 'string' || typeof to !== 'string' || !MONTH.test(from)) return true;
  const days = daysOfPeriod(period);
  return days.from.slice(0, 7) <= to && days.to.slice(0, 7) >= from;
}

/** Whether a finding may rest on a row of the company. A finding of a removed rule may rest on every row. */
export function sourceFilterOf(finding: Found): (row: Row) => boolean {
  const sources = sourcesOf(finding);
  return (row) =>
    isOfItsMonths(finding, row) &&
    (sources === undefined || sources.some((source) => source === row.feed || source === row.kind));
}

/**
 * The rows that date a finding: those of its first source that has any among them. A rule names what it is about first; what else it
 * asks, such as a return of before the company's first money, says nothing about when.
 */
export function datingRows<R extends SourceKind>(finding: Found, rows: readonly R[]): readonly R[] {
  const sources = sourcesOf(finding) ?? [];
  const ofEach = sources.map((source) => rows.filter(({ feed, kind }) => source === feed || source === kind));
  return ofEach.find((own) => own.length > 0) ?? rows;
}
