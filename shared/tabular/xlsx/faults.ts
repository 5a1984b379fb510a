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
