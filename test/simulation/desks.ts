import { untilQuiet } from './acts.ts';
import { itemsOf, tableKind, tableNamed } from './end-state.ts';
import { withBefore } from './before-requests.ts';
import { endingAfterWrite } from './ended-after-write.ts';
import { putItem } from './put-item.ts';
import type { ServiceRequest } from './services.ts';
import { pageOf } from './the-log.ts';
import type { Attributes } from './twins/expressions.ts';
import { type IndexKeys, keysOf } from './twins/table-keys.ts';
import type { World } from './world.ts';
import type { OutcomeFact } from '#shared/domain/outcomes/outcome-fact.ts';
import type { PlainEntry } from '#shared/domain/transparency-log/log-entry.ts';

/** A person, by their id at the sign-in provider. */
export interface DeskUser {
  readonly officer: string;
  readonly group: 'police' | 'office' | 'operator' | 'province';
}

const DESKS = 'serve-pages';

/**
 * A person's program sends a form of a desk, and what follows from it is done.
 * @returns whether it was taken; undefined where it was not answered
 */
export async function sendForm(
  world: World,
  { officer, group }: DeskUser,
  path: string,
  form: Readonly<Record<string, unknown>>,
): Promise<boolean | undefined> {
  const rawPath = `/api${path}`;
  const claims = {
    sub: officer,
    name: officer,
    iat: String(Math.floor(world.now() / 1000)),
    'cognito:groups': `[${group}]`,
  };
  const event = {
    version: '2.0',
    routeKey: '',
    rawPath,
    rawQueryString: '',
    headers: { 'content-type': 'application/json' },
    requestContext: {
      http: { method: 'POST', path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: '' },
      domainName: 'desks.simulated',
      authorizer: { jwt: { claims, scopes: [] } },
    },
    body: JSON.stringify(form),
    isBase64Encoded: false,
  };
  let status: number | undefined;
  world.arrivals.push(async () => {
    const answer = (await world.call(DESKS, event)) as { readonly statusCode: number } | undefined;
    status = answer?.statusCode;
  });
  await untilQuiet(world);
  return status === undefined ? undefined : status < 400;
}

/** The function of the desks ends once it has written an item of that kind, and the person is not answered. */
export const endingAfterDecision = <T>(world: World, kind: string, act: () => Promise<T>): Promise<T> =>
  endingAfterWrite(world, { folder: DESKS, kind }, act);

/** Somebody else writes an item of that kind just before the function of the desks does. */
export async function overtakenAtWrite(
  world: World,
  kind: string,
  act: () => Promise<boolean | undefined>,
): Promise<boolean | undefined> {
  let standing: Attributes | undefined;
  let written: Attributes | undefined;
  const keys = () => keysOf(world.design.tables[tableNamed(world, kind)] as IndexKeys);
  const overtake = ({ name, input }: ServiceRequest) => {
    if (written || name !== 'PutCommand' || tableKind(input.TableName) !== kind) return;
    standing = itemsOf(world, kind).find((one) => keys().every((key) => one[key] === input.Item[key]));
    const item: Attributes = standing ?? { ...input.Item, writeId: 'another one' };
    written = { ...item, revision: typeof item['revision'] === 'number' ? 99 : 'another one' };
    putItem(world, kind, written);
  };
  let done: boolean | undefined;
  await withBefore(world, overtake, async () => {
    done = await act();
  });
  if (standing) putItem(world, kind, standing);
  else if (written) {
    const Key = Object.fromEntries(keys().map((key) => [key, written?.[key]]));
    world.tables.send({ name: 'DeleteCommand', input: { TableName: tableNamed(world, kind), Key } });
  }
  return done;
}

/** The log's entries of a kind. */
export const entriesOf = (world: World, kind: PlainEntry['kind']): readonly PlainEntry[] =>
  itemsOf(world, 'Log')
    .filter(({ part }) => part === 'page')
    .flatMap((page) => pageOf(page).entries.filter((entry) => entry.kind === kind));

/** The kinds of the ledger's facts of a notice. */
export const factsOf = (world: World, noticeId: string): readonly string[] =>
  itemsOf(world, 'Outcomes')
    .map(({ said }) => JSON.parse(String(said)) as OutcomeFact)
    .flatMap((fact) => ('noticeId' in fact && fact.noticeId === noticeId ? [fact.kind] : []));
