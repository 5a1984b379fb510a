import { beforeEach, describe, expect, it } from 'vitest';
import { taskIdOf } from '#shared/tables/task-id.ts';
import {
  CODE,
  check,
  chosen,
  correction,
  EXPIRY,
  expired,
  pathOf,
  worklistDesk,
  type WorklistDesk,
} from '#test/support/desks/worklist-desk.ts';

describe('entries of the worklist on which two officers decide', () => {
  let desks: WorklistDesk['desks'];
  let browser: WorklistDesk['browser'];
  let send: WorklistDesk['send'];
  beforeEach(async () => {
    ({ desks, browser, send } = await worklistDesk());
  });

  it('the office’s worklist shows the second of two officers that the first has decided', async () => {
    const path = pathOf(correction);
    const other = await desks.signedIn(['office'], 'binh');
    await send(path, [['outcome', 'accepted']]);
    expect(
      (
        await send(
          path,
          [
            ['outcome', 'refused'],
            ['reason', 'x'],
          ],
          other,
        )
      ).statusCode,
    ).toBe(404);
  });

  describe('a decision whose function ended once it was stored', () => {
    beforeEach(async () => {
      const at = desks.clock.now.toISOString();
      const by = { subject: 'an', name: 'Nguyễn Văn A' };
      const result = { outcome: 'done', value: 'KHONG_TIM_THAY', by, at, revision: 1 } as const;
      const of = { enterpriseCode: CODE, taskId: taskIdOf(check), companyName: 'CÔNG TY TNHH AN', entry: check };
      await desks.tasks.write({ ...of, ...result }, undefined, EXPIRY);
    });
    const expectCompleted = async () => {
      expect((await desks.companies.recorded(CODE)).signals).toMatchObject([{ value: 'KHONG_TIM_THAY' }]);
      expect(desks.lookedAt).toEqual([`verify ${CODE}`, `assess ${CODE}`]);
      const settled = desks.entered.filter(({ kind }) => kind === 'work-settled');
      expect(settled).toMatchObject([{ by: 'officer:an', says: { outcome: 'done' } }]);
    };
    const found = [
      ['outcome', 'done'],
      ['checked', 'KHONG_TIM_THAY'],
    ] as const;

    it('is completed when its officer sends the form again', async () => {
      expect((await send(pathOf(check), found)).statusCode).toBe(303);
      await expectCompleted();
    });

    it('is completed as it stands when a colleague decides otherwise on the entry that is listed again', async () => {
      desks.clock.now = new Date(desks.clock.now.getTime() + 2 * 3_600_000);
      const other = await desks.signedIn(['office'], 'binh');
      expect((await other.get('/office/worklist')).body).toContain('Việc cần làm (3)');
      expect((await other.get(pathOf(check))).statusCode).toBe(200);
      const answer = await send(
        pathOf(check),
        [
          ['outcome', 'done'],
          ['checked', 'CO_HOAT_DONG'],
        ],
        other,
      );
      expect(answer.body).toContain('Việc này đã được xử lý trước đó.');
      await expectCompleted();
    });
  });

  it('an officer who chose entries that a colleague settled meanwhile sees that, and no entry is settled partly', async () => {
    const other = await desks.signedIn(['office'], 'binh');
    await send('/office/worklist', [...chosen(correction), ['act', 'accepted']], other);
    const answer = await send('/office/worklist', [...chosen(correction, expired), ['act', 'done']]);
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('vừa thay đổi hoặc được xử lý; chưa ghi việc nào');
    expect((await browser.get('/office/worklist')).body).toContain('Việc cần làm (2)');
  });
});
