/** The one clock of a simulated world. The bundle puts these in the place of Node's own. */
export interface VirtualTime {
  now(): number;
  after(milliseconds: number, then: () => void): void;
}

const HELD = Symbol.for('haukiem.simulation.time');
const holder = globalThis as unknown as Record<symbol, VirtualTime | undefined>;
const RealDate = globalThis.Date;

export function holdTime(time: VirtualTime | undefined): void {
  holder[HELD] = time;
}

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

/** In the place of `node:timers/promises`. */
const wait = <T>(milliseconds: number, value?: T): Promise<T | undefined> =>
  new Promise((resolve) => simulatedTimeout(() => resolve(value), milliseconds));

export { SimulatedDate as Date, simulatedTimeout, wait };
