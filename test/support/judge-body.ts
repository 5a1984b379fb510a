import type { Readable } from 'node:stream';
import { judgeFile } from '#functions/1-read-file/judgement/judge-file.ts';
import { readFeed } from '#functions/1-read-file/read-feed.ts';
import type { FeedSource } from '#shared/contracts/feeds/feed-record.ts';

type Others = Parameters<typeof judgeFile> extends [unknown, unknown, ...infer Rest] ? Rest : never;

/** Judges a file by its bytes. */
export const judgeBody = (body: Readable, source: FeedSource, ...others: Others) =>
  judgeFile(source.folder, (look) => readFeed(body, source, look), ...others);
