import { X509Certificate } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { thumbprintOf } from '#shared/runtime/thumbprint.ts';
import { CERTIFICATE_A, CERTIFICATE_B } from '#test/support/certificates.ts';
import { bodyOf, type Call } from '#test/support/http.ts';
import { BIDV, receiverApi, type ReceiverApi, VCB } from '#test/support/receiver-api.ts';

const [a = '', b = ''] = [CERTIFICATE_A, CERTIFICATE_B].map(thumbprintOf);

it('a thumbprint is the SHA-256 of the certificate itself', () => {
  const hexadecimal = Buffer.from(a, 'base64url').toString('hex').toUpperCase();
  expect(hexadecimal).toBe(new X509Certificate(CERTIFICATE_A).fingerprint256.replaceAll(':', ''));
  expect(thumbprintOf('-----BEGIN CERTIFICATE-----')).toBeUndefined();
});

describe('the certificate of a caller', () => {
  let api: ReceiverApi;
  beforeEach(async () => {
    api = await receiverApi({ certificates: true });
    const bank = { mode: 'pull', url: undefined, secretArn: undefined } as const;
    await api.receivers.register({ ...bank, receiver: 'bank#970436', clientId: 'vcb', certificates: [a] });
    await api.receivers.register({ ...bank, receiver: 'bank#970418', clientId: 'bidv', certificates: [b] });
  });
  const statusOf = async (call: Partial<Call>) => {
    const answer = await api.call({ path: '/v1/notices', ...call });
    return answer.statusCode === 200 ? 200 : bodyOf(answer)['type'];
  };
  const REFUSED = 'urn:haukiem:problem:certificate_not_bound';

  it('a token is refused without the certificate of its own client', async () => {
    const own = { scope: VCB, client: 'vcb' };
    expect(await statusOf({ ...own, certificate: CERTIFICATE_A })).toBe(200);
    expect(await statusOf(own)).toBe(REFUSED);
    expect(await statusOf({ ...own, certificate: CERTIFICATE_B })).toBe(REFUSED);
    expect(await statusOf({ ...own, certificate: 'not a certificate' })).toBe(REFUSED);
    expect(await statusOf({ scope: VCB, client: 'bidv', certificate: CERTIFICATE_A })).toBe(REFUSED);
    expect(await statusOf({ scope: VCB, certificate: CERTIFICATE_A })).toBe(REFUSED);
    expect(await statusOf({ scope: BIDV, client: 'bidv', certificate: CERTIFICATE_A })).toBe(REFUSED);
  });

  it('a receiver without a registered certificate is refused with any certificate', async () => {
    const police = { scope: 'receiver/police', client: 'police', certificate: CERTIFICATE_A };
    expect(await statusOf(police)).toBe(REFUSED);
    const entered = { receiver: 'police', mode: 'pull', url: undefined, secretArn: undefined } as const;
    await api.receivers.register({ ...entered, clientId: 'police', certificates: undefined });
    expect(await statusOf(police)).toBe(REFUSED);
  });

  it('both certificates of a receiver are accepted during a change, and the old one is refused after its removal', async () => {
    const own = { scope: VCB, client: 'vcb' };
    const entry = { receiver: 'bank#970436', mode: 'pull', url: undefined, secretArn: undefined } as const;
    await api.receivers.register({ ...entry, clientId: 'vcb', certificates: [b, a] });
    for (const certificate of [CERTIFICATE_A, CERTIFICATE_B]) {
      expect(await statusOf({ ...own, certificate })).toBe(200);
    }
    await api.receivers.register({ ...entry, clientId: 'vcb', certificates: [b] });
    expect(await statusOf({ ...own, certificate: CERTIFICATE_A })).toBe(REFUSED);
  });
});
