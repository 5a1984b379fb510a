import type { OfficeOutcome } from '#shared/domain/notification/worklist/office-decision.ts';
import type { WorklistEntry } from '#shared/domain/notification/worklist/worklist-entry.ts';
import { dayInVietnam } from '#shared/domain/vietnamese/dates.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { documentLink } from '#shared/tables/links.ts';
import { taskIdOf } from '#shared/tables/task-id.ts';
import { withBefore } from './before-requests.ts';
import { type DeskUser, endingAfterDecision, entriesOf, overtakenAtWrite, sendForm } from './desks.ts';
import { itemsOf, unpacked, type Violation } from './end-state.ts';
import { keepingMessages } from './kept-messages.ts';
import { putItem } from './put-item.ts';
import { queueOf } from './queue-of.ts';
import { doubledIf, lostUnless } from './said.ts';
import { SECRET } from './secret.ts';
import { findingsOfSettledAtOnce, SETTLED_AT_ONCE } from './settled-at-once.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

const office = (officer: string): DeskUser => ({ officer, group: 'office' });
const [AN, BINH] = [office('an'), office('binh')];
const [WRONG, RIGHT] = ['033085000998', '033085000999'];
/** A list of all companies reads each shard. */
const ANY_SHARD = '0';
const EXPIRES_AT = 4_000_000_000;
const WHY = 'Số giấy tờ sai một chữ số.';

const NUMBER: WorklistEntry = {
  kind: 'correction',
  field: 'documentNumber',
  current: WRONG,
  proposed: RIGHT,
  why: WHY,
  person: 'Lê Văn Thật',
};
const CHECK: WorklistEntry = { kind: 'post_check', field: 'activity', current: 'inactive', proposed: '', why: WHY };
/** The register's value is not in the entry. */
const ADDRESS: WorklistEntry = { kind: 'address', field: 'headOfficeAddress', current: '', proposed: '', why: WHY };
const TYPED = 'Số 5, đường Lê Lai, Phường Phố Hiến, Tỉnh Hưng Yên';

interface Settling {
  readonly world: World;
  readonly code: string;
}

/**
 * Officers of the office decide on what a company's worklist has: a corrected number leads to the company, an on-site check
 * is a fact of its day, and a typed value stands in the place of the register's. Two of the functions end once the decision
 * is stored; a colleague, who would decide otherwise, or the officer again has it completed as it stands.
 */
export async function findingsOfSettledTasks(world: World): Promise<readonly Violation[]> {
  const verified = itemsOf(world, 'Verifications').find((one) => one['packed'] !== undefined);
  if (!verified) return [];
  const { people } = unpacked(verified);
  const code = String(verified['enterpriseCode']);
  const worklist = [NUMBER, CHECK, ADDRESS, ...SETTLED_AT_ONCE];
  const [packed, work] = [
    { people, worklist },
    { name: 'A', worklist },
  ].map((one) => Buffer.from(JSON.stringify(one)));
  const listed = { workShard: ANY_SHARD, work, expiresAt: EXPIRES_AT };
  putItem(world, 'Verifications', { ...verified, ...listed, packed });
  const settling = { world, code };
  const found = [
    ...(await correctedNumber(settling)),
    ...(await checkedOnSite(settling)),
    ...(await typedAddress(settling)),
    ...(await watched(settling, () => findingsOfSettledAtOnce(world, code))).found,
  ];
  putItem(world, 'Verifications', verified);
  return found;
}

async function correctedNumber(settling: Settling): Promise<readonly Violation[]> {
  const { world, code } = settling;
  storeAssigned(settling, NUMBER);
  const early = await watched(settling, async () => {
    const isOvertakenTaken = await overtakenAtWrite(world, 'Tasks', () => decide(settling, AN, NUMBER, 'accepted'));
    return doubledIf(
      isOvertakenTaken !== false || factOf(settling, NUMBER) !== undefined,
      'a decision of the office is taken that is not stored',
    );
  });
  const ended = await watched(settling, async () => {
    await endingAfterDecision(world, 'Tasks', () => decide(settling, AN, NUMBER, 'accepted'));
    const isOtherTaken = await decide(settling, BINH, NUMBER, 'refused');
    return doubledIf(isOtherTaken !== false, 'what one officer has decided is decided otherwise by another one');
  });
  const value = documentLink(RIGHT, keyedHash(SECRET));
  return [
    ...early.found,
    ...ended.found,
    ...doubledIf(early.areAsked, 'a company is looked at anew by a decision that is not stored'),
    ...lostUnless(ended.areAsked, 'a company is verified and assessed anew once the office has decided'),
    ...lostUnless(
      decidedOf(settling, NUMBER) === `an accepted ${WRONG} ${RIGHT}`,
      'a decision of the office is a fact as it was stored',
    ),
    ...doubledIf(
      itemsOf(world, 'Companies').some(({ from }) => (from as Attributes)?.['version'] === taskIdOf(NUMBER)),
      'a company was checked on site by a corrected number',
    ),
    ...lostUnless(
      itemsOf(world, 'Links').some((one) => one['value'] === value && one['enterpriseCode'] === code),
      'a corrected number leads to its company',
    ),
    ...inLogOnce(settling, NUMBER),
  ];
}

async function checkedOnSite(settling: Settling): Promise<readonly Violation[]> {
  const { world, code } = settling;
  const seen = await watched(settling, async () => {
    const isUnfitTaken = await decide(settling, AN, CHECK, 'accepted');
    await endingAfterDecision(world, 'Tasks', () => decide(settling, AN, CHECK, 'done'));
    const isAgainTaken = await decide(settling, AN, CHECK, 'done');
    const isOtherTaken = await decide(settling, AN, CHECK, 'refused');
    return [
      ...doubledIf(isUnfitTaken !== false, 'a matter is settled in a way that is not its own'),
      ...lostUnless(isAgainTaken === true, 'a decision of the office may be sent again'),
      ...doubledIf(isOtherTaken !== false, 'an officer reverses what they have decided on a matter'),
    ];
  });
  const today = dayInVietnam(new Date(world.now()));
  const isFact = itemsOf(world, 'Companies').some(({ enterpriseCode, signal }) => {
    const { kind, on, value } = (signal ?? {}) as Attributes;
    return enterpriseCode === code && kind === 'KIEM_TRA_TRU_SO' && on === today && value === 'KHONG_TIM_THAY';
  });
  return [
    ...seen.found,
    ...lostUnless(isFact, 'an on-site check is a fact of its company'),
    ...lostUnless(seen.areAsked, 'a company is looked at anew that was checked on site'),
    ...inLogOnce(settling, CHECK),
  ];
}

/** Nothing ends this function. */
async function typedAddress(settling: Settling): Promise<readonly Violation[]> {
  const { world, code } = settling;
  const seen = await watched(settling, async () => {
    const isTaken = await decide(settling, BINH, ADDRESS, 'changed');
    return lostUnless(isTaken === true, 'a value that the office types is taken');
  });
  const [by, outcome, ...values] = decidedOf(settling, ADDRESS).split(' ');
  const registered = itemsOf(world, 'Companies').flatMap(({ enterpriseCode, registration }) =>
    enterpriseCode === code ? [JSON.stringify(registration ?? '')] : [],
  );
  const from = values.join(' ').replace(` ${TYPED}`, '');
  return [
    ...seen.found,
    ...lostUnless(
      by === BINH.officer && outcome === 'changed' && values.join(' ').endsWith(TYPED),
      'a value that the office types is a fact',
    ),
    ...lostUnless(
      registered.some((one) => one.includes(JSON.stringify(from))),
      "a value that the office types stands in the place of the register's",
    ),
    ...lostUnless(seen.areAsked, 'a company is looked at anew whose address the office has typed'),
    ...inLogOnce(settling, ADDRESS),
  ];
}

/** The entry has a task that somebody was given. */
function storeAssigned({ world, code }: Settling, entry: WorklistEntry): void {
  const assignee = { subject: AN.officer, name: AN.officer };
  const open = { queue: 'open', placeAt: `2099-01-01#${taskIdOf(entry)}`, dueOn: '2099-01-01', revision: 1 };
  const of = { enterpriseCode: code, taskId: taskIdOf(entry), companyName: 'A', entry, assignee };
  putItem(world, 'Tasks', { ...of, ...open, expiresAt: EXPIRES_AT });
}

/** Whether both steps are asked about the company, and what is wrong where one is asked before the decision is a fact. */
async function watched({ world, code }: Settling, act: () => Promise<readonly Violation[]>) {
  const found: Violation[] = [];
  const asked = new Set<unknown>();
  const before = itemsOf(world, 'Companies').length;
  const queues = ['2-verify-people', '3-assess-company'].map((folder) => queueOf(world, folder));
  const inner = () =>
    withBefore(
      world,
      ({ input }) => {
        if (!queues.includes(String(input.QueueUrl)) || !JSON.stringify(input.Entries).includes(code)) return;
        asked.add(input.QueueUrl);
        const areFacts = itemsOf(world, 'Companies').length > before;
        found.push(...doubledIf(!areFacts, 'a company is looked at anew before the decision of the office is a fact'));
      },
      async () => void found.push(...(await act())),
    );
  await keepingMessages(world, '2-verify-people', () => keepingMessages(world, '3-assess-company', inner));
  return { found, areAsked: asked.size === queues.length };
}

const factOf = ({ world, code }: Settling, entry: WorklistEntry): Attributes | undefined =>
  itemsOf(world, 'Companies').find(
    ({ enterpriseCode, officeDecision }) =>
      enterpriseCode === code && (officeDecision as Attributes | undefined)?.['taskId'] === taskIdOf(entry),
  );

/** The officer, the decision and the corrected value of an entry. */
function decidedOf(settling: Settling, entry: WorklistEntry): string {
  const { outcome, correction, by } = (factOf(settling, entry)?.['officeDecision'] ?? {}) as Attributes;
  const { from, to } = (correction ?? {}) as Attributes;
  return [by, outcome, from, to].map(String).join(' ');
}

function inLogOnce({ world }: Settling, entry: WorklistEntry): readonly Violation[] {
  const entries = entriesOf(world, 'work-settled').filter(({ says }) => says['taskId'] === taskIdOf(entry)).length;
  return lostUnless(entries === 1, `the log has a decision of the office once: ${entries}`);
}

const decide = (
  { world, code }: Settling,
  user: DeskUser,
  entry: WorklistEntry,
  outcome: OfficeOutcome,
): Promise<boolean | undefined> =>
  sendForm(world, user, `/office/worklist/${code}/${taskIdOf(entry)}`, {
    outcome,
    ...(outcome === 'done' && { checked: 'KHONG_TIM_THAY' }),
    ...(outcome === 'changed' && { value: TYPED }),
    ...(outcome === 'refused' && { reason: 'đã đối chiếu bản gốc' }),
  });
