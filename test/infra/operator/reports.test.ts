import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readCases, locateCases } from '#infra/operator/dossier-cases.ts';
import { exportCases, parseExportArguments } from '#infra/operator/export.ts';
import { ledgerOfFolder } from '#infra/operator/ledger-of-folder.ts';
import { parseReportCall } from '#infra/operator/report.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import type { OutcomeFact } from '#shared/domain/outcomes/outcome-fact.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { policeNotice } from '#test/support/police-notice.ts';
import { yearOfOutcomes } from '#test/support/year-of-outcomes.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = temporaryFolder('reports');
});
const writeFacts = (facts: readonly OutcomeFact[]) =>
  writeFile(join(folder, 'facts.jsonl'), facts.map((fact) => `${JSON.stringify(fact)}\n`).join(''));
const read = () => Array.fromAsync(ledgerOfFolder(folder)!.cases('2025-01-01', '2025-12-31'));

describe('the command that makes a report', () => {
  it('the report command accepts two real days, the earlier first, and only known kinds', () => {
    const days = ['--from', '2025-01-01', '--to', '2025-06-30'];
    expect(parseReportCall(days)).toMatchObject({ kind: 'ad-hoc', period: { from: '2025-01-01', to: '2025-06-30' } });
    expect(parseReportCall([...days, '--kind', '6-months', '--for', '970436'])).toMatchObject({ sender: '970436' });
    for (const words of [
      [],
      ['--from', '2025-02-30', '--to', '2025-06-30'],
      ['--from', '2025-07-01', '--to', '2025-06-30'],
      [...days, '--kind', 'weekly'],
      [...days, '--unknown', 'x'],
    ])
      expect(parseReportCall(words)).toBeUndefined();
  });

  it('the report command reads a ledger one company at a time', async () => {
    const cases = [...yearOfOutcomes(20)];
    await writeFacts(cases.flat());
    expect(await read()).toEqual(JSON.parse(JSON.stringify(cases)));
  });

  it('the report command names a ledger’s line that is no fact or out of order', async () => {
    const [one = [], other = []] = [...yearOfOutcomes(2)];
    await writeFacts([...other, ...one]);
    await expect(read()).rejects.toThrow(/không còn xếp theo mã doanh nghiệp/u);
    await writeFile(join(folder, 'facts.jsonl'), '{"caseId":1}\n');
    await expect(read()).rejects.toThrow(/dòng 1: không phải một sự việc/u);
    await writeFile(join(folder, 'facts.jsonl'), 'no json\n');
    await expect(read()).rejects.toThrow(/dòng 1: không phải một sự việc/u);
    expect(ledgerOfFolder(join(folder, 'nowhere'))).toBeUndefined();
  });
});

describe('the command that exports cases', () => {
  const write = async (name: string, notice: object) => {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'dossier.json'), JSON.stringify({ notice }));
  };

  it('the export command needs to know the officer, the form, and one choice of cases', () => {
    const who = ['--form', 'ftm', '--officer', 'subject-police'];
    expect(parseExportArguments([...who, '--case', '0900000011'])).toMatchObject({ form: 'ftm', case: '0900000011' });
    for (const words of [
      who,
      ['--form', 'ftm', '--case', '1'],
      [...who, '--case', '1', '--ring', '2'],
      [...who, '--from', '2025-01-01'],
      ['--form', 'goaml', '--officer', 'x', '--case', '1'],
      ['--form', 'ftm', '--officer', 'Nguyễn Văn A', '--case', '1'],
    ])
      expect(parseExportArguments(words)).toBeUndefined();
  });

  it('the export command selects the newest state of each case by company, ring or day', async () => {
    await write('0900000011/abc.1', { ...policeNotice, sequence: 1 });
    await write('0900000011/abc.12', { ...policeNotice, sequence: 12 });
    await write('0900000022/def.1', { ...policeNotice, enterpriseCode: '0900000022', issuedOn: '2024-01-01' });
    const sequences = async (chosen: Parameters<typeof locateCases>[1]) =>
      (await Array.fromAsync(readCases(await locateCases(folder, chosen)))).map(({ notice }) => notice.sequence);
    expect(await sequences({ of: 'case', code: '0900000011' })).toEqual([12]);
    expect(await sequences({ of: 'ring', code: '0900000022' })).toEqual([1]);
    expect(await sequences({ of: 'period', from: '2025-12-01', to: '2025-12-31' })).toEqual([12]);
    await writeFile(join(folder, '0900000033.json'), JSON.stringify({ notice: { ...policeNotice, sequence: 3 } }));
    expect(await sequences({ of: 'case', code: '0900000033' })).toEqual([3]);
    expect(await locateCases(join(folder, 'nowhere'), { of: 'case', code: '1' })).toEqual([]);
  });

  it('the export command logs the request before it reads a case, and the cases before it writes them', async () => {
    await write('0900000011/abc.2', { ...policeNotice, sequence: 2 });
    await mkdir(join(folder, '0900000022', 'def.1'), { recursive: true });
    await writeFile(join(folder, '0900000022', 'def.1', 'dossier.json'), 'broken');
    const entered: LogEntry[] = [];
    const enter = async (entries: readonly LogEntry[]) => void entered.push(...entries);
    const out = join(folder, 'out.jsonl');
    const asked = { form: 'ftm', officer: 'an', dossiers: folder } as const;
    await expect(exportCases({ ...asked, from: '2025-12-01', to: '2025-12-31' }, enter, out)).rejects.toThrow(
      SyntaxError,
    );
    expect(entered.map(({ says }) => says)).toMatchObject([
      { what: 'export ftm asked: 2025-12-01 - 2025-12-31', notices: [] },
    ]);
    expect(await exportCases({ ...asked, case: '0900000011' }, enter, out)).toBe(1);
    expect(entered.map(({ says, by }) => [by, says['notices']]).slice(1)).toEqual([
      ['officer:an', []],
      ['officer:an', ['abc.2']],
    ]);
    expect(await exportCases({ ...asked, ring: '0900000099', dossiers: join(folder, 'none') }, enter, out)).toBe(0);
    expect(JSON.stringify(entered)).not.toContain('0900000099');
  });

  it('the log of an export from a folder names notices and no code, which may be a household owner’s number', async () => {
    const owner = '033085000123';
    await writeFile(join(folder, `${owner}.json`), JSON.stringify({ notice: { ...policeNotice, sequence: 3 } }));
    const entered: LogEntry[] = [];
    const enter = async (entries: readonly LogEntry[]) => void entered.push(...entries);
    const asked = { form: 'ftm', officer: 'an', dossiers: folder, case: owner } as const;
    expect(await exportCases(asked, enter, join(folder, 'out.jsonl'))).toBe(1);
    expect(entered.at(-1)?.says['notices']).toEqual([noticeIdOf('police', owner)]);
    expect(JSON.stringify(entered)).not.toContain(owner);
  });
});
