import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReceivers } from '#infra/local/serve/receivers-file.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const folder = temporaryFolder('receivers');
const secrets = [`whsec_${Buffer.alloc(32, 1).toString('base64')}`];
const bank = { receiver: '970436', url: 'http://127.0.0.1:9000/hook', secrets, clientId: 'a', clientSecret: 'SECRET' };
const read = (content: unknown) => {
  const file = join(folder, 'r.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readReceivers(file);
};

describe('readReceivers', () => {
  it('readReceivers takes the police, a bank by its BIN and a wallet by its key, with an endpoint or without', () => {
    const pulls = { receiver: 'police', clientId: 'p', clientSecret: 'p' };
    expect(read([bank, { ...bank, receiver: 'MOMO', clientId: 'b' }, pulls]).map(({ receiver }) => receiver)).toEqual([
      'bank#970436',
      'bank#MOMO',
      'police',
    ]);
  });

  it.each([
    [{ ...bank, receiver: '123456' }, '0.receiver'],
    [{ ...bank, url: 'http://bank.example/hook' }, '0.url'],
    [{ ...bank, url: 'file:///etc/passwd' }, '0.url'],
    [{ ...bank, secrets: [] }, '0.secrets'],
    [{ ...bank, secrets: ['whsec_SECRET'] }, '0.secrets'],
    [{ ...bank, colour: 'red' }, '0'],
  ])('readReceivers refuses %j by the name of the field, and repeats no secret', (one, field) => {
    expect(() => read([one])).toThrow(field);
    expect(() => read([one])).not.toThrow('SECRET');
  });

  it('readReceivers refuses a repeated receiver or client, and a text that is no JSON', () => {
    expect(() => read([bank, { ...bank, clientId: 'b' }])).toThrow('receiver');
    expect(() => read([bank, { ...bank, receiver: '970418' }])).toThrow('clientId');
    expect(() => read('[')).toThrow('Không đọc được');
  });
});
