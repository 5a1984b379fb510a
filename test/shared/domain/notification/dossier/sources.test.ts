import { describe, expect, it } from 'vitest';
import { datingRows, sourceFilterOf } from '#shared/domain/notification/dossier/finding-sources.ts';
import { FEED_NAMES } from '#shared/domain/notification/dossier/feed-names.ts';
import { citeRows, numberSources, type SourcedRow } from '#shared/domain/notification/dossier/sources.ts';
import { SHARED_KINDS, type SharedKind } from '#shared/domain/risk/rings/band.ts';
import { ALL_RULES } from '#shared/domain/risk/rules/all-rules.ts';
import type { Finding } from '#shared/domain/risk/rules/finding.ts';

const row = (feed: SourcedRow['feed'], file: string, at: number, sheet?: string, kind?: string): SourcedRow => ({
  feed,
  kind,
  from: { file, row: at, version: 'v', ...(sheet && { sheet }) },
});

const ROWS: readonly SourcedRow[] = [
  row('flows', 'accounts/b.csv', 6),
  row('flows', 'accounts/b.csv', 5),
  row('flows', 'accounts/b.csv', 3),
  row('activities', 'activities/t.xlsx', 4, 'Tháng 8', 'TO_KHAI_THUE'),
  row('registrations', 'registrations/a.csv', 2),
];

const found = (code: string, evidence: Finding['evidence'] = {}) => ({ code, evidence });

const ALL_FEEDS = Object.keys(FEED_NAMES) as (keyof typeof FEED_NAMES)[];
const FEEDS_OF_TIES: Readonly<Record<SharedKind, readonly SourcedRow['feed'][]>> = {
  person: ['identities', 'registrations'],
  address: ['registrations'],
  phone: ['accounts', 'registrations'],
  email: ['registrations'],
  holder: ['accounts', 'subscribers'],
  agent: ['identities', 'registrations'],
  counterparty: ['accounts', 'counterparties'],
  device: ['accounts', 'devices'],
  invoice: ['invoice-pairs'],
};

describe('the sources of a finding in a dossier', () => {
  it('sources are numbered by file and cited row by row, sheets by their names', () => {
    const sources = numberSources(ROWS);
    expect(sources.map(({ number, file }) => `${number} ${file}`)).toEqual([
      '1 accounts/b.csv',
      '2 activities/t.xlsx',
      '3 registrations/a.csv',
    ]);
    expect(citeRows(sources, () => true)).toBe('[1] dòng 3, 5–6; [2] trang “Tháng 8”, dòng 4; [3] dòng 2');
  });

  it('two drops of one file are two sources', () => {
    const later = { ...ROWS[4]!, from: { ...ROWS[4]!.from, version: 'w' } };
    expect(numberSources([ROWS[4]!, later])).toHaveLength(2);
  });

  it('sources are the same in whatever order the rows come', () => {
    expect(numberSources([...ROWS].reverse())).toEqual(numberSources(ROWS));
  });

  it('money added up over some months cites the flows of these months, and a comparison with others cites all', () => {
    const flows = ['2025-05', '2025-06', '2025-06-14', '2025-Q3'].map((period) => ({ ...ROWS[0]!, period }));
    const cited = (code: string, evidence: Finding['evidence']) =>
      flows.filter(sourceFilterOf(found(code, evidence))).map(({ period }) => period);
    const june = { from: '2025-06', to: '2025-06' };
    expect(cited('PASS_THROUGH_AT_ONCE', june)).toEqual(['2025-06', '2025-06-14']);
    expect(cited('ACCOUNT_UNLIKE_ITSELF', june)).toHaveLength(4);
    expect(cited('FIRST_MONEY_AT_ONCE', { ...june, monthlyBefore: 5 })).toHaveLength(4);
  });

  it('a finding has the time of the rows that it rests on, not of all examined rows', () => {
    const flow = { ...ROWS[0]!, period: '2024-10' };
    const tax = { ...ROWS[3]!, period: '2024-Q3' };
    expect(datingRows(found('FOREIGN_IP'), [tax, flow])).toEqual([flow]);
    expect(datingRows(found('FOREIGN_IP'), [tax])).toEqual([tax]);
    expect(datingRows(found('A_RULE_OF_LONG_AGO'), [tax, flow])).toEqual([tax, flow]);
  });

  it('a finding about the receivers of money cites the rows that name them', () => {
    const paid = { ...row('counterparties', 'accounts/d.csv', 7), period: '2025-10' };
    for (const code of ['RECEIVERS_OF_THE_SAME_FEW', 'PAID_OUT_UNDECLARED']) {
      expect([code, [...ROWS, paid].filter(sourceFilterOf(found(code))).includes(paid)]).toEqual([code, true]);
      expect(datingRows(found(code), [...ROWS, paid])).toEqual([paid]);
    }
  });

  it.each(SHARED_KINDS)('a finding about a shared value cites the rows that have it: %s', (kind) => {
    const rows = ALL_FEEDS.map((feed) => row(feed, `${feed}.csv`, 2));
    const cited = rows.filter(sourceFilterOf(found('TIED_TO_GRAVE', { kind }))).map(({ feed }) => feed);
    expect(cited.sort()).toEqual(FEEDS_OF_TIES[kind]);
  });

  it('every rule cites fewer sources than all rows', () => {
    const rows = [...ROWS, row('devices', 'accounts/e.csv', 8)];
    const all = ALL_RULES.map(({ code }) => code).filter((code) =>
      rows.every(sourceFilterOf(found(code, { kind: 'person' }))),
    );
    expect(all).toEqual([]);
  });
});
