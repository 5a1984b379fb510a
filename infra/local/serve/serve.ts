import { SendMessageCommand } from '@aws-sdk/client-sqs';
import type { Clients } from '../clients.ts';
import type { BucketNotification, EventSourceMapping, LocalDeployment } from '../deploy.ts';
import type { EventSources } from '../event-sources.ts';
import { sandbox, type SandboxContext } from '../sandbox.ts';
import { keepRecord } from '../served-runs.ts';
import { gateway, TOKENS } from './gateway.ts';
import { listen } from './listen.ts';
import type { LocalIdentityProvider } from './identity-provider.ts';
import type { LocalReceiver } from './receivers-file.ts';
import { registerReceivers } from './register-receivers.ts';
import { sandboxPool } from './sandbox-pool.ts';
import { localTokenIssuer } from './token-issuer.ts';
import { HeadObjectCommand, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { UPLOADS } from '#shared/contracts/uploads.ts';
import { sendCreatedEvent, objectCreatedEvent, sequencerOf } from '../upload-to-inbox.ts';

/**
 * Finds the new objects of a bucket since the last call and sends S3's events for them, because the local engine sends
 * no events for files that a browser uploads.
 */
function uploadAnnouncer(
  { s3, sqs }: Pick<Clients, 's3' | 'sqs'>,
  bucket: string,
  announcements: readonly BucketNotification[],
) {
  const known = new Map<string, string>();
  let looked = 0;
  const created = async () => {
    const found: { key: string; size: number; eTag: string }[] = [];
    for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: bucket })) {
      for (const { Key = '', Size = 0, ETag = '' } of Contents) {
        if (known.get(Key) !== ETag) found.push({ key: Key, size: Size, eTag: ETag });
        known.set(Key, ETag);
      }
    }
    return found;
  };
  return {
    /** The events of files that were there at the start have been sent already. */
    start: async (): Promise<void> => void (await created()),
    async look(): Promise<void> {
      for (const { key, size, eTag } of await created()) {
        // The outbox and files that no desk has taken in are in the same bucket, and no step reads them
        if (key.startsWith('outbox/') || key.startsWith(UPLOADS)) continue;
        looked += 1;
        const { VersionId } = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
        const event = objectCreatedEvent({
          bucket,
          key,
          size,
          eTag: eTag.replaceAll('"', ''),
          sequencer: sequencerOf(looked),
          versionId: VersionId,
        });
        await sendCreatedEvent(sqs, { bucket, key, event }, announcements);
      }
    },
  };
}

/** The options of a run that serves after its results. */
export interface ServeOptions {
  readonly port: number;
  readonly receivers: readonly LocalReceiver[];
  /** Opens the desks in the browser of the person who runs it. */
  readonly opensBrowser: boolean;
}
interface ServeProps extends Omit<ServeOptions, 'opensBrowser'> {
  readonly people: LocalIdentityProvider;
  readonly clients: Clients;
  readonly deployed: LocalDeployment;
  readonly sandboxes: SandboxContext;
  readonly suffix: string;
  /** The file of the functions' log. */
  readonly logFile: string;
}
export interface ServedRun {
  /** The address, `http://127.0.0.1:port`. */
  readonly url: string;
  /** Reads queues and runs the one-minute clock until the signal. */
  untilStopped(sources: EventSources, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

const API_SANDBOXES = 2;
const MINUTE_MS = 60_000;
/** The interval at which a run looks for files that a browser has put into the inbox. */
const LOOK_MS = 1000;

/** A run counts as finished even while deliveries wait, because those to a receiver that is down continue for days. */
export const isDelivery = ({ queueUrls }: LocalDeployment, { queue }: EventSourceMapping): boolean =>
  queue.url === queueUrls['deliveries'] || queue.url === queueUrls['dueDeliveries'];

/** Opens the receivers' API and the desks, and registers the receivers. The caller reads the queues. */
export async function serve({
  port,
  receivers,
  people,
  clients,
  deployed,
  sandboxes,
  suffix,
  logFile,
}: ServeProps): Promise<ServedRun> {
  const pools = new Map(
    [...new Set(deployed.routes.map(({ target }) => target))].map((target) => [
      target,
      sandboxPool(() => sandbox(target, sandboxes), API_SANDBOXES),
    ]),
  );
  const routes = deployed.routes.flatMap((route) => {
    const to = pools.get(route.target);
    return to ? [{ ...route, to }] : [];
  });
  const server = gateway({ routes, tokens: localTokenIssuer(receivers), people });
  const url = await listen(server, port);
  await people.openFor(deployed.settings['SIGN_IN_CLIENT_ID'] ?? '', originsOf(url));
  const forget = await registerReceivers(receivers, {
    clients,
    table: deployed.tables['receivers'] ?? '',
    callers: deployed.tables['callers'] ?? '',
    stack: 'haukiem-local',
    suffix,
  });
  const { tables, queueUrls: queues } = deployed;
  const { HASH_SECRET_ARN: hashSecret, HASH_KEYS: hashKeys } = deployed.settings;
  const forgetRecord = await keepRecord({
    log: logFile,
    api: url,
    tokens: url + TOKENS,
    buckets: deployed.buckets,
    tables,
    queues,
    endpoints: clients.endpoints,
    hashSecret,
    hashKeys: hashKeys && JSON.parse(hashKeys),
  });

  // Also those of every hour, for which nobody who tries the desks waits
  const clocks = deployed.schedules.filter(({ expression }) => expression.startsWith('rate('));
  const tick = async () => {
    for (const { queueUrl, input } of clocks) {
      await clients.sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: input }));
    }
  };

  const uploads = uploadAnnouncer(clients, deployed.buckets['inbox'] ?? '', deployed.announcements);

  return {
    url,
    async untilStopped(sources, signal) {
      const broken = Promise.withResolvers<never>();
      const clock = setInterval(() => void tick().catch(broken.reject), MINUTE_MS);
      await uploads.start();
      const looking = setInterval(() => void uploads.look().catch(broken.reject), LOOK_MS);
      try {
        await Promise.race([sources.keepReading(signal), broken.promise]);
      } finally {
        clearInterval(clock);
        clearInterval(looking);
      }
    },
    async close() {
      await forgetRecord();
      server.closeAllConnections();
      server.close();
      people.close();
      await forget();
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}

/** A browser may reach this machine by either name. */
const originsOf = (url: string): string[] => [url, url.replace('127.0.0.1', 'localhost')];
