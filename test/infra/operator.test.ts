import { describe, expect, it } from 'vitest';
import { alarmsOf, OPERATIONS, remedies, speaksOf } from '#test/support/operator/remedies.ts';
import { STAGES, synthesised } from './synthesised.ts';

/** Finds the queue of an alarm: `ResourcesQueuesDueDeliveriesFailing` belongs to `due-deliveries`. */
const queueOf = (alarm: string): string =>
  alarm
    .replace(/^.*Queues(.+?)(?:Failing|Late)$/u, '$1')
    .replaceAll(/(?!^)[A-Z]/gu, (letter) => `-${letter}`)
    .toLowerCase();
/** The rows of the runbooks: their alarms, where to look first, and what to do then. */
const runbooks = [
  ...OPERATIONS.slice(OPERATIONS.indexOf('## Runbooks')).matchAll(/^\| (`[^|]+) \|([^|]+)\|([^|]+)\|$/gmu),
].map(([, alarms = '', first = '', afterwards = '']) => ({
  named: [...alarms.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name),
  first,
  afterwards,
}));

describe.each(STAGES)('the alarms of stage %s', (stage) => {
  const alarms = alarmsOf({ Resources: synthesised(stage).all });
  const rows = remedies();

  it('each alarm is named once among the remedies', () => {
    const rowsOf = (alarm: (typeof alarms)[number]) => rows.filter((row) => speaksOf(row, alarm)).length;
    expect(alarms.filter((alarm) => rowsOf(alarm) !== 1).map(({ name }) => name)).toEqual([]);
  });

  it('there are remedies for these alarms alone, and each remedy says something to do', () => {
    expect(rows.filter((row) => !alarms.some((alarm) => speaksOf(row, alarm)))).toEqual([]);
    for (const { does } of rows) expect(does.trim()).toMatch(/^(mend|look|`npm run) .{10,}/u);
  });

  it('each alarm has a runbook that says where to look and what to do', () => {
    const without = alarms.filter(({ name, ofQueue }) => {
      const [kind = ''] = /Failing$|Late$|Alarm$/u.exec(name) ?? [];
      const speaking = runbooks.filter(({ named: [alarm = ''] }) =>
        ofQueue ? alarm === `…${kind}` : alarm !== `…${kind}` && name.endsWith(alarm.replace(/^…/u, '')),
      );
      const ofItsQueue = speaking.filter(({ named: [, ...queues] }) => queues.includes(queueOf(name)));
      const books =
        ofItsQueue.length > 0 ? ofItsQueue : speaking.filter(({ named: [, ...queues] }) => queues.length === 0);
      return (
        books.length !== 1 ||
        books.some(({ first, afterwards }) => first.trim().length < 10 || afterwards.trim().length < 10)
      );
    });
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it('the runbooks name only deployed alarms and queues', () => {
    const queues = new Set(alarms.filter(({ ofQueue }) => ofQueue).map(({ name }) => queueOf(name)));
    for (const {
      named: [alarm = '', ...of],
    } of runbooks) {
      expect(
        alarms.some(({ name }) => name.endsWith(alarm.replace(/^…/u, ''))),
        alarm,
      ).toBe(true);
      expect(of.filter((queue) => !queues.has(queue))).toEqual([]);
    }
  });
});
