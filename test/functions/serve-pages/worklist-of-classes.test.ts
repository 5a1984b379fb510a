import { beforeEach, describe, expect, it } from 'vitest';
import type { WorklistEntry } from '#shared/domain/notification/worklist/worklist-entry.ts';
import { taskIdOf } from '#shared/tables/task-id.ts';
import { correction, expired, worklistDesk, type WorklistDesk } from '#test/support/desks/worklist-desk.ts';

describe('many entries of the worklist at once', () => {
  let desks: WorklistDesk['desks'];
  let browser: WorklistDesk['browser'];
  let put: WorklistDesk['put'];
  let send: WorklistDesk['send'];
  beforeEach(async () => {
    ({ desks, browser, put, send } = await worklistDesk());
  });

  it('a program assigns 250 entries to an officer by one call, and the log names each of them', async () => {
    const codes = Array.from({ length: 250 }, (_, n) => `01012${String(n).padStart(5, '0')}`);
    for (const code of codes) await put(code, 'CÔNG TY TNHH AN', [correction]);
    const task = codes.map((code) => `${code} ${taskIdOf(correction)}`);
    const answer = await desks.program(['office'], 'an').post('/office/worklist', { task, act: 'assign' });
    expect(answer.statusCode).toBe(200);
    const named = desks.entered.filter(({ kind }) => kind === 'work-assigned').map(({ says }) => says['taskIds']);
    expect(named.map((ids) => (ids as string[]).length)).toEqual([100, 100, 50]);
  });

  it('what many companies are asked alike is one line that opens their list, and is assigned or settled in one step', async () => {
    const due = (day: string): WorklistEntry => ({ ...expired, why: `Giấy tờ hết hạn ngày ${day}.` });
    for (let n = 0; n < 60; n += 1)
      await put(`01012${String(n).padStart(5, '0')}`, `CÔNG TY ${n}`, [due('05/02/2025')]);
    await put('0101299999', 'CÔNG TY CUỐI', [due('06/02/2025')]);
    const { body = '' } = await browser.get('/office/worklist');
    expect(body).toContain('Giấy tờ hết hạn ngày [1: từ 05/02/2025 đến 06/02/2025].');
    expect(body).not.toContain('CÔNG TY CUỐI');
    const href = /href="([^"]*class=[^"]*)">61 doanh nghiệp</u.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const list = (await browser.get(href)).body ?? '';
    expect(list).toContain('Việc cần làm (61)');
    expect(list).toContain('CÔNG TY 0 (0101200000)');
    expect((await browser.get(`${href}&page=2`)).body).toContain('CÔNG TY CUỐI');
    const all = /name="class-all" value="([^"]+)"/u.exec(body)?.[1] ?? '';
    const assigned = await send('/office/worklist', [
      ['class-all', all],
      ['act', 'assign'],
    ]);
    expect(assigned.headers?.['location']).toContain('done=assigned&count=61');
    await put('0101299998', 'CÔNG TY MỚI', [due('07/02/2025'), { ...correction, proposed: '1985-01-01' }]);
    const settle = (whose: string) =>
      send('/office/worklist', [
        ['class-all', all],
        ['whose', whose],
        ['act', 'done'],
      ]);
    expect((await settle('all')).statusCode).toBe(409);
    expect((await browser.get('/office/worklist')).body).toContain('Việc cần làm (66)');
    expect((await settle('mine')).headers?.['location']).toContain('done=settled&count=61');
    await put('0101299997', 'CÔNG TY SAU', [due('08/02/2025')]);
    const left = (await browser.get('/office/worklist')).body ?? '';
    expect(left).toContain('Việc cần làm (6)');
    const both = [...left.matchAll(/name="class-all" value="([^"]+)"/gu)].map(([, value = '']) => value);
    const twice = await send('/office/worklist', [
      ...both.map((value) => ['class-all', value] as const),
      ['act', 'assign'],
    ]);
    expect(twice.headers?.['location']).toContain('done=assigned&count=4');
    const ofKind = (count: string) =>
      send('/office/worklist', [
        ['kind', 'expired_document'],
        ['all', count],
        ['act', 'done'],
      ]);
    expect((await ofKind('6')).statusCode).toBe(409);
    expect((await browser.get('/office/worklist?kind=expired_document')).body).toContain('name="all" value="3"');
    const location = '/office/worklist?kind=expired_document&done=settled&count=3';
    expect((await ofKind('3')).headers?.['location']).toBe(location);
    expect((await browser.get(location)).body).toContain('Đã ghi nhận 3 việc.');
  });
});
