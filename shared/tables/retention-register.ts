import type { TableName } from './table-designs.ts';

/**
 * The personal data of one place: their reason, basis and time. The tables' modules read `days`; `records` are the days
 * that the stage sets for facts and what is made of them.
 */
export interface RetentionRule {
  readonly holds: string;
  readonly purpose: string;
  readonly basis: string;
  readonly days: number | 'records' | 'never ends';
  /**
   * The effect of an order to erase a person: it deletes the person's items, removes the person from other items, or
   * leaves them, by what the basis says.
   */
  readonly onErasure: 'remove' | 'redact' | 'keep';
}

const PREVENTION =
  'Luật Phòng, chống rửa tiền 2022; Luật Bảo vệ dữ liệu cá nhân 2025 (thực hiện nhiệm vụ của cơ quan nhà nước)';
const EVIDENCE =
  'Luật Lưu trữ 2024: hồ sơ, tài liệu của cơ quan nhà nước; Luật Tố tụng hành chính 2015: chứng cứ của việc khiếu nại';
const DAYS_A_YEAR = 365;
/** As long as the log's lock: a notice can be shown for as long as its proof. */
export const NOTICE_DAYS = 3653;

/** The register of what is kept: every table has its line, and `npm run erase` does what stands here. */
export const RETENTION_REGISTER = {
  companies: line(
    'rows of the registration, tax, insurance and inspection feeds, with people of companies',
    'assessing companies',
    PREVENTION,
    'records',
    'remove',
  ),
  policeRecords: line(
    'extracts of population data for people of companies',
    'comparing identities',
    PREVENTION,
    'records',
    'remove',
  ),
  accounts: line(
    'registers, monthly totals and listings of business accounts, with their representatives',
    'assessing companies, telling the account’s bank',
    PREVENTION,
    'records',
    'redact',
  ),
  subscribers: line(
    'keyed references of a phone and of its subscriber’s document',
    'whose phone an account has',
    PREVENTION,
    'records',
    'remove',
  ),
  links: line('keyed references of values that companies share', 'finding rings', PREVENTION, 'records', 'remove'),
  verifications: line(
    'each person’s result against police data',
    'assessing companies',
    PREVENTION,
    'records',
    'remove',
  ),
  assessments: line(
    'verdicts and the facts they stand on',
    'notices and the worklist',
    PREVENTION,
    'records',
    'redact',
  ),
  notices: line(
    'what police and banks were notified of: masked numbers, account numbers, nobody’s name',
    'showing later what was said to whom',
    EVIDENCE,
    NOTICE_DAYS,
    'keep',
  ),
  replies: line('what police and banks answered', 'acting on decisions', EVIDENCE, 'records', 'keep'),
  receivers: line(
    'endpoints, clients and certificates of bodies',
    'delivering notices',
    'hợp đồng và quy chế phối hợp với từng đơn vị',
    'never ends',
    'keep',
  ),
  calls: line(
    'how many calls a receiver made in a minute',
    'keeping each receiver’s share',
    'an ninh của hệ thống',
    1 / 24,
    'keep',
  ),
  log: line(
    'plain entries beside the verifiable log: codes and references',
    'opening what the log commits to',
    EVIDENCE,
    'records',
    'redact',
  ),
  deliveries: line(
    'attempts to bring a notice to an endpoint',
    'delivering notices',
    EVIDENCE,
    2 * DAYS_A_YEAR,
    'keep',
  ),
  sessions: line('who is signed in at a desk', 'signing in', 'an ninh của hệ thống', 1, 'keep'),
  files: line(
    'names and states of files, coverage of feeds; nothing of a person',
    'knowing what was listened to',
    'an ninh của hệ thống',
    'never ends',
    'keep',
  ),
  releases: line(
    'changes of notices that people have to release, and who decided on them',
    'showing who let a notice out',
    EVIDENCE,
    'records',
    'keep',
  ),
  caseRecords: line(
    'officers’ notes on a case, what each saw last, what banks were asked',
    'colleagues who take a case over; telling what has changed',
    EVIDENCE,
    'records',
    'keep',
  ),
  tasks: line(
    'what the office decided on proposed corrections, who has which task',
    'the correction file for the register; showing who corrected what',
    EVIDENCE,
    'records',
    'remove',
  ),
  outcomes: line(
    'what became of each flag and notice: codes of companies, rules and communes, days, the side that acted; nobody’s name or number',
    'reports to the province, how often the rules were wrong',
    EVIDENCE,
    NOTICE_DAYS,
    'keep',
  ),
  reviews: line(
    'objections of banks and companies to a notice, and who decided on them',
    'deciding on them, showing later that they were heard',
    EVIDENCE,
    NOTICE_DAYS,
    'keep',
  ),
  rejections: line(
    'cells of rows that could not be read, numbers masked',
    'the sender’s receipt',
    PREVENTION,
    'records',
    'remove',
  ),
  parked: line(
    'messages that could not succeed: codes and references',
    'being replayed; an alarm rings while any is there',
    'an ninh của hệ thống',
    2 * DAYS_A_YEAR,
    'keep',
  ),
} as const satisfies Readonly<Record<TableName, RetentionRule>>;

function line<D extends RetentionRule['days'], E extends RetentionRule['onErasure']>(
  holds: string,
  purpose: string,
  basis: string,
  days: D,
  onErasure: E,
) {
  return { holds, purpose, basis, days, onErasure } as const;
}

const SECONDS_A_DAY = 86_400;
type Fixed = { [N in TableName]: (typeof RETENTION_REGISTER)[N]['days'] extends number ? N : never }[TableName];

/** The expiry of an item whose days the register fixes: whole seconds since 1970. @param from ISO instant */
export const expiryOf = (table: Fixed, from: string): number =>
  Math.floor(Date.parse(from) / 1000) + Math.round(RETENTION_REGISTER[table].days * SECONDS_A_DAY);
