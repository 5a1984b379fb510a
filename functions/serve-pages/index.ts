import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { documentClient } from '#shared/clients/dynamodb.ts';
import { storedObjects } from '#shared/clients/stored-objects.ts';
import { scanResult } from '#shared/clients/scan-result.ts';
import { objectLink } from '#shared/clients/object-link.ts';
import { companyQueue, queue } from '#shared/clients/queue.ts';
import { changeSecret, readSecret } from '#shared/clients/secrets.ts';
import { signInProvider } from '#shared/clients/sign-in.ts';
import { signingKeys } from '#shared/clients/signing-secrets.ts';
import { queueAddresses, queuesBeside, stepQueues } from '#shared/clients/step-queues.ts';
import { uploadForm } from '#shared/clients/upload-form.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { expiresAfter } from '#shared/runtime/retention.ts';
import { deliveriesTable } from '#shared/tables/deliveries.ts';
import { accountsTable } from '#shared/tables/accounts.ts';
import { freshDropStates } from '#shared/tables/drop-states.ts';
import { assessmentsTable } from '#shared/tables/assessments.ts';
import { logTable } from '#shared/tables/log.ts';
import { linksTable } from '#shared/tables/links.ts';
import { tasksTable } from '#shared/tables/tasks.ts';
import { verificationsTable } from '#shared/tables/verifications.ts';
import { caseRecordsTable } from '#shared/tables/case-records.ts';
import { mailChoicesTable } from '#shared/tables/mail-choices.ts';
import { measuresTable } from '#shared/tables/measures.ts';
import { companiesTable } from '#shared/tables/companies.ts';
import { filesTable } from '#shared/tables/files.ts';
import { noticesTable } from '#shared/tables/notices.ts';
import { policeRecordsTable } from '#shared/tables/police-records.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { outcomesTable } from '#shared/tables/outcomes.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { receiversTable } from '#shared/tables/receivers.ts';
import { releasesTable } from '#shared/tables/releases.ts';
import { repliesTable } from '#shared/tables/replies.ts';
import { reviewsTable } from '#shared/tables/reviews.ts';
import { sessionsTable } from '#shared/tables/sessions.ts';
import { subscribersTable } from '#shared/tables/subscribers.ts';
import { takingsBackTable } from '#shared/tables/takings-back.ts';
import { LOOPBACK_CALLBACK } from '#shared/contracts/desk-api/loopback-callback.ts';
import { ServePagesEnv } from './env.ts';
import { createHandler } from './handler.ts';
import { readAssets } from './layout/read-assets.ts';

const env = ServePagesEnv.parse(process.env);
const db = documentClient();
const now = () => new Date();
const hash = keyedHash(await readSecret(env.HASH_SECRET_ARN), env.HASH_KEYS);
const drops = freshDropStates(db, env.FILES_TABLE);
const addressOf = queueAddresses(env.LOG_ENTRIES_QUEUE_URL, env.STEP_QUEUES);
const allowLoopback = env.ALLOW_LOOPBACK === 'yes';

export const handler = createHandler({
  sessions: sessionsTable(db, env.SESSIONS_TABLE),
  mailChoices: mailChoicesTable(db, env.MAIL_CHOICES_TABLE),
  notices: noticesTable(db, env.NOTICES_TABLE),
  files: filesTable(db, env.FILES_TABLE),
  takingsBack: takingsBackTable(db, env.TAKINGS_BACK_TABLE),
  takingBackPolicy: env.TAKING_BACK_POLICY,
  uploadForm: uploadForm(),
  link: objectLink(),
  scanOf: env.SEARCHES_MALWARE === 'yes' ? scanResult() : undefined,
  objects: storedObjects(),
  inboxBucket: env.INBOX_BUCKET,
  outboxBucket: env.INBOX_BUCKET,
  evidenceBucket: env.EVIDENCE_BUCKET,
  enter: queue(addressOf('log-entries')),
  releaseFile: queue(addressOf('files')),
  tellReader: queue(addressOf('files')),
  companies: companiesTable(db, env.COMPANIES_TABLE, hash, drops),
  accounts: accountsTable(db, env.ACCOUNTS_TABLE, hash, drops),
  policeRecords: policeRecordsTable(db, env.POLICE_RECORDS_TABLE, hash, drops),
  subscribers: subscribersTable(db, env.SUBSCRIBERS_TABLE, hash, drops),
  caseRecords: caseRecordsTable(db, env.CASE_RECORDS_TABLE),
  links: linksTable(db, env.LINKS_TABLE, hash),
  verifications: verificationsTable(db, env.VERIFICATIONS_TABLE, hash),
  assessments: assessmentsTable(db, env.ASSESSMENTS_TABLE, hash),
  tasks: tasksTable(db, env.TASKS_TABLE),
  verify: companyQueue(addressOf('registrations'), hash),
  assess: companyQueue(addressOf('companies'), hash),
  hash,
  releases: releasesTable(db, env.RELEASES_TABLE),
  releasePolicy: env.RELEASE_POLICY,
  notifyPolice: companyQueue(addressOf('police-notices'), hash),
  notifyBanks: queue(addressOf('bank-notices')),
  reviews: reviewsTable(db, env.REVIEWS_TABLE),
  replies: repliesTable(db, env.REPLIES_TABLE),
  sendReply: queue(addressOf('replies')),
  outcomes: outcomesTable(db, env.OUTCOMES_TABLE),
  rulesClock: rulesClock(env.RULES_CLOCK, now),
  directed: measuresTable(db, env.MEASURES_TABLE),
  measuresAtFirst: env.DIRECTED_MEASURES,
  switchPolicy: env.SWITCH_POLICY,
  settlingSeconds: env.SETTLING_SECONDS,
  log: logTable(db, env.LOG_TABLE),
  parked: parkedTable(db, env.PARKED_TABLE),
  receivers: receiversTable(db, env.RECEIVERS_TABLE),
  deliveries: deliveriesTable(db, env.DELIVERIES_TABLE),
  sendQuestion: queue(addressOf('deliveries')),
  sendTestEvent: queue(addressOf('deliveries')),
  askReport: queue(addressOf('reports')),
  newId: () => randomBytes(16).toString('base64url'),
  signingKeys: signingKeys(readSecret, changeSecret),
  queues: stepQueues(queuesBeside(env.LOG_ENTRIES_QUEUE_URL, env.STEP_QUEUES)),
  requestOperatorTask: queue(addressOf('operator-tasks')),
  signIn: signInProvider({ issuer: env.SIGN_IN_ISSUER, clientId: env.SIGN_IN_CLIENT_ID, allowLoopback }),
  signInAt: { issuer: env.SIGN_IN_ISSUER, clientId: env.SIGN_IN_CLIENT_ID, loopback: LOOPBACK_CALLBACK },
  assets: readAssets(join(import.meta.dirname, 'assets')),
  allowLoopback,
  edgeKey: env.EDGE_SECRET_ARN === '' ? undefined : await readSecret(env.EDGE_SECRET_ARN),
  expiry: expiresAfter(env.RETENTION_DAYS, now),
  now,
});
