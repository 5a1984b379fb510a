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
  it.each(['', 'whsec_x', '{"secrets":[]}', '{"secrets":["short"]}', `{"secrets":["${key}","${key}","${key}"]}`])(
    'signingSecrets refuses %s and says nothing of it',
    async (held) => {
      const secrets = signingSecrets(
        async () => held,
        () => new Date(0),
      );
      await expect(secrets('arn')).rejects.toThrow(SigningSecretUnreadable);
    },
  );
});
