import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { flow, type FlowRun } from '#test/support/flow.ts';

/** A province in which all files were read one after another. */
export async function province(files: Readonly<Record<string, string>>): Promise<FlowRun> {
  const run = await flow();
  for (const [key, content] of Object.entries(files)) await run.drop(key, content);
  await run.settle();
  return run;
}

export async function dropAlone(run: FlowRun, key: string, content: string | Buffer) {
  await run.drop(key, content);
  await run.settle();
}

/** What the desks show of companies in the end, without the history of how it came about. */
export async function finalState(run: FlowRun, codes: readonly string[]) {
  const assessed = await run.assessments.of(codes);
  const shown = codes.map((each) => {
    const { verdict, score, findings, people, worklist, activity, activityReasons } = {
      ...assessed.get(each),
    } as Record<string, unknown>;
    return { each, verdict, score, findings, people, worklist, activity, activityReasons };
  });
  const notices = await Promise.all(
    ['bank#970436', 'police'].map((receiver) => run.notices.changed(receiver, '', '9', 100)),
  );
  const inForce = notices.flat().filter(({ notice }) => notice.state === 'in_force');
  // A notice shows the ring of its day (0060)
  const contents = inForce.map(({ notice }) => JSON.stringify({ ...notice.content, network: undefined }));
  return { shown, notices: contents.toSorted() };
}

/** All facts that rows of files say, with their files, without the drops of these and the instants of reading. */
export async function factsIn(run: FlowRun): Promise<readonly string[]> {
  const tables = ['companies', 'accounts', 'subscribers', 'policeRecords'] as const;
  const items = await Promise.all(
    tables.map(async (table) => {
      const { Items = [] } = await run.db.send(new ScanCommand({ TableName: run.names.get(table) ?? '' }));
      return Items.filter((item) => 'from' in item);
    }),
  );
  const ofReading = new Set(['version', 'recordedAt', 'expiresAt']);
  const withoutReading = (name: string, value: unknown) => (ofReading.has(name) ? undefined : value);
  return items
    .flat()
    .map((item) => JSON.stringify(item, withoutReading))
    .toSorted();
}
