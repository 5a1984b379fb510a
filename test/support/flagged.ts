import { expect } from 'vitest';
import { flow } from './flow.ts';
import { bodyOf, type Call, httpEvent } from './http.ts';
import { expectAsPublished } from './published.ts';
import { accounts, code, identities, registrations } from './sample-feeds.ts';
import { lambdaContext } from './sqs.ts';

export const POLICE = 'receiver/police';
export const VCB = 'receiver/bank.970436';
export const stolen = { code: code(1), person: 'Trần Thị Kẻ Gian', born: '01/01/1990', document: '033085000123' };
/** The row of its account in the bank's register. */
export const STOLEN_ACCOUNT = `970436,0001112223,${stolen.code},CÔNG TY TNHH MẪU,${stolen.person},${stolen.document},0912345678,20/01/2025,1`;

/** A flagged company whose account is at Vietcombank, and everything that was sent to its receivers. */
export async function flagged(options: Parameters<typeof flow>[0] = {}) {
  const run = await flow(options);
  await run.drop('registrations/a.csv', registrations(stolen));
  await run.drop('identities/a.csv', identities('033085000123,CCCD,Nguyễn Văn Nạn Nhân,12/03/1985,Nam,BINH_THUONG,,,'));
  await run.drop('accounts/a.csv', accounts(STOLEN_ACCOUNT));
  await run.settle();
  const call = async (asked: Call) => {
    const answer = await run.api(httpEvent(asked), lambdaContext());
    expectAsPublished(asked, answer);
    return answer;
  };
  const feed = async (scope: string): Promise<Record<string, unknown>[]> => {
    run.clock.now = new Date(run.clock.now.getTime() + 10_000);
    const page = bodyOf(await call({ path: '/v1/notices', scope }));
    return page['data'] as Record<string, unknown>[];
  };
  const reply = async (scope: string, path: string, body: unknown) => {
    const answer = await call({ method: 'POST', path, scope, body });
    expect(answer).toMatchObject({ statusCode: 202 });
    await run.settle();
  };
  const decide = async (scope: string, decision: Record<string, unknown>) => {
    const [notice] = await feed(scope);
    await reply(scope, `/v1/notices/${String(notice?.['id'])}/decisions`, {
      sequence: notice?.['sequence'],
      ...decision,
    });
  };
  const morning = async (day: string) => {
    run.clock.now = new Date(`${day}T00:00:00Z`);
    await run.tick();
    await run.settle();
    run.clock.now = new Date(run.clock.now.getTime() + 900_000);
    await run.settle();
  };
  return { ...run, call, feed, reply, decide, morning };
}
