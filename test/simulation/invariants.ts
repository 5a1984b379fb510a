import { receiptStem } from '#shared/contracts/receipt-key.ts';
import type { Receipt } from '#shared/contracts/receipt.ts';
import { type Finding, itemsOf } from './end-state.ts';
import type { StepDesign } from './system.ts';
import type { Attributes } from './twins/expressions.ts';
import type { Message } from './twins/queues.ts';
import type { World } from './world.ts';

/** What must hold after each step of a run, whatever has gone wrong. */
export class Invariants {
  readonly found: Finding[] = [];
  world: World | undefined;

  /** Told of each write of each table. */
  readonly wrote = (table: string, before: Attributes | undefined, after: Attributes | undefined): void => {
    if (table.includes('TablesNoticesTable')) this.#notice(before, after);
    if (table.includes('TablesFilesTable')) this.#file(before, after);
    if (
      table.includes('TablesAssessmentsTable') &&
      after &&
      before &&
      String(after['gatheredAt']) < String(before['gatheredAt'])
    )
      this.#say('different', `the assessment of ${String(after['enterpriseCode'])} goes back to older facts`);
  };

  /** Told of each message that a function has acknowledged. */
  readonly done = ({ folder }: StepDesign, { body }: Message): void => {
    if (folder === '1-read-file') this.#fileDone(JSON.parse(body));
  };

  /** When nothing is under way any more. */
  atRest(): void {
    const { world } = this;
    if (!world) return;
    const notices = itemsOf(world, 'Notices');
    for (const { enterpriseCode, verdict, notified } of itemsOf(world, 'Assessments')) {
      if (notified !== true) this.#say('lost', `nobody was told of the assessment of ${String(enterpriseCode)}`);
      const stands = notices.some(
        ({ receiver, subject, state }) => receiver === 'police' && subject === enterpriseCode && state === 'in_force',
      );
      if (verdict === 'flagged' && !stands) this.#say('lost', `no notice of the flagged ${String(enterpriseCode)}`);
      if (verdict !== 'flagged' && stands)
        this.#say('doubled', `a notice of ${String(enterpriseCode)}, which is not flagged`);
    }
    for (const notice of notices) this.#said(notice, world);
    for (const { reads } of world.design.steps) {
      if (!reads) continue;
      for (const { body } of [...world.queues.in(reads.queue), ...world.queues.deadLettersOf(reads.queue)])
        this.#say('lost', `a message without a fate in ${reads.queue}: ${body}`);
    }
  }

  /** What a notice says lies in its dossier, and the bank with an endpoint has heard of it. */
  #said({ receiver, noticeId, sequence, content }: Attributes, world: World): void {
    if (receiver === 'police') {
      const { enterpriseCode } = content as { enterpriseCode: string };
      const keys = world.objects.keys(world.design.evidence, 'dossiers/');
      const own = keys.filter(
        (key) => key.includes(enterpriseCode) && new RegExp(`\\b0*${String(sequence)}\\b`, 'u').test(key),
      );
      if (!own.some((key) => key.endsWith('checksums.json')))
        this.#say('lost', `no dossier of ${enterpriseCode} at ${String(sequence)}`);
    }
    const delivery = itemsOf(world, 'Deliveries').find(
      (one) => one['noticeId'] === noticeId && one['receiver'] === receiver,
    );
    if (delivery && (delivery['sequence'] as number) < (sequence as number) && delivery['state'] !== 'superseded')
      this.#say('lost', `the delivery of ${String(noticeId)} stays at an older sequence`);
  }

  #notice(before: Attributes | undefined, after: Attributes | undefined): void {
    if (!after) return this.#say('lost', 'a notice was removed');
    const [was, is] = [Number(before?.['sequence'] ?? 0), Number(after['sequence'])];
    const name = String(after['noticeId']);
    if (is < was || is > was + 1) this.#say('different', `the sequence of ${name} goes from ${was} to ${is}`);
    const says = (notice: Attributes) =>
      JSON.stringify([notice['state'], notice['content'], notice['expiresOn'], notice['reviewOn']]);
    if (!before) return;
    if (is === was && says(before) !== says(after)) this.#say('different', `${name} changes at the same sequence`);
    if (is === was + 1 && says(before) === says(after) && before['besides'] === after['besides'])
      this.#say('doubled', `${name} is said again at a new sequence`);
  }

  #file(before: Attributes | undefined, after: Attributes | undefined): void {
    if (!after || !before || after['version'] !== before['version'] || after['counts'] === undefined) return;
    const [was, is] = [before['counts'], after['counts']] as { read: number }[];
    if ((is?.read ?? 0) < (was?.read ?? 0)) this.#say('lost', `${String(after['file'])} goes back to an earlier row`);
    if (before['state'] !== 'reading' && after['state'] === 'reading')
      this.#say('doubled', `${String(after['file'])} is read again`);
  }

  /** A file's message is done: the file has its receipt, and every company that it names is there, or it is carried on. */
  #fileDone(message: { Records?: { s3: { object: { key: string } } }[]; key?: string }): void {
    const { world } = this;
    if (!world) return;
    for (const key of [
      ...(message.Records ?? []).map(({ s3 }) => s3.object.key),
      ...(message.key === undefined ? [] : [message.key]),
    ]) {
      const [feed = '', ...rest] = decodeURIComponent(key).split('/');
      const stem = receiptStem({ feed: feed as Receipt['feed'], file: rest.join('/') });
      const carriedOn = world.design.steps
        .filter(({ folder }) => folder === '1-read-file')
        .some(
          ({ reads }) =>
            reads &&
            [...world.queues.in(reads.queue), ...world.queues.deadLettersOf(reads.queue)].some(
              ({ body }) => body.includes(key) && body !== JSON.stringify(message),
            ),
        );
      if (world.objects.get(world.design.evidence, `${stem}.json`)) this.#companiesOf(world, decodeURIComponent(key));
      else if (!carriedOn) this.#say('lost', `${key} is done and has no receipt`);
    }
  }

  #companiesOf(world: World, key: string): void {
    if (!key.startsWith('registrations/')) return;
    const text = world.objects.get(world.design.inbox, key)?.toString() ?? '';
    const recorded = new Set(itemsOf(world, 'Companies').map(({ enterpriseCode }) => String(enterpriseCode)));
    for (const row of text.split('\n').slice(1)) {
      const code = row.split(',')[0] ?? '';
      if (!row.includes('31/02/') && !recorded.has(code))
        this.#say('lost', `an accepted row of ${code} without its company`);
    }
  }

  #say(kind: Finding['kind'], what: string): void {
    if (this.found.length < 20 && !this.found.some((one) => one.what === what)) this.found.push({ kind, what });
  }
}
