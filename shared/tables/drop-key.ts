import { senderOf } from '#shared/domain/drops/sender.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { DropKey } from './drop-item.ts';

/** The keys of the drops of a file begin alike and are in their order. A name is never part of a key. */
export const fileKey = (file: string): string => `${contentId(file)}#`;

/** The key of a drop in the table `files`. */
export const dropKey = ({ feed, file, version }: DropKey) => ({
  sender: senderOf(feed, file),
  place: `${fileKey(file)}${version}`,
});

/** The drop that a fact was read from. @param from the file as `<feed>/<file>` */
export function dropOf({ file: path, version }: { readonly file: string; readonly version: string }): DropKey {
  const slash = path.indexOf('/');
  return { feed: path.slice(0, slash), file: path.slice(slash + 1), version };
}

/** The end of the key of a fact that a drop states: facts of two drops never have one key. */
export const factEnding = (from: { readonly file: string; readonly version: string } | undefined): string =>
  from ? `@${contentId([from.file, from.version])}` : '';

/** The id of a fact's content, which is the same in every drop that states it. */
export const contentKey = (key: string): string => key.slice(0, key.includes('@') ? key.lastIndexOf('@') : undefined);
