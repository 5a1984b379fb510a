import { SendMessageCommand } from '@aws-sdk/client-sqs';
import type { Clients } from './clients.ts';
import type { EventSourceMapping, LocalDeployment } from './deploy.ts';
import { uploadToInbox } from './upload-to-inbox.ts';
import type { StepSources } from './step-sources.ts';
import { progressSentence } from './progress-sentence.ts';
import { releaseFiles } from './release-files.ts';
import type { RowsBeingRead } from './rows-being-read.ts';
import type { ProgressDisplay } from './screen.ts';

interface Working {
  readonly clients: Clients;
  readonly deployed: LocalDeployment;
  readonly sources: StepSources;
  /** False for a queue that the end of the run does not wait for. */
  readonly counts: (mapping: EventSourceMapping) => boolean;
  readonly screen: ProgressDisplay;
  readonly beingRead: () => RowsBeingRead | undefined;
}

/** Drops the files, works through all queues, then sends the message of each clock once. */
export async function workOff(
  {
    inbox,
    files,
    release,
  }: { readonly inbox: string; readonly files: readonly string[]; readonly release: readonly string[] },
  { clients, deployed, sources, counts, screen, beingRead }: Working,
): Promise<void> {
  const startedAt = Date.now();
  const sayHowFar = () =>
    screen.now(progressSentence(sources.progress, deployed.queueUrls, (Date.now() - startedAt) / 1000, beingRead()));
  const ticker = setInterval(sayHowFar, 200);
  try {
    const bucket = deployed.buckets['inbox'] ?? '';
    if (files.some((file) => file.startsWith('registrations/'))) sources.loadAhead();
    await uploadToInbox(clients, { inbox, files, bucket }, deployed.announcements);
    await sources.drain(counts);
    if (release.length > 0) {
      await releaseFiles(clients.sqs, { bucket, files: release }, deployed.announcements);
      await sources.drain(counts);
    }
    for (const { queueUrl, input } of deployed.schedules) {
      await clients.sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: input }));
    }
    await sources.drain(counts);
    sayHowFar();
  } finally {
    clearInterval(ticker);
  }
}
