import { describe, expect, it } from 'vitest';
import { changeCallers, parseCallerArguments } from '#infra/operator/caller.ts';
import { callersTable } from '#shared/tables/callers.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';

const sends = (...prefixes: string[]) =>
  parseCallerArguments(['--client', 'c1', ...prefixes.flatMap((prefix) => ['--sends', prefix])]);

describe('npm run operate -- caller', () => {
  it('reads a receiver’s client with what it may send', () => {
    expect(parseCallerArguments(['--client', 'c1', '--receiver', '970436', '--sends', 'accounts/970436/'])).toEqual({
      enter: { clientId: 'c1', receiver: 'bank#970436', sends: [{ prefix: 'accounts/970436/' }] },
    });
    expect(sends('activities/thue/:tax', 'registrations/')).toEqual({
      enter: {
        clientId: 'c1',
        sends: [{ prefix: 'activities/thue/', dataOf: ['tax'] }, { prefix: 'registrations/' }],
      },
    });
  });

  it.each([
    '*',
    'accounts',
    'accounts/970436',
    'accounts/*/',
    '../evidence/',
    'outbox/970436/',
    'activities/thue/',
    'activities/thue/:nobody',
    'activities/:tax',
    'activities/',
    'accounts/970436/:tax',
    'accounts/',
    'accounts/chi-nhanh/',
    'accounts/vietcombank/',
  ])('a sender is refused the prefix "%s", because it is none or nothing says which rows it may send', (prefix) => {
    expect(sends(prefix)).toMatch(/^--sends /u);
  });

  it.each([
    [['--client', 'c1']],
    [['--receiver', '970436']],
    [['--client', 'c1', '--receiver', '999999']],
    [['--client', 'c1', '--remove', 'c2']],
  ])('refuses %j', (words) => {
    expect(typeof parseCallerArguments(words)).toBe('string');
  });

  it('enters and removes callers while the system runs, and the log first says so', async () => {
    const { db, createTable } = memoryDatabase();
    const callers = callersTable(db, await createTable('callers'));
    const said: unknown[] = [];
    const ports = { callers, log: async (one: unknown) => void said.push(one) };
    const enter = { clientId: 'tax', sends: [{ prefix: 'activities/thue/', dataOf: ['tax' as const] }] };
    expect(await changeCallers({ enter }, ports)).toEqual(['tax  –  activities/thue/:tax']);
    expect(await callers.activitySenders()).toEqual({ 'activities/thue/': ['tax'] });
    expect(await changeCallers({ remove: 'tax' }, ports)).toEqual([]);
    expect(said).toEqual([
      { task: 'caller-entered', client: 'tax' },
      { task: 'caller-removed', client: 'tax' },
    ]);
  });
});
