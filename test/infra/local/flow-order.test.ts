import { expect, it } from 'vitest';
import { upstreamOf } from '#infra/local/flow-order.ts';
import { mapping } from './listed-queues.ts';

const step = (name: string, ...sendsTo: readonly string[]) =>
  mapping(`local-${name}`, {
    environment: Object.fromEntries(sendsTo.map((to, n) => [`QUEUE_${n}`, `local-${to}`])),
  });

it('a queue waits for the steps before it, although later steps ask earlier ones again', () => {
  const mappings = [
    step('files', 'files', 'registrations', 'companies'),
    step('registrations', 'registrations', 'companies'),
    step('companies', 'registrations', 'companies', 'surveys', 'police-notices'),
    step('surveys', 'companies'),
    step('police-notices'),
  ];
  const order = [...upstreamOf(mappings)].map(([{ queue }, upstream]) => [
    queue.id,
    upstream.map((one) => one.queue.id),
  ]);
  expect(Object.fromEntries(order)).toEqual({
    'local-files': [],
    'local-registrations': ['local-files'],
    'local-companies': ['local-files', 'local-registrations'],
    'local-surveys': ['local-files', 'local-registrations', 'local-companies'],
    'local-police-notices': ['local-files', 'local-registrations', 'local-companies', 'local-surveys'],
  });
});
