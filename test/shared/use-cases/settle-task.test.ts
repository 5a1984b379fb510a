import { describe, expect, it } from 'vitest';
import type { WorklistEntry } from '#shared/domain/notification/worklist/worklist-entry.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { documentLink } from '#shared/tables/links.ts';
import type { Task } from '#shared/tables/tasks.ts';
import { type SettlePorts, settleTask, settleTasks, type TaskSettlement } from '#shared/use-cases/settle-task.ts';

const CODE = '0900000010';
const hash = keyedHash('a secret for tests');
const entry: WorklistEntry = {
  kind: 'conflict',
  field: 'documentNumber',
  current: '033085000123',
  proposed: '033085000124',
  why: 'hai nguồn khác nhau',
  person: 'Nguyễn Văn Mẫu',
};
const settlement: TaskSettlement = {
  enterpriseCode: CODE,
  companyName: 'CÔNG TY TNHH MẪU',
  taskId: 'task',
  entry,
  outcome: 'accepted',
  officer: { subject: 'officer-1', name: 'Trần Thị B' },
};

/** Ports that note what is called, in order. @param stored whether the decision is stored, or a colleague was faster */
function ports(stored = true, before?: Task) {
  const calls: string[] = [];
  const links: string[] = [];
  const note = (name: string) => {
    calls.push(name);
    return Promise.resolve();
  };
  const made: SettlePorts = {
    companies: { record: () => note('fact'), registered: () => Promise.reject(new Error('not asked for a person')) },
    links: {
      record: (some) => {
        links.push(...some.map(({ value }) => value));
        return note('link');
      },
    },
    tasks: { get: () => Promise.resolve(before), write: () => note('task').then(() => stored) },
    verify: () => note('verify'),
    assess: () => note('assess'),
    enter: () => note('enter'),
    hash,
    expiry: () => 0,
    now: () => new Date('2026-01-05T03:00:00Z'),
  };
  return { made, calls, links };
}

describe('the office’s decision on an entry', () => {
  it('a decision is stored before its facts, and these and the link of a corrected number before anybody is told', async () => {
    const { made, calls, links } = ports();
    expect(await settleTask(settlement, made)).toBe('settled');
    expect(calls).toEqual(['task', 'fact', 'link', 'enter', 'verify', 'assess']);
    expect(links).toEqual([documentLink('033085000124', hash)]);
  });

  it('a decision changes nothing where a colleague has stored another one meanwhile', async () => {
    const { made, calls } = ports(false);
    expect(await settleTask(settlement, made)).toBe('settled_before');
    expect(calls).toEqual(['task']);
  });

  it('a decision that does not fit the entry changes nothing', async () => {
    const { made, calls } = ports();
    expect(await settleTask({ ...settlement, outcome: 'done' }, made)).toBe('not_possible');
    expect(calls).toEqual([]);
  });

  it('a repetition by the same officer keeps the first decision and does the rest again', async () => {
    const by = settlement.officer;
    const correction = { field: 'documentNumber', from: entry.current, to: entry.proposed, person: entry.person };
    const before: Task = {
      ...{ enterpriseCode: CODE, taskId: 'task', companyName: 'A', entry, outcome: 'accepted', correction, by },
      at: '2026-01-04T03:00:00.000Z',
      revision: 1,
    };
    const { made, calls } = ports(true, before);
    expect(await settleTask(settlement, made)).toBe('settled');
    expect(calls).toEqual(['fact', 'link', 'enter', 'verify', 'assess']);
  });

  it('many decisions are followed up together, each company once', async () => {
    const { made, calls } = ports();
    const many = Array.from({ length: 600 }, (_, n) => ({ ...settlement, taskId: `task-${n}` }));
    const touched: number[] = [];
    const assess: SettlePorts['assess'] = async (messages) => void touched.push(messages.length);
    const results = await settleTasks([...many, { ...settlement, outcome: 'done' }], { ...made, assess });
    expect([results.filter((result) => result === 'settled').length, results.at(-1)]).toEqual([600, 'not_possible']);
    expect(calls.filter((call) => call !== 'task')).toEqual([
      'fact',
      'link',
      'enter',
      'verify',
      'fact',
      'link',
      'enter',
      'verify',
    ]);
    expect(touched).toEqual([1, 1]);
  });

  it('what was decided is followed up although another decision could not be stored', async () => {
    const { made, calls } = ports();
    const get: SettlePorts['tasks']['get'] = async (_, taskId) => {
      if (taskId === 'odd') throw new Error('throttled');
      return undefined;
    };
    const both = [settlement, { ...settlement, taskId: 'odd' }];
    await expect(settleTasks(both, { ...made, tasks: { ...made.tasks, get } })).rejects.toThrow('throttled');
    expect(calls).toEqual(['task', 'fact', 'link', 'enter', 'verify', 'assess']);
  });

  it('a correction of another field gives no link', async () => {
    const { made, links } = ports();
    await settleTask({ ...settlement, entry: { ...entry, field: 'dateOfBirth' } }, made);
    expect(links).toEqual([]);
  });
});
