import type { Sha256, TreeHashing } from '#shared/domain/transparency-log/tree-hash.ts';
import type { VerifierKey } from '#shared/domain/transparency-log/verifier-key.ts';
import type { LogKey } from '#shared/clients/log-key.ts';
import type { ObjectStore } from '#shared/clients/object-store.ts';
import type { Expiry } from '#shared/runtime/retention.ts';
import type { Log } from '#shared/tables/log.ts';

export interface AppendEntriesPorts {
  readonly log: Pick<Log, 'head' | 'writePage' | 'moveHead' | 'publish' | 'page' | 'lastPages' | 'places' | 'remember'>;
  readonly objects: Pick<ObjectStore, 'bytes' | 'put'>;
  readonly bucket: string;
  readonly hashing: TreeHashing;
  readonly sha256: Sha256;
  /** The log's own key, whose name is the log's origin. */
  readonly key: VerifierKey;
  readonly sign: LogKey['sign'];
  /** Makes 32 random bytes. */
  readonly newSalt: () => Uint8Array;
  readonly newAttempt: () => string;
  readonly expiry: Expiry;
}
