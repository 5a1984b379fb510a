import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { flagged, VCB } from '#test/support/flagged.ts';
import { flow } from '#test/support/flow.ts';
import { listings } from '#test/support/sample-feeds.ts';

/** The writing operations of the API, each with the kind of its log entry. */
const OPERATIONS: Readonly<Record<string, { readonly body: unknown; readonly kind: string }>> = {
  '/v1/notices/{id}/acknowledgements': { body: { sequence: 1 }, kind: 'notice-acknowledged' },
  '/v1/notices/{id}/decisions': {
    body: { sequence: 1, outcome: 'acted', accountStatus: '2' },
    kind: 'decision-taken',
  },
  '/v1/notices/{id}/reviews': { body: { sequence: 1, reason: 'Khách hàng có hợp đồng' }, kind: 'review-asked' },
  '/v1/suspicious-accounts': {
    body: { bank: '970436', accountNumber: '777888999', code: 4, on: '2025-12-20' },
    kind: 'account-listed',
  },
  '/v1/test-events': { body: undefined, kind: 'connection-tested' },
  '/v1/signing-keys': { body: undefined, kind: 'key-rotated' },
  '/v1/dossiers/{id}/link': { body: undefined, kind: 'data-read' },
  // A form for files and a link to their results change nothing; the file's own reading is entered
  '/v1/files': { body: undefined, kind: '' },
  '/v1/file-results': { body: undefined, kind: '' },
  // A cosignature is stored beside the log's signed head; an entry for it would change the head again
  '/v1/log/checkpoints': { body: undefined, kind: '' },
};
/** Operations that other tests cover with their answers. */
const ELSEWHERE = new Set([
  '/v1/files',
  '/v1/file-results',
  '/v1/signing-keys',
  '/v1/dossiers/{id}/link',
  '/v1/log/checkpoints',
]);
/** The kinds of entries that the rules cause. */
const OF_RULES = /^(?:verdict-|notice-(?:issued|changed|withdrawn|expired)|dossier-|data-read)/u;

describe('a reply by the API', () => {
  it('each published writing operation is tested here', async () => {
    const published: unknown = JSON.parse(await readFile('docs/openapi.json', 'utf8'));
    const { paths } = published as { paths: Record<string, object> };
    const written = Object.keys(paths).filter((path) => 'post' in (paths[path] ?? {}));
    expect(written.toSorted()).toEqual(Object.keys(OPERATIONS).toSorted());
  });

  it.each(Object.entries(OPERATIONS).filter(([path]) => !ELSEWHERE.has(path)))(
    'a writing operation makes one entry in the log, sent once or twice: %s',
    async (path, { body, kind }) => {
      const run = await flagged();
      const [notice] = await run.feed(VCB);
      const before = run.entered.length;
      const send = async () => {
        const at = path.replace('{id}', String(notice?.['id']));
        expect(await run.call({ method: 'POST', path: at, scope: VCB, body })).toMatchObject({ statusCode: 202 });
        await run.settle();
      };
      await send();
      await send();
      const own = run.entered.slice(before).filter((entry) => !OF_RULES.test(entry.kind));
      const ids = new Set(own.map(({ id }) => id));
      expect(own.map((entry) => [entry.kind, entry.by])).toEqual(own.map(() => [kind, 'client:bank#970436']));
      expect(ids.size).toBe(1);
    },
  );
});

it('a listing by a file is entered in the log, as the same one where another file says it too', async () => {
  const run = await flow();
  for (const key of ['suspicious-accounts/a.csv', 'suspicious-accounts/b.csv']) {
    await run.drop(key, listings('970436,12345678901,5,Lừa đảo,01/12/2025'));
    await run.settle();
  }
  const own = run.entered.filter(({ kind }) => kind === 'account-listed');
  expect(new Set(own.map(({ id }) => id)).size).toBe(1);
  expect(own[0]).toMatchObject({ by: 'feed:suspicious-accounts', says: { bank: '970436', code: 5 } });
});
