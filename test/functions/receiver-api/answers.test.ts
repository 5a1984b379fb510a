import { afterEach, describe, expect, it, vi } from 'vitest';
import { logger } from '#shared/runtime/log.ts';
import { bodyOf } from '#test/support/http.ts';
import { receiverApi, VCB } from '#test/support/receiver-api.ts';

describe('a call with an internal error', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('a call that fails inside is answered as published, and neither answer nor log repeats its content', async () => {
    const api = await receiverApi();
    const noticeId = await api.issue(VCB, '0011');
    const failed = vi.spyOn(logger, 'error').mockImplementation(() => {});
    vi.spyOn(api.notices, 'get').mockRejectedValueOnce(new RangeError('account 0011 of NGUYỄN VĂN AN'));
    const call = { path: `/v1/notices/${noticeId}`, scope: VCB };
    const answer = await api.call(call);
    expect(answer).toMatchObject({
      statusCode: 500,
      headers: { 'cache-control': 'no-store', 'content-type': 'application/problem+json; charset=utf-8' },
    });
    expect(bodyOf(answer)).toEqual({
      type: 'urn:haukiem:problem:failed',
      title: 'Hệ thống gặp lỗi, hãy gọi lại.',
      status: 500,
    });
    const place = expect.stringMatching(/^[\w.:< -]+$/u);
    expect(failed.mock.calls).toEqual([['REQUEST_FAILED', { code: 'REQUEST_FAILED', error: 'RangeError', place }]]);
    expect(await api.call(call)).toMatchObject({ statusCode: 200 });
  });
});
