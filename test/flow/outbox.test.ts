import { Receipt } from '#shared/contracts/receipt.ts';
import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, it } from 'vitest';
import { flow, type FlowRun } from '#test/support/flow.ts';
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
    const back = run.objects.get('outbox/registrations/2025-01.xlsx.json')?.toString() ?? '{}';
    const { rejectedFirst, ...receipt } = Receipt.parse(JSON.parse(back));
    expect(receipt).toEqual(run.receipt('registrations/2025-01.xlsx'));
    expect(rejectedFirst).toMatchObject([{ row: 3, message: expect.stringContaining('ký tự hỏng') }]);
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

  describe('whoever sees that a file was read finds its results', () => {
    const key = 'registrations/a.csv';
    const faulty = `${heading}\n${row}\n${row.replace(code(1), '123')}\n`;
    const results = (run: FlowRun) =>
      new Map(
        [...run.objects]
          .filter(([name]) => /^(?:outbox|receipts)\//u.test(name))
          .map(([name, bytes]) => [name, String(bytes)]),
      );

    const verdictIn = async (run: FlowRun) => (await run.assessments.of([code(1)])).get(code(1))?.verdict;

    const afterAFile = async (point?: string, atIt?: (run: FlowRun) => Promise<void> | void) => {
      const run = await flow();
      await run.drop(key, faulty);
      if (point !== undefined) run.at(point, () => atIt?.(run));
      await run.settle();
      expect(run.notPassed()).toEqual([]);
      return run;
    };

    it('they are written before the drop ends', async () => {
      const seen: unknown[] = [];
      const run = await afterAFile('after a drop ends', (now) => void seen.push(results(now)));
      expect(seen).toEqual([results(run)]);
      expect(results(run)).toHaveProperty('size', 5);
    });

    it.each(['before a drop ends', 'after a drop ends'])(
      'a reader that is killed %s leaves them for the next',
      async (point) => {
        const calm = await afterAFile();
        const run = await afterAFile(point, () => {
          throw new Error('killed');
        });
        expect(results(run)).toEqual(results(calm));
        expect(await verdictIn(run)).toEqual(await verdictIn(calm));
      },
    );

    it('a decision in the moment between has the last word in them', async () => {
      const run = await afterAFile('before a drop ends', async (now) => {
        await now.release(key, 'none');
        await now.work('files');
      });
      expect(run.receipt(key)).toMatchObject({ accepted: 0, error: { code: 'left_out' } });
      expect(results(run).get(`outbox/${key}.json`)).toContain('left_out');
    });

    it('they are those of the newest drop, although an earlier one is read to its end later', async () => {
      const run = await flow();
      await run.drop(key, faulty);
      const [first] = run.waiting.get('files') ?? [];
      run.waiting.set('files', []);
      await run.drop(key, `${heading}\n${row}\n`);
      await run.settle();
      const ofNewest = results(run);
      if (first) run.waiting.set('files', [first]);
      await run.settle();
      expect(results(run)).toEqual(ofNewest);
    });
  });
});
