import { pathToFileURL } from 'node:url';
import process from 'node:process';
import type { Context } from 'aws-lambda';

type MeasuredStep = (event: unknown, context: Context) => Promise<unknown>;

/** The answer of a measured function: its own answer, and its processor time. */
export interface Measured {
  readonly answer: unknown;
  readonly processorMilliseconds: number;
}

const { MEASURED_MODULE = '', MEASURED_HANDLER = '' } = process.env;
const exported: Record<string, MeasuredStep> = await import(pathToFileURL(MEASURED_MODULE).href);

/** Wraps a function's handler inside the function's own environment. */
export async function handler(event: unknown, context: Context): Promise<Measured> {
  const before = process.threadCpuUsage();
  const answer = await exported[MEASURED_HANDLER]?.(event, context);
  const { user, system } = process.threadCpuUsage(before);
  return { answer, processorMilliseconds: (user + system) / 1000 };
}
