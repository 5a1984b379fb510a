import * as z from 'zod';

/** An error whose message is already a Vietnamese sentence for the person at the screen. */
export class UserFacingError extends Error {
  override readonly name: string = 'UserFacingError';
}

const CUT_OFF = 'Dịch vụ liên tục ngắt kết nối. Hãy kiểm tra AWS_ENDPOINT_URL và mạng rồi chạy lại.';
const OVERLOADED = 'Dịch vụ quá tải hoặc đang lỗi. Hãy chờ vài phút rồi chạy lại.';

const BY_CODE: Readonly<Record<string, string>> = {
  EADDRINUSE: 'Cổng đã có chương trình khác dùng. Hãy chọn cổng khác sau --serve, hoặc --serve 0 để máy tự chọn.',
  EACCES: 'Không có quyền đọc hoặc ghi. Hãy đổi quyền của tệp, thư mục, hoặc chọn nơi khác.',
  EPERM: 'Hệ điều hành không cho phép thao tác này. Hãy kiểm tra quyền của tệp, thư mục.',
  ENOSPC: 'Đĩa đã đầy. Hãy giải phóng dung lượng rồi chạy lại.',
  EROFS: 'Ổ đĩa chỉ cho đọc. Hãy chọn nơi ghi khác bằng --out.',
  ENOENT: 'Không thấy tệp hoặc thư mục.',
  EISDIR: 'Cần một tệp, nhưng đường dẫn là thư mục.',
  ENOTDIR: 'Cần một thư mục, nhưng đường dẫn là tệp.',
  EMFILE: 'Máy mở quá nhiều tệp cùng lúc. Hãy đóng bớt chương trình rồi chạy lại.',
  ECONNREFUSED: 'Không kết nối được với dịch vụ. Hãy kiểm tra AWS_ENDPOINT_URL và mạng.',
  ENOTFOUND: 'Không tìm thấy máy chủ của dịch vụ. Hãy kiểm tra AWS_REGION, AWS_ENDPOINT_URL và mạng.',
  ECONNRESET: CUT_OFF,
  EPIPE: CUT_OFF,
  ETIMEDOUT: 'Dịch vụ không trả lời. Hãy kiểm tra mạng rồi chạy lại.',
};

const BY_NAME: Readonly<Record<string, string>> = {
  CredentialsProviderError:
    'Chưa có thông tin xác thực AWS. Hãy đăng nhập (ví dụ aws sso login) hoặc đặt AWS_PROFILE rồi chạy lại.',
  ExpiredTokenException: 'Phiên đăng nhập AWS đã hết hạn. Hãy đăng nhập lại.',
  UnrecognizedClientException: 'Thông tin xác thực AWS không đúng. Hãy đăng nhập lại.',
  ThrottlingException: OVERLOADED,
  ProvisionedThroughputExceededException: OVERLOADED,
  RequestLimitExceeded: OVERLOADED,
  RequestThrottled: OVERLOADED,
  AccessDeniedException: 'Tài khoản AWS đang dùng không có quyền làm việc này.',
  ResourceNotFoundException: 'Không thấy bảng có tên đã cho. Hãy lấy lại tên từ kết quả (outputs) của hệ thống.',
  QueueDoesNotExist: 'Không thấy hàng đợi có tên đã cho. Hãy lấy lại tên từ kết quả (outputs) của hệ thống.',
};

const Answered = z.object({ $metadata: z.object({ httpStatusCode: z.number() }) });

/** The SDK reports missing credentials by a plain `Error` without a code. */
const REGION_MISSING = /region is missing/iu;

/**
 * The Vietnamese sentence about an error for the person at the screen, with the path where there is one, and without
 * the error's English message. @param details where what an engineer needs was written
 */
export function failureSentence(error: unknown, details: string): string {
  if (error instanceof UserFacingError) return error.message;
  const known = knownSentence(error);
  if (known !== undefined) return `${known}${pathOf(error)}`;
  return `Chương trình gặp lỗi không lường trước và đã dừng. Hãy gửi tệp ${details} cho người vận hành.`;
}

function knownSentence(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (REGION_MISSING.test(error.message)) return 'Chưa biết vùng AWS. Hãy đặt AWS_REGION (ví dụ ap-southeast-1).';
  return BY_CODE[textOf(error, 'code')] ?? BY_NAME[error.name] ?? ofStatus(error) ?? knownSentence(error.cause);
}

/** A service's error of its own, from 500 on, whatever its name. */
const ofStatus = (error: Error) => {
  const { data } = Answered.safeParse(error);
  return data && data.$metadata.httpStatusCode >= 500 ? OVERLOADED : undefined;
};

const pathOf = (error: unknown) => {
  const path = textOf(error, 'path');
  return path === '' ? '' : ` (${path})`;
};

const textOf = (error: unknown, key: 'code' | 'path'): string => {
  const entries: [string, unknown][] = typeof error === 'object' && error !== null ? Object.entries(error) : [];
  const value = entries.find(([name]) => name === key)?.[1];
  return typeof value === 'string' ? value : '';
};
