import type { EventSourceMapping } from '#infra/local/deploy.ts';

/** A mapping whose queue and function have one name. */
export const mapping = (
  name: string,
  { environment = {} }: { readonly environment?: Record<string, string> } = {},
): EventSourceMapping => ({
  queue: { id: name, url: name, arn: name },
  target: { name, module: '', handler: '', timeoutSeconds: 1, memoryMegabytes: 128, mayLoop: false, environment },
  batchSize: 1,
  windowSeconds: 0,
  maximumConcurrency: 1,
  reportsPartialFailures: true,
});
