import { seeded } from '#test/support/seeded.ts';
import { Chance } from './chance.ts';
import { compare, type EndState, endState, type Finding, itemsOf, tableNamed } from './end-state.ts';
import { Invariants } from './invariants.ts';
import { BANK, type Scenario, SCENARIOS, scenarioOf } from './scenario.ts';
import type { SystemDesign } from './system.ts';
import { holdTime } from './virtual.ts';
import { type Compose, Restless, World } from './world.ts';

/** A run, by what decides its course. */
export interface Course {
  readonly seed: number;
  /** Choices of an earlier run; undefined where the seed makes them. */
  readonly choices?: readonly number[] | undefined;
}
export interface Played {
  readonly seed: number;
  readonly steps: number;
  readonly interleavings: number;
  readonly faults: number;
  readonly choices: readonly number[];
  readonly found: readonly Finding[];
}

/** What the stand-in for the SDK reaches at the moment. */
export interface Stage {
  world: World | undefined;
}

const MOST_CHOICES = 900;
const TEMPERS = [0.15, 0.5, 1, 2];
const MINUTE_MS = 60_000;
const ROUNDS = 60;

const calmEnds = new Map<string, Promise<EndState>>();

export interface PlaySurroundings extends Surroundings {
  /** The steps with all their guards: what they come to in the calm is what every run has to come to. */
  readonly sound: Compose;
}

/** Plays one run and says what is wrong with it. */
export async function play(
  { seed, choices }: Course,
  { design, compose, sound, stage }: PlaySurroundings,
): Promise<Played> {
  const scenario = scenarioOf(seed % SCENARIOS);
  const calm = await calmEnd(scenario, { design, compose: sound, stage });
  const chance = new Chance(seed, { given: choices, most: MOST_CHOICES });
  const temper = TEMPERS[Math.floor(seed / SCENARIOS) % TEMPERS.length] ?? 1;
  const { world, found, end } = await course(scenario, chance, temper, { design, compose, stage });
  const { steps, interleavings, faults } = world;
  return {
    seed,
    steps,
    interleavings,
    faults: faults.count,
    choices: chance.chosen,
    found: end ? [...found, ...compare(calm, end)] : found,
  };
}

/** The end of a scenario in which nothing goes wrong. @throws {Error} where even that one breaks an invariant */
function calmEnd(scenario: Scenario, surroundings: Surroundings): Promise<EndState> {
  const known = calmEnds.get(scenario.name);
  if (known) return known;
  const making = (async () => {
    const { found, end } = await course(scenario, new Chance(0, { most: 0 }), 0, surroundings);
    if (!end || found.length > 0) throw new Error(`${scenario.name} is not sound: ${JSON.stringify(found)}`);
    return end;
  })();
  calmEnds.set(scenario.name, making);
  return making;
}

interface Surroundings {
  readonly design: SystemDesign;
  readonly compose: Compose;
  readonly stage: Stage;
}

async function course(scenario: Scenario, chance: Chance, temper: number, { design, compose, stage }: Surroundings) {
  const invariants = new Invariants();
  const world = new World(design, chance, temper, compose, invariants.wrote);
  invariants.world = world;
  world.onDone = invariants.done;
  stage.world = world;
  holdTime(world);
  // What the functions draw by themselves, such as the length of a pause, is the same in each run
  const { random } = Math;
  Math.random = seeded(1);
  try {
    registerBank(world);
    await firstFiles(scenario, world);
    await replies(scenario, world);
    for (const file of scenario.later) world.arrivals.push(() => drop(world, file));
    await world.settle();
    chance.calmDown();
    await untilRest(world);
    invariants.atRest();
    return { world, found: invariants.found, end: endState(world) };
  } catch (error) {
    if (!(error instanceof Restless)) throw error;
    return {
      world,
      found: [...invariants.found, { kind: 'different', what: 'the run never comes to rest' } as const],
      end: undefined,
    };
  } finally {
    holdTime(undefined);
    Math.random = random;
  }
}

async function firstFiles({ files }: Scenario, world: World): Promise<void> {
  for (const file of files) world.arrivals.push(() => drop(world, file));
  const [again] = files;
  // One is dropped again as it was, a clock ticks, and somebody sends back what lies in the dead letters
  if (again) world.arrivals.push(() => drop(world, again));
  world.arrivals.push(
    () => tick(world),
    () => void redriveAll(world),
    () => acknowledgeAll(world),
    () => void redriveAll(world),
  );
  await world.settle();
}

/** The receivers answer once all has been read, whatever still goes wrong meanwhile. */
async function replies({ decision, bankAnswers }: Scenario, world: World): Promise<void> {
  await untilRest(world);
  world.arrivals.push(() => acknowledgeAll(world));
  if (decision) world.arrivals.push(() => decide(world, decision));
  if (bankAnswers) world.arrivals.push(() => bankActs(world));
  world.arrivals.push(() => tick(world));
  await world.settle();
  await untilRest(world);
}

function drop(world: World, { key, text }: { readonly key: string; readonly text: string }): void {
  const sequencer = (world.dropped += 1);
  world.objects.put(world.design.inbox, key, Buffer.from(text));
  const object = {
    key: encodeURIComponent(key).replaceAll('%2F', '/'),
    eTag: 'simulated',
    sequencer: String(sequencer).padStart(16, '0'),
  };
  const body = JSON.stringify({ Records: [{ s3: { bucket: { name: world.design.inbox }, object } }] });
  const files = world.design.steps.find(({ folder }) => folder === '1-read-file')?.reads?.queue ?? '';
  world.queues.send(files, body);
}

function tick(world: World, isToTick: (queueUrl: string) => boolean = () => true): void {
  for (const { queueUrl, input } of world.design.schedules) if (isToTick(queueUrl)) world.queues.send(queueUrl, input);
}

function redriveAll(world: World): number {
  return world.design.steps.reduce((sum, { reads }) => sum + (reads ? world.queues.redrive(reads.queue) : 0), 0);
}

/** Sends on what lies in the dead letters and lets the clocks tick until nothing moves and every endpoint has been told. */
async function untilRest(world: World): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    await world.settle();
    if (redriveAll(world) > 0) continue;
    const waits = itemsOf(world, 'Deliveries').some(({ state }) => state === 'waiting');
    if (round > 0 && !waits) return;
    world.pass(round * MINUTE_MS);
    tick(world, (queueUrl) => round === 0 || !queueUrl.includes('sweeps'));
  }
}

const SCOPES = { police: 'receiver/police', bank: 'receiver/bank.970436' };

async function api(
  world: World,
  scope: string,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const [, , , id] = path.split('/');
  const event = {
    version: '2.0',
    routeKey: '',
    rawPath: path,
    rawQueryString: '',
    headers: { 'content-type': 'application/json' },
    requestContext: {
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: '' },
      authorizer: { jwt: { claims: { scope, client_id: 'simulated' }, scopes: [] } },
    },
    ...(id !== undefined && { pathParameters: { id } }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
    isBase64Encoded: false,
  };
  for (let tried = 0; tried < 20; tried += 1) {
    const answer = (await world.call('receiver-api', event)) as { statusCode: number; body?: string } | undefined;
    if (answer && answer.statusCode < 500) return { status: answer.statusCode, body: JSON.parse(answer.body ?? '{}') };
  }
  return { status: 0, body: {} };
}

/** Each receiver acknowledges what stands in the table; an answer that does not come is asked for again. */
async function acknowledgeAll(world: World): Promise<void> {
  for (const { receiver, noticeId, sequence } of itemsOf(world, 'Notices')) {
    const scope = receiver === 'police' ? SCOPES.police : SCOPES.bank;
    if (receiver !== 'police' && receiver !== BANK) continue;
    await api(world, scope, 'POST', `/v1/notices/${String(noticeId)}/acknowledgements`, { sequence });
  }
}

async function decide(world: World, outcome: 'confirmed' | 'dismissed'): Promise<void> {
  const [notice] = itemsOf(world, 'Notices')
    .filter(({ receiver, state }) => receiver === 'police' && state === 'in_force')
    .sort((a, b) => (String(a['subject']) < String(b['subject']) ? -1 : 1));
  if (!notice) return;
  await replyTo(world, SCOPES.police, notice, { outcome });
}

async function bankActs(world: World): Promise<void> {
  const [notice] = itemsOf(world, 'Notices')
    .filter(({ receiver, state }) => receiver === BANK && state === 'in_force')
    .sort((a, b) => (String(a['subject']) < String(b['subject']) ? -1 : 1));
  if (notice) await replyTo(world, SCOPES.bank, notice, { outcome: 'acted', accountStatus: '4', observed: [5] });
  const listed = { bank: '970436', accountNumber: '777888999', code: 4, on: '2025-12-20' };
  await api(world, SCOPES.bank, 'POST', '/v1/suspicious-accounts', listed);
}

/** Whoever hears that the notice has moved on reads it again and replies to what stands. */
async function replyTo(world: World, scope: string, notice: Record<string, unknown>, body: object): Promise<void> {
  for (let tried = 0; tried < 10; tried += 1) {
    const standing = itemsOf(world, 'Notices').find(({ noticeId }) => noticeId === notice['noticeId']);
    const { status } = await api(world, scope, 'POST', `/v1/notices/${String(notice['noticeId'])}/decisions`, {
      sequence: standing?.['sequence'],
      ...body,
    });
    if (status !== 409) return;
  }
}

/** A bank whose endpoint is called. */
function registerBank(world: World): void {
  const Item = { receiver: BANK, mode: 'push', url: 'https://bank.simulated/notices', secretArn: 'receivers/970436' };
  world.tables.send({ name: 'PutCommand', input: { TableName: tableNamed(world, 'Receivers'), Item } });
}
