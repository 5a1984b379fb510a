import { expect, it } from 'vitest';
import { maskNumber } from '#shared/domain/identity/identity-document.ts';
import { AS_OF, REAL_PROVINCE } from '#test/support/labelled-province.ts';
import { labels } from './labels.ts';
import { worldFacts } from './world-facts.ts';

it('every person of a labelled world has the label of the own document, however the rows spell codes and numbers', async () => {
  const world = await worldFacts(REAL_PROVINCE, AS_OF);
  const companies = new Map(world.map(({ facts }) => [facts.enterpriseCode, facts]));
  const others = labels(REAL_PROVINCE, 'identities').filter(({ code, position = -1, doc = '' }) => {
    const person = companies.get(code)?.people[position];
    return person?.maskedDocumentNumber !== maskNumber(doc);
  });
  expect(others).toEqual([]);
});
