import { describe, expect, it } from 'vitest';
import { taskIdOf } from '#shared/tables/task-id.ts';
import type { TaskSettlement } from '#shared/use-cases/settle-task.ts';
import { flow, type FlowRun } from '#test/support/flow.ts';
import { code, identities, registrations } from '#test/support/sample-feeds.ts';

const CODE = code(1);
const officer = { subject: 'officer-1', name: 'Trần Thị B' };

const worklistOf = async ({ verifications, assessments }: FlowRun) => [
  ...((await verifications.of([CODE])).get(CODE)?.worklist ?? []),
  ...((await assessments.get(CODE))?.worklist ?? []),
];
const entryOf = async (world: FlowRun, kind: string) => {
  const entry = (await worklistOf(world)).find((one) => one.kind === kind);
  if (!entry) throw new Error(`nothing of kind ${kind}`);
  return entry;
};
const settle = async (world: FlowRun, kind: string, said: Pick<TaskSettlement, 'outcome' | 'value' | 'reason'>) => {
  const entry = await entryOf(world, kind);
  const settlement = { enterpriseCode: CODE, companyName: 'A', taskId: taskIdOf(entry), entry, officer, ...said };
  const result = await world.settleTask(settlement);
  await world.settle();
  return { result, settlement };
};

/** The birth date has day and month swapped. */
async function withTypo(): Promise<FlowRun> {
  const world = await flow();
  await world.drop('identities/a.csv', identities('033085000123,CCCD,Nguyễn Văn Mẫu,03/12/1985,Nam,BINH_THUONG,,,'));
  await world.drop('registrations/a.csv', registrations({ code: CODE, born: '12/03/1985' }));
  await world.settle();
  return world;
}

describe('a correction that the office enters', () => {
  it('a correction by the office makes the person match, is not asked again, and stays when the register sends the wrong value once more', async () => {
    const world = await withTypo();
    expect(await entryOf(world, 'correction')).toMatchObject({ current: '1985-03-12', proposed: '1985-12-03' });
    expect((await settle(world, 'correction', { outcome: 'accepted' })).result).toBe('settled');
    const people = async () => (await world.verifications.of([CODE])).get(CODE)?.people;
    expect(await people()).toMatchObject([{ result: 'match' }]);
    expect(await worklistOf(world)).toEqual([]);
    await world.drop('registrations/b.csv', registrations({ code: CODE, born: '12/03/1985', phone: '0987654321' }));
    await world.settle();
    expect(await people()).toMatchObject([{ result: 'match' }]);
    expect((await worklistOf(world)).filter(({ kind }) => kind === 'correction')).toEqual([]);
  });

  it('a correction by the office is a fact with the officer’s id on it, entered in the log without a value', async () => {
    const world = await withTypo();
    const { settlement } = await settle(world, 'correction', { outcome: 'accepted' });
    const [task] = await world.tasks.settled('2026', '2027');
    expect(task).toMatchObject({
      by: officer,
      correction: { field: 'dateOfBirth', from: '1985-03-12', to: '1985-12-03', person: 'Nguyễn Văn Mẫu' },
    });
    const entries = world.entered.filter(({ kind }) => kind === 'work-settled');
    expect(entries).toMatchObject([
      { by: 'officer:officer-1', says: { taskId: settlement.taskId, outcome: 'accepted' } },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/1985|Mẫu/u);
  });

  it('a correction by the office may be another value than the proposed one', async () => {
    const world = await withTypo();
    await settle(world, 'correction', { outcome: 'changed', value: '1985-12-05' });
    const { registrations: rows } = await world.companies.registered(CODE);
    expect(rows.map(({ person }) => person?.dateOfBirth)).toEqual(['1985-12-05']);
  });

  it('a proposed correction changes nothing where the office refuses it, and is not asked again either', async () => {
    const world = await withTypo();
    await settle(world, 'correction', { outcome: 'refused', reason: 'đã đối chiếu bản gốc' });
    expect(await worklistOf(world)).toEqual([]);
    expect((await world.verifications.of([CODE])).get(CODE)?.people).toMatchObject([{ result: 'correctable' }]);
  });

  it('a repeated correction by the office changes nothing, and a second colleague’s is refused', async () => {
    const world = await withTypo();
    const { settlement } = await settle(world, 'correction', { outcome: 'accepted' });
    expect(await world.settleTask(settlement)).toBe('settled');
    const colleague = { subject: 'officer-2', name: 'C' };
    expect(await world.settleTask({ ...settlement, outcome: 'refused', officer: colleague })).toBe('settled_before');
    expect((await world.companies.registered(CODE)).registrations).toMatchObject([
      { person: { dateOfBirth: '1985-12-03' } },
    ]);
  });

  it('a correction by the office ends a conflict of two values by either of them', async () => {
    for (const [outcome, phone] of [
      ['accepted', '0987654321'],
      ['refused', '0912345678'],
    ] as const) {
      const world = await flow();
      await world.drop(
        'registrations/a.csv',
        registrations({ code: CODE, phone: '0912345678' }, { code: CODE, phone: '0987654321' }),
      );
      await world.settle();
      expect(await entryOf(world, 'conflict')).toMatchObject({ current: '0912345678', proposed: '0987654321' });
      await settle(world, 'conflict', { outcome, reason: 'gọi điện xác minh' });
      const { registrations: rows } = await world.companies.registered(CODE);
      expect(new Set(rows.map(({ company }) => company.phone))).toEqual(new Set([phone]));
      expect(await worklistOf(world)).toEqual([]);
    }
  });

  it('a correction by the office puts a specific address in the place of one that was not', async () => {
    const world = await flow();
    await world.drop('registrations/a.csv', registrations({ code: CODE, address: 'Tỉnh Hưng Yên' }));
    await world.settle();
    const address = 'Số 5, đường Lê Lai, Phường Phố Hiến, Tỉnh Hưng Yên';
    const { settlement } = await settle(world, 'address', { outcome: 'changed', value: address });
    expect((await worklistOf(world)).filter(({ kind }) => kind === 'address')).toEqual([]);
    expect(await world.settleTask(settlement)).toBe('settled');
    expect((await world.companies.registered(CODE)).registrations).toMatchObject([
      { company: { headOfficeAddress: address } },
    ]);
  });
});
