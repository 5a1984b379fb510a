import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { differingAfterRedrive, wrongSequences } from './after-redrive.ts';

const notice = (sequence: number, level = 'act') => `{"id":"n","sequence":${sequence},"level":"${level}"}`;
const results = (banks: string, ...facts: string[]) =>
  new Map([
    ['notices/banks/970436.jsonl', banks],
    ['ledger/facts.jsonl', facts.join('\n')],
  ]);
const calm = results(notice(1), notice(1));

const ledgerOf = (...states: readonly (readonly [sequence: number, at: string])[]) => {
  const out = temporaryFolder('after-redrive');
  mkdirSync(join(out, 'ledger'));
  const lines = states.map(([sequence, at]) =>
    JSON.stringify({ kind: 'notified', at, receiver: 'bank#970436', noticeId: 'n', sequence }),
  );
  writeFileSync(join(out, 'ledger', 'facts.jsonl'), lines.join('\n'));
  return out;
};

describe('the results after dead letters were moved back', () => {
  it('a notice that was changed by what a dead letter said is the same notice', () => {
    const redriven = results(notice(2), notice(1, 'watch'), notice(2));
    expect(differingAfterRedrive(calm, redriven)).toEqual([]);
  });

  it.each([
    ['another content', results(notice(2, 'watch'), notice(1))],
    ['a missing fact', results(notice(1), notice(1, 'watch'))],
    ['a missing file', new Map([['ledger/facts.jsonl', notice(1)]])],
  ])('%s is a difference', (_what, redriven) => {
    expect(differingAfterRedrive(calm, redriven)).toHaveLength(1);
  });

  const dossier = (sequence: number, level: string, laws: readonly string[], updates: readonly string[] = []) =>
    JSON.stringify({
      notice: { id: 'n', sequence, level, ...(sequence > 1 && { changedOn: '2026-11-30' }) },
      timeline: ['Đăng ký doanh nghiệp', ...updates].map((what) => ({ what })),
      legalBases: laws,
    });
  const dossiers = (json: string, docx = json) =>
    new Map([
      ['dossiers/n.json', json],
      ['dossiers/n.docx', docx],
    ]);
  const calmDossier = dossiers(dossier(1, 'act', ['Nghị định số 13']));

  it('a dossier of a changed notice names the update and the laws of that day', () => {
    const changed = dossier(2, 'act', ['Luật 91', 'Nghị định số 13'], ['Cập nhật thông báo (bản số 2)']);
    expect(differingAfterRedrive(calmDossier, dossiers(changed))).toEqual([]);
  });

  it.each([
    ['another level', dossiers(dossier(2, 'watch', []))],
    ['another event', dossiers(dossier(2, 'act', [], ['Rút thông báo']))],
    ['another law of the same state', dossiers(dossier(1, 'act', ['Luật 91']))],
  ])('%s in a dossier is a difference', (_what, redriven) => {
    expect(differingAfterRedrive(calmDossier, redriven)).toHaveLength(2);
  });

  it('a printed dossier that differs from the same dossier is a difference', () => {
    const [json = ''] = calmDossier.values();
    expect(differingAfterRedrive(calmDossier, dossiers(json, 'another'))).toEqual(['dossiers/n.docx']);
  });

  it('each notice has every sequence once, in the order of time', () => {
    const [first, second] = ['2026-01-05T03:00:00.000Z', '2026-01-05T03:01:00.000Z'];
    expect(wrongSequences(ledgerOf([2, second], [1, first]))).toEqual([]);
    expect(wrongSequences(ledgerOf([1, second], [2, first]))).toEqual(['bank#970436 n: 2, 1']);
    expect(wrongSequences(ledgerOf([1, first], [1, second]))).toEqual(['bank#970436 n: 1, 1']);
    expect(wrongSequences(ledgerOf([2, first]))).toEqual(['bank#970436 n: 2']);
  });
});
