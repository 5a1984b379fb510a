import { identities, subscribers } from '#test/support/sample-feeds.ts';
import { untilQuiet } from './acts.ts';
import { announcementOf } from './decided-files.ts';
import { hash } from './concerned.ts';
import { drop } from './dropping.ts';
import { itemsOf, type Violation } from './end-state.ts';
import { READER } from './invocations.ts';
import { queueOf } from './queue-of.ts';
import { doubledIf, lostUnless } from './said.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

const PEOPLE = 'identities/again.csv';
const PHONES = 'subscribers/again.csv';
const ONCE = 'subscribers/once.csv';
/** No company of a scenario declares these numbers. */
const [CHANGED, LEFT_OUT, OLD] = ['033085000711', '033085000712', '145670001'];
const PHONE = '0999000001';
const rowOf = (number: string, name: string, status: string, old = '') =>
  `${number},CCCD,${name},10/02/1985,Nam,${status},,,${old}`;

/**
 * The police send their extract again under its name, with another name and state of one person and without another one,
 * and a carrier another holder of a phone. Of the first person the last state alone is known and found, the other one stays,
 * because a name may be used for other rows, until a person decides that only the last drop counts.
 */
export async function findingsOfDroppedAgain(world: World): Promise<readonly Violation[]> {
  const before = [rowOf(CHANGED, 'Trịnh Văn Quý', 'BINH_THUONG', OLD), rowOf(LEFT_OUT, 'Mạc Văn Hiến', 'BINH_THUONG')];
  await sent(world, PEOPLE, identities(...before));
  await sent(world, PEOPLE, identities(rowOf(CHANGED, 'Ngô Văn Thế', 'DA_CHET')));
  await sent(world, PHONES, subscribers(`${PHONE},${CHANGED}`));
  await sent(world, PHONES, subscribers(`${PHONE},${LEFT_OUT}`));
  const found = [
    ...lostUnless(statesOf(world, CHANGED) === 'DA_CHET', 'of a person the last state alone is known'),
    ...lostUnless(namesFound(world, CHANGED) === 'Ngô Văn Thế', 'a person is found by the last name alone'),
    ...lostUnless(statesOf(world, LEFT_OUT) === 'BINH_THUONG', 'a person stays whom a drop does not name'),
    ...lostUnless(namesFound(world, LEFT_OUT) === 'Mạc Văn Hiến', 'a person is found whom a drop does not name'),
    ...doubledIf(leadsTo(world, OLD), 'the old number of a version that is gone leads to somebody'),
    ...lostUnless(holdersOf(world) === hash('document', LEFT_OUT), 'a phone has the last holder alone'),
  ];
  await alone(world, PEOPLE);
  // `kept-of-reading.ts` asks that nothing of earlier drops counts either of a file that the feed knows once
  await sent(world, ONCE, subscribers(`${PHONE},${LEFT_OUT}`));
  await alone(world, ONCE);
  return [
    ...found,
    ...lostUnless(statesOf(world, CHANGED) === 'DA_CHET', 'a person stays whom the only drop names that counts'),
    ...doubledIf(
      statesOf(world, LEFT_OUT) !== '' || namesFound(world, LEFT_OUT) !== '',
      'a person is known whom the only drop does not name that counts',
    ),
  ];
}

async function alone(world: World, key: string): Promise<void> {
  world.queues.send(queueOf(world, READER), announcementOf({ key, use: 'alone' }, world.design.inbox));
  await untilQuiet(world);
}

async function sent(world: World, key: string, text: string): Promise<void> {
  drop(world, { key, text });
  await untilQuiet(world);
}

const ofPerson = (world: World, number: string, kind: string): readonly Attributes[] =>
  itemsOf(world, 'PoliceRecords').filter(
    ({ documentNumber, record }) => documentNumber === number && String(record).startsWith(kind),
  );

const statesOf = (world: World, number: string): string =>
  ofPerson(world, number, 'version#')
    .map(({ status }) => String(status))
    .join();

/** The different names under which a search finds a person. */
const namesFound = (world: World, number: string): string =>
  [...new Set(ofPerson(world, number, 'found#').map(({ fullName }) => String(fullName)))].join();

const leadsTo = (world: World, number: string): boolean =>
  itemsOf(world, 'PoliceRecords').some(({ ref, alias }) => ref === hash('document', number) && alias !== undefined);

const holdersOf = (world: World): string =>
  itemsOf(world, 'Subscribers')
    .flatMap(({ phoneRef, documentRef }) => (phoneRef === hash('phone', PHONE) ? [String(documentRef)] : []))
    .join();
