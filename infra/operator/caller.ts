import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ACTIVITY_SENDERS, type ActivitySender } from '#shared/contracts/feeds/activity-senders.ts';
import { faultOfRight, type SendingFault } from '#shared/contracts/sending-rights.ts';
import { ALL_RECEIVERS } from '#shared/domain/notification/notice/all-receivers.ts';
import { type ApiCaller, type Callers, callersTable, type SendingRight } from '#shared/tables/callers.ts';
import { EXIT, printError, runCommand } from '#infra/local/run-command.ts';
import { logOperatorAct, readSystem, receiverCalled, SYSTEM_USAGE } from './find-system.ts';
import { readCertificate, UnusableCertificate } from './read-certificate.ts';

const FAULTS: Readonly<Record<SendingFault, string>> = {
  no_prefix: 'không phải một thư mục của hộp nhận, ví dụ accounts/970436/',
  no_data_named: 'phải nói dữ liệu của ai, ví dụ activities/thue/:tax',
  data_named_elsewhere: 'chỉ thư mục dưới activities/ mới có “:CỦA_AI”',
  shared_prefix: 'nhiều nơi cùng gửi vào activities/, nên cần thư mục riêng bên dưới',
  no_bank: 'không phải thư mục của một ngân hàng hay ví',
};

const CALL = `Cách dùng: npm run operate -- caller [--client ID (--receiver ID | --sends THƯ_MỤC[:CỦA_AI,…] …) [--certificate TỆP.pem] | --remove CLIENT]

  Liệt kê các ứng dụng được gọi API; nhập, đổi hoặc bỏ một ứng dụng khi hệ thống đang chạy, không phải triển khai lại.
  --receiver     đơn vị nhận mà ứng dụng đọc và trả lời thông báo: police, 970436, MOMO…
  --sends        thư mục duy nhất mà ứng dụng được gửi tệp vào; nhắc lại được. Dưới activities/ nói dữ liệu của ai: ${ACTIVITY_SENDERS.join(', ')}
  --certificate  chứng thư của ứng dụng chỉ gửi tệp, khi môi trường đòi chứng thư
  ${SYSTEM_USAGE}`;

interface Asked {
  readonly enter?: Omit<ApiCaller, 'certificates'>;
  readonly certificate?: string;
  readonly remove?: string;
}

/** What is asked for; a Vietnamese sentence where the call is wrong. */
export function parseCallerArguments(args: string[]): Asked | string {
  const text = { type: 'string' } as const;
  const options = {
    client: text,
    receiver: text,
    remove: text,
    certificate: text,
    sends: { ...text, multiple: true },
  } as const;
  const { values } = parseArgs({ args, options });
  const { client, remove, certificate } = values;
  if (remove !== undefined) return client === undefined ? { remove } : CALL;
  if (client === undefined) return Object.keys(values).length === 0 ? {} : CALL;
  const receiver = values.receiver === undefined ? undefined : receiverCalled(values.receiver);
  if (values.receiver !== undefined && !ALL_RECEIVERS.some((one) => one === receiver))
    return `Không có đơn vị nhận “${values.receiver}”.`;
  const sends = (values.sends ?? []).map(rightOf);
  for (const right of sends) {
    const fault = faultOfRight(right);
    if (fault !== undefined) return `--sends ${right.prefix}: ${FAULTS[fault]}.`;
  }
  if (receiver === undefined && sends.length === 0) return CALL;
  return {
    enter: { clientId: client, ...(receiver !== undefined && { receiver }), sends },
    ...(certificate !== undefined && { certificate }),
  };
}

function rightOf(written: string): SendingRight {
  const [prefix = '', named] = written.split(':');
  const dataOf = named
    ?.split(',')
    .filter((one): one is ActivitySender => ACTIVITY_SENDERS.some((known) => known === one));
  return { prefix, ...(dataOf && { dataOf }) };
}

interface CallerPorts {
  readonly callers: Pick<Callers, 'enter' | 'remove' | 'all'>;
  /** Enters in the verifiable log what is about to be done, so that no change is without its entry. */
  readonly log: (says: Readonly<Record<string, string>>) => Promise<void>;
}

/** Does what is asked for. @returns a line for each caller that stands afterwards */
export async function changeCallers(
  { enter, remove }: { readonly enter?: ApiCaller; readonly remove?: string },
  { callers, log }: CallerPorts,
): Promise<readonly string[]> {
  if (enter) {
    await log({ task: 'caller-entered', client: enter.clientId });
    await callers.enter(enter);
  }
  if (remove !== undefined) {
    await log({ task: 'caller-removed', client: remove });
    await callers.remove(remove);
  }
  return (await callers.all()).map(
    ({ clientId, receiver = '–', sends }) =>
      `${clientId}  ${receiver}  ${sends.map(({ prefix, dataOf }) => [prefix, ...(dataOf ? [dataOf.join()] : [])].join(':')).join(' ')}`,
  );
}

async function main(args: string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const asked = parseCallerArguments(args);
  if (typeof asked === 'string') return printError(asked, EXIT.wrongCommandLine);
  const system = await readSystem(environment);
  const callers = callersTable(system.db, system.tables.callers);
  const log = (says: Readonly<Record<string, string>>) => logOperatorAct(says, system);
  try {
    const { enter, certificate, remove } = asked;
    const pem = certificate === undefined ? undefined : await readFile(certificate, 'utf8');
    const certificates = pem === undefined ? {} : { certificates: [readCertificate(pem, new Date()).thumbprint] };
    const change = { ...(enter && { enter: { ...enter, ...certificates } }), ...(remove !== undefined && { remove }) };
    console.log((await changeCallers(change, { callers, log })).join('\n'));
    return EXIT.done;
  } catch (error) {
    if (error instanceof UnusableCertificate) return printError(error.message, EXIT.wrongCommandLine);
    throw error;
  }
}

export const run = (): Promise<void> => runCommand(CALL, (words) => main(words, process.env));
