import { describe, expect, it } from 'vitest';
import type { Call } from '#test/support/http.ts';
import { POLICE, receiverApi, VCB } from '#test/support/receiver-api.ts';

/** Ids, cursors and keys that no program of ours gives out. */
const ODD = ['', '..', '%2e%2e', 'a'.repeat(3000), '\u0000', '__proto__', 'constructor', '#coverage', '💣'.repeat(100)];
const BODIES = [
  '',
  'null',
  '[]',
  '"x"',
  '\uFEFF{"sequence":1}',
  '{"sequence":1,"sequence":2}',
  '{"__proto__":{"sequence":1}}',
  '{"sequence":1e400}',
  '{"sequence":9007199254740993}',
  '{"sequence":1,"outcome":"acted","accountStatus":"2","observed":[3,3,3],"note":"\\u0000"}',
  '{"sequence":1,"outcome":"confirmed","decision":{"number":"=1","date":"2026-01-01"}}',
  '{"bank":"__proto__","accountNumber":"constructor","code":8,"reason":" ","on":"2026-02-30"}',
  '{"bank":"970436","accountNumber":"0011222333","code":3,"on":"2026-03-01","until":"0000-01-01"}',
  '{"bank":"970436","accountNumber":"4111111111111111","code":3,"on":"2026-03-01"}',
  '{"checkpoint":"\\u0000\\n\\n"}',
  '{"form":"__proto__"}',
  'x'.repeat(40_000),
];
const GETS = ['/v1/notices', '/v1/log/checkpoint', '/v1/questions', '/v1/deliveries'];
const GETS_OF_ID = ['notices/{}', 'notices/{}/proof', 'notices/{}/reviews', 'notices/{}/questions', 'replies/{}'];
const POSTS = ['/v1/log/checkpoints', '/v1/suspicious-accounts'];
const POSTS_OF_ID = ['notices/{}/acknowledgements', 'notices/{}/decisions', 'notices/{}/reviews', 'dossiers/{}/link'];
const HEADERS = ['k', '', 'é', ...ODD].map((key) => ({ 'idempotency-key': key, 'content-type': 'text/xml' }));
const of = (paths: readonly string[], id: string) => paths.map((path) => `/v1/${path.replace('{}', id)}`);

describe('requests that no program of ours makes', () => {
  it.each([VCB, POLICE])(
    'each one gets an answer of the published form, and none an internal failure: %s',
    async (scope) => {
      const api = await receiverApi();
      const own = await api.issue(scope, 'a');
      const calls: Call[] = [own, ...ODD.map(encodeURIComponent), ...ODD.slice(5, 8)].flatMap((id) => [
        ...[...GETS, ...of(GETS_OF_ID, id)].flatMap((path) =>
          ODD.map((odd) => ({ path, query: { cursor: odd, from: odd, before: odd } })),
        ),
        ...[...POSTS, ...of(POSTS_OF_ID, id)].flatMap((path) =>
          BODIES.map((body) => ({ method: 'POST' as const, path, body })),
        ),
      ]);
      calls.push(
        ...of(POSTS_OF_ID, own).flatMap((path) =>
          HEADERS.map((headers) => ({ method: 'POST' as const, path, headers })),
        ),
      );
      for (const call of calls) {
        // No caller is refused for calling often
        api.clock.now = new Date(api.clock.now.getTime() + 1000);
        const { statusCode } = await api.call({ scope, ...call });
        expect([call.path, call.body, statusCode]).toEqual([
          call.path,
          call.body,
          expect.toSatisfy((code: number) => code < 500),
        ]);
      }
      expect(calls.length).toBeGreaterThan(1000);
    },
  );
});
