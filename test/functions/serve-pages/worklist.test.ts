import { beforeEach, describe, expect, it } from 'vitest';
import { taskIdOf } from '#shared/tables/task-id.ts';
import { storeDrop } from '#test/support/a-drop.ts';
import { foundByText } from '#shared/domain/vietnamese/search/found-by.ts';
import { assessedCompany } from '#test/support/assessed-company.ts';
import { textsOf } from '#test/support/workbook.ts';
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

describe('the worklist at the office’s desk', () => {
  let desks: WorklistDesk['desks'];
  let browser: WorklistDesk['browser'];
  let put: WorklistDesk['put'];
  let send: WorklistDesk['send'];
  beforeEach(async () => {
    ({ desks, browser, put, send } = await worklistDesk());
  });

  it('the office’s worklist lists what waits, by kind, with values as officers write them', async () => {
    const { body = '' } = await browser.get('/office/worklist');
    expect(body).toContain('Việc cần làm (3)');
    expect(body).toContain('12/03/1985');
    const { body: some = '' } = await browser.get('/office/worklist?kind=correction');
    expect(some).toContain('Việc cần làm (1)');
    expect(some).not.toContain('Hết hạn.');
    expect((await browser.get('/office/worklist?kind=constructor&whose=__proto__&page=-1')).statusCode).toBe(200);
  });

  it('the office searches its worklist by a company and by its people, but by nothing that banks know', async () => {
    await put('0900000022', 'CÔNG TY TNHH BẢO THỊNH', [check]);
    const known = { people: ['Lê Thị Lan'], address: '', phones: [], accounts: ['970436:0011002233445'] };
    await desks.assessments.record(assessedCompany(CODE), EXPIRY, foundByText(known));
    const countOf = async (find: string) => {
      const address = String((await send('/office/worklist/find', [['find', find]])).headers?.['location']);
      return /Việc cần làm \((\d+)\)/u.exec((await browser.get(address)).body ?? '')?.[1];
    };
    expect(await countOf('bao thjnh')).toBe('1');
    expect(await countOf('lan le')).toBe('3');
    expect(await countOf('2233445')).toBe('0');
  });

  it('neither the address nor the title of a task tells what may be a person’s number or a company’s name', async () => {
    const household = '001190000777';
    await put(household, 'HỘ KINH DOANH AN', [{ ...correction, why: 'Ngày sinh khác.' }]);
    const { body = '' } = await browser.get('/office/worklist');
    const addresses = [...body.matchAll(/(?:href|action)="([^"]+)"/gu)].map(([, address = '']) => address);
    expect(addresses.join()).not.toContain(household);
    const address = addresses.find((one) => one.includes(taskIdOf(correction)) && !one.includes(CODE)) ?? '';
    const page = (await browser.get(address)).body ?? '';
    expect(page).toContain(household);
    expect(page).toContain('<title>Đề nghị sửa – Hậu kiểm</title>');
    expect((await send(address, [['outcome', 'accepted']])).statusCode).toBe(303);
    expect(await desks.tasks.get(household, taskIdOf(correction))).toMatchObject({ outcome: 'accepted' });
  });

  it('an accepted proposal leaves the list and is in the correction file with the officer’s name', async () => {
    const answer = await send('/office/worklist', [...chosen(correction), ['act', 'accepted']]);
    expect(answer.headers?.['location']).toContain('done=settled&count=1');
    expect((await browser.get('/office/worklist')).body).toContain('Việc cần làm (2)');
    expect(desks.lookedAt).toEqual([`verify ${CODE}`, `assess ${CODE}`]);
    const file = await browser.get('/office/corrections/file');
    expect(file.headers?.['content-disposition']).toContain('dinh-chinh-');
    const [headings, first] = await textsOf(Buffer.from(file.body ?? '', 'base64'));
    expect(headings?.slice(0, 2)).toEqual(['Mã số doanh nghiệp', 'Tên doanh nghiệp']);
    expect(first?.slice(0, 6)).toEqual([
      CODE,
      'CÔNG TY TNHH AN',
      'Nguyễn Văn Mẫu',
      'Ngày sinh',
      '12/03/1985',
      '03/12/1985',
    ]);
    expect(first).toContain('Nguyễn Văn A');
  });

  it('the office’s worklist accepts another readable value on an entry’s own page', async () => {
    const path = pathOf(correction);
    const unread = await send(path, [
      ['outcome', 'changed'],
      ['value', '32/13/1985'],
    ]);
    expect(unread.statusCode).toBe(422);
    expect(unread.body).toContain('value="32/13/1985"');
    expect(
      (
        await send(path, [
          ['outcome', 'changed'],
          ['value', '5/12/1985'],
        ])
      ).statusCode,
    ).toBe(303);
    expect(await desks.tasks.settled('2026', '2027')).toMatchObject([
      { correction: { to: '1985-12-05' }, by: { subject: 'an' } },
    ]);
    expect((await browser.get(path)).statusCode).toBe(404);
  });

  it('the office’s worklist demands a reason for a refused correction, and a result for an on-site check', async () => {
    expect((await send('/office/worklist', [...chosen(correction), ['act', 'refused']])).statusCode).toBe(422);
    const bulk = await send('/office/worklist', [...chosen(check), ['act', 'done']]);
    expect(bulk.body).toContain('không làm được như vậy');
    expect((await send(pathOf(check), [['outcome', 'done']])).body).toContain('Hãy chọn kết quả kiểm tra');
    expect(
      (
        await send(pathOf(check), [
          ['outcome', 'done'],
          ['checked', 'KHONG_TIM_THAY'],
        ])
      ).statusCode,
    ).toBe(303);
    expect((await desks.companies.recorded(CODE)).signals).toMatchObject([
      { kind: 'KIEM_TRA_TRU_SO', on: '2026-01-05', value: 'KHONG_TIM_THAY' },
    ]);
  });

  it('an officer who has to visit a company has its address and a map on the entry’s page', async () => {
    const company = { name: 'CÔNG TY TNHH AN', registeredOn: '2025-01-01', headOfficeAddress: 'Số 1 & 3, đường A' };
    const person = {
      role: 'legal_representative' as const,
      fullName: 'Nguyễn Văn Mẫu',
      dateOfBirth: '1985-03-12',
      documentNumber: '001085000123',
    };
    const registration = { company: { enterpriseCode: CODE, ...company }, person, position: 0 };
    await storeDrop(desks.files, { file: '2025.csv', version: 'v1' });
    const from = { file: 'registrations/2025.csv', row: 7, version: 'v1' };
    await desks.companies.record([{ enterpriseCode: CODE, registration, from }], EXPIRY);
    const { body = '' } = await browser.get(pathOf(check));
    expect(body).toContain('Số 1 &amp; 3, đường A');
    expect(body).toContain('maps/search/?api=1&amp;query=S%E1%BB%91%201%20%26%203%2C%20%C4%91%C6%B0%E1%BB%9Dng%20A');
    expect((await browser.get(pathOf(correction))).body).not.toContain('maps/search');
  });

  it('the office’s worklist assigns entries to a colleague with a due day, and shows each officer their own and the late ones', async () => {
    const colleague = await desks.signedIn(['office'], 'binh');
    await colleague.get('/office/worklist');
    const give = [...chosen(expired, check), ['act', 'assign'], ['assignee', 'binh'], ['dueOn', '6/1/2026']] as const;
    expect((await send('/office/worklist', give)).statusCode).toBe(303);
    expect((await colleague.get('/office/worklist?whose=mine')).body).toContain('Việc cần làm (2)');
    expect((await browser.get('/office/worklist?whose=mine')).body).toContain('Việc cần làm (0)');
    desks.clock.now = new Date('2026-01-08T02:00:00.000Z');
    const later = await desks.signedIn(['office'], 'binh');
    expect((await later.get('/office/worklist?whose=late')).body).toContain('Quá hạn 06/01/2026');
    const past = await send('/office/worklist', [...chosen(expired), ['act', 'assign'], ['dueOn', '1/1/2026']], later);
    expect(past.statusCode).toBe(422);
  });

  it('the office’s worklist can be downloaded as a workbook by the office alone', async () => {
    const file = await browser.get('/office/worklist/book');
    expect((await textsOf(Buffer.from(file.body ?? '', 'base64')))[0]?.[0]).toBe('Mã số doanh nghiệp');
    const police = await desks.signedIn(['police']);
    for (const path of ['/office/worklist', '/office/worklist/book', '/office/corrections', pathOf(correction)]) {
      expect((await police.get(path)).statusCode).toBe(404);
    }
  });
});
