import { atDesk, type DeskUser } from './desks.ts';
import { drop, dropAgain, dropping } from './dropping.ts';
import { noticesOf } from './outside.ts';
import { acknowledgeSome, bankActs, decide, firstNotice } from './receivers.ts';
import { type DroppedText, type Scenario, stoppedOf } from './scenario.ts';
import { itemsOf, queueOf, removeItem } from './tables-of.ts';
import { assessAnew, redriveAll, tick } from './until.ts';
import type { Arrival, World } from './world.ts';

/** A part of a scenario: inputs from outside, which are handled until nothing changes any more. */
export interface Act {
  readonly name: string;
  readonly arrivals: (world: World) => readonly Arrival[];
  /** The act from whose end it begins; undefined for the first one. */
  readonly after: number | undefined;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** How often a file comes after the settling time of what the others have led to. */
const LATE = 0.2;
/** About the settling time of a verdict, when its notice is written. */
const SETTLED_MS = [61_000, 60_500, 63_000, 75_000, 120_000];
const AGAIN = 0.3;
const MOST_FAILURES = 6;
const LOOKS = 6;
const MOST_LOOKS = 40;
const UNANSWERED_DAYS = 5;
/** The entries of the worklist that the office settles. */
const SETTLED = 2;

const [AN, BINH]: readonly DeskUser[] = ['an', 'binh'].map((officer) => ({ officer, group: 'office' }));
const POLICEMAN: DeskUser = { officer: 'chi', group: 'police' };
const WHY = 'gửi nhầm';
/** Two people have to decide about the files of this feed in the act of the desks. */
const OF_THE_OFFICE = 'activities/1.csv';

/** The acts of a scenario: those that follow each other, and then those of which each begins where the last of them ends. */
export function actsOf({ files, decisions, bankAnswers, later }: Scenario): readonly Act[] {
  const inOrder: readonly (readonly [string, Act['arrivals']])[] = [
    ...files.map(
      (together, n) => [`files ${n}`, (world: World) => [...reading(world, together), ...meanwhile(world)]] as const,
    ),
    ...decisions.map(
      (outcome) => [outcome, (world: World) => [() => decide(world, outcome), ...meanwhile(world)]] as const,
    ),
    ...(bankAnswers ? [['bank', (world: World) => [() => bankActs(world), ...meanwhile(world)]] as const] : []),
    ['later', (world) => [...reading(world, later), ...meanwhile(world)]],
  ];
  const all = [...new Map([...files.flat(), ...later].map((file) => [file.key, file])).values()];
  const last = inOrder.length - 1;
  return [
    ...inOrder.map(([name, arrivals], n): Act => ({ name, arrivals, after: n === 0 ? undefined : n - 1 })),
    ...branchesOf(all).map(([name, arrivals]): Act => ({ name, arrivals, after: last })),
  ];
}

const branchesOf = (all: readonly DroppedText[]): readonly (readonly [string, Act['arrivals']])[] => [
  ...all.map((file) => [`without ${file.key}`, (world: World) => deciding(world, file, 'none', all)] as const),
  ...all
    .slice(0, 2)
    .map((file) => [`the last ${file.key}`, (world: World) => deciding(world, file, 'alone', all)] as const),
  ['released', (world) => releasing(world, all)],
  ['two people', (world) => [() => takeBackByTwo(world), ...meanwhile(world)]],
  ['objection', (world) => [() => objectAndDecide(world), ...meanwhile(world)]],
  ['worklist', (world) => [() => settleWorklist(world), ...meanwhile(world)]],
  ['endpoint in trouble', (world) => troubling(world, all)],
  ['days', (world) => [() => letDaysPass(world), () => readFeed(world)]],
  ['restored notices', (world) => [() => loseNotices(world), ...meanwhile(world)]],
  ['nobody reads it', (world) => [() => sendUnreadable(world), ...meanwhile(world)]],
];

/** Some files come while the notices about the others are being written. */
const reading = (world: World, files: readonly DroppedText[]): readonly Arrival[] =>
  dropping(world, files).map(
    (arrival): Arrival =>
      () => {
        if (!world.chance.happens(LATE)) return arrival();
        return later(world, settled(world), arrival);
      },
  );

const later = (world: World, milliseconds: number, arrival: Arrival): void =>
  world.after(milliseconds, () => void world.arrivals.push(arrival));

const settled = (world: World): number => SETTLED_MS[world.chance.pick(SETTLED_MS.map(() => 1))] ?? 0;

/** In some runs the clocks tick, receivers acknowledge notices, the police read their feed, and dead letters are moved back. */
function meanwhile(world: World): readonly Arrival[] {
  const perhaps = (arrival: Arrival): Arrival[] => (world.chance.happens(AGAIN) ? [arrival] : []);
  return [
    ...perhaps(() => tick(world)),
    ...perhaps(() => acknowledgeSome(world)),
    ...perhaps(() => later(world, settled(world), () => acknowledgeSome(world))),
    ...perhaps(() => world.feed.readOn(world)),
    ...perhaps(() => later(world, settled(world), () => world.feed.readOn(world))),
    () => void redriveAll(world),
  ];
}

/** A person decides about a file that was read, in some runs twice, while another file is dropped again. */
function deciding(
  world: World,
  { key }: DroppedText,
  use: 'none' | 'alone',
  all: readonly DroppedText[],
): readonly Arrival[] {
  const others = all.filter((file) => file.key !== key);
  const again = world.chance.happens(AGAIN) ? others[world.chance.pick(others.map(() => 1))] : undefined;
  const decideOnIt = () => decideOnFile(world, key, use);
  return [
    decideOnIt,
    ...(world.chance.happens(AGAIN) ? [() => later(world, 3000, decideOnIt)] : []),
    ...(again ? [() => dropAgain(world, again)] : []),
    ...meanwhile(world),
  ];
}

function decideOnFile(world: World, key: string, use: 'none' | 'alone' | 'readable'): void {
  world.faults.count('decision about a file');
  const release = { use, by: 'tổ trực', why: WHY };
  world.queues.send(queueOf(world, '1-read-file'), JSON.stringify({ bucket: world.design.inbox, key, release }));
}

/** A file is stopped, and a person has its readable rows read. */
function releasing(world: World, all: readonly DroppedText[]): readonly Arrival[] {
  const stopped = all.map(stoppedOf).find((file) => file?.key.startsWith('accounts/'));
  if (!stopped) return meanwhile(world);
  const file = { ...stopped, key: stopped.key.replace('.csv', '-b.csv') };
  return [
    () => {
      drop(world, file);
      later(world, 20_000, () => decideOnFile(world, file.key, 'readable'));
    },
    ...meanwhile(world),
  ];
}

/** A person does what a page asks for as long as it shows it, which an index may show late: a few looks find nothing more. */
async function whileShown<T>(look: () => Promise<T | undefined>, act: (shown: T) => Promise<unknown>): Promise<void> {
  for (let nothing = 0, looked = 0; nothing < LOOKS && looked < MOST_LOOKS; looked += 1) {
    const shown = await look();
    if (shown) await act(shown);
    nothing = shown ? 0 : nothing + 1;
  }
}

/** One officer asks for a file to be taken back, and another one agrees. */
async function takeBackByTwo(world: World): Promise<void> {
  world.invocations.decideInTwos();
  const [feed = '', file = ''] = OF_THE_OFFICE.split('/');
  if (!AN || !BINH) return;
  await atDesk(world, AN, '/office/files/release', { feed, file, use: 'none', why: WHY });
  await whileShown(
    async () => {
      const { waiting } = (await atDesk(world, BINH, `/office/files?feed=${feed}`)) as {
        waiting?: readonly { readonly file: string; readonly revision: string }[];
      };
      return waiting?.find((one) => one.file === OF_THE_OFFICE);
    },
    ({ revision }) => atDesk(world, BINH, '/office/files/vote', { file: OF_THE_OFFICE, revision, outcome: 'release' }),
  );
}

/** A company objects to its notice, and an officer other than the one who wrote it down grants it. */
async function objectAndDecide(world: World): Promise<void> {
  const notice = firstNotice(world, 'police');
  if (!notice) return;
  const page = `/police/cases/${notice.noticeId}/objections`;
  await atDesk(world, POLICEMAN, page, { objection: 'Công ty vẫn hoạt động tại trụ sở' });
  const other = { ...POLICEMAN, officer: 'yen' };
  const reason = 'đã kiểm tra tại trụ sở';
  await whileShown(
    async () => {
      const { reviews } = (await atDesk(world, other, '/police/reviews')) as {
        reviews?: readonly { readonly noticeId: string; readonly reviewId: string }[];
      };
      return reviews?.find(({ noticeId }) => noticeId === notice.noticeId);
    },
    ({ noticeId, reviewId }) =>
      atDesk(world, other, `/police/reviews/${noticeId}/${reviewId}`, { outcome: 'granted', reason }),
  );
}

/** The office decides on the first entries of its worklist. */
async function settleWorklist(world: World): Promise<void> {
  if (!AN) return;
  const { tasks } = (await atDesk(world, AN, '/office/worklist')) as {
    tasks?: readonly { readonly enterpriseCode: string; readonly taskId: string }[];
  };
  for (const { enterpriseCode, taskId } of (tasks ?? []).slice(0, SETTLED)) {
    const page = `/office/worklist/${enterpriseCode}/${taskId}`;
    const { outcomes = [] } = (await atDesk(world, AN, page)) as { outcomes?: readonly string[] };
    const outcome = outcomes.find((one) => one !== 'changed');
    await atDesk(world, AN, page, { outcome, checked: 'CO_HOAT_DONG', reason: WHY });
  }
}

/** The bank's endpoint fails for a while, and its notices change meanwhile. */
function troubling(world: World, all: readonly DroppedText[]): readonly Arrival[] {
  let failures = world.chance.pick(Array.from({ length: MOST_FAILURES }, () => 1));
  world.endpoint = () => {
    if (failures <= 0) return undefined;
    failures -= 1;
    return { status: 500, retryAfter: undefined, date: undefined };
  };
  const accounts = all.filter(({ key }) => key.startsWith('accounts/'));
  return [...accounts.map((file) => () => decideOnFile(world, file.key, 'none')), ...meanwhile(world)];
}

/** Days pass in which nobody answers a notice. */
function letDaysPass(world: World, days = UNANSWERED_DAYS): void {
  tick(world);
  if (days > 0) world.after(DAY_MS + MINUTE_MS, () => letDaysPass(world, days - 1));
}

const readFeed = (world: World): Promise<void> => world.feed.readOn(world);

/** The police's notices that were only acknowledged are gone, as after their table was restored; an operator says so. */
async function loseNotices(world: World): Promise<void> {
  const lost = noticesOf(world).filter(
    ({ receiver, state, handlingStatus }) =>
      receiver === 'police' && state === 'in_force' && handlingStatus === 'acknowledged',
  );
  for (const item of itemsOf(world, 'Notices')) {
    const notice = lost.find(({ noticeId }) => noticeId === item['noticeId']);
    if (!notice) continue;
    world.lost.set(notice.noticeId, notice.sequence);
    removeItem(world, 'Notices', item);
  }
  await assessAnew(world, 'table-restored');
}

const UNREADABLE = '{"nobodyReads":"this"}';
/** Each step is sent a message that it has to park. */
function sendUnreadable(world: World): void {
  for (const { reads } of world.design.steps) if (reads) world.queues.send(reads.queue, UNREADABLE);
}
export const isUnreadable = (body: unknown): boolean => body === UNREADABLE;
