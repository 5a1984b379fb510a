import { createHash } from 'node:crypto';
import { answerEntries } from '#functions/record-reply/record-reply.ts';
import { checkLog } from '#infra/operator/check-log.ts';
import { CHECKSUMS_FILE, dossierFolder } from '#shared/contracts/dossier-files.ts';
import { dossierEntryId, noticeEntryId } from '#shared/contracts/log-entries.ts';
import { LOG_FILES } from '#shared/contracts/log-files.ts';
import { outboxKey } from '#shared/contracts/outbox-key.ts';
import { RECEIPT_ENDING } from '#shared/contracts/receipt.ts';
import { mustBeDelivered } from '#shared/domain/notification/notice/notice.ts';
import { isFoundById } from '#shared/domain/transparency-log/log-entry.ts';
import { OutcomeItem } from '#shared/tables/outcome-item.ts';
import type { ReplyItem } from '#shared/tables/replies.ts';
import { BAND } from '#shared/tables/links.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { bandOf, type LinkMember } from '#shared/domain/risk/rings/band.ts';
import { valueOfKey } from '#shared/domain/risk/rings/value-key.ts';
import { isUnreadable } from './acts.ts';
import { invariant, type Table } from './invariant.ts';
import { assessedOf, noticesOf, receiptsOf, waitingForPeople } from './outside.ts';
import { BANK, rowsOf } from './scenario.ts';
import { itemsOf } from './tables-of.ts';
import { logOf } from './the-log.ts';
import type { World } from './world.ts';

/** What holds before the receivers acknowledge everything, which would hide what was never sent. */
export const BEFORE_ANSWERS: Table<[World]> = {
  'a bank with an endpoint has the newest state of its notices, withdrawals too': invariant('lost', function* (world) {
    for (const notice of noticesOf(world)) {
      if (notice.receiver !== BANK) continue;
      const had = world.received.filter(({ id }) => id.startsWith(`${notice.noticeId}.`));
      const isOwed = mustBeDelivered(notice) || (notice.state === 'withdrawn' && had.length > 0);
      if (isOwed && notice.handlingStatus === 'issued') yield `${notice.noticeId}.${notice.sequence}`;
    }
  }),
  'an endpoint is never sent an older state after a newer one': invariant('different', function* ({ received }) {
    const newest = new Map<string, number>();
    for (const { id } of received) {
      const [noticeId = '', sequence] = id.split('.');
      if (sequence === undefined) continue;
      if (Number(sequence) < (newest.get(noticeId) ?? 0)) yield `${id} after ${newest.get(noticeId)}`;
      newest.set(noticeId, Math.max(Number(sequence), newest.get(noticeId) ?? 0));
    }
  }),
  'a message has one content': invariant('different', function* ({ received }) {
    const bodies = new Map<string, string>();
    for (const { id, body } of received) {
      if (bodies.has(id) && bodies.get(id) !== body) yield id;
      bodies.set(id, body);
    }
  }),
  'the feed shows the newest state of each notice, and older states before newer ones': invariant(
    'lost',
    function* (world) {
      const newest = new Map<string, number>();
      for (const { id, sequence } of world.feed.read) {
        if (sequence < (newest.get(id) ?? 0)) yield `${id}: ${sequence} after ${newest.get(id)}`;
        newest.set(id, sequence);
      }
      for (const { receiver, noticeId, sequence } of noticesOf(world))
        if (receiver === 'police' && newest.get(noticeId) !== sequence) yield `${noticeId}.${sequence}`;
    },
  ),
};

/** What holds once nothing is left to do. */
export const AT_REST: Table<[World]> = {
  'every accepted row of a registration has its company': invariant('lost', function* (world) {
    const known = new Set(itemsOf(world, 'Companies').map(({ enterpriseCode }) => enterpriseCode));
    for (const { feed, file, error, leftOut } of receiptsOf(world))
      if (feed === 'registrations' && !error && !leftOut)
        for (const code of rowsOf(String(world.objects.get(world.design.inbox, `${feed}/${file}`))))
          if (!known.has(code)) yield code;
  }),
  'a flagged company has its notice, and whoever has one is flagged': invariant('lost', function* (world) {
    const verdicts = new Map(assessedOf(world).map(({ enterpriseCode, verdict }) => [enterpriseCode, verdict]));
    const told = new Set<string>();
    const waiting = waitingForPeople(world);
    for (const { receiver, noticeId, state, content } of noticesOf(world)) {
      const { enterpriseCode = '' } = content;
      if (state !== 'in_force') continue;
      if (receiver === 'police') told.add(enterpriseCode);
      if (waiting.has(noticeId)) continue;
      const verdict = verdicts.get(enterpriseCode);
      // A bank is also told of an account that was reported, or that another person uses
      const isOfCompany = !('scope' in content) || content.scope.concerns !== 'account';
      if (isOfCompany && verdict !== 'flagged') yield `${receiver}: ${JSON.stringify(content)} of a ${verdict}`;
    }
    const flagged = [...verdicts].flatMap(([code, verdict]) => (verdict === 'flagged' ? [code] : []));
    for (const code of flagged) if (!told.has(code)) yield `${code} is flagged`;
  }),
  'a notice says what the company was found with': invariant('different', function* (world) {
    const assessed = new Map(assessedOf(world).map((one) => [one.enterpriseCode, one]));
    const waiting = waitingForPeople(world);
    for (const { receiver, noticeId, state, content } of noticesOf(world)) {
      if (receiver !== 'police' || state !== 'in_force' || !('findings' in content)) continue;
      if (waiting.has(noticeId)) continue;
      const { findings, score } = assessed.get(content.enterpriseCode) ?? {};
      if (JSON.stringify([content.findings, content.score]) !== JSON.stringify([findings, score]))
        yield content.enterpriseCode;
    }
  }),
  'a shared value has the band that its companies show, and they were told of it': invariant(
    'different',
    function* (world) {
      const links = itemsOf(world, 'Links');
      for (const { value, enterpriseCode, band, notified } of links) {
        const shared = valueOfKey(String(value));
        if (enterpriseCode !== BAND || !shared) continue;
        const members = links.filter((one) => one['value'] === value && one['enterpriseCode'] !== BAND && !one['left']);
        const shown = bandOf(shared.kind, shared.ref, members as unknown as readonly LinkMember[]);
        if (!notified || contentId(shown) !== contentId(band)) yield `${String(value)} of ${members.length}`;
      }
    },
  ),
  'there is one notice for one subject': invariant('doubled', function* (world) {
    const known = new Set<string>();
    for (const { receiver, subject } of noticesOf(world)) {
      if (known.has(`${receiver} ${subject}`)) yield `${receiver} ${subject}`;
      known.add(`${receiver} ${subject}`);
    }
  }),
  'a file that was read has its receipt, and its sender has it back': invariant(
    'lost',
    function* ({ objects, design }) {
      for (const key of objects.keys(design.inbox, '')) {
        const [feed = '', ...rest] = key.split('/');
        if (feed === 'outbox') continue;
        const file = rest.join('/');
        if (!objects.get(design.evidence, `receipts/${key}${RECEIPT_ENDING}`)) yield key;
        else if (!objects.get(design.inbox, `${outboxKey(feed, file)}${RECEIPT_ENDING}`)) yield `outbox of ${key}`;
      }
    },
  ),
  'a notice to the police has its dossier, whole': invariant('lost', function* (world) {
    const { objects, design } = world;
    for (const { receiver, noticeId, sequence, content } of noticesOf(world)) {
      if (receiver !== 'police') continue;
      const folder = dossierFolder({ enterpriseCode: content.enterpriseCode ?? '', noticeId, sequence });
      const checksums = objects.get(design.evidence, `${folder}/${CHECKSUMS_FILE}`);
      if (!checksums) yield folder;
      const { files } = JSON.parse(String(checksums ?? '{"files":{}}')) as { files: Readonly<Record<string, string>> };
      for (const [name, sha256] of Object.entries(files))
        if (hashOf(objects.get(design.evidence, `${folder}/${name}`)) !== sha256) yield `${folder}/${name}`;
    }
  }),
  'the log verifies, and its newest checkpoint is published': invariant('different', function* (world) {
    const { log } = world.design;
    const files = new Map(world.objects.keys(log, '').map((key) => [key, world.objects.get(log, key) ?? Buffer.of()]));
    yield* checkLog(files, [], []).faults;
    const { entries, size, checkpoint } = logOf(world);
    if (String(files.get(LOG_FILES.checkpoint)) !== checkpoint) yield 'the checkpoint';
    if (entries.length !== size) yield `${entries.length} of ${size} entries`;
  }),
  'the log has each event once': invariant('doubled', function* (world) {
    const ids = new Set<string>();
    for (const { id, kind } of logOf(world).entries) {
      if (ids.has(id) && isFoundById(kind)) yield `${kind} ${id}`;
      ids.add(id);
    }
  }),
  'the log lacks no notice, dossier, reply or verdict': invariant('lost', function* (world) {
    const entries = logOf(world).entries;
    const ids = new Set(entries.map(({ id }) => id));
    for (const notice of noticesOf(world))
      for (let sequence = 1; sequence <= notice.sequence; sequence += 1)
        if (!ids.has(noticeEntryId({ ...notice, sequence }))) yield `notice ${notice.noticeId}.${sequence}`;
    for (const notice of noticesOf(world))
      if (notice.receiver === 'police' && !ids.has(dossierEntryId(notice))) yield `dossier of ${notice.noticeId}`;
    for (const reply of itemsOf(world, 'Replies') as unknown as readonly ReplyItem[])
      if ('reply' in reply) for (const { id } of answerEntries(reply)) if (!ids.has(id)) yield `reply ${reply.replyId}`;
    const verdicts = new Set(entries.map(({ says }) => says['assessmentId']));
    for (const { assessmentId, enterpriseCode } of itemsOf(world, 'Assessments'))
      if (!verdicts.has(assessmentId as string)) yield `verdict on ${String(enterpriseCode)}`;
  }),
  'the ledger has each state of a notice once': invariant('doubled', function* (world) {
    const facts = itemsOf(world, 'Outcomes').map((item) => OutcomeItem.parse(item));
    for (const { noticeId, sequence: newest } of noticesOf(world))
      for (let sequence = 1; sequence <= newest; sequence += 1) {
        const { length } = facts.filter(
          (fact) => fact.noticeId === noticeId && fact.sequence === sequence && STATES.has(fact.kind),
        );
        if (length !== 1) yield `${noticeId}.${sequence}: ${length}`;
      }
  }),
  'no message waits for ever, and only what nobody can read is parked': invariant('lost', function* (world) {
    for (const { reads } of world.design.steps)
      if (reads)
        for (const { body } of [...world.queues.in(reads.queue), ...world.queues.deadLettersOf(reads.queue)])
          yield `${reads.queue}: ${body.slice(0, 160)}`;
    for (const { body, why } of itemsOf(world, 'Parked')) if (!isUnreadable(body)) yield `parked: ${String(why)}`;
  }),
};
const STATES: ReadonlySet<string> = new Set(['notified', 'withdrawn', 'expired']);

const hashOf = (bytes: Buffer | undefined): string =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');
