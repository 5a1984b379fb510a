import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Called before each request of a run, with the name of its command; where it throws, the request is not sent. */
export type Watch = (command?: string) => Promise<void> | void;

/** The same database for one run, whose requests are watched. */
export function watched(db: DynamoDBDocumentClient, watch: Watch | undefined): DynamoDBDocumentClient {
  if (!watch) return db;
  return new Proxy(db, {
    get(target, name, receiver) {
      if (name !== 'send') return Reflect.get(target, name, receiver);
      return async (command: Parameters<typeof db.send>[0]) => {
        await watch(command.constructor.name);
        return target.send(command);
      };
    },
  });
}
