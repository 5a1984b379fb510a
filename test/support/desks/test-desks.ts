import * as z from 'zod';
import { stageConfig } from '#infra/stages/stage-config.ts';
import { createHandler } from '#functions/serve-pages/handler.ts';
import type { ServePagesPorts } from '#functions/serve-pages/ports.ts';
import { mailAddressOf, type SignedInUser, SignInRefused } from '#shared/clients/sign-in.ts';
import type { QueueCounts } from '#shared/clients/step-queues.ts';
import { dayInVietnam } from '#shared/domain/vietnamese/dates.ts';
import { type KeyedHash, keyedHash } from '#shared/runtime/keyed-hash.ts';
import { sessionsTable } from '#shared/tables/sessions.ts';
import { memoryDatabase, type TestDatabase } from '#test/support/memory-database.ts';
import { type Browser, browserAt, formTokenOf } from './browser.ts';
import { type DeskSendings, keptSendings } from './desk-sendings.ts';
import { type DeskTables, deskTables } from './desk-tables.ts';
import { type Program, programAt } from './program.ts';

const SignedIn = z.object({ subject: z.string(), name: z.string(), groups: z.array(z.string()) });
const asset = (path: string) => ({ path, type: 'text/css', body: 'body{}' });

export interface TestDesks extends DeskTables, DeskSendings {
  /** The counts of the queues. */
  readonly queueCounts: QueueCounts[];
  /** The texts of objects by their keys; an object that a form put into the inbox also by its name alone. */
  readonly receipts: Map<string, string>;
  /** Where objects of the inbox were moved from and to. */
  readonly moved: (readonly [from: string, to: string])[];
  /** The objects that were put into the inbox. */
  readonly put: ReadonlyMap<string, string>;
  readonly hash: KeyedHash;
  /** The sign-in provider's present answer about a person, where it has changed since the sign-in. */
  readonly standing: Map<string, readonly string[] | 'ended' | 'not_answered'>;
  readonly clock: { now: Date; rulesDay?: string };
  browser(): Browser;
  /** A program with a token of somebody of those groups, as the gateway hands its claims on. */
  program(groups: readonly string[], subject?: string, claims?: Record<string, unknown>): Program;
  /** A browser in which somebody of those groups has signed in. */
  signedIn(groups: readonly string[], subject?: string, name?: string, email?: string): Promise<Browser>;
  /** The token that the session's forms carry. */
  formTokenOf(browser: Browser): Promise<string>;
}

/** The real handler over real tables, with a sign-in provider whose people the test names. */
export async function testDesks(
  more: Partial<ServePagesPorts> = {},
  database: TestDatabase = memoryDatabase(),
): Promise<TestDesks> {
  const hash = keyedHash('secret');
  const tables = await deskTables(database, hash);
  const sessions = sessionsTable(database.db, await database.createTable('sessions'));
  const { sendings, ports } = keptSendings();
  const queueCounts: QueueCounts[] = [];
  const receipts = new Map<string, string>();
  const put = new Map<string, string>();
  const moved: (readonly [from: string, to: string])[] = [];
  const standing: TestDesks['standing'] = new Map();
  const clock: TestDesks['clock'] = { now: new Date('2026-01-05T02:00:00.000Z') };
  let next: SignedInUser = { subject: 'nobody', name: 'Nguyễn Văn A', groups: [] };
  const handler = createHandler({
    ...tables,
    ...ports,
    sessions,
    hash,
    uploadForm: async ({ prefix, afterwards }) => ({
      url: 'https://inbox.example/',
      fields: {
        key: `${prefix}\${filename}`,
        ...(afterwards !== undefined && { success_action_redirect: afterwards }),
      },
    }),
    objects: {
      read: async (_, key) => receipts.get(key),
      found: async (_, key) => {
        const text = receipts.get(key) ?? receipts.get(key.split('/').at(-1) ?? '');
        return text === undefined ? undefined : Buffer.from(text, 'latin1');
      },
      remove: async (_, key) => void receipts.delete(key),
      putOnce: async (_, key, content) => void put.set(key, Buffer.from(content).toString('latin1')),
      putFirst: async (_, key, text) => {
        put.set(key, text);
        return text;
      },
      move: async (_, from, to) => !from.includes('refused') && moved.push([from, to]) > 0,
    },
    link: async (bucket, key) => `https://${bucket}.example/${key}`,
    inboxBucket: 'inbox',
    outboxBucket: 'inbox',
    evidenceBucket: 'evidence',
    releasePolicy: stageConfig('prod').releases,
    expiry: () => 2_000_000_000,
    signInAt: { issuer: 'https://sign-in.example.vn', clientId: 'desks', loopback: 'http://localhost:8976/callback' },
    signIn: {
      begin: async (redirectUri) => ({
        url: `https://sign-in.example.vn/authorize?redirect_uri=${encodeURIComponent(redirectUri)}`,
        begun: { state: 'state', nonce: 'nonce', verifier: 'verifier' },
      }),
      finish: async (callback, _, { state }) => {
        if (callback.searchParams.get('state') !== state) throw new SignInRefused();
        return { ...next, renewal: JSON.stringify(next) };
      },
      renew: async (renewal) => {
        const known = SignedIn.parse(JSON.parse(renewal));
        const now = standing.get(known.subject) ?? known.groups;
        return typeof now === 'string' ? now : { ...known, groups: now };
      },
    },
    rulesClock: {
      today: () => clock.rulesDay ?? dayInVietnam(clock.now),
      dayOf: (at) => clock.rulesDay ?? dayInVietnam(at),
    },
    switchPolicy: stageConfig('prod').switching,
    settlingSeconds: stageConfig('prod').settlingSeconds,
    takingBackPolicy: stageConfig('prod').takingBack,
    measuresAtFirst: {
      suspiciousAccounts: 'off',
      accountReview: { number: '12/UBND', date: '2026-01-02' },
      foreignIp: 'off',
    },
    newId: () => 'q3rT0uYw1xZ2aB4cD6eF8g',
    queues: { counts: async () => queueCounts },
    assets: { style: asset('/assets/a-desk.css'), script: asset('/assets/b-desk.js'), guides: {} },
    allowLoopback: false,
    now: () => clock.now,
    ...more,
  });

  return {
    ...tables,
    ...sendings,
    queueCounts,
    receipts,
    moved,
    put,
    standing,
    hash,
    clock,
    browser: () => browserAt(handler),
    program: (groups, subject = `subject-${groups.join()}`, claims = {}) =>
      programAt(handler, clock, groups, subject, claims),
    async signedIn(
      groups,
      subject = `subject-${groups.join()}`,
      name = 'Nguyễn Văn A',
      email = `${subject}@example.vn`,
    ) {
      const own = browserAt(handler);
      next = { subject, name, groups: [...groups], email: mailAddressOf(email) };
      await own.get('/sign-in');
      await own.get('/sign-in/finish?code=c&state=state');
      return own;
    },
    formTokenOf,
  };
}
