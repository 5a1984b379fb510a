import { readFile } from 'node:fs/promises';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { ALL_RECEIVERS } from '#shared/domain/notification/notice/all-receivers.ts';
import { type Receivers, receiversTable } from '#shared/tables/receivers.ts';
import { optionsOf, TEXT, EXIT, printError, runCommand } from '#infra/local/run-command.ts';
import { logOperatorAct, readSystem, receiverCalled, SYSTEM_USAGE } from './find-system.ts';
import { type Certificate, readCertificate, UnusableCertificate } from './read-certificate.ts';

/** The request can't be carried out; the message says why. */
class NotDone extends Error {
  override readonly name = 'NotDone';
}

interface CertificatePorts {
  readonly receivers: Pick<Receivers, 'get' | 'changeCertificates'>;
  /** Enters in the verifiable log what is about to be done, so that no change is without its entry. */
  readonly enter: (says: Readonly<Record<string, string>>) => Promise<void>;
}
/** A receiver may have the certificate in use and its successor. */
const MOST = 2;

/** The thumbprints with which a receiver's client may call the API. */
export const enteredCertificates = async (
  receiver: string,
  receivers: Pick<Receivers, 'get'>,
): Promise<readonly string[]> => (await receivers.get(receiver))?.certificates ?? [];

/**
 * Enters a certificate; a repetition changes nothing. @param client the client that gets the receiver's tokens, where
 * it is new or has changed @throws {NotDone}
 */
export async function enterCertificate(
  receiver: string,
  { thumbprint }: Certificate,
  client: string | undefined,
  { receivers, enter }: CertificatePorts,
): Promise<void> {
  const known = await receivers.get(receiver);
  const clientId = client ?? known?.clientId;
  if (clientId === undefined)
    throw new NotDone(`Chưa biết client của ${receiver}: thêm --client, vì chứng thư chỉ mở cho client của nó.`);
  const certificates = [...new Set([...(known?.certificates ?? []), thumbprint])];
  if (certificates.length > MOST)
    throw new NotDone(`${receiver} đã có hai chứng thư: bỏ bớt một bằng --remove=VÂN_TAY rồi nhập lại.`);
  await enter({ task: 'certificate-entered', thumbprint });
  const changed = await receivers.changeCertificates({ receiver, clientId, certificates }, known);
  if (!changed) throw new NotDone(changedMeanwhile(receiver));
}

/** @throws {NotDone} where the certificate isn't entered */
export async function removeCertificate(
  receiver: string,
  thumbprint: string,
  { receivers, enter }: CertificatePorts,
): Promise<void> {
  const known = await receivers.get(receiver);
  if (!known?.certificates?.includes(thumbprint)) throw new NotDone(`${receiver} không có chứng thư ${thumbprint}.`);
  const certificates = known.certificates.filter((one) => one !== thumbprint);
  await enter({ task: 'certificate-removed', thumbprint });
  const changed = await receivers.changeCertificates({ ...known, certificates }, known);
  if (!changed) throw new NotDone(changedMeanwhile(receiver));
}

const changedMeanwhile = (receiver: string): string =>
  `Chứng thư của ${receiver} vừa được người khác đổi, nên không có gì được ghi: hãy chạy lại.`;

interface Asked {
  readonly receiver: string;
  readonly add?: string;
  readonly client?: string;
  readonly remove?: string;
}

/** Undefined where the call is wrong. */
export function parseArguments(args: string[]): Asked | undefined {
  const values = optionsOf(args, { receiver: TEXT, add: TEXT, client: TEXT, remove: TEXT });
  const receiver = values?.receiver === undefined ? undefined : receiverCalled(values.receiver);
  if (receiver === undefined || !ALL_RECEIVERS.some((one) => one === receiver)) return undefined;
  if (values?.add === undefined ? values?.client !== undefined : values.remove !== undefined) return undefined;
  return { ...values, receiver };
}

const CALL = `Cách dùng: npm run operate -- certificate --receiver ID [--add TỆP.pem [--client ID] | --remove=VÂN_TAY]

  Liệt kê các chứng thư mà một nơi nhận dùng để gọi API. ID ví dụ police, bank#970436 hoặc 970436.
  --add     kiểm tra và nhập một chứng thư; lần đầu cần --client
  --remove  bỏ chứng thư có vân tay đó
  ${SYSTEM_USAGE}`;

async function main(args: string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const asked = parseArguments(args);
  if (!asked) return printError(CALL, EXIT.wrongCommandLine);
  const system = await readSystem(environment);
  const receivers = receiversTable(system.db, system.tables.receivers);
  try {
    const enter = (says: Readonly<Record<string, string>>) =>
      logOperatorAct({ ...says, receiver: asked.receiver }, system);
    await perform(asked, { receivers, enter });
  } catch (error) {
    if (error instanceof NotDone || error instanceof UnusableCertificate)
      return printError(error.message, EXIT.wrongCommandLine);
    throw error;
  }
  const left = await enteredCertificates(asked.receiver, receivers);
  console.log(`${asked.receiver}: ${left.length === 0 ? 'chưa có chứng thư nào.' : left.join(', ')}`);
  return EXIT.done;
}

async function perform({ receiver, add, client, remove: thumbprint }: Asked, ports: CertificatePorts): Promise<void> {
  if (thumbprint !== undefined) await removeCertificate(receiver, thumbprint, ports);
  if (add === undefined) return;
  const pem = await readFile(add, 'utf8').catch(() => {
    throw new NotDone(`Không đọc được tệp “${add}”.`);
  });
  const certificate = readCertificate(pem, new Date());
  await enterCertificate(receiver, certificate, client, ports);
  const { subject, fingerprint, until } = certificate;
  console.log(
    `Đã nhập: ${subject}; SHA-256 ${fingerprint}; hết hạn ${formatDate(until)}. Đối chiếu vân tay với văn bản của nơi nhận.`,
  );
}

export const run = (): Promise<void> => runCommand(CALL, (words) => main(words, process.env));
