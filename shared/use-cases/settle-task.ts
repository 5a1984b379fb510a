import { foldVersions } from '#shared/domain/risk/facts/fold-versions.ts';
import { correctionOf, type OfficeOutcome, outcomesFor } from '#shared/domain/notification/worklist/office-decision.ts';
import type { WorklistEntry } from '#shared/domain/notification/worklist/worklist-entry.ts';
import { dayInVietnam } from '#shared/domain/vietnamese/dates.ts';
import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { EnterInLog, LogEntry } from '#shared/contracts/log-entry.ts';
import type { CompanyTouched, RegistrationRecorded } from '#shared/contracts/messages.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import { chunksOf, settledInParallel } from '#shared/runtime/in-parallel.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { loggedSubject } from '#shared/runtime/party-ref.ts';
import type { Expiry } from '#shared/runtime/retention.ts';
import type { Companies } from '#shared/tables/companies.ts';
import type { CompanyFact } from '#shared/tables/company-item.ts';
import { documentLink, type Links } from '#shared/tables/links.ts';
import type { OfficerName, Task, Tasks } from '#shared/tables/tasks.ts';

export interface SettlePorts {
  readonly companies: Pick<Companies, 'record' | 'registered'>;
  readonly links: Pick<Links, 'record'>;
  readonly tasks: Pick<Tasks, 'get' | 'write'>;
  /** Send messages that have a company's people verified again or the company assessed again. */
  readonly verify: (messages: readonly RegistrationRecorded[]) => Promise<void>;
  readonly assess: (messages: readonly CompanyTouched[]) => Promise<void>;
  readonly enter: EnterInLog;
  readonly hash: KeyedHash;
  readonly expiry: Expiry;
  readonly now: RealClock;
}

/** An entry of the worklist as the officer saw it, with their decision. */
export interface TaskSettlement {
  readonly enterpriseCode: string;
  readonly companyName: string;
  readonly taskId: string;
  readonly entry: WorklistEntry;
  readonly outcome: OfficeOutcome;
  /** The typed value, or the result of an on-site check. */
  readonly value?: string | undefined;
  readonly reason?: string | undefined;
  readonly officer: OfficerName;
}

export type SettleResult = 'settled' | 'settled_before' | 'not_possible';

/** A task with the office's decision. */
type SettledTask = Task & { readonly outcome: OfficeOutcome; readonly by: OfficerName; readonly at: string };

/** So many decisions are followed up together; where the function ends, no more than these wait for it. */
const TOGETHER = 500;
const AT_ONCE = 32;

/** Records the office’s decision on one entry. */
export async function settleTask(settlement: TaskSettlement, ports: SettlePorts): Promise<SettleResult> {
  const [result = 'not_possible'] = await settleTasks([settlement], ports);
  return result;
}

/**
 * Records the office’s decisions: a correction becomes a fact of its company with the officer’s id, the entry is not
 * asked again, and the company is assessed again. The function may end once a decision is stored, and the entry stays in
 * the list. Whoever decides on it then, the officer or a colleague, has the stored decision completed, which changes
 * nothing where that was done before. @returns the results in order
 */
export async function settleTasks(settlements: readonly TaskSettlement[], ports: SettlePorts): Promise<SettleResult[]> {
  const results: SettleResult[] = [];
  for (const some of chunksOf(settlements, TOGETHER)) {
    const decided = await settledInParallel(some, AT_ONCE, (settlement) => decide(settlement, ports));
    const stored = decided.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    await complete(
      stored.flatMap(({ task }) => task ?? []),
      ports,
    );
    for (const one of decided) if (one.status === 'rejected') throw one.reason;
    results.push(...stored.map(({ result }) => result));
  }
  return results;
}

interface Decided {
  readonly result: SettleResult;
  /** The stored decision, from which the rest follows. */
  readonly task?: SettledTask;
}

async function decide(settlement: TaskSettlement, ports: SettlePorts): Promise<Decided> {
  const { enterpriseCode, companyName, taskId, entry, outcome, value, reason, officer } = settlement;
  if (!outcomesFor(entry).includes(outcome)) return { result: 'not_possible' };
  const before = await ports.tasks.get(enterpriseCode, taskId);
  if (before && isSettled(before)) {
    const isOwn = before.by.subject === officer.subject && before.outcome === outcome && before.value === value;
    return { result: isOwn ? 'settled' : 'settled_before', task: before };
  }
  const corrects = outcome === 'accepted' || outcome === 'changed';
  const registered = corrects ? await registeredValue(enterpriseCode, entry, ports.companies) : undefined;
  const next: SettledTask = {
    ...(before ?? { enterpriseCode, taskId, companyName, entry }),
    outcome,
    value,
    correction: correctionOf(entry, outcome, registered, value),
    reason,
    by: officer,
    at: ports.now().toISOString(),
    revision: (before?.revision ?? 0) + 1,
  };
  if (!(await ports.tasks.write(next, before, ports.expiry()))) return { result: 'settled_before' };
  return { result: 'settled', task: next };
}

const isSettled = (task: Task): task is SettledTask =>
  task.outcome !== undefined && task.by !== undefined && task.at !== undefined;

/** Does what follows from stored decisions. */
async function complete(
  tasks: readonly SettledTask[],
  { companies, links, enter, verify, assess, ...ports }: SettlePorts,
): Promise<void> {
  if (tasks.length === 0) return;
  const { hash, expiry } = ports;
  await companies.record(tasks.flatMap(factsOf), expiry());
  const numbers = tasks.flatMap(({ enterpriseCode, correction }) =>
    correction?.field === 'documentNumber' ? [{ value: documentLink(correction.to, hash), enterpriseCode }] : [],
  );
  if (numbers.length > 0) await links.record(numbers, expiry());
  await enter(tasks.map((task) => settledEntry(task, hash)));
  const touched = [...new Set(tasks.map(({ enterpriseCode }) => enterpriseCode))].map((enterpriseCode) => ({
    enterpriseCode,
  }));
  await verify(touched);
  await assess(touched);
}

/** The facts of a decision: the decision itself and, for an on-site check, its result as an inspection of that day. */
function factsOf({ enterpriseCode, taskId, entry, outcome, value, correction, by, at }: SettledTask): CompanyFact[] {
  const decision: CompanyFact = {
    enterpriseCode,
    officeDecision: { taskId, outcome, correction, by: by.subject, at },
  };
  if (entry.kind !== 'post_check' || outcome !== 'done' || value === undefined) return [decision];
  const signal = { kind: 'KIEM_TRA_TRU_SO', on: dayInVietnam(new Date(at)), value } as const;
  return [decision, { enterpriseCode, signal, taskId, from: { file: `activities/${DESK}`, row: 1, version: taskId } }];
}

/** The source of a fact that an officer entered. */
const DESK = 'nhập tại bàn làm việc của cơ quan đăng ký';

async function registeredValue(
  enterpriseCode: string,
  { field, person }: WorklistEntry,
  companies: Pick<Companies, 'registered'>,
): Promise<string | undefined> {
  if (person !== undefined) return undefined;
  const { registrations } = await companies.registered(enterpriseCode);
  if (registrations.length === 0) return undefined;
  const value = Object.entries(foldVersions(registrations).current).find(([name]) => name === field)?.[1];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** The values may be personal data, so they stay in the table and out of the log. */
function settledEntry({ enterpriseCode, taskId, entry, outcome, by, at }: SettledTask, hash: KeyedHash): LogEntry {
  const says = {
    enterpriseCode: loggedSubject(enterpriseCode, hash),
    taskId,
    kind: entry.kind,
    field: entry.field,
    outcome,
  };
  const actor = actorOf({ officer: by.subject }, 'office');
  return entryOf({ kind: 'work-settled', at, by: actor, says }, { enterpriseCode, taskId });
}
