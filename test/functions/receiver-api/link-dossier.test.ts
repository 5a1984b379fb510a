import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { logger } from '#shared/runtime/log.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { bodyOf } from '#test/support/http.ts';
import { POLICE, receiverApi, type ReceiverApi, VCB } from '#test/support/receiver-api.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const FILES = { 'dossier.json': sha256('json'), 'ho-so.docx': sha256('docx'), 'ring.svg': sha256('svg') };

describe('a link to a dossier', () => {
  let api: ReceiverApi;
  beforeEach(async () => {
    api = await receiverApi();
  });
  afterEach(() => void vi.restoreAllMocks());
  const lay = (noticeId: string, sequence: number) =>
    api.objects.set(
      `evidence/dossiers/0101243150/${noticeId}.${sequence}/checksums.json`,
      JSON.stringify({ algorithm: 'sha256', files: FILES }),
    );
  const ask = (scope: string, id: string, body: unknown = { form: 'docx' }) =>
    api.call({ method: 'POST', path: `/v1/dossiers/${id}/link`, scope, client: 'a-client', body });

  it.each([
    ['json', 'dossier.json'],
    ['docx', 'ho-so.docx'],
  ] as const)(
    'a link to a dossier gives the police the %s of the newest state for five minutes',
    async (form, name) => {
      const id = await api.issue(POLICE, '1');
      await api.issue(POLICE, '1', { sequence: 2 });
      lay(id, 2);
      const answer = await ask(POLICE, id, { form });
      expect(answer).toMatchObject({ statusCode: 201, headers: { 'cache-control': 'no-store' } });
      expect(bodyOf(answer)).toEqual({
        url: `https://s3.example/evidence/dossiers/0101243150/${id}.2/${name}?X-Amz-Expires=300`,
        expiresAt: '2026-03-02T08:05:00.000Z',
        sha256: FILES[name],
        sequence: 2,
      });
    },
  );

  it('a link to a dossier is given only once the dossier of that state is complete', async () => {
    const id = await api.issue(POLICE, '1');
    lay(id, 1);
    await api.issue(POLICE, '1', { sequence: 2 });
    expect(bodyOf(await ask(POLICE, id))).toMatchObject({
      status: 409,
      type: 'urn:haukiem:problem:dossier_not_written',
    });
  });

  it('a bank gets the same answer for a dossier of the police, of its own notice and of none', async () => {
    const ids = [await api.issue(POLICE, '1'), await api.issue(VCB, '1'), contentId('nowhere'), '..'];
    for (const id of ids) lay(id, 1);
    const answers = await Promise.all(ids.map((id) => ask(VCB, id)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ statusCode: 404 });
    expect(bodyOf(await ask(POLICE, contentId('nowhere')))).toEqual(bodyOf(answers[0] ?? {}));
  });

  it('the log records who asked for a link to which notice, and nothing else', async () => {
    const written = vi.spyOn(logger, 'info');
    const id = await api.issue(POLICE, '1', { content: { enterpriseCode: '0101243150', name: 'CÔNG TY SECRET' } });
    lay(id, 1);
    await ask(VCB, id);
    expect(written).not.toHaveBeenCalled();
    await ask(POLICE, id, { form: 'json' });
    expect(written.mock.calls).toEqual([
      [
        'DOSSIER_LINK_ISSUED',
        {
          code: 'DOSSIER_LINK_ISSUED',
          receiver: 'police',
          client: 'a-client',
          noticeId: id,
          sequence: 1,
          form: 'json',
        },
      ],
    ]);
  });

  it.each([{}, { form: 'svg' }, { form: '../x' }, { form: 'json', sequence: 1 }])(
    'a request for a link is refused for %j',
    async (body) => {
      const id = await api.issue(POLICE, '1');
      lay(id, 1);
      expect(await ask(POLICE, id, body)).toMatchObject({ statusCode: 400 });
    },
  );
});
