import { beforeEach, expect, it } from 'vitest';
import { CALLS_A_MINUTE } from '#shared/contracts/api-limits.ts';
import { bodyOf } from '#test/support/http.ts';
import { BIDV, receiverApi, type ReceiverApi, VCB } from '#test/support/receiver-api.ts';

let api: ReceiverApi;
beforeEach(async () => {
  api = await receiverApi();
});
const read = (scope: string) => api.call({ path: '/v1/notices', scope });

it('a receiver’s calls beyond its minute are refused, and no other receiver’s', async () => {
  for (let n = 0; n < CALLS_A_MINUTE; n += 1) expect((await read(VCB)).statusCode).toBe(200);
  for (let n = 0; n < 3; n += 1) {
    const refused = await read(VCB);
    expect(refused).toMatchObject({ statusCode: 429, headers: { 'retry-after': '60' } });
    expect(bodyOf(refused)).toMatchObject({ type: 'urn:haukiem:problem:too_many_calls' });
  }
  expect((await read(BIDV)).statusCode).toBe(200);
  api.clock.now = new Date(api.clock.now.getTime() + 60_000);
  expect((await read(VCB)).statusCode).toBe(200);
});
