import { contentId } from '#shared/runtime/content-id.ts';
import type { WorklistEntry } from '#shared/domain/notification/worklist/worklist-entry.ts';
import { taskIdOf } from '#shared/tables/task-id.ts';
import { untilQuiet } from './acts.ts';
import { withBefore } from './before-requests.ts';
import { itemsOf, tableKind, unpacked, type Violation } from './end-state.ts';
import { putItem } from './put-item.ts';
import { findingsOfPicture } from './picture-since.ts';
import { queueOf } from './queue-of.ts';
import type { ServiceRequest } from './services.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

const DAY_MS = 86_400_000;
/** Links and bands are written again after two weeks. */
const FORTNIGHT_MS = 14 * DAY_MS;
const APART_MS = 10_000;
/** The clocks of functions differ by less. */
const CLOCKS_APART_MS = 2000;
/** A run that has claimed links ends within three minutes; this one does so in ten seconds. */
const RUN_BEGAN_MS = 170_000;
/** Any coverage of one of these kinds is news to the company. */
const AWAITS = { TO_KHAI_THUE: '', HOA_DON: '', BHXH: '', GOP_VON: '', identities: '', invoicePairs: '' };
const EARLIER_PEOPLE = 'the people of an earlier version';

/**
 * What functions that assess companies find when others have worked between a message and its handling. `order-of-ends.ts`
 * asks what they do then.
 */
export async function findingsOfAssessing(world: World): Promise<readonly Violation[]> {
  const [first, second, third] = assessedIn(world);
  if (!first) return [];
  for (const one of [first, second]) if (one) ask(world, one);
  if (third) ask(world, third, true);
  world.pass(APART_MS);
  const { sample: _sample, ...unsampled } = second ?? {};
  coverSince(world, first);
  if (second) coverSince(world, unsampled);
  if (third) verifyEarlier(world, third);
  claimBeside(world, first);
  settleRepair(world, first);
  await withClaimsReplaced(world, second, () => untilQuiet(world));
  const found = [...(third ? stillEarlier(world, third) : []), ...stillAsked(world, first)];
  return [...found, ...(await findingsOfPicture(world, first))];
}

/** Two weeks later a company is written again at each value that it shares, and so are their bands. */
export async function findingsOfRenewal(world: World): Promise<readonly Violation[]> {
  const [first] = assessedIn(world);
  if (!first) return [];
  const values = new Set((unpacked(first)['links'] as readonly Attributes[]).map(({ value }) => value));
  const before = itemsOf(world, 'Links').filter(
    ({ value, enterpriseCode, band }) =>
      values.has(value) && (band !== undefined || enterpriseCode === first['enterpriseCode']),
  );
  world.pass(FORTNIGHT_MS + DAY_MS);
  ask(world, first);
  await untilQuiet(world);
  const now = new Map(itemsOf(world, 'Links').map((item) => [nameOf(item), item]));
  return before.flatMap((item): Violation[] =>
    Number(now.get(nameOf(item))?.['expiresAt']) > Number(item['expiresAt'])
      ? []
      : [{ kind: 'lost', what: `a link expires though its company is assessed: ${nameOf(item)}` }],
  );
}

const assessedIn = (world: World): readonly Attributes[] =>
  itemsOf(world, 'Assessments').filter(({ dueShard }) => dueShard !== undefined);

function ask(world: World, { enterpriseCode }: Attributes, renotify?: true): void {
  world.queues.send(queueOf(world, '3-assess-company'), JSON.stringify({ enterpriseCode, renotify }));
}

/** The company was assessed after the message was sent, and before a feed covered what it waited for. */
function coverSince(world: World, assessed: Attributes): void {
  const gatheredAt = new Date(world.now() - CLOCKS_APART_MS).toISOString();
  putItem(world, 'Assessments', { ...assessed, awaits: AWAITS, gatheredAt });
}

/** The verification is of a version that is no longer in force. */
function verifyEarlier(world: World, { enterpriseCode }: Attributes): void {
  const verified = itemsOf(world, 'Verifications').find((one) => one['enterpriseCode'] === enterpriseCode);
  if (verified) putItem(world, 'Verifications', { ...verified, peopleRef: EARLIER_PEOPLE });
}

const stillEarlier = (world: World, { enterpriseCode }: Attributes): Violation[] =>
  itemsOf(world, 'Verifications')
    .filter((one) => one['enterpriseCode'] === enterpriseCode && one['peopleRef'] === EARLIER_PEOPLE)
    .map(() => ({ kind: 'lost', what: `the people of ${String(enterpriseCode)} stay those of an earlier version` }));

/** Another run has claimed the company's links a moment ago, and has not said that it has ended. */
function claimBeside(world: World, company: Attributes): void {
  const claims = claimsOf(world, company);
  const run = `run_${world.now() - RUN_BEGAN_MS}_beside`;
  if (claims) putItem(world, 'Links', { ...claims, areWritten: false, [run]: true });
}

/** Another run claims other links of the company just before a function says that it has written its own. */
async function withClaimsReplaced(world: World, company: Attributes | undefined, then: () => Promise<void>) {
  const claims = company && claimsOf(world, company);
  if (!claims) return then();
  putItem(world, 'Links', { ...claims, areWritten: false });
  let isReplaced = false;
  const replace = ({ name, input }: ServiceRequest) => {
    if (isReplaced || name !== 'UpdateCommand' || tableKind(input.TableName) !== 'Links') return;
    // The only write of claims that rests on what was begun before
    const isMarking = ':mine' in ((input.ExpressionAttributeValues ?? {}) as Attributes);
    if (!isMarking || (input.Key as Attributes)['value'] !== claims['value']) return;
    isReplaced = true;
    putItem(world, 'Links', { ...claimsOf(world, claims), begun: contentId('other links'), areWritten: false });
  };
  return withBefore(world, replace, then);
}

const REPAIR = {
  field: 'phone',
  current: '912345678',
  proposed: '0912345678',
  why: 'lost_zero',
  file: 'registrations/1.csv',
  row: 2,
};
const TASK = taskIdOf({ kind: 'repair', ...REPAIR });

/** A row of the company was repaired, and the office has decided about the repair. */
function settleRepair(world: World, { enterpriseCode }: Attributes): void {
  const officeDecision = { taskId: TASK, outcome: 'done', by: 'an officer', at: new Date(world.now()).toISOString() };
  putItem(world, 'Companies', { enterpriseCode, fact: 'repair#settled', repair: REPAIR });
  putItem(world, 'Companies', { enterpriseCode, fact: `registration-decided#${TASK}`, officeDecision });
}

const stillAsked = (world: World, { enterpriseCode }: Attributes): Violation[] =>
  assessedIn(world)
    .filter((one) => one['enterpriseCode'] === enterpriseCode)
    .flatMap((one) => unpacked(one)['worklist'] as readonly WorklistEntry[])
    .filter((entry) => taskIdOf(entry) === TASK)
    .map(() => ({
      kind: 'doubled',
      what: `the office is asked again what it has decided of ${String(enterpriseCode)}`,
    }));

const claimsOf = (world: World, { enterpriseCode }: Attributes): Attributes | undefined =>
  itemsOf(world, 'Links').find(({ value }) => value === `claims#${String(enterpriseCode)}`);

const nameOf = ({ value, enterpriseCode }: Attributes): string => `${String(value)} ${String(enterpriseCode)}`;
