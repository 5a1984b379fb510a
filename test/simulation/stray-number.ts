import { untilQuiet } from './acts.ts';
import { hash } from './concerned.ts';
import { itemsOf, tableNamed, unpacked, type Violation } from './end-state.ts';
import { queueOf } from './queue-of.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

/** The number of a person whom no file names. */
const STRANGER = '033085000777';

/**
 * A slow reader of a wrong file has written that the number of a declared person leads to somebody of the same name and
 * birthday, after the version that said so was deleted. It leads to nobody, so that verifying again changes nothing.
 */
export async function findingsOfStrayNumber(world: World): Promise<readonly Violation[]> {
  const declared = itemsOf(world, 'Companies').flatMap(({ enterpriseCode, registration }) => {
    const person = (registration as { person?: Attributes } | undefined)?.person;
    return person && peopleOf(world, enterpriseCode)?.includes('"mismatch"') ? [{ enterpriseCode, person }] : [];
  });
  const [company] = declared;
  if (!company) return [];
  const { enterpriseCode, person } = company;
  const before = peopleOf(world, enterpriseCode);
  const { fullName, dateOfBirth, documentNumber } = person;
  const expiresAt = Number.MAX_SAFE_INTEGER;
  const stranger = { documentNumber: STRANGER, fullName, dateOfBirth, status: 'BINH_THUONG', expiresAt };
  put(world, { ref: hash('document', STRANGER), record: 'version#stranger', ...stranger });
  put(world, { ref: hash('document', String(documentNumber)), record: 'alias#stray', alias: STRANGER, expiresAt });
  world.queues.send(queueOf(world, '2-verify-people'), JSON.stringify({ enterpriseCode }));
  await untilQuiet(world);
  return peopleOf(world, enterpriseCode) === before
    ? []
    : [{ kind: 'different', what: `a number that no version has leads to somebody: ${String(enterpriseCode)}` }];
}

const peopleOf = (world: World, code: unknown): string | undefined => {
  const verified = itemsOf(world, 'Verifications').find(({ enterpriseCode }) => enterpriseCode === code);
  return verified && JSON.stringify(unpacked(verified)['people']);
};

const put = (world: World, Item: Attributes) =>
  world.tables.send({ name: 'PutCommand', input: { TableName: tableNamed(world, 'PoliceRecords'), Item } });
