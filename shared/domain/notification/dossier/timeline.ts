import { dayInVietnam, formatDate, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { Evidence } from '#shared/domain/risk/rules/finding.ts';
import type { PoliceNotice } from './police-notice.ts';
import { withdrawalReason } from './wording.ts';

/** The names, in Vietnamese, of the events that the evidence's days date. */
export interface TimelineEntry {
  readonly on: IsoDate;
  readonly what: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Days in the evidence that only bound a period or on which nothing happened. */
const NOT_EVENTS = new Set(['answerBy', 'dueOn', 'registeredOn', 'since', 'until']);
const EVENTS: Readonly<Record<string, string>> = {
  openedOn: 'Mở tài khoản',
  representativeOn: 'Đổi người đại diện theo pháp luật',
  addressOn: 'Đổi địa chỉ trụ sở',
  requestedOn: 'Yêu cầu báo cáo góp vốn',
};

/** A decision of the police on the notice. */
export interface DecisionMade {
  /** The ISO instant of the decision. */
  readonly at: string;
  readonly outcome: 'confirmed' | 'dismissed';
  /** The officer's own words. */
  readonly reason?: string | undefined;
  readonly document?: { readonly number: string; readonly date: IsoDate } | undefined;
}

/**
 * The dated facts of a notice (diễn biến), the oldest first, and those of one day in the order of the notice.
 * @param decisions the police's, the oldest first
 */
export function timelineOf(notice: PoliceNotice, decisions: readonly DecisionMade[] = []): TimelineEntry[] {
  const entries = [
    { on: notice.registeredOn, what: 'Đăng ký doanh nghiệp' },
    ...ringEvents(notice),
    ...notice.findings.flatMap(({ evidence, message }) => findingEvents(evidence, message)),
    { on: notice.issuedOn, what: 'Gửi thông báo cho cơ quan Công an' },
    ...decisions.map(decisionEvent),
    ...changeEvents(notice),
  ];
  const once = new Map(entries.map((entry) => [`${entry.on} ${entry.what}`, entry]));
  return [...once.values()].sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

function ringEvents({ enterpriseCode, network }: PoliceNotice): TimelineEntry[] {
  if (!network || network.ties.length === 0) return [];
  const own = network.members.find((member) => member.enterpriseCode === enterpriseCode);
  const begun = {
    on: network.since,
    what: 'Hai doanh nghiệp đầu tiên của nhóm có thông tin dùng chung đều đã đăng ký',
  };
  if (!own) return [begun];
  if (own.since === begun.on)
    return [
      { on: own.since, what: 'Doanh nghiệp này và một doanh nghiệp khác có thông tin dùng chung đều đã đăng ký' },
    ];
  return [
    begun,
    { on: own.since, what: 'Doanh nghiệp này và một doanh nghiệp khác có thông tin dùng chung đều đã đăng ký' },
  ];
}

/** The named events of a finding's days, and its sentence once, at the last other day. */
function findingEvents(evidence: Evidence, message: string): TimelineEntry[] {
  const days = Object.entries(evidence).flatMap(([name, value]) =>
    typeof value === 'string' && DAY.test(value) && !NOT_EVENTS.has(name) ? [{ name, on: value }] : [],
  );
  const named = days.flatMap(({ name, on }) => (EVENTS[name] === undefined ? [] : [{ on, what: EVENTS[name] }]));
  const last = days
    .filter(({ name }) => EVENTS[name] === undefined)
    .map(({ on }) => on)
    .sort()
    .at(-1);
  return last === undefined ? named : [...named, { on: last, what: message }];
}

function decisionEvent({ at, outcome, reason, document }: DecisionMade): TimelineEntry {
  const decided = outcome === 'confirmed' ? 'Công an xác nhận' : 'Công an bác bỏ';
  const named = document === undefined ? '' : `, văn bản số ${document.number} ngày ${formatDate(document.date)}`;
  return {
    on: dayInVietnam(new Date(at)),
    what: `${decided}${named}${reason === undefined ? '' : `. Lý do: ${reason}`}`,
  };
}

function changeEvents({ sequence, state, withdrawnBecause, changedOn }: PoliceNotice): TimelineEntry[] {
  if (changedOn === undefined) return [];
  const reason = withdrawnBecause === undefined ? '' : `: ${withdrawalReason(withdrawnBecause)}`;
  const change =
    state === 'withdrawn' ? `Rút thông báo (bản số ${sequence})${reason}` : `Cập nhật thông báo (bản số ${sequence})`;
  return [{ on: changedOn, what: change }];
}
