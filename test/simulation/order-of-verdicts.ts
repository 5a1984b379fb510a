import { tableNamed } from './end-state.ts';
import { flaggedUnsurveyed, otherPeople } from './grounds-of-verdicts.ts';
import type { Attributes } from './twins/expressions.ts';
import { sentTo, type Writing } from './writing.ts';

/** The money of a flagged company is in the ledger before the assessment says so. */
function moneyOrder({ after, world }: Writing): string | undefined {
  const Key = { caseId: after['enterpriseCode'], fact: 'money' };
  const TableName = tableNamed(world, 'Outcomes');
  const { Item } = world.tables.send({ name: 'GetCommand', input: { TableName, Key } });
  return after['verdict'] === 'flagged' && Item === undefined
    ? `${String(after['enterpriseCode'])} is assessed before its money is in the ledger`
    : undefined;
}

/** A verdict is entered in the log before the assessment is stored. */
function entryOrder({ after, trace, world }: Writing): string | undefined {
  const { enterpriseCode, assessmentId } = after;
  const found = trace.seen.get(`${tableNamed(world, 'Assessments')} ${JSON.stringify([enterpriseCode])}`);
  const isEntered = sentTo({ trace, world }, 'append-entries').some(
    ({ says }) => (says as Attributes)['assessmentId'] === assessmentId,
  );
  return found?.['assessmentId'] === assessmentId || isEntered
    ? undefined
    : `${String(enterpriseCode)} has a verdict before it is entered`;
}

/** A verdict of the same reasons stands since the same instant, so that its notice waits no longer. */
function sinceOrder({ after, trace, world }: Writing): string | undefined {
  const { enterpriseCode, assessmentId, standsSince } = after;
  const found = trace.seen.get(`${tableNamed(world, 'Assessments')} ${JSON.stringify([enterpriseCode])}`);
  return found?.['assessmentId'] === assessmentId && found?.['standsSince'] !== standsSince
    ? `${String(enterpriseCode)} has a verdict of the same reasons since another instant`
    : undefined;
}

/** Whether an assessment is stored, and not told or that its company is gone: no index has a company that is gone. */
const isAssessed = ({ before, after }: Writing): boolean =>
  after['dueShard'] !== undefined && after['gatheredAt'] !== before?.['gatheredAt'];

/** What is missing before an assessment. */
export const verdictOrder = (writing: Writing): string | undefined =>
  moneyOrder(writing) ??
  entryOrder(writing) ??
  sinceOrder(writing) ??
  (isAssessed(writing) ? (otherPeople(writing) ?? flaggedUnsurveyed(writing)) : undefined);
