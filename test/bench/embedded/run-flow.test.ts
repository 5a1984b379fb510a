import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { usageOf } from '../billing/usage-of.ts';
import { sentAgainByHubs } from './hub-growth.ts';
import { writeProvince } from './province.ts';
import type { Exchange } from './recorder.ts';
import { replay } from './replay.ts';
import { runFlow } from './run-flow.ts';

/** Four honest companies and a ring of eight shells, without which the police would not be notified. */
const [FROM, TO] = [20, 32] as const;
const COMPANIES = TO - FROM;

it('the requests of a small province’s run through the deployed functions are counted and sent again without the functions', async () => {
  const inbox = temporaryFolder('bench');
  try {
    const files = writeProvince(inbox, TO, { from: FROM, to: TO });
    const { phases, indexes } = await runFlow([inbox], { recorded: true });
    const [phase] = phases;
    if (!phase) throw new Error('one phase was run');
    expect(phase.files).toBe(files);
    const assessed = phase.exchanges.filter(
      ({ action, ok, request }) =>
        action === 'PutItem' && ok && request.includes('"dueShard"') && request.includes('"verdict"'),
    );
    const codes = assessed.map(({ request }) => JSON.parse(request.toString()).Item.enterpriseCode.S);
    expect(new Set(codes).size).toBe(COMPANIES);
    expect(phase.exchanges.some(({ caller }) => caller?.startsWith('NotifyPolice'))).toBe(true);
    const { writeUnits, gigabyteSeconds, objectGets } = usageOf(phase, indexes, files);
    expect(writeUnits).toBeGreaterThan(COMPANIES * 20);
    expect(gigabyteSeconds).toBeGreaterThan(0);
    // The file is read once for the judgement and once for the rows; the log also reads its own
    // head and tiles
    expect(objectGets).toBeGreaterThanOrEqual(2 * files);
    expect(await replay([...phase.exchanges, ...overlapping(phase.exchanges)])).toBeGreaterThan(0);
  } finally {
    rmSync(inbox, { recursive: true, force: true });
  }
});

it('each member of a hub is assessed again only a few times, however large the hub grows', () => {
  expect(sentAgainByHubs(1000)).toBeGreaterThan(0);
  expect(sentAgainByHubs(100_000)).toBeLessThan(2 * sentAgainByHubs(1000));
});

/** A write after the end of the run, and a read of its object that was on its way before the write and found it. */
function overlapping(exchanges: readonly Exchange[]): Exchange[] {
  const write = exchanges.find(({ service, action, ok }) => service === 's3' && action === 'PUT' && ok);
  if (!write) throw new Error('the run stored an object');
  const path = `${new URL(write.path, 'http://localhost').pathname}.again`;
  const end = Math.max(...exchanges.map(({ answeredAt }) => answeredAt));
  return [
    { ...write, path, sentAt: end + 2, answeredAt: end + 4 },
    { ...write, path, action: 'GET', sentAt: end + 1, answeredAt: end + 3 },
  ];
}
