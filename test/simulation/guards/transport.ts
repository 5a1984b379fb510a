import { guard, type Guard } from '../guard.ts';

const WORKER = 'shared/runtime/sqs-worker.ts';

/** The guards of batch writes, conditional writes, messages, and errors of clients. */
export const TRANSPORT_GUARDS: readonly Guard[] = [
  guard(
    'what a batch of writes hands back is sent again',
    'shared/tables/batch-write.ts',
    'left = UnprocessedItems?.[table] ?? [];',
    'left = [];',
  ),
  guard(
    'what a batch of reads hands back is asked again',
    'shared/tables/batch-get.ts',
    'left = Keys.parse(UnprocessedKeys?.[table]?.Keys ?? []);',
    'left = [];',
  ),
  guard(
    'a message that SQS refuses is sent again',
    'shared/clients/queue.ts',
    'for (const { Id, Code } of Failed) refused.set(Id, Code);',
    '',
  ),
  guard(
    'a failed message goes back',
    'shared/runtime/sqs-worker.ts',
    'failures.push({ itemIdentifier: record.messageId });',
    '',
  ),
  guard(
    'an error of a part is an error of the whole',
    'shared/runtime/in-parallel.ts',
    'if (errors.length > 0) throw errors[0];',
    '',
  ),
  guard(
    'only what is not there counts as gone',
    'shared/clients/object-store.ts',
    'return Body instanceof Readable ? Body : Readable.from([]);\n    } catch (error) {\n      if (error instanceof NoSuchKey) return undefined;\n      throw error;',
    'return Body instanceof Readable ? Body : Readable.from([]);\n    } catch {\n      void NoSuchKey;\n      return undefined;',
  ),
  guard(
    'a conditional write knows its own write again',
    'shared/tables/conditional-write.ts',
    'if (error instanceof ConditionalCheckFailedException) return own();',
    'if (error instanceof ConditionalCheckFailedException) return undefined;',
  ),
  guard(
    'a message that SQS goes on refusing is an error',
    'shared/clients/queue.ts',
    "? { status: 'rejected', reason: new MessagesNotSent(refused.get(Id)) }",
    "? { status: 'fulfilled', value: undefined }",
  ),
  guard('what can never succeed is kept before it is done', WORKER, 'await park(record, reason);', 'void park;'),
  guard('of messages of one content the newest counts', WORKER, 'new Date(Math.max(', 'new Date(Math.min('),
  guard(
    'a message that was handed over before is handled anew',
    WORKER,
    'const wasReceived = (record: SQSRecord) => Number(record.attributes.ApproximateReceiveCount) > 1;',
    'const wasReceived = (_record: SQSRecord) => false;',
  ),
  guard(
    'a message that cannot be parked goes back',
    'shared/runtime/sqs-worker.ts',
    '      } catch (error) {\n        giveBack(record, error);\n      }',
    '      } catch {\n        void giveBack;\n      }',
  ),
  guard(
    'a query is read to its last page',
    'shared/tables/query-all.ts',
    'consistent, ...input }))\n    items.push(...(page.Items ?? []));\n',
    'consistent, ...input }))\n    if (items.length === 0) items.push(...(page.Items ?? []));\n',
  ),
  guard(
    'a message waits no longer than SQS lets it',
    'shared/clients/queue.ts',
    'Math.min(Math.ceil(delaySeconds), LONGEST_DELAY_SECONDS)',
    'Math.max(Math.ceil(delaySeconds), Math.min(1, LONGEST_DELAY_SECONDS))',
  ),
  guard(
    'writes that are handed back at each try are an error',
    'shared/tables/batch-write.ts',
    'throw new WritesNotTaken();',
    'return;',
  ),
];
