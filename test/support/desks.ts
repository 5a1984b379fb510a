import { stageConfig } from '#infra/stages/stage-config.ts';
import { createHandler } from '#functions/serve-pages/handler.ts';
import type { HttpAnswer, HttpEvent } from '#functions/serve-pages/http/answer.ts';
import type { ServePagesPorts } from '#functions/serve-pages/ports.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import type { FileReleased } from '#shared/contracts/file-arrived.ts';
import type { AccountTouched } from '#shared/contracts/messages.ts';
import type { ReplyRecorded } from '#shared/contracts/replies.ts';
import type { TestEventDue } from '#shared/contracts/delivery-due.ts';
import type { OperatorTask } from '#shared/contracts/operator-task.ts';
import { SignInRefused } from '#shared/clients/sign-in.ts';
import type { QueueCounts } from '#shared/clients/step-queues.ts';
import type { Notices } from '#shared/tables/notices.ts';
import { type Files, filesTable } from '#shared/tables/files.ts';
import { type Deliveries, deliveriesTable } from '#shared/tables/deliveries.ts';
import { dayInVietnam } from '#shared/domain/vietnamese/dates.ts';
import { type Outcomes, outcomesTable } from '#shared/tables/outcomes.ts';
import { type Parked, parkedTable } from '#shared/tables/parked.ts';
import { type Receivers, receiversTable } from '#shared/tables/receivers.ts';
import { type Releases, releasesTable } from '#shared/tables/releases.ts';
import { type Replies, repliesTable } from '#shared/tables/replies.ts';
import { type Reviews, reviewsTable } from '#shared/tables/reviews.ts';
import { sessionsTable } from '#shared/tables/sessions.ts';
import { type Assessments, assessmentsTable } from '#shared/tables/assessments.ts';
import { type Links, linksTable } from '#shared/tables/links.ts';
import { type Tasks, tasksTable } from '#shared/tables/tasks.ts';
import { type Verifications, verificationsTable } from '#shared/tables/verifications.ts';
import { type KeyedHash, keyedHash } from '#shared/runtime/keyed-hash.ts';
import { type Accounts, accountsTable } from '#shared/tables/accounts.ts';
import { type CaseRecords, caseRecordsTable } from '#shared/tables/case-records.ts';
import { type Companies, companiesTable } from '#shared/tables/companies.ts';
import { type PoliceRecords, policeRecordsTable } from '#shared/tables/police-records.ts';
import { memoryDatabase, type TestDatabase } from './memory-database.ts';
import { newNoticesTable } from './notices-table.ts';
import { lambdaContext } from './sqs.ts';

export const ORIGIN = 'https://desks.example.vn';
const asset = (path: string) => ({ path, type: 'text/css', body: 'body{}' });

/** Fields of a form by name; as pairs where a name comes more than once. */
type Fields = Readonly<Record<string, string>> | readonly (readonly [string, string])[];

/** A browser at the desks: it keeps cookies, follows nothing by itself and sends forms from where it is. */
export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<HttpAnswer>;
  post(path: string, form: Fields, origin?: string): Promise<HttpAnswer>;
  readonly cookies: Map<string, string>;
}

/** A person's program at the API of the desks. */
export interface Program {
  get(path: string): Promise<HttpAnswer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<HttpAnswer>;
}

export interface TestDesks {
  readonly notices: Notices;
  readonly replies: Replies;
  readonly reviews: Reviews;
  readonly outcomes: Outcomes;
  readonly parked: Parked;
  readonly receivers: Receivers;
  readonly deliveries: Deliveries;
  readonly testEvents: readonly TestEventDue[];
  /** Keys that were put into receivers' secrets. */
  readonly keys: readonly (readonly [arn: string, key: string])[];
  /** What the queues are said to have. */
  readonly queueCounts: QueueCounts[];
  /** What operators asked for. */
  readonly operatorTasks: readonly OperatorTask[];
  readonly files: Files;
  readonly companies: Companies;
  readonly accounts: Accounts;
  readonly policeRecords: PoliceRecords;
  readonly caseRecords: CaseRecords;
  readonly links: Links;
  readonly verifications: Verifications;
  readonly assessments: Assessments;
  readonly tasks: Tasks;
  readonly hash: KeyedHash;
  /** Companies that were to be verified or assessed again: `verify 0101243150`. */
  readonly lookedAt: readonly string[];
  /** Companies of which the police were to be notified. */
  readonly renotified: readonly string[];
  /** What was entered in the log. */
  readonly entered: readonly LogEntry[];
  /** What was said of stopped files. */
  readonly released: readonly FileReleased[];
  readonly releases: Releases;
  /** Accounts that the step of the banks was asked to look at. */
  readonly touched: readonly AccountTouched[];
  /** Replies that were sent on to the step. */
  readonly sentReplies: readonly ReplyRecorded[];
  readonly clock: { now: Date; rulesDay?: string };
  browser(): Browser;
  /** A program with a token of somebody of those groups, as the gateway hands its claims on. */
  program(groups: readonly string[], subject?: string, claims?: Record<string, unknown>): Program;
  /** A browser in which somebody of those groups has signed in. */
  signedIn(groups: readonly string[], subject?: string, name?: string): Promise<Browser>;
  /** The token that the session's forms carry. */
  formTokenOf(browser: Browser): Promise<string>;
}

/** The real handler over real tables; the sign-in provider says whom the test names. */
export async function testDesks(
  more: Partial<ServePagesPorts> = {},
  database: TestDatabase = memoryDatabase(),
): Promise<TestDesks> {
  const { db, createTable } = database;
  const { notices } = await newNoticesTable(database);
  const replies = repliesTable(db, await createTable('replies'));
  const releases = releasesTable(db, await createTable('releases'));
  const outcomes = outcomesTable(db, await createTable('outcomes'));
  const parked = parkedTable(db, await createTable('parked'));
  const receivers = receiversTable(db, await createTable('receivers'));
  const deliveries = deliveriesTable(db, await createTable('deliveries'));
  const testEvents: TestEventDue[] = [];
  const keys: [arn: string, key: string][] = [];
  const queueCounts: QueueCounts[] = [];
  const operatorTasks: OperatorTask[] = [];
  const reviews = reviewsTable(db, await createTable('reviews'));
  const files = filesTable(db, await createTable('files'));
  const hash = keyedHash('secret');
  const companies = companiesTable(db, await createTable('companies'), hash);
  const accounts = accountsTable(db, await createTable('accounts'), hash);
  const policeRecords = policeRecordsTable(db, await createTable('policeRecords'), hash);
  const links = linksTable(db, await createTable('links'), hash);
  const verifications = verificationsTable(db, await createTable('verifications'), hash);
  const assessments = assessmentsTable(db, await createTable('assessments'), hash);
  const tasks = tasksTable(db, await createTable('tasks'));
  const looked: string[] = [];
  const renotified: string[] = [];
  const caseRecords = caseRecordsTable(db, await createTable('caseRecords'));
  const released: FileReleased[] = [];
  const entered: LogEntry[] = [];
  const touched: AccountTouched[] = [];
  const sentReplies: ReplyRecorded[] = [];
  const sessions = sessionsTable(db, await createTable('sessions'));
  const clock: TestDesks['clock'] = { now: new Date('2026-01-05T02:00:00.000Z') };
  let next = { subject: 'nobody', name: 'Nguyễn Văn A', groups: new Array<string>() };
  const handler = createHandler({
    sessions,
    notices,
    replies,
    reviews,
    files,
    companies,
    accounts,
    policeRecords,
    caseRecords,
    links,
    verifications,
    assessments,
    tasks,
    hash,
    verify: async (messages) => void looked.push(...messages.map(({ enterpriseCode }) => `verify ${enterpriseCode}`)),
    assess: async (messages) => void looked.push(...messages.map(({ enterpriseCode }) => `assess ${enterpriseCode}`)),
    uploadForm: async ({ prefix, afterwards }) => ({
      url: 'https://inbox.example/',
      fields: {
        key: `${prefix}\${filename}`,
        ...(afterwards !== undefined && { success_action_redirect: afterwards }),
      },
    }),
    link: async (bucket, key) => `https://${bucket}.example/${key}`,
    inboxes: { registrations: 'inbox', activities: 'inbox' },
    outboxBucket: 'inbox',
    enter: async (entries) => void entered.push(...entries),
    releaseFile: async (messages) => void released.push(...messages),
    releases,
    releasePolicy: stageConfig('prod').releases,
    notifyPolice: async (messages) => void renotified.push(...messages.map(({ enterpriseCode }) => enterpriseCode)),
    notifyBanks: async (messages) => void touched.push(...messages),
    sendReply: async (messages) => void sentReplies.push(...messages),
    expiry: () => 2_000_000_000,
    signInAt: { issuer: 'https://sign-in.example.vn', clientId: 'desks', loopback: 'http://localhost:8976/callback' },
    signIn: {
      begin: async (redirectUri) => ({
        url: `https://sign-in.example.vn/authorize?redirect_uri=${encodeURIComponent(redirectUri)}`,
        begun: { state: 'state', nonce: 'nonce', verifier: 'verifier' },
      }),
      finish: async (callback, _, { state }) => {
        if (callback.searchParams.get('state') !== state) throw new SignInRefused();
        return next;
      },
    },
    parked,
    receivers,
    outcomes,
    rulesClock: { today: () => dayInVietnam(clock.now), dayOf: (at) => clock.rulesDay ?? dayInVietnam(at) },
    measures: { suspiciousAccounts: 'off', accountReview: { number: '12/UBND', date: '2026-01-02' }, foreignIp: 'off' },
    deliveries,
    sendTestEvent: async (asked) => void testEvents.push(...asked),
    newId: () => 'q3rT0uYw1xZ2aB4cD6eF8g',
    newSigningKey: () => 'whsec_a-new-key',
    putSigningKey: async (arn, key, at) => {
      keys.push([arn, key]);
      return new Date(at.getTime() + 86_400_000).toISOString();
    },
    queues: { counts: async () => queueCounts },
    askOperatorTask: async (asked) => void operatorTasks.push(...asked),
    assets: { style: asset('/assets/a-desk.css'), script: asset('/assets/b-desk.js') },
    allowLoopback: false,
    now: () => clock.now,
    ...more,
  });

  const browser = (): Browser => {
    const cookies = new Map<string, string>();
    const call = async (method: string, path: string, headers: Record<string, string>, body?: string) => {
      const answer = await handler(eventOf(method, path, cookies, headers, body), lambdaContext());
      for (const cookie of answer.cookies ?? []) {
        const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/su);
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      return answer;
    };
    return {
      cookies,
      get: (path, headers = {}) => call('GET', path, headers),
      post: (path, form, origin = ORIGIN) => call('POST', path, { origin }, encoded(form)),
    };
  };

  return {
    notices,
    replies,
    reviews,
    outcomes,
    parked,
    receivers,
    deliveries,
    testEvents,
    keys,
    queueCounts,
    operatorTasks,
    files,
    companies,
    accounts,
    policeRecords,
    caseRecords,
    links,
    verifications,
    assessments,
    tasks,
    hash,
    lookedAt: looked,
    renotified,
    released,
    entered,
    releases,
    touched,
    sentReplies,
    clock,
    browser,
    program(groups, subject = `subject-${groups.join()}`, claims = {}) {
      const call = (method: string, path: string, headers: Record<string, string>, body?: string) => {
        const event = eventOf(method, `/api${path}`, new Map(), headers, body);
        const iat = String(Math.floor(clock.now.getTime() / 1000));
        const jwt = {
          claims: { sub: subject, name: 'Nguyễn Văn A', iat, 'cognito:groups': `[${groups.join(' ')}]`, ...claims },
        };
        const requestContext = { ...event.requestContext, authorizer: { jwt } };
        return handler({ ...event, requestContext }, lambdaContext());
      };
      return {
        get: (path) => call('GET', path, {}),
        post: (path, body, headers = {}) =>
          call('POST', path, headers, typeof body === 'string' ? body : JSON.stringify(body)),
      };
    },
    async signedIn(groups, subject = `subject-${groups.join()}`, name = 'Nguyễn Văn A') {
      const own = browser();
      next = { subject, name, groups: [...groups] };
      await own.get('/sign-in');
      await own.get('/sign-in/finish?code=c&state=state');
      return own;
    },
    async formTokenOf(own) {
      // Whoever works at neither desk is answered on the first page itself.
      const pages = await Promise.all(
        ['/', '/police/cases', '/bank/notices', '/office/files', '/operator/system', '/province/measures'].map((path) =>
          own.get(path),
        ),
      );
      return pages.map(tokenIn).find((token) => token !== '') ?? '';
    },
  };
}

const encoded = (form: Fields) => {
  const pairs = Symbol.iterator in form ? [...form] : Object.entries(form);
  return new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
};

const tokenIn = ({ body = '' }: HttpAnswer): string => /name="formToken" value="([\w-]+)"/u.exec(body)?.[1] ?? '';

function eventOf(
  method: string,
  path: string,
  cookies: ReadonlyMap<string, string>,
  headers: Record<string, string>,
  body = '',
): HttpEvent {
  const url = new URL(path, ORIGIN);
  // As it was asked for: a gateway, unlike a browser, leaves `..` where it stands
  const [rawPath = ''] = path.split(/[?#]/u);
  return {
    version: '2.0',
    routeKey: `${method} /{proxy+}`,
    rawPath,
    rawQueryString: url.search.slice(1),
    cookies: [...cookies].map(([name, value]) => `${name}=${value}`),
    headers,
    queryStringParameters: Object.fromEntries(url.searchParams),
    requestContext: {
      accountId: '1',
      apiId: 'a',
      domainName: url.host,
      domainPrefix: 'desks',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '10.0.0.1', userAgent: 'test' },
      requestId: 'r',
      routeKey: `${method} /{proxy+}`,
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
    body,
    isBase64Encoded: false,
  };
}
