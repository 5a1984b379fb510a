import { beforeAll, describe, expect, it, vi } from 'vitest';
import { logger } from '#shared/runtime/log.ts';
import { flow, type FlowRun } from '#test/support/flow.ts';
import { accounts, identities, registrations } from '#test/support/sample-feeds.ts';

/** The code of the household business is its owner's personal number. */
const CODE = '033085000123';

describe('a household business whose code is its owner’s personal number', () => {
  let run: FlowRun;
  const lines: unknown[] = [];
  beforeAll(async () => {
    for (const level of ['debug', 'info', 'warn', 'error', 'critical'] as const)
      vi.spyOn(logger, level).mockImplementation((...line: unknown[]) => void lines.push(line));
    run = await flow();
    await run.drop('registrations/a.csv', registrations({ code: CODE, document: '033085000999' }));
    await run.drop('identities/a.csv', identities('033085000999,CCCD,Trần Thị Khác,01/01/1990,Nữ,BINH_THUONG,,,'));
    await run.drop('accounts/a.csv', accounts(`970436,0001112223,${CODE},,Nguyễn Văn Mẫu,033085000999,,20/03/2025,1`));
    await run.settle();
    run.clock.now = new Date('2026-02-05T03:00:00Z');
    await run.tick();
    await run.settle();
  });

  it('a household business with a personal number as its code is verified, assessed and flagged as any company', async () => {
    expect((await run.assessments.get(CODE))?.verdict).toBe('flagged');
    const queues = new Set(run.sent.map(({ queue }) => queue));
    for (const queue of ['registrations', 'companies', 'police-notices', 'dossiers', 'deliveries'] as const)
      expect(queues).toContain(queue);
  });

  it('the code of a household business is in no message, no entry of the log and no line of a function', () => {
    for (const said of [...run.sent.filter(({ queue }) => queue !== 'files'), ...run.entered, ...lines])
      expect(JSON.stringify(said)).not.toContain(CODE);
    const kinds = run.entered.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['verdict-reached', 'notice-issued']));
  });
});
