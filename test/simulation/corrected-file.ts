import { activities, code } from '#test/support/sample-feeds.ts';
import { untilQuiet } from './acts.ts';
import { storeBegun } from './begun-file.ts';
import { announcementOf } from './decided-files.ts';
import { drop } from './dropping.ts';
import { itemsOf, type Violation } from './end-state.ts';
import { READER } from './invocations.ts';
import { queueOf } from './queue-of.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

const KEY = 'activities/inspections.csv';
const GOING_ON = 'activities/going-on.csv';
/** No company of a scenario has one of these codes, so that hardly anything follows from the rows. */
const CODES = [91, 92, 93, 94, 95].map((serial) => code(serial));
const WITHOUT_ZERO = /^0/u;

/**
 * Visits of one month and year, one for each company.
 * @param repaired the companies whose code has lost its zero
 */
const visits = (month: string, year: number, repaired: readonly number[]): string =>
  activities(
    ...CODES.map((one, n) => {
      const written = repaired.includes(n) ? one.replace(WITHOUT_ZERO, '') : one;
      return `${written},KIEM_TRA_TRU_SO,1${n}/${month}/${year},CO_HOAT_DONG,`;
    }),
  );

/**
 * A sender uses one name for two months, and then sends the first one again, in which each row had a wrong year. Both
 * months count, without the wrong year, and the office has the repairs of the drops that count. Then a person decides that
 * only the last drop counts.
 */
export async function findingsOfCorrectedFile(world: World): Promise<readonly Violation[]> {
  const found: Violation[] = [];
  const sent = async (text: string, days: Attributes, repairs: readonly number[]) => {
    drop(world, { key: KEY, text });
    await untilQuiet(world);
    found.push(...stateOf(world, days, repairs));
  };
  await sent(visits('03', 2023, [0]), { '2023-03': 5 }, [0]);
  await sent(visits('06', 2024, [0, 4]), { '2023-03': 5, '2024-06': 5 }, [0, 4]);
  storeGoingOn(world);
  await sent(visits('03', 2024, [4]), { '2024-03': 5, '2024-06': 5 }, [4]);
  world.queues.send(queueOf(world, READER), announcementOf({ key: KEY, use: 'alone' }, world.design.inbox));
  await untilQuiet(world);
  return [...found, ...stateOf(world, { '2024-03': 5 }, [4])];
}

/** Another file of the feed is being read, which is to be read again where facts are deleted that it may say too. */
function storeGoingOn(world: World): void {
  const text = activities(`${code(96)},KIEM_TRA_TRU_SO,01/01/2024,CO_HOAT_DONG,`);
  world.objects.put(world.design.inbox, GOING_ON, Buffer.from(text));
  storeBegun(world, GOING_ON, { version: 'first#0000000000000001' });
}

/** What is wrong with the months of the rows that count, or with the repairs of the file. */
function stateOf(world: World, days: Attributes, repaired: readonly number[]): readonly Violation[] {
  const items = itemsOf(world, 'Companies');
  const facts = items.filter(({ from }) => (from as Attributes | undefined)?.['file'] === KEY);
  const months = Object.groupBy(facts, ({ signal }) => String((signal as Attributes)['on']).slice(0, 7));
  const counts = Object.keys(months)
    .sort()
    .map((month) => [month, months[month]?.length]);
  const repairs = items.flatMap(({ enterpriseCode, repair }) =>
    (repair as Attributes | undefined)?.['file'] === KEY ? [CODES.indexOf(String(enterpriseCode))] : [],
  );
  const is = JSON.stringify([counts, repairs.sort()]);
  const should = JSON.stringify([Object.entries(days), repaired]);
  return is === should
    ? []
    : [{ kind: 'lost', what: `the rows and repairs of ${KEY} are ${is} and should be ${should}` }];
}
