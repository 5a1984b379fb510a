/** The one clock of a simulated world, and its source of ids. The bundle puts these in the place of Node's own. */
export interface VirtualTime {
  now(): number;
  after(milliseconds: number, then: () => void): void;
  /** Returns a number that no other call of the same run has returned. */
  count(): number;
}

const HELD = Symbol.for('haukiem.simulation.time');
const holder = globalThis as unknown as Record<symbol, VirtualTime | undefined>;
const RealDate = globalThis.Date;

export function holdTime(time: VirtualTime | undefined): void {
  holder[HELD] = time;
}

/** Functions use no processor time, which would differ from run to run. */
const simulatedProcessor = () => ({ user: 0, system: 0 });

const now = (): number => holder[HELD]?.now() ?? RealDate.now();

class SimulatedDate extends RealDate {
  constructor(...given: readonly unknown[]) {
    super(...((given.length === 0 ? [now()] : given) as [number]));
  }

  static override now(): number {
    return now();
  }
}

function simulatedTimeout(then: () => void, milliseconds = 0): void {
  const time = holder[HELD];
  if (time) time.after(milliseconds, then);
  else globalThis.setTimeout(then, milliseconds);
}

/** Replaces `node:timers/promises`. */
const wait = <T>(milliseconds: number, value?: T): Promise<T | undefined> =>
  new Promise((resolve) => simulatedTimeout(() => resolve(value), milliseconds));

/** Replaces Node's own function, because ids that decide an order have to be the same in each replay of a run. */
function randomUUID(): string {
  const time = holder[HELD];
  if (!time) return globalThis.crypto.randomUUID();
  return `00000000-0000-4000-8000-${shuffled(time.count()).toString(16).padStart(12, '0')}`;
}

function randomBytes(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  if (length >= BYTES_OF_ID) bytes.write(randomUUID().slice(-2 * BYTES_OF_ID), 'hex');
  return bytes;
}

const BYTES_OF_ID = 6;
/** The factor is odd, so that no two counts become the same number. */
const MULTIPLIER = 0x9e_37_79_b1n;

/** A later id is not necessarily larger. */
const shuffled = (count: number): bigint => BigInt.asUintN(8 * BYTES_OF_ID, BigInt(count) * ((MULTIPLIER << 15n) | 1n));

export { randomBytes, randomUUID, SimulatedDate as Date, simulatedProcessor, simulatedTimeout, wait };
