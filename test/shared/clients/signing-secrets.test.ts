import { describe, expect, it } from 'vitest';
import { FIRST_KEY, keptSigningKeys } from '#test/support/signing-keys.ts';
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
      async () => JSON.stringify({ secrets: [other, key], changedAt }),
      () => now,
    );
    expect(await secrets('arn')).toEqual([other, key]);
    now = new Date('2026-01-06T00:05:00.000Z');
    expect(await secrets('arn')).toEqual([other]);
  });

  it('each of several changes at once has the same key, and the key before signs for the day that all were told', async () => {
    const { read, signingKeys, keys } = keptSigningKeys();
    const at = new Date('2026-01-05T00:00:00.000Z');
    const told = await Promise.all([1, 2, 3, 4].map(() => signingKeys.change('arn', at)));
    expect(new Set(told.map(({ key: one }) => one)).size).toBe(1);
    expect(told[0]?.formerUntil).toBe('2026-01-06T00:00:00.000Z');
    expect(keys).toHaveLength(1);
    const signedAt = (instant: string) => signingSecrets(read, () => new Date(instant))('arn');
    expect(await signedAt('2026-01-05T23:59:59.999Z')).toEqual([told[0]?.key, FIRST_KEY]);
    expect(await signedAt('2026-01-06T00:00:00.000Z')).toEqual([told[0]?.key]);
    const next = await signingKeys.change('arn', new Date('2026-01-06T00:00:00.000Z'));
    expect(await signedAt('2026-01-06T00:00:01.000Z')).toEqual([next.key, told[0]?.key]);
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
