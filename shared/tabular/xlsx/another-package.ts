import { UnreadableFile } from '../unreadable-file.ts';

const RESAVE = 'Hãy mở bằng phần mềm đó, lưu lại (xuất ra) dạng .xlsx rồi gửi lại.';

/** The kinds of zip files that are no Office Open XML workbook, by their parts. */
const PACKAGES: readonly (readonly [RegExp, string])[] = [
  [
    /^xl\/workbook\.bin$/iu,
    'Tệp là bảng tính Excel nhị phân (.xlsb), chưa đọc được. Hãy mở bằng Excel, lưu lại dạng .xlsx rồi gửi lại.',
  ],
  [/^index(?:\.zip$|\/.*\.iwa$)/iu, `Tệp là bảng tính Numbers của Apple, chưa đọc được. ${RESAVE}`],
  [/^content\.xml$/iu, `Tệp là bảng tính OpenDocument (.ods), chưa đọc được. ${RESAVE}`],
  [/^(?:word|ppt)\//iu, 'Tệp là văn bản Word hoặc trình chiếu, không phải bảng dữ liệu: hãy gửi bảng gốc.'],
  [
    /\.(?:csv|xlsx?|jsonl)(?:\.gz)?$/iu,
    'Tệp là gói nén .zip có tệp khác bên trong. Hãy giải nén rồi gửi từng tệp bên trong.',
  ],
];

/** The reason why a zip file without a workbook can't be read; undefined where its parts do not show it. */
export function anotherPackage(parts: Iterable<string>): UnreadableFile | undefined {
  const names = [...parts];
  const known = PACKAGES.find(([sign]) => names.some((name) => sign.test(name)));
  return known && new UnreadableFile('wrong_ending', known[1]);
}
