import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { DeliveryDue, DueDeliveriesRequested } from '#shared/contracts/delivery-due.ts';
import { droppedFiles, FileArrived } from '#shared/contracts/file-arrived.ts';
import { LogEntry } from '#shared/contracts/log-entry.ts';
import {
  AccountTouched,
  CompanyTouched,
  NoticeChanged,
  RegistrationRecorded,
  MailsDue,
  ReportDue,
  SurveyRequested,
  SweepRequested,
  VerdictReached,
} from '#shared/contracts/messages.ts';
import { DeskTask } from '#shared/contracts/operator-task.ts';
import { ReplyRecorded } from '#shared/contracts/replies.ts';

const folder = join(import.meta.dirname, '..', 'events');
const contracts: Record<string, z.ZodType> = {
  '1-file-arrived.json': FileArrived,
  '1-file-continued.json': FileArrived,
  '1-file-released.json': FileArrived,
  '1-headings-confirmed.json': FileArrived,
  '2-registration-recorded.json': RegistrationRecorded,
  '3-company-touched.json': CompanyTouched,
  '4-verdict-reached.json': VerdictReached,
  '5-account-reviewed.json': AccountTouched,
  '5-account-touched.json': AccountTouched,
  'delivery-due.json': DeliveryDue,
  'due-deliveries-requested.json': DueDeliveriesRequested,
  'log-entry.json': LogEntry,
  'notice-changed.json': NoticeChanged,
  'operator-task.json': DeskTask,
  'reply-recorded.json': ReplyRecorded,
  'mails-due.json': MailsDue,
  'report-due.json': ReportDue,
  'survey-requested.json': SurveyRequested,
  'sweep-requested-clock.json': SweepRequested,
  'sweep-requested-feed-completed.json': SweepRequested,
  'sweep-requested-settings-changed.json': SweepRequested,
  'sweep-requested-settings-page.json': SweepRequested,
  'sweep-requested-table-restored.json': SweepRequested,
};
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

describe('events/', () => {
  it('every sample in events/ has a contract, and every contract has a sample', () => {
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort(),
    ).toEqual(Object.keys(contracts).sort());
  });

  it.each(Object.entries(contracts))('the sample %s satisfies its contract', (name, contract) => {
    expect(contract.safeParse(read(name)).error).toBeUndefined();
  });

  it('the event of a dropped file gives the decoded key and a version for each drop', () => {
    const event = FileArrived.parse(read('1-file-arrived.json'));
    expect(droppedFiles(event)).toEqual([FileArrived.parse(read('1-file-continued.json'))]);
  });
});
