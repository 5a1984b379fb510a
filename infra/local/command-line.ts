import type { PlannedQuestionLine } from '#shared/contracts/planned-question.ts';
import { readAskedBefore } from './asked-before.ts';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type MappedHeadings, readHeadingMapping } from '#shared/contracts/heading-mapping.ts';
import { parseForeignJson } from '#shared/runtime/parse-json.ts';
import { dayInVietnam, parseDate } from '#shared/domain/vietnamese/dates.ts';
import { UserFacingError } from './failure-sentence.ts';
import { readReceivers } from './serve/receivers-file.ts';
import type { ServeOptions } from './serve/serve.ts';

/** The options of a run; all paths are absolute. */
export interface RunOptions {
  readonly inbox: string;
  readonly out: string;
  /** The rules' clock, `yyyy-mm-dd`. */
  readonly asOf: string;
  /** The stage whose rules for people hold: who must agree, and which measures are on. */
  readonly policy: (typeof POLICIES)[number];
  readonly snapshot?: string;
  /** The questions of earlier weeks. */
  readonly askedBefore?: readonly PlannedQuestionLine[];
  /** The stopped files, as `feed/name`, whose readable rows shall count. */
  readonly release?: readonly string[];
  /** What headings of senders mean, as the caller has confirmed them. */
  readonly mapped?: readonly MappedHeadings[];
  /** Set where the run continues after its results, serves the receivers' API on loopback and pushes to receivers. */
  readonly serve?: ServeOptions;
}

/** A wrong command line, with a sentence that says what is wrong. */
export class WrongCommandLine extends UserFacingError {
  override readonly name = 'WrongCommandLine';
}

const POLICIES = ['local', 'prod'] as const;
/** The day on which the sample's feeds end. */
const SAMPLE_DAY = '2025-12-31';
export const USAGE = `Cách dùng: npm start -- [tùy chọn]

  --inbox THƯ_MỤC   hộp thư đến, có thư mục con cho từng nguồn
                    (mặc định: dữ liệu mẫu)
  --out THƯ_MỤC     nơi ghi kết quả (mặc định: out); tệp của người khác ở đó
                    không bị động đến
  --as-of NGÀY      ngày mà các quy tắc nhìn từ đó, dạng YYYY-MM-DD
                    (mặc định: hôm nay)
  --province MÃ     tỉnh, thành phố mà hệ thống phục vụ, mã (33) hoặc tên
                    (hung-yen) từ 01/07/2025 (mặc định: hung-yen)
  --policy prod     người duyệt, biện pháp như khi vận hành thật
                    (mặc định: gửi thông báo tự động)
  --release TỆP     dùng phần đọc được của một tệp bị giữ lại, hoặc bỏ một tệp
                    không đọc được, ví dụ accounts/flows.xlsx (có thể lặp lại)
  --mapping TỆP     tiêu đề riêng của từng nguồn, đã được người xác nhận:
                    {"activities": {"Tiêu đề trong tệp": "Cột của mẫu"}}
  --snapshot TỆP    ghi thêm dữ kiện của mọi doanh nghiệp, cho npm run backtest
  --asked TỆP       câu hỏi các tuần trước (plan.jsonl, có thể nối nhiều tuần)
  --receivers TỆP   nơi nhận thông báo:
                    [{receiver, url, secrets, clientId, clientSecret}]
  --serve CỔNG      mở bàn làm việc và API của nơi nhận trên máy này cho đến
                    khi bấm Ctrl-C; 0 để máy tự chọn cổng
  --open            mở bàn làm việc trong trình duyệt
  --help            in hướng dẫn này

Ví dụ: npm start -- --inbox hop-thu --out ket-qua --as-of 2025-12-31
Mã kết thúc: 0 đã xong, 1 có lỗi, 2 lời gọi không đúng.`;

/** @param where the project's folder, whose sample is the default inbox, and the caller's folder @throws {WrongCommandLine} */
export function readCommandLine(args: readonly string[], where: { root: string; cwd: string }, now: Date): RunOptions {
  const options = parse(args);
  const path = (given: string) => resolve(where.cwd, given);
  const sample = join(where.root, 'events', 'sample-inbox');
  const inbox = options.inbox === undefined ? sample : path(options.inbox);
  if (!isFolder(inbox)) throw new WrongCommandLine(`Không thấy thư mục hộp thư đến: ${inbox}`);
  const out = path(options.out ?? 'out');
  if (existsSync(out) && !isFolder(out)) throw new WrongCommandLine(`Nơi ghi kết quả không phải là thư mục: ${out}`);
  const asOf = options['as-of'] ?? (inbox === sample ? SAMPLE_DAY : dayInVietnam(now));
  if (!/^\d{4}-\d\d-\d\d$/u.test(asOf) || parseDate(asOf) === undefined) {
    throw new WrongCommandLine(`--as-of phải là một ngày có thật, dạng YYYY-MM-DD (đã nhận: ${asOf}).`);
  }
  const policy = POLICIES.find((one) => one === (options.policy ?? 'local'));
  if (!policy) throw new WrongCommandLine(`--policy phải là ${POLICIES.join(' hoặc ')} (đã nhận: ${options.policy}).`);
  const serve = readServing(options, path);
  return {
    inbox,
    out,
    asOf,
    policy,
    ...(options.snapshot !== undefined && { snapshot: path(options.snapshot) }),
    ...(options.asked !== undefined && { askedBefore: askedIn(path(options.asked)) }),
    ...(options.mapping !== undefined && { mapped: readMappingFile(path(options.mapping)) }),
    ...(options.release !== undefined && { release: options.release }),
    ...(serve && { serve }),
  };
}

function askedIn(file: string): readonly PlannedQuestionLine[] {
  const asked = readAskedBefore(file);
  if (!asked) throw new WrongCommandLine(`--asked phải là tệp plan.jsonl của một lần chạy trước: ${file}`);
  return asked;
}

function readMappingFile(file: string): readonly MappedHeadings[] {
  if (!existsSync(file)) throw new WrongCommandLine(`Không thấy tệp bảng tiêu đề: ${file}`);
  const mapping = readHeadingMapping(parseForeignJson(readFileSync(file, 'utf8').replace(/^\uFEFF/u, '')));
  if (!mapping.ok) throw new WrongCommandLine(`--mapping: ${mapping.message}`);
  return mapping.mapped;
}

function readServing(
  {
    serve,
    receivers,
    open,
  }: { serve?: string | undefined; receivers?: string | undefined; open?: boolean | undefined },
  path: (given: string) => string,
): ServeOptions | undefined {
  if (serve === undefined) {
    if (receivers === undefined && open === undefined) return undefined;
    throw new WrongCommandLine('--receivers và --open chỉ dùng cùng --serve CỔNG.');
  }
  const port = Number(serve);
  if (!/^\d{1,5}$/u.test(serve) || port > 65_535)
    throw new WrongCommandLine(`--serve phải là một cổng (đã nhận: ${serve}).`);
  try {
    const known = receivers === undefined ? [] : readReceivers(path(receivers));
    return { port, receivers: known, opensBrowser: open === true };
  } catch (error) {
    throw new WrongCommandLine(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    inbox: text,
    out: text,
    'as-of': text,
    policy: text,
    mapping: text,
    snapshot: text,
    asked: text,
    serve: text,
    receivers: text,
    open: { type: 'boolean' },
    release: { ...text, multiple: true },
  } as const;
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new WrongCommandLine(`${REASONS[code] ?? 'Lời gọi không đúng.'} Xem: npm start -- --help`, { cause: error });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: 'Có tùy chọn không biết.',
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: 'Có tham số thừa.',
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: 'Có tùy chọn thiếu giá trị.',
};

const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory();
