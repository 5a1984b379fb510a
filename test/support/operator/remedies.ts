import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ROOT } from './embedded-system.ts';

/** A row of the operator's table in docs/operations.md: the alarms that it concerns, and what to do. */
export interface Remedy {
  readonly alarm: string;
  /** Whether it concerns an alarm that each queue has. */
  readonly ofQueue: boolean;
  readonly does: string;
}

const Alarms = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
});

export const OPERATIONS = readFileSync(join(ROOT, 'docs', 'operations.md'), 'utf8');

export function remedies(): readonly Remedy[] {
  const section = OPERATIONS.slice(OPERATIONS.indexOf('### When an alarm rings'));
  const rows = section
    .slice(0, section.indexOf('\n### ', 1))
    .matchAll(/^\| `([^`]+)`( of a queue)? \|[^|]+\|(.+)\|$/gmu);
  return [...rows].map(([, alarm = '', ofQueue, does = '']) => ({ alarm, ofQueue: ofQueue !== undefined, does }));
}

/** What the table says to do about that alarm. @throws {Error} where it says nothing */
export function remedyOf(alarm: string): string {
  const found = remedies().find((row) => row.alarm === alarm);
  if (!found) throw new Error(`docs/operations.md names no remedy for ${alarm}`);
  return found.does;
}

/** The alarms of a synthesised template by the name that an operator reads: the logical id without CDK's hash at the end. */
export const alarmsOf = (template: unknown): { name: string; ofQueue: boolean }[] =>
  Object.entries(Alarms.parse(template).Resources)
    .filter(([, { Type }]) => Type === 'AWS::CloudWatch::Alarm')
    .map(([id, { Properties }]) => ({
      name: id.replace(/[0-9A-F]{8}$/u, ''),
      ofQueue: Properties['Namespace'] === 'AWS/SQS',
    }));

/** `…Failing` names every alarm that ends so. */
export const speaksOf = ({ alarm, ofQueue }: Remedy, named: { name: string; ofQueue: boolean }): boolean =>
  ofQueue === named.ofQueue && named.name.endsWith(alarm.replace(/^…/u, ''));
