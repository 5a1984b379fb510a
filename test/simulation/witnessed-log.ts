import { checkLog, checkProof, verifierKeysIn } from '#infra/operator/check-log.ts';
import { LOG_FILES } from '#shared/contracts/log-files.ts';
import { isConsistent } from '#shared/domain/transparency-log/check-proof.ts';
import { textOfKey, type VerifierKey } from '#shared/domain/transparency-log/verifier-key.ts';
import { cosigned, hashing, signer } from '#test/support/transparency-log/a-log.ts';
import { untilQuiet } from './acts.ts';
import { withBefore } from './before-requests.ts';
import { itemsOf, type Violation } from './end-state.ts';
import { sizeIn } from './order-of-log.ts';
import { putItem } from './put-item.ts';
import { api, SCOPES } from './receivers.ts';
import { enterInLog, putHead } from './restored-log.ts';
import { doubledIf, lostUnless } from './said.ts';
import type { ServiceRequest } from './services.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

const seedOf = (byte: number) => new Uint8Array(32).fill(byte);
const [BANKS, POLICES] = [
  signer('bank.simulated/witness', 'cosignature', seedOf(1)),
  signer('police.simulated/witness', 'cosignature', seedOf(2)),
];
const HEAD = '/v1/log/checkpoint';
const CHECKPOINTS = '/v1/log/checkpoints';
const TAKEN = 202;
const UNANSWERED = { status: 0, body: {} };
/** A signature that nobody can verify. */
const NOBODYS = `\u2014 nobody.simulated ${Buffer.alloc(68, 7).toString('base64')}\n`;
const LATER = 1_700_000_060;

/**
 * Two receivers co-sign the head of the log at the same moment, and both signatures stay. What a receiver did not sign is
 * refused, as is what nobody can verify, an earlier head adds nothing, and what is appended next keeps the signatures, by which a notice is proved.
 */
export async function findingsOfWitnesses(world: World): Promise<readonly Violation[]> {
  const receivers = itemsOf(world, 'Receivers');
  const bank = receivers.find(({ receiver }) => receiver !== 'police');
  putItem(world, 'Receivers', { ...bank, witnessKey: textOfKey(BANKS.key) });
  putItem(world, 'Receivers', { receiver: 'police', mode: 'pull', witnessKey: textOfKey(POLICES.key) });
  const found = await signedByTwo(world);
  for (const receiver of receivers) putItem(world, 'Receivers', receiver);
  return found;
}

async function signedByTwo(world: World): Promise<readonly Violation[]> {
  const [earlier, earlierItem] = [(await headShown(world)).checkpoint, headIn(world)];
  await enterInLog(world, 'before the witnesses sign');
  const { checkpoint: head, consistency } = await headShown(world, sizeIn(earlier));
  const [isAhead, presentItem] = [await isShownFrom(world, sizeIn(head) + 1), headIn(world)];
  putHead(world, earlierItem);
  const isBehindTaken = (await cosign(world, SCOPES.bank, cosigned(head, BANKS))) === TAKEN;
  putHead(world, presentItem);
  const isWrongTaken = [
    await cosign(world, SCOPES.bank, head),
    await cosign(world, SCOPES.bank, cosigned(head, POLICES)),
    await cosign(world, SCOPES.bank, cosigned(head.replace(`\n${sizeIn(head)}\n`, `\n${sizeIn(earlier)}\n`), BANKS)),
  ].includes(TAKEN);
  const isEarlyStored = 'witnessed' in headIn(world);
  const signed = `${cosigned(head, BANKS)}${NOBODYS}`;
  const ofBank = await besideOther(world, cosigned(head, POLICES), () => cosign(world, SCOPES.bank, signed));
  const areBoth = isSignedByBoth(world);
  await cosign(world, SCOPES.police, cosigned(head, POLICES, LATER));
  await cosign(world, SCOPES.bank, cosigned(earlier, BANKS));
  const isKept = isSignedByBoth(world) && sizeIn(String(headIn(world)['witnessed'])) === sizeIn(head);
  await enterInLog(world, 'after the witnesses have signed');
  return [
    ...lostUnless(
      isConsistent(hashing, treeOf(earlier), treeOf(head), consistency),
      'a witness is shown that the log goes on from the head that it knows',
    ),
    ...doubledIf(isAhead, 'a witness is shown what comes after more entries than the log has'),
    ...doubledIf(isBehindTaken, 'a checkpoint is taken of more entries than the log has'),
    ...doubledIf(isWrongTaken || isEarlyStored, 'a checkpoint is taken that the caller did not co-sign'),
    ...lostUnless(ofBank === TAKEN && areBoth, 'the signatures of two witnesses that sign at once stay'),
    ...lostUnless(isKept, 'a checkpoint that both witnesses have signed stays where an earlier one is signed again'),
    ...findingsOfCopy(world),
    ...(await findingsOfProof(world)),
  ];
}

interface ShownHead {
  readonly checkpoint: string;
  readonly consistency: readonly Uint8Array[];
}

/** The head that a receiver is shown, with the proof that it begins with so many entries. */
async function headShown(world: World, from = 0): Promise<ShownHead> {
  const { checkpoint, consistency = [] } = await asked(world, SCOPES.bank, HEAD, { from: String(from) });
  const hashes = (consistency as readonly string[]).map((text) => new Uint8Array(Buffer.from(text, 'base64')));
  return { checkpoint: String(checkpoint), consistency: hashes };
}

const isShownFrom = async (world: World, from: number): Promise<boolean> =>
  'checkpoint' in (await asked(world, SCOPES.bank, HEAD, { from: String(from) }));

/** The tree of a checkpoint: its second and its third line. */
function treeOf(checkpoint: string): { readonly size: number; readonly root: Uint8Array } {
  const [, size, root = ''] = checkpoint.split('\n');
  return { size: Number(size), root: new Uint8Array(Buffer.from(root, 'base64')) };
}

async function asked(
  world: World,
  scope: string,
  path: string,
  query: Readonly<Record<string, string>> = {},
): Promise<Record<string, unknown>> {
  let body: Record<string, unknown> = {};
  world.arrivals.push(async () => {
    ({ body } = await api(world, scope, 'GET', path, undefined, { query }).catch(() => UNANSWERED));
  });
  await untilQuiet(world);
  return body;
}

async function cosign(world: World, scope: string, checkpoint: string): Promise<number> {
  let status = 0;
  world.arrivals.push(async () => {
    ({ status } = await api(world, scope, 'POST', CHECKPOINTS, { checkpoint }).catch(() => UNANSWERED));
  });
  await untilQuiet(world);
  return status;
}

/** The other receiver's function writes its signature just before the function that is called does. */
async function besideOther<T>(world: World, witnessed: string, act: () => Promise<T>): Promise<T | undefined> {
  let isWritten = false;
  const write = ({ name, input }: ServiceRequest) => {
    const isOwn = name === 'UpdateCommand' && Object.values(input.ExpressionAttributeNames ?? {}).includes('witnessed');
    if (isWritten || !isOwn) return;
    isWritten = true;
    putItem(world, 'Log', { ...headIn(world), witnessed });
  };
  let done: T | undefined;
  await withBefore(world, write, async () => {
    done = await act();
  });
  return done;
}

const headIn = (world: World): Attributes => itemsOf(world, 'Log').find(({ part }) => part === 'head') ?? {};

const isSignedByBoth = (world: World): boolean =>
  [BANKS, POLICES].every(({ key }) => String(headIn(world)['witnessed']).split(`\n\u2014 ${key.name} `).length === 2);

/** Whoever copies the log finds the signatures of both witnesses in it. */
function findingsOfCopy(world: World): readonly Violation[] {
  const { log } = world.design;
  const files = new Map(world.objects.keys(log, '').map((key) => [key, world.objects.get(log, key) ?? Buffer.of()]));
  const { faults } = checkLog(files, keysKnown(world), []);
  return doubledIf(faults.length > 0, `the copy of a witnessed log: ${faults.join(' ')}`);
}

async function findingsOfProof(world: World): Promise<readonly Violation[]> {
  const notice = itemsOf(world, 'Notices').find((one) => one['receiver'] === 'police');
  if (!notice) return [];
  const { proof } = await asked(world, SCOPES.police, `/v1/notices/${String(notice['noticeId'])}/proof`);
  const { faults, witnesses = [] } = checkProof(String(proof), keysKnown(world));
  return lostUnless(
    faults.length === 0 && witnesses.length === 2,
    `a notice is proved by what two witnesses have signed: ${faults.join(' ')}`,
  );
}

const keysKnown = (world: World): readonly VerifierKey[] => [
  ...verifierKeysIn(String(world.objects.get(world.design.log, LOG_FILES.keys)?.toString())),
  BANKS.key,
  POLICES.key,
];
