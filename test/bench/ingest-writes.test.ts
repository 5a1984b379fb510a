import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { startWriting } from './ingest-writes.ts';
import { registrationsCsv } from './registrations-csv.ts';

it('the reader writes a fact and a link for each row', async () => {
  const { read, stop } = await startWriting();
  expect(await read(Readable.from([Buffer.from(registrationsCsv(120))]))).toBe(120);
  expect(await stop()).toBe(240);
});
