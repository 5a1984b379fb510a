import { dayInVietnam, formatDate, formatMonth, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { ascending } from '#shared/domain/vietnamese/text/text-order.ts';
import type { Evidence } from '#shared/domain/risk/rules/finding.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import type { CaseFile } from './case-file.ts';
import { CHANGED, taxStatusInWords } from './company-state.ts';
import { gravestMoney } from './money-meant.ts';
import type { PoliceNotice } from './police-notice.ts';
import { withdrawalReason } from './wording.ts';

export interface TimelineEntry {
  /** A day, or a month (`yyyy-mm`) of which no day is known. */
  readonly on: IsoDate;
  readonly what: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Days in the evidence that only bound a period or on which nothing happened. */
const NOT_EVENTS = new Set(['answerBy', 'asleepFrom', 'dueOn', 'registeredOn', 'representativeOn', 'since', 'until']);

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
export function timelineOf(
  notice: PoliceNotice,
  caseFile?: CaseFile,
  decisions: readonly DecisionMade[] = [],
): TimelineEntry[] {
  const entries = [
    { on: notice.registeredOn, what: 'Đăng ký doanh nghiệp' },
    ...(caseFile === undefined ? [] : caseEvents(caseFile, notice)),
    ...gravestMoney(notice.findings, caseFile?.accounts ?? []).map(({ from, sentence }) => ({
      on: from,
      what: sentence,
    })),
    ...ringEvents(notice),
    ...notice.findings.flatMap(({ evidence, message }) => findingEvents(evidence, message)),
    { on: notice.issuedOn, what: 'Gửi thông báo cho cơ quan Công an' },
    ...decisions.map(decisionEvent),
    ...changeEvents(notice),
  ];
  const once = new Map(entries.map((entry) => [`${entry.on} ${entry.what}`, entry]));
  return [...once.values()].sort((a, b) => ascending(lastDayOf(a), lastDayOf(b)));
}

/** What is known by the month alone stands after the days of this month. */
const lastDayOf = ({ on }: TimelineEntry): string => (on.length === 7 ? `${on}-32` : on);

/** The day or the month of an event, for readers. */
export const dayInWords = ({ on }: TimelineEntry): string => (on.length === 7 ? formatMonth(on) : formatDate(on));

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

/** What the registration, the tax office and the banks date. */
function caseEvents({ state, accounts }: CaseFile, { findings }: PoliceNotice): TimelineEntry[] {
  const isFound = findings.some(({ evidence: { status, on } }) => status !== undefined && on === state.tax?.on);
  return [
    ...state.changes.map(({ kind, on }) => ({ on, what: `Thay đổi ${CHANGED[kind]}` })),
    ...accounts.flatMap(({ register: { openedOn, bank } }) =>
      openedOn === undefined ? [] : [{ on: openedOn, what: `Mở tài khoản tại ${bankNameOf(bank)}` }],
    ),
    ...(state.tax && !isFound ? [{ on: state.tax.on, what: taxStatusInWords(state.tax) }] : []),
  ];
}

/** A finding's sentence, at the last of its days. */
function findingEvents(evidence: Evidence, message: string): TimelineEntry[] {
  const last = Object.entries(evidence)
    .flatMap(([name, value]) => (typeof value === 'string' && DAY.test(value) && !NOT_EVENTS.has(name) ? [value] : []))
    .sort()
    .at(-1);
  return last === undefined ? [] : [{ on: last, what: message }];
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
