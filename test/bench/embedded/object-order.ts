import type { Exchange } from './recorder.ts';

type Times = Pick<Exchange, 'sentAt' | 'answeredAt'>;

/**
 * Adjusts the times of a run's exchanges so that each object is stored before it is read. A read that overlapped the
 * first write of its object, and found it, came after the write's effect, which the recorded times do not show: the
 * write now ends, and the read begins, at one instant at which both were on their way. Times only become shorter, so
 * that whatever came before another exchange still does.
 */
export function withObjectsStoredFirst(exchanges: readonly Exchange[]): Exchange[] {
  const times = new Map<Exchange, Times>(exchanges.map((exchange) => [exchange, exchange]));
  const timesOf = (exchange: Exchange): Times => times.get(exchange) ?? exchange;
  const objects = exchanges.filter(({ service, ok }) => service === 's3' && ok);
  const firstWrites = new Map<string, Exchange>();
  for (const exchange of objects.toSorted((a, b) => a.sentAt - b.sentAt)) {
    const key = keyOf(exchange);
    if (exchange.action === 'PUT' && !firstWrites.has(key)) firstWrites.set(key, exchange);
  }
  for (const read of objects.filter(({ action }) => action === 'GET')) {
    const write = firstWrites.get(keyOf(read));
    if (!write) continue;
    const [written, found] = [timesOf(write), timesOf(read)];
    if (written.answeredAt <= found.sentAt) continue;
    const both = [Math.max(written.sentAt, found.sentAt), Math.min(written.answeredAt, found.answeredAt)] as const;
    const instant = (both[0] + both[1]) / 2;
    times.set(write, { ...written, answeredAt: instant });
    times.set(read, { ...found, sentAt: instant });
  }
  return exchanges.map((exchange) => {
    const { sentAt, answeredAt } = timesOf(exchange);
    return { ...exchange, sentAt, answeredAt };
  });
}

const keyOf = ({ path }: Exchange): string => new URL(path, 'http://localhost').pathname;
