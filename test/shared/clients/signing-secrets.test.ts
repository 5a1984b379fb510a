import { describe, expect, it } from 'vitest';
import { SigningSecretUnreadable, signingSecrets } from '#shared/clients/signing-secrets.ts';

const key = `whsec_${'A'.repeat(43)}=`;
const other = `whsec_${'B'.repeat(43)}=`;

describe('signingSecrets', () => {
  it('signingSecrets reads a changed key within five minutes, and not each time', async () => {
    let now = 0;
    const held = [[key], [other, key]];
    let reads = 0;
    const secrets = signingSecrets(
      async () => JSON.stringify({ secrets: held[reads++] }),
      () => new Date(now),
    );
    expect(await secrets('arn')).toEqual([key]);
    now = 299_000;
    expect(await secrets('arn')).toEqual([key]);
    now = 300_000;
    expect(await secrets('arn')).toEqual([other, key]);
    expect(reads).toBe(2);
  });
  it('signingSecrets lets the key before a change sign beside the new one for a day', async () => {
    const changedAt = '2026-01-05T00:00:00.000Z';
    let now = new Date('2026-01-05T23:59:59.000Z');
    const secrets = signingSecrets(
      async (_, stage) =>
        JSON.stringify(stage === 'AWSPREVIOUS' ? { secrets: [key] } : { secrets: [other], changedAt }),
      () => now,
    );
    expect(await secrets('arn')).toEqual([other, key]);
    now = new Date('2026-01-06T00:05:00.000Z');
    expect(await secrets('arn')).toEqual([other]);
  });

  it.each(['', 'whsec_x', '{"secrets":[]}', '{"secrets":["short"]}', `{"secrets":["${key}","${key}","${key}"]}`])(
    'signingSecrets refuses %s without repeating it',
    async (held) => {
      const secrets = signingSecrets(
        async () => held,
        () => new Date(0),
      );
      await expect(secrets('arn')).rejects.toThrow(SigningSecretUnreadable);
    },
  );
});
