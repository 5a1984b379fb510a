import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { findRings } from '#shared/domain/risk/rings/find-rings.ts';
import type { CompanyLink } from '#shared/domain/risk/rings/link-columns.ts';
import { pairwise } from '#test/bench/rings.ts';
import { AS_OF, LABELLED_WORLD } from '#test/support/labelled-province.ts';
import { worldFacts } from '#test/support/world-facts/world-facts.ts';

/** The obvious bad signs of a company. */
const signsOf = ({ inspections, taxStatuses, returns, insured }: Omit<CompanyFacts, 'bands'>): number =>
  [
    inspections.some(({ found }) => !found),
    taxStatuses.some(({ code }) => ['03', '06', '09'].includes(code)),
    returns.length === 0,
    insured.every(({ count }) => count === 0),
  ].filter(Boolean).length;

describe('findRings in the labelled province', () => {
  it('findRings finds the rings and nominees of the labelled province, and no others', async () => {
    const world = await worldFacts(LABELLED_WORLD, AS_OF);
    const lines = readFileSync(`${LABELLED_WORLD}/labels/companies.jsonl`, 'utf8').split('\n').filter(Boolean);
    const why = new Map(lines.map((line): [string, string] => [JSON.parse(line).code, JSON.parse(line).why]));
    const companies = world.map(({ facts }) => ({
      enterpriseCode: facts.enterpriseCode,
      registeredOn: facts.registeredOn,
      badSigns: signsOf(facts),
    }));
    const links = world.flatMap(({ values }, companyIndex) =>
      values.map(({ kind, ref }): CompanyLink => ({ companyIndex, kind, value: ref })),
    );
    const planted = [...new Set(why.values())].filter((kind) => /^(?:ring|one-rep)-\d+$/.test(kind));
    const labels = Int32Array.from(companies, ({ enterpriseCode }) => planted.indexOf(why.get(enterpriseCode) ?? ''));
    const place = new Map(companies.map(({ enterpriseCode }, index) => [enterpriseCode, index]));
    const found = findRings(links, companies, { asOf: AS_OF }).map(({ members }) =>
      members.map(({ enterpriseCode }) => place.get(enterpriseCode) ?? -1),
    );
    expect(planted.length).toBeGreaterThan(20);
    const { precision, recall } = pairwise(found, labels);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.98);
  });
});
