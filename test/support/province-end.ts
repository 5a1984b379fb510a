import { itemsOf } from '#test/support/flow/bring-back.ts';
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

/** All facts of files that count, with their files and rows, without the drops of these and the instants of reading. */
export async function factsIn(run: FlowRun): Promise<readonly string[]> {
  const keysIn = async (table: 'companies' | 'accounts' | 'policeRecords', key: string) => {
    const items = await itemsOf(run, table);
    return [...new Set(items.filter((item) => 'from' in item).map((item) => String(item[key])))].toSorted();
  };
  const companies = (await keysIn('companies', 'enterpriseCode')).map(async (code) => [
    await run.companies.recorded(code),
    await run.companies.origins(code),
  ]);
  const accounts = (await keysIn('accounts', 'accountRef')).map((ref) => run.accounts.recorded(ref));
  const people = (await keysIn('policeRecords', 'documentNumber')).map(async (number) => [
    await run.policeRecords.byNumber(number),
    await run.policeRecords.origins(number),
  ]);
  const phones = PHONES.map(async (phone) => [await run.subscribers.of(phone), await run.subscribers.origins(phone)]);
  // What is known only of an account that once had facts is no fact
  const ofReading = new Set(['version', 'recordedAt', 'formerHolders', 'numberUnsure', 'readingRef', 'accountRefs']);
  const withoutReading = (name: string, value: unknown) => (ofReading.has(name) ? undefined : value);
  const facts = await Promise.all([...companies, ...accounts, ...people, ...phones]);
  return facts
    .map((one) => JSON.stringify(one, withoutReading))
    .filter((text) => FACT.test(text))
    .toSorted();
}

/** The facts without the files and rows that state them. */
export const withoutOrigins = (facts: readonly string[]): readonly string[] =>
  facts
    .map((fact) => JSON.stringify(JSON.parse(fact), (name, value: unknown) => (OF_FILE.has(name) ? undefined : value)))
    .toSorted();

const OF_FILE = new Set(['file', 'row', 'sheet', 'from', 'origins']);
/** A fact of a file names its file. */
const FACT = /"file":/u;
const PHONES = Array.from({ length: 10 }, (_, n) => [`090000000${n}`, `091111111${n}`]).flat();
