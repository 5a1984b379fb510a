import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ExpansionAllowance, passWithAllowance } from './allowance.ts';
import { type FileForm, fileFormOf, isNamedPacked, withoutPacking } from './file-form.ts';
import type { Limits } from './limits.ts';
import { UnreadableFile } from './unreadable-file.ts';

export interface OpenedFile {
  readonly form: FileForm;
  /** Whether the file is packed, so that its bytes are fewer than its content. */
  readonly isPacked: boolean;
  readonly bytes: AsyncIterable<Buffer>;
}

/** The number of first bytes in which an OpenDocument zip file declares its type. */
const HEAD = 96;
const PIECE = 64 * 1024;
const GZIP = [0x1f, 0x8b];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';
const PDF = [0x25, 0x50, 0x44, 0x46];

/**
 * Unpacks a file and finds its format: its ending must name one of the three, and its first bytes decide. A packed file
 * without inner ending (`07.gz`) is judged by its first bytes. An error of the source (the network) is thrown
 * unchanged, so that the reader tries again.
 * @throws {UnreadableFile} `wrong_ending`, `broken`, `empty`, `locked`; while it is read `broken`, `too_big`
 */
export async function openFile(body: AsyncIterable<Uint8Array>, fileName: string, limits: Limits): Promise<OpenedFile> {
  const named = nameOf(fileName);
  let file = await peek(pieces(body));
  const isGzip = startsWith(file.head, GZIP);
  if (isGzip) file = await peek(pieces(gunzip(file.bytes, limits)));
  if (startsWith(file.head, GZIP))
    throw new UnreadableFile('broken', 'Tệp được nén .gz hai lần. Hãy nén một lần rồi gửi lại.');
  if (file.head.length === 0)
    throw new UnreadableFile('empty', 'Tệp rỗng, không có dữ liệu. Hãy kiểm tra rồi gửi lại.');
  const form = formOf(file.head, named);
  return { form, isPacked: isGzip || form === 'xlsx', bytes: file.bytes };
}

const nameOf = (fileName: string): FileForm | undefined => {
  const named = fileFormOf(fileName);
  if (named === undefined && !isNamedPacked(fileName)) throw wrongEnding(fileName);
  return named;
};

/** A byte order mark and blanks may stand before the first brace of JSON Lines. */
const LOOKS_LIKE_JSON = /^(?:\u00ef\u00bb\u00bf)?\s*\{/u;

/** The first character of HTML or XML, with which no heading begins. */
const MARKUP = /^(?:\u00ef\u00bb\u00bf)?\s*<(?:[!?]|[a-z][\w:-]*[\s>])/iu;

/** The first characters of a document in Rich Text Format. */
const RICH_TEXT = /^\s*\{\\rtf/u;

const formOf = (head: Buffer, named: FileForm | undefined): FileForm => {
  if (startsWith(head, ZIP) && !head.includes(OPEN_DOCUMENT)) return 'xlsx';
  if (startsWith(head, ZIP))
    throw new UnreadableFile('wrong_ending', `Tệp là bảng tính OpenDocument (.ods), chưa đọc được.${RESAVE}`);
  if (startsWith(head, OLE)) {
    throw new UnreadableFile(
      'locked',
      'Tệp là bảng tính Excel kiểu cũ (.xls) hoặc có đặt mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu nếu có, lưu lại dạng .xlsx rồi gửi lại.',
    );
  }
  if (startsWith(head, PDF))
    throw new UnreadableFile('broken', 'Tệp là PDF, không phải bảng dữ liệu. Hãy gửi dạng .csv, .xlsx hoặc .jsonl.');
  if (RICH_TEXT.test(head.toString('latin1')))
    throw new UnreadableFile('wrong_ending', 'Tệp là văn bản RTF, không phải bảng dữ liệu: hãy gửi bảng gốc.');
  if (MARKUP.test(head.toString('latin1')))
    throw new UnreadableFile(
      'wrong_ending',
      'Tệp là trang web hoặc XML (một số phần mềm xuất ra dưới tên .xls, .xlsx, .csv). Hãy mở bằng Excel, lưu lại dạng .xlsx rồi gửi lại.',
    );
  if (named === 'xlsx' && !head.includes(0))
    throw new UnreadableFile(
      'broken',
      'Tệp mang đuôi .xlsx nhưng không phải bảng tính Excel. Nếu là tệp văn bản csv, hãy đổi đuôi thành .csv; nếu không, hãy lưu lại rồi gửi lại.',
    );
  if (named === 'xlsx')
    throw new UnreadableFile('broken', 'Tệp .xlsx bị hỏng hoặc không phải bảng tính Excel. Hãy lưu lại rồi gửi lại.');
  return named ?? (LOOKS_LIKE_JSON.test(head.toString('latin1')) ? 'jsonl' : 'csv');
};

const RESAVE = ' Hãy mở bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx rồi gửi lại.';
/** The advice for a file with another ending. */
const WAYS_OUT: readonly (readonly [RegExp, string])[] = [
  [/^\.(?:xls|xlsm|xlsb|xltx?|xltm|ods|fods|ots|numbers|et|wk\d|dbf|slk|dif|gsheet)$/iu, RESAVE],
  [/^\.(?:zip|rar|7z|tar|tgz|bz2|xz|zst)$/iu, ' Hãy giải nén rồi gửi từng tệp bên trong.'],
  [/^\.(?:txt|tsv|tab|prn|json|xml|html?)$/iu, ' Hãy xuất lại dạng .csv hoặc .xlsx rồi gửi lại.'],
  [/^\.(?:eml|msg|mht|mhtml|p7m|p7s)$/iu, ' Đây là thư điện tử: hãy mở thư, lưu tệp đính kèm rồi gửi chính tệp đó.'],
  [/^\.(?:pdf|docx?|rtf|odt|jpe?g|png|tiff?)$/iu, ' Đây không phải bảng dữ liệu: hãy gửi bảng gốc.'],
];

const wrongEnding = (fileName: string): UnreadableFile => {
  const ending = /\.[^./]{1,10}$/u.exec(withoutPacking(fileName))?.[0] ?? '';
  const way = WAYS_OUT.find(([endings]) => endings.test(ending))?.[1] ?? '';
  return new UnreadableFile(
    'wrong_ending',
    `${ending === '' ? 'Tên tệp không có đuôi' : `Không đọc được tệp đuôi “${ending}”`}; chỉ nhận .csv, .xlsx, .jsonl (có thể nén .gz).${way}`,
  );
};

/** Yields the bytes in pieces of one size, however they arrive, so that work for each piece is done equally often. */
async function* pieces(body: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    held.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
    length += chunk.length;
    if (length < PIECE) continue;
    const whole = Buffer.concat(held);
    const end = length - (length % PIECE);
    for (let at = 0; at < end; at += PIECE) yield whole.subarray(at, at + PIECE);
    held = [whole.subarray(end)];
    length -= end;
  }
  if (length > 0) yield Buffer.concat(held);
}

/** The first bytes, and the whole stream from its start. */
const peek = async (bytes: AsyncGenerator<Buffer>): Promise<{ head: Buffer; bytes: AsyncGenerator<Buffer> }> => {
  const first: Buffer[] = [];
  let length = 0;
  while (length < HEAD) {
    const next = await bytes.next();
    if (next.done === true) break;
    first.push(next.value);
    length += next.value.length;
  }
  const head = Buffer.concat(first);
  return { head, bytes: chained(head, bytes) };
};

async function* chained(head: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  yield* rest;
}

async function* gunzip(bytes: AsyncIterable<Buffer>, limits: Limits): AsyncGenerator<Buffer> {
  const swelling = new ExpansionAllowance(limits.swelling, swollen);
  const unpacked = createGunzip({ chunkSize: PIECE });
  pipeline(Readable.from(passWithAllowance(bytes, swelling)), unpacked, () => undefined);
  try {
    for await (const chunk of unpacked) {
      const piece: Buffer = chunk;
      swelling.spend(piece.length);
      yield piece;
    }
  } catch (error) {
    if (!isZlibFault(error)) throw error;
    throw new UnreadableFile('broken', 'Tệp nén .gz bị hỏng hoặc chưa tải lên hết. Hãy nén lại rồi gửi lại.', {
      cause: error,
    });
  }
}

const swollen = (): UnreadableFile =>
  new UnreadableFile(
    'too_big',
    'Tệp nén .gz giải nén ra lớn gấp hơn một trăm lần, không phải dữ liệu bình thường. Hãy kiểm tra rồi gửi lại, hoặc gửi không nén.',
  );

const isZlibFault = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');

const startsWith = (head: Buffer, magic: readonly number[]): boolean =>
  magic.every((byte, index) => head[index] === byte);
