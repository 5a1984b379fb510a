import { expect, it } from 'vitest';
import type { InvocationTrace } from './invocation-trace.ts';
import { groundsAtWrite, overlooked } from './stale.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

const NOW = Date.parse('2026-01-06T00:10:28.600Z');
/** A reader that has not moved for this long counts as dead. */
const DEAD_AFTER_MS = 2 * 60 * 60 * 1000;
const PLACE = 'TablesFilesTable coverage/identities';

const markedAt = (ms: number): Attributes => ({
  spans: { identities: { from: 'read', to: 'read' } },
  reading: { file: new Date(ms).toISOString() },
});

/** What a function overlooks that has assessed a company by one coverage and finds another one after its write. */
function overlookedBetween(found: Attributes, after: Attributes): string | undefined {
  const looks = new Map([[PLACE, [found]]]);
  const trace = { since: NOW - 800, looks } as unknown as InvocationTrace;
  const world = {
    now: () => NOW,
    design: { tables: { TablesFilesTable: {} } },
    tables: {
      send: () => ({ Item: after }),
      keyIn: (_table: string, { feed, file }: { feed: string; file: string }) => `${feed}/${file}`,
    },
  } as unknown as World;
  const grounds = groundsAtWrite('Assessments', { enterpriseCode: '0900000027' }, trace, world);
  looks.set(PLACE, [found, after]);
  return overlooked(
    grounds.filter(({ place }) => place === PLACE),
    trace,
  );
}

it('a company is assessed by the coverage that came meanwhile', () => {
  expect(overlookedBetween(markedAt(NOW - 60_000), markedAt(NOW - DEAD_AFTER_MS - 60_000))).toBe(
    'coverage of identities',
  );
});

it('a mark that ceased to count during the work was perhaps still in force when the function read it', () => {
  expect(overlookedBetween(markedAt(NOW - DEAD_AFTER_MS - 300), markedAt(NOW - 100))).toBeUndefined();
});
