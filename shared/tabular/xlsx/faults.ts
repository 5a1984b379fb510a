import { UnreadableFile } from '../unreadable-file.ts';

export function workbookTooBig(): UnreadableFile {
  return new UnreadableFile('too_big', 'Bảng tính quá lớn. Hãy chia thành nhiều tệp nhỏ hơn hoặc gửi dạng .csv.');
}

export function brokenWorkbook(cause?: unknown): UnreadableFile {
  return new UnreadableFile(
    'broken',
    'Bảng tính .xlsx bị hỏng hoặc chưa tải lên hết. Hãy mở bằng Excel, lưu lại rồi gửi lại.',
    { cause },
  );
}

/** Programs differ in which of two parts of one name they read, so that a person may have seen other content. */
export function doubledPart(): UnreadableFile {
  return new UnreadableFile(
    'broken',
    'Bảng tính .xlsx có hai phần bên trong trùng tên, nên mỗi phần mềm có thể hiện một nội dung khác. Hãy mở bằng Excel, kiểm tra nội dung, lưu thành tệp mới rồi gửi lại.',
  );
}

/** A workbook that lists a sheet whose content it lacks has lost rows. Sheets count from 1, hidden ones too. */
export function missingSheet(place: number): UnreadableFile {
  return new UnreadableFile(
    'broken',
    `Bảng tính .xlsx thiếu nội dung của trang tính thứ ${place}. Hãy mở bằng Excel, kiểm tra trang tính đó, lưu lại rồi gửi lại.`,
  );
}

/** A program that breaks off while it writes leaves a sheet without its last rows in a zip file that is whole. */
export function cutOffPart(): UnreadableFile {
  return new UnreadableFile(
    'broken',
    'Bảng tính .xlsx bị cắt giữa chừng: phần mềm chưa ghi xong tệp nên có thể thiếu những dòng cuối. Hãy xuất lại tệp từ phần mềm đó rồi gửi lại.',
  );
}

/** Zip files of workbooks are packed by DEFLATE or not at all. */
export function packedOtherwise(): UnreadableFile {
  return new UnreadableFile(
    'broken',
    'Bảng tính .xlsx được nén theo cách khác với Excel, chưa đọc được. Hãy mở bằng Excel, lưu lại dạng .xlsx rồi gửi lại.',
  );
}

/** Office programs write no document type into a workbook (ECMA-376 part 2), and what it declares changes the content. */
export function declaresType(): UnreadableFile {
  return new UnreadableFile(
    'broken',
    'Bảng tính .xlsx có khai báo kiểu tài liệu (DOCTYPE) mà Excel không bao giờ ghi, nên không đọc để bảo đảm an toàn. Hãy mở bằng Excel, kiểm tra nội dung, lưu thành tệp mới rồi gửi lại.',
  );
}
