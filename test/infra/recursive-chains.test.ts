import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LONG_CHAINS } from '#shared/contracts/chains.ts';
import { references, ROOT, synthesised } from './synthesised.ts';

const { of, all, functionOf } = synthesised('prod');
const folderOf = (id: string) => String(all[id]!.Metadata['Haukiem::Function']);
const readers = new Map(
  of('AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => [
    references(Properties['EventSourceArn'])[0] ?? '',
    folderOf(functionOf(Properties['FunctionName'])),
  ]),
);
const queuesByName = new Map(of('AWS::SQS::Queue').map(([id, { Properties }]) => [Properties['QueueName'], id]));

/** The functions to whose queues a function may send. */
const reaches = new Map(
  of('AWS::Lambda::Function').map(([id, { Properties }]) => {
    const variables = Properties['Environment'].Variables;
    const named = String(variables['STEP_QUEUES'] ?? '').split(',');
    const queues = [
      ...Object.entries(variables).flatMap(([name, value]) => (name.endsWith('_QUEUE_URL') ? references(value) : [])),
      ...named.map((name) => queuesByName.get(`haukiem-prod-hung-yen-${name}`) ?? ''),
    ];
    return [folderOf(id), new Set(queues.flatMap((queue) => readers.get(queue) ?? []))] as const;
  }),
);

function leadsBack(folder: string): boolean {
  const seen = new Set<string>();
  const open = [...(reaches.get(folder) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === folder) return true;
    if (!seen.has(next)) open.push(...(reaches.get(next) ?? []));
    seen.add(next);
  }
  return false;
}

describe('chains of messages that lead back to a function', () => {
  const functions = of('AWS::Lambda::Function').map(([id, { Properties }]) => ({
    folder: folderOf(id),
    mayLoop: Properties['RecursiveLoop'] === 'Allow',
  }));

  it('Lambda lets only those go on whose hops the function counts', () => {
    const allowed = functions.filter(({ mayLoop }) => mayLoop).map(({ folder }) => folder);
    expect(allowed.sort()).toEqual(Object.keys(LONG_CHAINS).sort());
    for (const folder of allowed) {
      const handler = readFileSync(join(ROOT, 'functions', folder, 'handler.ts'), 'utf8');
      expect(handler).toContain(`mostHops: LONG_CHAINS['${folder}']`);
    }
  });

  it('every function to which its messages lead back counts its hops, or waits by the clock and comes back twice at most', () => {
    const waitByTheClock = ['4-notify-police', '5-notify-banks'];
    const back = functions.map(({ folder }) => folder).filter(leadsBack);
    expect(back.sort()).toEqual([...Object.keys(LONG_CHAINS), ...waitByTheClock].sort());
    for (const folder of waitByTheClock)
      expect(readFileSync(join(ROOT, 'functions', folder, 'index.ts'), 'utf8')).toContain('notifyLater: sendLater(');
  });
});
