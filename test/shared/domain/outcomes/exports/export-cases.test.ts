import { describe, expect, it } from 'vitest';
import type { ExportedCase } from '#shared/domain/outcomes/exports/exported-case.ts';
import { ringLinks } from '#shared/domain/outcomes/exports/ring-links.ts';
import { exportLines, ringBook } from '#shared/use-cases/exports/export-cases.ts';
import { OwnershipStatement } from '#test/support/exports/ownership-form.ts';
import { CODE, OTHER, ringCase } from '#test/support/exports/ring-case.ts';
import { policeNotice } from '#test/support/police-notice.ts';

async function* cases(...all: readonly ExportedCase[]) {
  yield* all;
}
const text = async (lines: AsyncIterable<string>) => (await Array.fromAsync(lines)).join('');

describe('an export', () => {
  it('an export writes each entity of several cases once, on its own line', async () => {
    const single = await text(exportLines(cases(ringCase), 'ftm', '2026-01-05'));
    expect(await text(exportLines(cases(ringCase, ringCase), 'ftm', '2026-01-05'))).toBe(single);
    for (const line of single.trimEnd().split('\n')) expect(JSON.parse(line)).toHaveProperty('schema');
  });

  it.each(['2025-11-03', '2024-11-03'])('an export updates a record of an earlier case: %s', async (amendedOn) => {
    const { caseFile } = ringCase;
    if (!caseFile) throw new Error('no case file');
    const later = { ...caseFile, registration: { ...caseFile.registration, amendedOn } };
    const lines = await text(exportLines(cases(ringCase, { ...ringCase, caseFile: later }), 'bods', '2026-01-05'));
    const statements = lines
      .trimEnd()
      .split('\n')
      .map((line) => OwnershipStatement.parse(JSON.parse(line)));
    const seen = new Map<string, string>();
    for (const { recordId, recordStatus, statementDate } of statements) {
      expect(recordStatus).toBe(seen.has(recordId) ? 'updated' : 'new');
      expect(statementDate >= (seen.get(recordId) ?? '')).toBe(true);
      seen.set(recordId, statementDate);
    }
    expect(seen.size).toBe(statements.length / 2);
  });

  it('an export gives the links of a ring as lines and as a workbook', async () => {
    expect(ringLinks(ringCase)).toMatchObject([
      { number: 1, kind: 'Số điện thoại', values: ['0912345678'], enterpriseCode: CODE },
      { number: 1, enterpriseCode: OTHER, name: 'CÔNG TY KHÁC' },
    ]);
    expect((await ringBook(cases(ringCase))).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    expect(ringLinks({ notice: policeNotice })).toEqual([]);
  });
});
