import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, it } from 'vitest';
import { flow } from '#test/support/flow.ts';
import { code, flows, registrations } from '#test/support/sample-feeds.ts';
import { workbookOf } from '#test/support/workbook.ts';

const [heading = '', row = ''] = registrations({ code: code(1) }).split('\n');
const cells = (line: string) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/u).map((cell) => cell.replaceAll('"', ''));

describe('the outbox of a sender', () => {
  it('a sender’s outbox has its receipt, and its workbook with reasons beside the faulty rows', async () => {
    const run = await flow();
    const bad = cells(row).with(1, 'Nguye?̃n Co?ng Huy');
    await run.drop('registrations/2025-01.xlsx', await workbookOf([cells(heading), cells(row), bad]));
    await run.settle();
    expect(JSON.parse(run.objects.get('outbox/registrations/2025-01.xlsx.json')?.toString() ?? '{}')).toEqual(
      run.receipt('registrations/2025-01.xlsx'),
    );
    const book = new Workbook();
    await book.xlsx.load(run.objects.get('outbox/registrations/2025-01.xlsx.rejected.xlsx') ?? Buffer.alloc(0));
    const sheet = book.worksheets[0];
    const last = cells(heading).length + 1;
    expect(sheet?.getRow(1).getCell(last).value).toBe('Lý do bị từ chối');
    expect(String(sheet?.getRow(3).getCell(last).value)).toContain('ký tự hỏng');
    expect(JSON.stringify(sheet?.getCell('B3').fill)).toContain('F4B6B6');
    expect(JSON.stringify(sheet?.getCell('B2').fill ?? {})).not.toContain('F4B6B6');
  });

  it('a bank’s outbox is under its BIN, and a text file is returned as a table', async () => {
    const run = await flow();
    await run.drop(
      'accounts/970436/2025-10.csv',
      flows('970436,00111,2025-13,1,1,1,1', '970436,00112,2025-10,1,1,1,1'),
    );
    await run.settle();
    expect(run.objects.has('outbox/970436/2025-10.csv.json')).toBe(true);
    expect(run.objects.get('outbox/970436/2025-10.csv.rejected.csv')?.toString()).toMatch(
      /^\uFEFFrow,column[^]*2,Kỳ,period/u,
    );
    expect(
      [...run.objects.keys()]
        .filter((key) => key.startsWith('outbox/'))
        .every((key) => key.startsWith('outbox/970436/')),
    ).toBe(true);
  });

  it('a csv file is returned with its own delimiter and a column of reasons, and is accepted once it is corrected', async () => {
    const run = await flow();
    const semicolons = (line: string) => cells(line).join(';');
    const sent = [semicolons(heading), semicolons(row), semicolons(row.replace(code(1), '123'))].join('\r\n');
    await run.drop('registrations/Tháng 1.csv', sent);
    await run.settle();
    const back = run.objects.get('outbox/registrations/Tháng 1.csv.marked.csv')?.toString() ?? '';
    const [first = '', good = '', bad = ''] = back.split('\n');
    expect(first).toBe(`\uFEFF${semicolons(heading)};Lý do bị từ chối`);
    expect(good).toBe(`${semicolons(row)};`);
    expect(bad).toMatch(/^123;.*;"?Mã số doanh nghiệp: .+/u);
    await run.drop('registrations/Tháng 1.csv', back.replace('\n123;', `\n${code(2)};`));
    await run.settle();
    const left = [...run.objects.keys()].filter((key) => key.startsWith('outbox/registrations/Tháng 1.csv'));
    expect(left).toEqual(['outbox/registrations/Tháng 1.csv.json']);
    await run.drop('registrations/Tháng 1 (sửa).csv', back.replace('\n123;', `\n${code(2)};`));
    await run.settle();
    expect(run.receipt('registrations/Tháng 1 (sửa).csv')).toMatchObject({ accepted: 2, rejected: 0 });
  });
});
