import * as z from 'zod';
import type { InProcessService } from './services.ts';
import { AWS_LIMITS } from '../../limits.ts';
import { TRACE_HEADER } from '../lineage.ts';

const Entry = z.looseObject({
  DelaySeconds: z.int().min(0).max(AWS_LIMITS.queueDelaySeconds.value).optional(),
  MessageAttributes: z.record(z.string(), z.unknown()).default({}),
});
const SendMessageBatch = z.looseObject({ Entries: z.array(Entry).min(1).max(10) });

/**
 * Queues that refuse what SQS refuses and the engine does not, and whose messages carry on the trace header of the
 * invocation that sends them, as the SDK does it.
 * @param header of the present invocation; undefined before the first
 */
export function strictQueues(queues: InProcessService, header: () => string | undefined): InProcessService {
  const traced = (given: unknown) => {
    const entry = checked(Entry, given);
    const StringValue = header();
    if (!StringValue) return entry;
    const trace = { [TRACE_HEADER]: { DataType: 'String', StringValue } };
    return { ...entry, MessageAttributes: { ...entry.MessageAttributes, ...trace } };
  };
  return async (operation, input) => {
    if (operation === 'SendMessage') return queues(operation, traced(input));
    if (operation !== 'SendMessageBatch') return queues(operation, input);
    const batch = checked(SendMessageBatch, input);
    return queues(operation, { ...batch, Entries: batch.Entries.map(traced) });
  };
}

/** @throws {object} a fault as the engine gives it, of which the client makes the SDK's error */
function checked<C extends z.ZodType>(shape: C, input: unknown): z.infer<C> {
  const parsed = shape.safeParse(input);
  if (parsed.success) return parsed.data;
  throw { name: 'InvalidParameterValue', message: parsed.error.issues.map(({ path }) => path.join('.')).join(', ') };
}
