import { beforeEach, describe, expect, it } from 'vitest';
import { checkProof } from '#infra/operator/check-log.ts';
import { openCheckpoint } from '#shared/domain/transparency-log/signed-note.ts';
import { isConsistent } from '#test/support/transparency-log/is-consistent.ts';
import { textOfKey } from '#shared/domain/transparency-log/verifier-key.ts';
import { dossierEntry, noticeEntry } from '#shared/contracts/log-entries.ts';
import { verifyEd25519 } from '#shared/runtime/signing.ts';
import { bodyOf } from '#test/support/http.ts';
import { BIDV, POLICE, receiverApi, type ReceiverApi, receiverNamed, VCB } from '#test/support/receiver-api.ts';
import { cosigned, hashing, signer } from '#test/support/transparency-log/a-log.ts';
import { anEntry } from '#test/support/transparency-log/appender.ts';

let api: ReceiverApi;
beforeEach(async () => {
  api = await receiverApi();
});
const enter = async (scope: string, id: string) => {
  const notice = (await api.notices.get(receiverNamed(scope), id))!;
  await api.appended.append(
    noticeEntry(notice, 'function:5-notify-banks'),
    anEntry(1),
    dossierEntry(notice, { 'ho-so.docx': 'ab' }),
  );
};
const read = (scope: string, path: string, query = {}) => api.call({ path, scope, query });
const log = () => api.appended;

describe('the proof of a notice', () => {
  it('a proof of a notice is available, also in the feed, once the log has the entry, and can be verified alone', async () => {
    const id = await api.issue(VCB, 'account');
    expect(await read(VCB, `/v1/notices/${id}/proof`)).toMatchObject({ statusCode: 409 });
    expect(bodyOf(await read(VCB, `/v1/notices/${id}`))['proof']).toBeUndefined();
    await enter(VCB, id);
    const { proof, sequence, dossierProof } = bodyOf(await read(VCB, `/v1/notices/${id}/proof`));
    expect([sequence, dossierProof]).toEqual([1, undefined]);
    expect(checkProof(String(proof), [log().by.key])).toMatchObject({
      faults: [],
      plain: { kind: 'notice-issued', says: { noticeId: id, sequence: 1, receiver: 'bank#970436' } },
    });
    const [shown] = bodyOf(await read(VCB, '/v1/notices'))['data'] as { proof: string }[];
    expect(shown!.proof).toBe(proof);
    expect(await read(BIDV, `/v1/notices/${id}/proof`)).toMatchObject({ statusCode: 404 });
  });

  it('the police’s proof of a notice comes with that of its dossier', async () => {
    const id = await api.issue(POLICE, '0101243150');
    await enter(POLICE, id);
    const { proof, dossierProof } = bodyOf(await read(POLICE, `/v1/notices/${id}/proof`));
    expect(checkProof(String(proof), [log().by.key]).faults).toEqual([]);
    expect(checkProof(String(dossierProof), [log().by.key])).toMatchObject({
      faults: [],
      plain: { says: { 'ho-so.docx': 'ab' } },
    });
  });

  it('the log records who was shown which notices, each time before they are shown', async () => {
    const id = await api.issue(VCB, 'account');
    await api.call({ path: '/v1/notices', scope: VCB, client: 'vcb-machine' });
    await api.call({ path: `/v1/notices/${id}`, scope: VCB, client: 'a name' });
    await read(BIDV, '/v1/notices');
    expect(api.entered).toMatchObject([
      { kind: 'data-read', by: 'client:vcb-machine', says: { what: 'feed', notices: [`${id}.1`] } },
      { kind: 'data-read', by: 'client:bank#970436', says: { what: 'notice' } },
    ]);
  });
});

describe('a receiver that witnesses the log', () => {
  const witness = signer('vcb.example/witness', 'cosignature');
  const post = (scope: string, checkpoint: string) =>
    api.call({ method: 'POST', path: '/v1/log/checkpoints', scope, body: { checkpoint } });
  beforeEach(async () => {
    await api.receivers.register({ receiver: 'bank#970436', mode: 'pull', witnessKey: textOfKey(witness.key) });
  });

  it('a witness verifies that the log extends the known head and co-signs it, and proofs contain its signature', async () => {
    expect(await read(VCB, '/v1/log/checkpoint')).toMatchObject({ statusCode: 409 });
    const id = await api.issue(VCB, 'account');
    await enter(VCB, id);
    const first = bodyOf(await read(VCB, '/v1/log/checkpoint'));
    await log().append(...Array.from({ length: 300 }, (_, n) => anEntry(n + 10)));
    const next = bodyOf(await read(VCB, '/v1/log/checkpoint', { from: '3' })) as {
      checkpoint: string;
      consistency: string[];
    };
    const open = (note: unknown) => {
      const lines = String(note).split('\n');
      return { size: Number(lines[1]), root: new Uint8Array(Buffer.from(lines[2]!, 'base64')) };
    };
    const hashes = next.consistency.map((text) => new Uint8Array(Buffer.from(text, 'base64')));
    expect(isConsistent(hashing, open(first['checkpoint']), open(next.checkpoint), hashes)).toBe(true);
    expect(await post(VCB, cosigned(next.checkpoint, witness))).toMatchObject({ statusCode: 202 });
    await log().append(anEntry(1000));
    const { proof } = bodyOf(await read(VCB, `/v1/notices/${id}/proof`));
    expect(checkProof(String(proof), [log().by.key, witness.key]).head?.witnesses).toHaveLength(1);
    expect(log().check()).toMatchObject({ faults: [] });
    expect([...log().bucket.keys()]).toContain('witnessed');
    // An older one adds nothing
    expect(bodyOf(await post(VCB, cosigned(String(first['checkpoint']), witness)))).toEqual({ size: 303 });
  });

  it('a witness cannot spoil the proofs of others by signatures that nobody can verify', async () => {
    const id = await api.issue(BIDV, 'account');
    await enter(BIDV, id);
    const { checkpoint } = bodyOf(await read(VCB, '/v1/log/checkpoint')) as { checkpoint: string };
    const signed = cosigned(checkpoint, witness);
    const own = signed.split('\n').at(-2);
    const unknown = (name: string) => `\u2014 ${name} ${Buffer.alloc(68, 7).toString('base64')}\n`;
    const spoilt = `${signed}${own}\n${unknown(log().by.key.name)}${unknown('bidv.example/witness')}`;
    expect(await post(VCB, spoilt)).toMatchObject({ statusCode: 202 });
    await log().append(anEntry(1000));
    const { proof } = bodyOf(await read(BIDV, `/v1/notices/${id}/proof`));
    expect(checkProof(String(proof), [log().by.key, witness.key])).toMatchObject({ faults: [] });
    expect(new TextDecoder().decode(log().bucket.get('witnessed'))).toBe(signed);
  });

  it('the signatures of two witnesses that sign the same tree at once both stay', async () => {
    const other = signer('bidv.example/witness', 'cosignature');
    await api.receivers.register({ receiver: receiverNamed(BIDV), mode: 'pull', witnessKey: textOfKey(other.key) });
    await log().append(anEntry(1));
    const { checkpoint } = bodyOf(await read(VCB, '/v1/log/checkpoint')) as { checkpoint: string };
    const taken = await Promise.all([
      post(VCB, cosigned(checkpoint, witness)),
      post(BIDV, cosigned(checkpoint, other)),
    ]);
    expect(taken).toMatchObject([{ statusCode: 202 }, { statusCode: 202 }]);
    const head = openCheckpoint(
      (await log().log.head())?.witnessed ?? '',
      [log().by.key, witness.key, other.key],
      verifyEd25519,
    );
    expect(head).toHaveProperty('witnesses.length', 2);
  });

  it('a witness that signs the same tree again replaces its signature', async () => {
    await log().append(anEntry(1));
    const { checkpoint } = bodyOf(await read(VCB, '/v1/log/checkpoint')) as { checkpoint: string };
    const later = cosigned(checkpoint, witness, 1_700_000_060);
    for (const note of [cosigned(checkpoint, witness), later])
      expect(await post(VCB, note)).toMatchObject({ statusCode: 202 });
    expect((await log().log.head())?.witnessed).toBe(later);
  });

  it('a witness is refused where it signed nothing, signed something else, or has no registered key', async () => {
    await log().append(anEntry(1));
    const { checkpoint } = bodyOf(await read(VCB, '/v1/log/checkpoint')) as { checkpoint: string };
    expect(await post(VCB, checkpoint)).toMatchObject({ statusCode: 400 });
    expect(await post(VCB, cosigned(checkpoint.replace('\n1\n', '\n2\n'), witness))).toMatchObject({ statusCode: 400 });
    expect(await post(VCB, cosigned(checkpoint, signer('vcb.example/witness', 'cosignature')))).toMatchObject({
      statusCode: 400,
    });
    expect(await post(BIDV, cosigned(checkpoint, witness))).toMatchObject({ statusCode: 403 });
    for (const from of ['2', '-1', 'x', '01'])
      expect(await read(VCB, '/v1/log/checkpoint', { from })).toMatchObject({ statusCode: 400 });
    expect((await log().log.head())?.witnessed).toBeUndefined();
  });
});
