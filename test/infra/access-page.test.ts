import { expect, it } from 'vitest';
import { ROUTES } from '#functions/serve-pages/routes.ts';
import { accessPage } from '#infra/compliance/access-page.ts';

it('the matrix of access names every page and form of the desks', () => {
  const page = accessPage({});
  expect(ROUTES.filter(({ path }) => !page.includes(`\`${path}\``))).toEqual([]);
});
