import { beforeAll, describe, expect, it } from 'vitest';
import type { Concerned } from '#shared/tables/concerned.ts';
import { type Files, filesTable } from '#shared/tables/files.ts';
import { dynalite } from '#test/support/dynalite.ts';

let files: Files;
beforeAll(async () => {
  const { db, createTable } = await dynalite();
  files = filesTable(db, await createTable('files'));
});

const NOBODY: Concerned = { registered: [], companies: [], accounts: [], documents: [], phones: [], listed: [] };
const registered = (...codes: string[]): Concerned => ({ ...NOBODY, registered: codes });

describe('whom facts concern that are just being deleted', () => {
  it('a reader that deletes the rest of the facts does not remove those whom an ended reader has stored', async () => {
    await files.recordTaken('registrations/2.csv', registered('0900000027', '0900000034'));
    await files.recordTaken('registrations/2.csv', registered('0900000027'));
    await files.forgetTaken('registrations/2.csv', registered('0900000027'));
    expect(await files.concernedByTaken('registrations/2.csv')).toEqual(registered('0900000034'));
  });

  it('readers that record and forget companies at the same time lose no company that another recorded', async () => {
    const codes = ['0900000041', '0900000058', '0900000066', '0900000073'];
    await Promise.all(codes.map((code) => files.recordTaken('activities/a.csv', registered(code))));
    expect((await files.concernedByTaken('activities/a.csv')).registered.toSorted()).toEqual(codes);
    await Promise.all(codes.map((code) => files.forgetTaken('activities/a.csv', registered(code))));
    expect(await files.concernedByTaken('activities/a.csv')).toEqual(NOBODY);
  });
});
