import { access, constants, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FEED_FOLDERS } from '#shared/contracts/feeds/feed-record.ts';
import { isSystemFile } from '#shared/contracts/feeds/system-file.ts';
import { fileFormOf, isNamedPacked } from '#shared/tabular/file-form.ts';

/** A file or folder of a feed that can't be used, with a sentence that says why. */
export interface RefusedFile {
  readonly path: string;
  readonly why: string;
}

export interface Inbox {
  /** The sorted paths under the inbox, with `/`, which become the keys of the objects. */
  readonly files: readonly string[];
  /** Files outside the feeds, files that systems leave behind (`.DS_Store`, `~$a.xlsx`), and links without a target. */
  readonly leftAlone: readonly string[];
  readonly refused: readonly RefusedFile[];
}

/** The largest number of bytes of an object's key: a longer path can't be dropped. */
const LONGEST_KEY = 1024;

/**
 * A byte that is no UTF-8 was read as U+FFFD, and no file is found under that name. A carriage return becomes a line
 * feed in the XML in which a store lists its keys.
 */
const UNREADABLE_NAME = /[\r\uFFFD]/u;

const WHY = {
  long: 'Đường dẫn dài quá 1.024 byte. Hãy đặt tên ngắn hơn rồi chạy lại.',
  noFile: 'Không phải tệp dữ liệu (ống dẫn hoặc thiết bị). Hãy chép dữ liệu ra tệp thường rồi chạy lại.',
  folder: 'Là thư mục rỗng mang tên tệp. Hãy chép tệp dữ liệu vào rồi chạy lại.',
  loop: 'Lối tắt trỏ về chính thư mục chứa nó. Hãy xóa lối tắt này.',
  forbidden: 'Không có quyền đọc. Hãy cấp quyền đọc rồi chạy lại.',
  name: 'Tên tệp có ký tự về đầu dòng (CR) hoặc không phải chữ UTF-8. Hãy đặt lại tên rồi chạy lại.',
  twice: 'Cùng tên với một tệp ở thư mục chỉ khác chữ hoa, chữ thường. Hãy đổi tên rồi chạy lại.',
};

/** Searches the feeds' folders, in any case of their names, with their subfolders (`accounts/<BIN>/`). A link is followed. */
export async function findFiles(inbox: string): Promise<Inbox> {
  const feeds = new Set<string>(FEED_FOLDERS);
  const files = new Map<string, string>();
  const leftAlone: string[] = [];
  const refused: RefusedFile[] = [];
  const refuse = (path: string, why: string) => refused.push({ path, why });

  const take = (path: string, top: string) => {
    const known = `${top.toLowerCase()}${path.slice(top.length)}`;
    if (files.has(known)) refuse(path, WHY.twice);
    else files.set(known, path);
  };
  /** The real paths of the parent folders, because a link back to one of them would never end. */
  const above: string[] = [];
  const look = async (folder: string, name: string) => {
    const path = folder === '' ? name : `${folder}/${name}`;
    const top = path.split('/')[0] ?? '';
    const found = await stat(join(inbox, path)).catch(() => undefined);
    const isFolder = found?.isDirectory() ?? false;
    const isUnreadable = folder !== '' && UNREADABLE_NAME.test(name);
    const isOurs =
      folder === ''
        ? isFolder && feeds.has(name.toLowerCase())
        : (found !== undefined || isUnreadable) && !isSystemFile(name);
    if (isOurs && isUnreadable) refuse(path, WHY.name);
    else if (!isOurs) leftAlone.push(isFolder ? `${path}/` : path);
    else if (Buffer.byteLength(path) > LONGEST_KEY) refuse(path, WHY.long);
    else if (!isFolder && !found?.isFile()) refuse(path, WHY.noFile);
    else if (!(await mayRead(join(inbox, path), isFolder))) refuse(path, WHY.forbidden);
    else if (isFolder && above.includes(await realpath(join(inbox, path)))) refuse(path, WHY.loop);
    else if (isFolder) await walkNamed(path);
    else take(path, top);
  };
  const walkNamed = async (folder: string) => {
    const before = files.size + refused.length;
    await walk(folder);
    if ((fileFormOf(folder) !== undefined || isNamedPacked(folder)) && files.size + refused.length === before)
      refuse(`${folder}/`, WHY.folder);
  };
  const walk = async (folder: string) => {
    above.push(await realpath(join(inbox, folder)));
    for (const name of (await readdir(join(inbox, folder))).sort()) await look(folder, name);
    above.pop();
  };
  await walk('');
  return { files: [...files.values()], leftAlone, refused };
}

const mayRead = (path: string, isFolder: boolean): Promise<boolean> =>
  access(path, isFolder ? constants.R_OK | constants.X_OK : constants.R_OK).then(
    () => true,
    () => false,
  );
