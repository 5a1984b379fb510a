import { dropsEvents } from './banks.ts';
import type { FaultCourse } from './course.ts';
import { type Figures, figuresOf } from './figures.ts';

/** The times from a decision of the police to its arrival at the banks. */
const WITHIN_MS = 60_000;

export interface FaultReport {
  readonly at: string;
  readonly companies: number;
  readonly times: Readonly<Record<string, Figures>>;
  /** The ratio of the p99 of withdrawals at healthy banks while others are faulty to that while all are healthy. */
  readonly ratio: number;
  readonly healedSeconds: number;
  readonly redirectsFollowed: number;
  readonly banks: readonly Readonly<Record<string, string | number>>[];
  /** The broken guarantees; none in a successful run. */
  readonly broken: readonly string[];
}

export function reportOf(course: FaultCourse, companies: number, redirectsFollowed: number): FaultReport {
  const { issued, withdrawnInCalm, withdrawnInStorm, withdrawnAtFlaky, raisedInStorm, healed, verdicts } = course;
  const [calm, storm, raised] = [figuresOf(withdrawnInCalm), figuresOf(withdrawnInStorm), figuresOf(raisedInStorm)];
  const broken = [...verdicts].flatMap(([bank, { lost, doubled, disordered }]) => [
    ...(lost > 0 && !dropsEvents(bank) ? [`${bank.bin} lacks ${lost}`] : []),
    ...(doubled > 0 ? [`${bank.bin} has ${doubled} twice`] : []),
    ...(disordered > 0 ? [`${bank.bin} received ${disordered} out of order`] : []),
    ...(bank.server.forged.length > 0 ? [`${bank.bin} refused ${bank.server.forged.length} signatures`] : []),
  ]);
  if (Math.max(calm.p99, storm.p99, raised.p99) > WITHIN_MS) broken.push('a decision took longer than 60 s');
  if (redirectsFollowed > 0) broken.push('a redirect was followed');
  return {
    at: new Date().toISOString(),
    companies,
    times: {
      'issued -> received, all in one burst': figuresOf(issued),
      'dismissed -> withdrawn, all well': calm,
      'dismissed -> withdrawn, six in trouble': storm,
      'confirmed -> raised, six in trouble': raised,
      'dismissed -> withdrawn, at the one that fails 30 %': figuresOf(withdrawnAtFlaky),
    },
    ratio: storm.p99 / calm.p99,
    healedSeconds: healed / 1000,
    redirectsFollowed,
    banks: [...verdicts].map(([{ bin, kind, server }, verdict]) => ({
      bin,
      kind,
      ...verdict,
      forged: server.forged.length,
    })),
    broken,
  };
}

export function print({ times, banks, ratio, healedSeconds, redirectsFollowed, broken }: FaultReport): void {
  console.log('\nMilliseconds at healthy banks, but for the last line');
  console.table(
    Object.fromEntries(
      Object.entries(times).map(([name, { n, p50, p99, max }]) => [name, { n, ...whole({ p50, p99, max }) }]),
    ),
  );
  console.table(banks);
  console.log(`p99 of a withdrawal, six in trouble ÷ all well: ${ratio.toFixed(2)}`);
  console.log(`all banks whole again after ${healedSeconds.toFixed(1)} s; redirects followed: ${redirectsFollowed}`);
  for (const promise of broken) console.error(`broken: ${promise}`);
}

const whole = (figures: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, Math.round(figure)]));
