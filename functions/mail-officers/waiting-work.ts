import type { DeskRole } from '#shared/domain/notification/desk-role.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { dayInVietnam } from '#shared/domain/vietnamese/dates.ts';
import { dueOn } from '#shared/domain/vietnamese/due-days.ts';
import type { CaseRecords } from '#shared/tables/case-records.ts';
import type { Measures } from '#shared/tables/measures.ts';
import type { Notices } from '#shared/tables/notices.ts';
import { isDecided, isUndecidedCase } from '#shared/tables/open-notice.ts';
import type { Releases } from '#shared/tables/releases.ts';
import type { Reviews } from '#shared/tables/reviews.ts';
import type { TakingsBack } from '#shared/tables/takings-back.ts';
import type { Tasks } from '#shared/tables/tasks.ts';

/** What waits at desks, in the words of a mail. */
export const WORK_NAMES = {
  case: 'Vụ việc',
  request: 'Việc đồng nghiệp nhờ',
  release: 'Thông báo chờ duyệt',
  review: 'Đề nghị xem lại',
  task: 'Việc được giao',
  file: 'Tệp chờ người thứ hai đồng ý',
  notice: 'Thông báo chưa trả lời',
  measure: 'Biện pháp chờ người thứ hai đồng ý',
} as const;

/** Something that waits for a person; no field says what it is about. */
export interface Work {
  readonly kind: keyof typeof WORK_NAMES;
  /** The instant since which it waits. */
  readonly since: string;
  readonly dueOn?: string | undefined;
  /** The only person for whom it is, and those for whom it is not, by their ids. */
  readonly to?: string | undefined;
  readonly notFor?: readonly string[];
}

export interface WaitingWorkPorts {
  readonly notices: Pick<Notices, 'open'>;
  readonly releases: Pick<Releases, 'waiting'>;
  readonly reviews: Pick<Reviews, 'waiting'>;
  readonly tasks: Pick<Tasks, 'taken'>;
  readonly caseRecords: Pick<CaseRecords, 'assigned' | 'requestsOf'>;
  readonly takingsBack: Pick<TakingsBack, 'at'>;
  readonly directed: Pick<Measures, 'all'>;
}

/** What waits at a desk, for anybody there or for one person. */
export async function waitingWork(role: DeskRole, ports: WaitingWorkPorts): Promise<readonly Work[]> {
  if (role === POLICE) return policeWork(ports);
  if (role === 'office') return [...(await officeTasks(ports)), ...(await filesAt('office', ports))];
  if (role === 'operator') return filesAt('operator', ports);
  if (role === 'province') return measuresProposed(ports);
  const open = await ports.notices.open(role);
  return open
    .filter((one) => !isDecided(one))
    .map(({ changedAt: since, issuedAt, handlingStatus }) => {
      const clock = handlingStatus === 'acknowledged' ? 'bankAnswer' : 'bankAcknowledgement';
      return { kind: 'notice', since, dueOn: dueOn(clock, dayInVietnam(new Date(issuedAt))) };
    });
}

async function policeWork({ notices, caseRecords, releases, reviews }: WaitingWorkPorts): Promise<Work[]> {
  const [open, assigned, proposed, objections] = await Promise.all([
    notices.open(POLICE),
    caseRecords.assigned(),
    releases.waiting(),
    reviews.waiting(),
  ]);
  const cases = open.filter(isUndecidedCase).map(({ noticeId, issuedAt }): Work => {
    const { subject: to, at = issuedAt } = assigned.get(noticeId) ?? {};
    const since = at > issuedAt ? at : issuedAt;
    return { kind: 'case', since, to, dueOn: dueOn('policeAnswer', dayInVietnam(new Date(issuedAt))) };
  });
  return [
    ...cases,
    ...proposed.map(({ proposedAt: since, dueOn: on, votes }): Work => {
      return { kind: 'release', since, dueOn: on, notFor: votes.map(({ officer }) => officer) };
    }),
    ...objections.map(({ askedAt: since, dueOn: on }): Work => ({ kind: 'review', since, dueOn: on })),
  ];
}

/** What colleagues ask of one officer. */
export const requestsOf = async (subject: string, { caseRecords }: WaitingWorkPorts): Promise<readonly Work[]> =>
  (await caseRecords.requestsOf(subject)).map(({ at: since }) => ({ kind: 'request', since }));

const officeTasks = async ({ tasks }: WaitingWorkPorts): Promise<readonly Work[]> =>
  (await tasks.taken()).flatMap(({ assignee, assignedAt: since = '', dueOn: on }) =>
    assignee ? [{ kind: 'task', since, dueOn: on, to: assignee.subject }] : [],
  );

const filesAt = async (desk: 'office' | 'operator', { takingsBack }: WaitingWorkPorts): Promise<readonly Work[]> =>
  (await takingsBack.at(desk)).map(({ askedAt: since, votes }) => {
    return { kind: 'file', since, notFor: votes.map(({ officer }) => officer) };
  });

const measuresProposed = async ({ directed }: WaitingWorkPorts): Promise<readonly Work[]> =>
  (await directed.all()).flatMap(({ proposed }) => (proposed ? [{ kind: 'measure', since: proposed.proposedAt }] : []));
