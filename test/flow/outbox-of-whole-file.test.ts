import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, it } from 'vitest';
import { flow } from '#test/support/flow.ts';
import { code, flows, registrations } from '#test/support/sample-feeds.ts';
import { workbookOf } from '#test/support/workbook.ts';

const WHY = 'không dòng nào của tệp này và của các lần gửi trước cùng tên được tính';

async function leftOut(key: string, content: string | Buffer) {
  const run = await flow();
  await run.drop(key, content);
  await run.settle();
  await run.release(key, 'none');
  await run.settle();
  expect(run.receipt(key)).toMatchObject({ accepted: 0, error: { code: 'left_out' } });
  return (path: string) => run.objects.get(path)?.toString() ?? '';
}

describe('the outbox of a file that is left out as a whole', () => {
  it('the tables of a text file say in one line why no row counts, because no single row is at fault', async () => {
    const read = await leftOut('accounts/970436/2025-10.csv', flows('970436,00112,2025-10,1,1,1,1'));
    for (const path of [
      'outbox/970436/2025-10.csv.rejected.csv',
      'outbox/970436/2025-10.csv.marked.csv',
      'receipts/accounts/970436/2025-10.csv.rejected.csv',
    ]) {
      const [heading, line, ...others] = read(path).trimEnd().split('\n');
      expect(heading).toBe('\uFEFFrow,column,code,message,value');
      expect(line).toMatch(/^,,left_out,/u);
      expect(line).toContain(WHY);
      expect(others).toEqual([]);
    }
  });

  it('a file whose rows were rejected before still lists those rows', async () => {
    const rows = ['970436,00111,2025-13,1,1,1,1', '970436,00112,2025-10,1,1,1,1', '970436,00113,2025-10,1,1,1,1'];
    const read = await leftOut('accounts/970436/2025-10.csv', flows(...rows));
    expect(read('outbox/970436/2025-10.csv.rejected.csv')).toMatch(/^2,Kỳ,period,/mu);
  });

  it('a workbook comes back as one line with the reason', async () => {
    const lines = registrations({ code: code(1) }).split('\n');
    const cells = lines.map((line) =>
      line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/u).map((one) => one.replaceAll('"', '')),
    );
    const run = await flow();
    await run.drop('registrations/a.xlsx', await workbookOf(cells));
    await run.settle();
    await run.release('registrations/a.xlsx', 'none');
    await run.settle();
    const book = new Workbook();
    await book.xlsx.load(run.objects.get('outbox/registrations/a.xlsx.rejected.xlsx') ?? Buffer.alloc(0));
    const [sheet] = book.worksheets;
    expect(sheet?.name).toBe('Dòng bị từ chối');
    expect(JSON.stringify(sheet?.getRow(2).values)).toContain(WHY);
  });
});
