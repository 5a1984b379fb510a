import { describe, expect, it } from 'vitest';
import { caseFileOf } from '#shared/domain/notification/dossier/case-file.ts';
import { dossierOf } from '#shared/domain/notification/dossier/dossier.ts';
import {
  leftOutInWords,
  MOST_SHOWN,
  MOST_SHOWN_IN_ALL,
  shownRows,
} from '#shared/domain/notification/dossier/shown-rows.ts';
import type { SourcedRow } from '#shared/domain/notification/dossier/sources.ts';
import { policeNotice } from '#test/support/police-notice.ts';

const many = (count: number, file: string, more: Partial<SourcedRow> = {}): SourcedRow[] =>
  Array.from({ length: count }, (_, n) => ({
    feed: 'flows' as const,
    from: { file, version: 'v', row: n + 2 },
    ...more,
  }));
const countOf = (rows: readonly SourcedRow[], file: string) => rows.filter(({ from }) => from.file === file).length;

describe('the rows that a dossier shows', () => {
  it('all rows are shown where no sender sent too many of a kind', () => {
    const all = [...many(MOST_SHOWN, 'accounts/970436/a.csv'), ...many(MOST_SHOWN, 'accounts/970418/a.csv')];
    const { rows, leftOut } = shownRows(all);
    expect(new Set(rows)).toEqual(new Set(all));
    expect([leftOut, leftOutInWords(leftOut)]).toEqual([[], undefined]);
  });

  it('a sender of too many rows takes no place of another sender or of another kind', () => {
    const flood = many(30_000, 'accounts/970436/a.csv', { period: '2025-01' });
    const other = many(7, 'accounts/970418/z.csv', { period: '2024-01' });
    const kind = many(3, 'accounts/970436/b.csv', { feed: 'devices' });
    const { rows, leftOut } = shownRows([...flood, ...other, ...kind]);
    expect(rows).toEqual(expect.arrayContaining([...other, ...kind]));
    expect(countOf(rows, 'accounts/970436/a.csv')).toBe(MOST_SHOWN);
    expect(leftOut.map(({ feed, count }) => [feed, count])).toEqual([['flows', 29_000]]);
  });

  it('of many senders of too many rows as many of each are shown, and all of a sender of few', () => {
    const files = Array.from({ length: 24 }, (_, n) => `accounts/${970400 + n}/a.csv`);
    const few = many(3, 'activities/tax/a.csv', { feed: 'activities' });
    const { rows, leftOut } = shownRows([...files.flatMap((file) => many(MOST_SHOWN, file)), ...few]);
    const share = Math.floor((MOST_SHOWN_IN_ALL - few.length) / files.length);
    expect(files.map((file) => countOf(rows, file))).toEqual(files.map(() => share));
    expect(rows).toEqual(expect.arrayContaining(few));
    expect(leftOut.map(({ count }) => count)).toEqual(files.map(() => MOST_SHOWN - share));
  });

  it('many files of one row count like one file of many rows', () => {
    const files = Array.from({ length: 3000 }, (_, n) => many(1, `activities/tax/${n}.csv`, { feed: 'activities' }));
    expect(shownRows(files.flat()).rows).toHaveLength(MOST_SHOWN);
  });

  it('the latest rows are shown, and the same in whatever order they come', () => {
    const late = many(MOST_SHOWN, 'accounts/z.csv', { period: '2025-11' });
    const early = many(50, 'accounts/a.csv', { period: '2020-02' });
    const [one, other] = [shownRows([...early, ...late]), shownRows([...late, ...early].reverse())];
    expect(one).toEqual(other);
    expect(countOf(one.rows, 'accounts/a.csv')).toBe(0);
    expect(one.leftOut[0]?.days).toEqual({ from: '2020-02-01', to: '2020-02-29' });
  });

  it('a finding has the time of all rows that it rests on, and says how many are not shown', () => {
    const late = many(MOST_SHOWN, 'accounts/z.csv', { period: '2025-11' });
    const early = many(2345, 'accounts/a.csv', { period: '2020-02' });
    const { rows, leftOut } = shownRows([...early, ...late]);
    const company = {
      enterpriseCode: policeNotice.enterpriseCode,
      name: policeNotice.name,
      legalForm: 'TNHH1TV',
      registeredOn: '2025-03-10',
      headOfficeAddress: 'Xã Yên Mỹ, Hưng Yên',
      charterCapital: 1,
    };
    const person = {
      role: 'legal_representative' as const,
      fullName: 'Nguyễn Văn Mẫu',
      dateOfBirth: '1985-03-12',
      documentType: 'CCCD' as const,
      documentNumber: '033085009372',
    };
    const finding = { ...policeNotice.findings[0]!, code: 'FOREIGN_IP', evidence: { share: 0.4 } };
    const caseFile = caseFileOf(policeNotice, {
      owners: { members: [], declared: [] },
      signals: [],
      registrations: [{ company, person, position: 0 }],
      policeRecords: new Map(),
      phoneHolders: new Map(),
      accounts: [],
      members: new Map(),
      registersOf: new Map(),
      rows,
      leftOut,
    });
    const [found] = dossierOf({ ...policeNotice, findings: [finding] }, caseFile).findings;
    expect(found?.period).toBe('theo các dòng nguồn, từ 01/02/2020 đến 30/11/2025');
    expect(found?.sources).toBe('[1] dòng 2–1001; và 2.345 dòng khác không nêu trong hồ sơ');
  });
});
