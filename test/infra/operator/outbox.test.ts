import { describe, expect, it } from 'vitest';
import { parseOutboxArguments, outboxLinks } from '#infra/operator/outbox.ts';

describe('npm run outbox', () => {
  it('npm run outbox gives an expiring link to each object of the sender', async () => {
    const asked = parseOutboxArguments(['--sender', '970436', '--hours', '2']);
    async function* keys() {
      yield 'outbox/970436/2025-09.xlsx.json';
    }
    const lines =
      asked && (await outboxLinks(asked, keys(), async (key, seconds) => `https://x/${key}?ends=${seconds}`));
    expect(lines).toEqual(['2025-09.xlsx.json\n  https://x/outbox/970436/2025-09.xlsx.json?ends=7200']);
  });

  it('npm run outbox accepts one sender, and at most the time for which S3 signs a link', () => {
    expect(parseOutboxArguments([])).toBeUndefined();
    expect(parseOutboxArguments(['--sender', '../970418'])).toBeUndefined();
    expect(parseOutboxArguments(['--sender', '970436', '--hours', '169'])).toBeUndefined();
  });
});
