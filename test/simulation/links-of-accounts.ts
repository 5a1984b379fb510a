import { hash } from './concerned.ts';
import { type Violation, itemsOf, unpacked } from './end-state.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

interface CompanyWithPeople {
  readonly enterpriseCode: string;
  readonly people: readonly {
    readonly role: string;
    readonly personRef: string;
    readonly aliasRefs: readonly string[];
  }[];
}

/**
 * In the end a company stands at the phones that banks have of its accounts, and at its representative whom a bank names
 * too, each with what its bank reports.
 */
export function findingsOfLinks(world: World): readonly Violation[] {
  const registers = solelyRegistered(world);
  const links = new Map(
    itemsOf(world, 'Links').map((item) => [`${String(item['value'])} ${String(item['enterpriseCode'])}`, item]),
  );
  return itemsOf(world, 'Assessments').flatMap((item): Violation[] => {
    const assessed = unpacked(item) as unknown as CompanyWithPeople;
    const owed = registers
      .filter(({ enterpriseCode }) => enterpriseCode === assessed.enterpriseCode)
      .flatMap((register) => valuesOf(register, assessed));
    const isReported = (value: string) => {
      const { atBank, onlyAtBank } = links.get(`${value} ${assessed.enterpriseCode}`) ?? {};
      return atBank === true || onlyAtBank === true;
    };
    const left = owed.find((value) => !isReported(value));
    return left ? [{ kind: 'lost', what: `that a bank has ${left} of ${assessed.enterpriseCode}` }] : [];
  });
}

/** The registers of the accounts of which banks have sent one. Of several one counts. */
const solelyRegistered = (world: World): readonly Attributes[] =>
  [...Map.groupBy(itemsOf(world, 'Accounts'), ({ accountRef }) => accountRef).values()].flatMap((items) => {
    const registers = items.flatMap(({ register }) => (register === undefined ? [] : [register as Attributes]));
    return registers.length === 1 ? registers : [];
  });

function valuesOf(
  { phone, representativeDocumentNumber: number }: Attributes,
  { people }: CompanyWithPeople,
): readonly string[] {
  const document = number === undefined ? undefined : hash('document', String(number));
  const named = people.find(
    ({ role, aliasRefs }) => role === 'legal_representative' && document !== undefined && aliasRefs.includes(document),
  );
  return [
    ...(phone === undefined ? [] : [`phone#${hash('phone', String(phone))}`]),
    ...(named ? [`person#${named.personRef}`] : []),
  ];
}
