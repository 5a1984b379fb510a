import type { ObjectLink } from '#shared/clients/object-link.ts';
import type { MakeUploadForm } from '#shared/clients/upload-form.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import type { FileReleased } from '#shared/contracts/file-arrived.ts';
import type { Files } from '#shared/tables/files.ts';
import type { SignInProvider } from '#shared/clients/sign-in.ts';
import type { Notices } from '#shared/tables/notices.ts';
import type { Releases } from '#shared/tables/releases.ts';
import type { Reviews } from '#shared/tables/reviews.ts';
import type { Sessions } from '#shared/tables/sessions.ts';
import type { ReplyPorts } from '#shared/use-cases/replies/ports.ts';
import type { VotePorts } from '#shared/use-cases/vote-on-release.ts';
import type { Assets } from './http/assets.ts';
import type { OfficeFeed } from './office/office-feeds.ts';

export interface ServePagesPorts extends ReplyPorts, VotePorts {
  readonly sessions: Pick<Sessions, 'open' | 'get' | 'markSeen' | 'close' | 'keepDraft' | 'draft'>;
  readonly releases: Pick<Releases, 'get' | 'write' | 'waiting'>;
  readonly replies: ReplyPorts['replies'];
  readonly notices: Pick<Notices, 'get' | 'open'>;
  readonly reviews: Pick<Reviews, 'ofNotice'>;
  readonly files: Pick<Files, 'ofFeed' | 'progress'>;
  readonly uploadForm: MakeUploadForm;
  readonly link: ObjectLink;
  /** The inbox bucket, by the feed that the office may put files of. */
  readonly inboxes: Readonly<Record<OfficeFeed, string>>;
  readonly outboxBucket: string;
  readonly releaseFile: (messages: readonly FileReleased[]) => Promise<void>;
  /** To the verifiable log. */
  readonly enter: (entries: readonly LogEntry[]) => Promise<void>;
  readonly signIn: SignInProvider;
  readonly assets: Assets;
  /** Stage `local` alone: pages without TLS on loopback. */
  readonly allowLoopback: boolean;
}
