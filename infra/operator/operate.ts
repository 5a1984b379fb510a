import { asksForHelp, EXIT, printError } from '#infra/local/run-command.ts';
import { inColumns } from '#infra/local/in-columns.ts';

interface Command {
  readonly does: string;
  readonly load: () => Promise<{ readonly run: () => Promise<void> }>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  release: { does: 'cho tính các dòng đọc được của một tệp bị giữ, hoặc bỏ tệp', load: () => import('./release.ts') },
  redrive: { does: 'gửi lại thông báo bị kẹt của một nơi nhận', load: () => import('./redrive.ts') },
  trace: { does: 'theo một doanh nghiệp hoặc một tệp qua các bước', load: () => import('./trace.ts') },
  caller: { does: 'liệt kê, nhập, bỏ ứng dụng được gọi API', load: () => import('./caller.ts') },
  certificate: { does: 'liệt kê, thêm, bỏ chứng thư của một nơi nhận', load: () => import('./certificate.ts') },
  report: { does: 'viết báo cáo của tỉnh', load: () => import('./report.ts') },
  export: { does: 'xuất hồ sơ cho công cụ khác của Công an', load: () => import('./export.ts') },
  erase: { does: 'xóa dữ liệu của một người theo văn bản', load: () => import('./erase.ts') },
  'audit-verify': { does: 'kiểm tra sổ nhật ký hoặc một bằng chứng', load: () => import('./audit-verify.ts') },
  smoke: { does: 'chạy thử dữ liệu mẫu qua một môi trường', load: () => import('./smoke.ts') },
  restore: { does: 'đưa bảng về một thời điểm trước', load: () => import('./restore.ts') },
  rekey: { does: 'thêm khóa tham chiếu, hoặc đổi sang khóa mới nhất', load: () => import('./rekey.ts') },
};

const USAGE = `Cách dùng: npm run operate -- VIỆC [tùy chọn]

${Object.entries(COMMANDS)
  .map(([name, { does }]) => `  ${name}  ${does}`)
  .join('\n')}

  Tùy chọn của một việc: npm run operate -- VIỆC --help`;

const [verb = ''] = process.argv.splice(2, 1);
if (Object.hasOwn(COMMANDS, verb)) await (await COMMANDS[verb]?.load())?.run();
else if (asksForHelp([verb])) console.log(inColumns(USAGE));
else process.exitCode = printError(inColumns(USAGE), EXIT.wrongCommandLine);
