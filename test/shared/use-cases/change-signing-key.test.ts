import { expect, it } from 'vitest';
import { keptSigningKeys } from '#test/support/signing-keys.ts';
import { changeSigningKey } from '#shared/use-cases/change-signing-key.ts';

it('a receiver’s signing key is changed only once the log has an entry of it', async () => {
  const registered = { receiver: 'bank#970436', mode: 'push', url: 'https://bank.example', secretArn: 'arn' } as const;
  const { keys, signingKeys } = keptSigningKeys();
  const ports = {
    receivers: { get: async () => registered },
    signingKeys,
    now: () => new Date('2026-03-02T08:00:00.000Z'),
  };
  const enter = async () => {
    throw new Error('no queue');
  };
  const asked = ['bank#970436', { client: 'vcb' }] as const;
  await expect(changeSigningKey(...asked, { ...ports, enter })).rejects.toThrow('no queue');
  expect(keys).toEqual([]);
  await changeSigningKey(...asked, { ...ports, enter: async () => {} });
  expect(keys).toHaveLength(1);
});
