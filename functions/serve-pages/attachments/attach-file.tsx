import { createHash } from 'node:crypto';
import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import { ATTACHMENT_TYPES, type Attachment, type AttachmentType } from '#shared/tables/case-records.ts';
import { LINK_SECONDS } from '#shared/use-cases/dossier-file.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { html, type PageAnswer, seeOther } from '../http/answer.ts';
import { originOf } from '../http/form.ts';
import { sendsFormsTo } from '../http/sends-forms-to.ts';
import { LinkLine } from '../layout/components.tsx';
import { Page } from '../layout/page.tsx';
import { FORM_SECONDS, uploadPrefix } from '../office-files/take-uploads.ts';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import { type AttachedTo, attachedTo } from './attached-to.ts';

/** A photo of a phone with 48 million points has up to 15 MB. */
const MOST_MB = 20;
const MOST_FILES = 50;
const LONGEST_NAME = 200;

/** The page with the form by which the browser sends a file directly into the bucket. */
export async function attachPage(visit: Visit, ports: ServePagesPorts): Promise<PageAnswer> {
  const { event, officer } = visit;
  const to = await attachedTo(visit, ports);
  if (!to) return notFoundPage(ports, officer);
  const form = await ports.uploadForm({
    bucket: ports.inboxBucket,
    prefix: uploadsOf(to, visit),
    officer: officer.subject,
    seconds: FORM_SECONDS,
    mostBytes: MOST_MB * 1024 ** 2,
    afterwards: `${originOf(event, ports.allowLoopback)}${to.page}/attached`,
  });
  const answer = await html(
    <Page title="Đính kèm tệp" assets={ports.assets} officer={officer} path={to.menu}>
      <h1 class="govuk-heading-l">{`Đính kèm tệp: ${to.name}`}</h1>
      <p class="govuk-body">
        {`Tệp .pdf, .jpg hoặc .png, mỗi tệp nhiều nhất ${MOST_MB} MB. Chỉ ${DESK_NAMES[to.desk]} mở được; mã băm của tệp được ghi vào sổ kiểm chứng.`}
      </p>
      {to.isVisit && <FileForm form={form} id="photo" label="Chụp ảnh tại chỗ" button="Gửi ảnh" takesPhoto />}
      <FileForm form={form} id="file" label={to.isVisit ? 'Hoặc chọn tệp có sẵn' : 'Tệp'} button="Đính kèm" />
      <LinkLine to={to.page}>Quay lại, không gửi tệp</LinkLine>
    </Page>,
    200,
    { data: { form } },
  );
  return sendsFormsTo(answer, [form.url]);
}

interface FileFormProps {
  readonly form: Awaited<ReturnType<ServePagesPorts['uploadForm']>>;
  readonly id: string;
  readonly label: string;
  readonly button: string;
  /** A phone opens its camera; a computer lets a file be chosen. */
  readonly takesPhoto?: boolean;
}

const FileForm = ({ form, id, label, button, takesPhoto = false }: FileFormProps) => (
  <form method="post" action={form.url} enctype="multipart/form-data">
    {Object.entries(form.fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <div class="govuk-form-group">
      <label class="govuk-label" for={id}>
        {label}
      </label>
      <input
        class="govuk-file-upload"
        id={id}
        name="file"
        type="file"
        required
        accept={takesPhoto ? 'image/jpeg' : '.pdf,.jpg,.jpeg,.png'}
        capture={takesPhoto ? 'environment' : undefined}
      />
    </div>
    <button type="submit" class="govuk-button">
      {button}
    </button>
  </form>
);

/**
 * Takes a file that a form of this session has put into the bucket: keeps it by its hash where its content is what its
 * name says, and removes it otherwise.
 */
export async function takeAttachment(visit: Visit, ports: ServePagesPorts): Promise<PageAnswer> {
  const { event, officer, form } = visit;
  const to = await attachedTo(visit, ports);
  if (!to) return notFoundPage(ports, officer);
  const prefix = uploadsOf(to, visit);
  const { key = '' } = event.queryStringParameters ?? {};
  const name = key.startsWith(prefix) ? key.slice(prefix.length) : (form.get('file') ?? '');
  const content = isFileName(name) ? await ports.objects.found(ports.inboxBucket, `${prefix}${name}`) : undefined;
  const type = content && typeOf(name, content);
  if (content) await ports.objects.remove(ports.inboxBucket, `${prefix}${name}`);
  const known = (await ports.caseRecords.of(to.records)).attachments.length;
  if (!content || type === undefined || known >= MOST_FILES)
    return refused(to, visit, ports, !content ? NOT_RECEIVED : type === undefined ? WRONG_TYPE : TOO_MANY);
  const sha256 = createHash('sha256').update(content).digest('hex');
  await ports.objects.putOnce(ports.evidenceBucket, keyOf(to, { sha256, type }), content, ATTACHMENT_TYPES[type]);
  const at = ports.now().toISOString();
  const by = actorOf({ officer: officer.subject }, to.desk);
  const says = { ...to.says, sha256, type, bytes: content.length };
  await ports.enter([entryOf({ kind: 'file-attached', at, by, says }, says)]);
  const { subject, displayName: officerName } = officer;
  const attachment = { name, type, bytes: content.length, sha256, officer: subject, officerName, at };
  await ports.caseRecords.attach(to.records, attachment, ports.expiry());
  return seeOther(`${to.page}?done=attached#attachments`);
}

/** Leads to an attached file by a short link, once the log has recorded who reads it and no malware was found in it. */
export async function openAttachment(visit: Visit, ports: ServePagesPorts): Promise<PageAnswer> {
  const { event, officer } = visit;
  const to = await attachedTo(visit, ports);
  const asked = event.queryStringParameters?.['file'];
  const found = to && (await ports.caseRecords.of(to.records)).attachments.find(({ sha256 }) => sha256 === asked);
  if (!to || !found) return notFoundPage(ports, officer);
  const key = keyOf(to, found);
  const scanned = ports.scanOf ? await ports.scanOf(ports.evidenceBucket, key) : CLEAN;
  if (scanned !== CLEAN) return refused(to, visit, ports, scanned === undefined ? NOT_SCANNED : NOT_CLEAN);
  const at = ports.now().toISOString();
  const by = actorOf({ officer: officer.subject }, to.desk);
  const says = { receiver: to.desk, what: 'attachment', ...to.says, sha256: found.sha256 };
  await ports.enter([entryOf({ kind: 'data-read', at, by, says }, { request: event.requestContext.requestId, at })]);
  return seeOther(await ports.link(ports.evidenceBucket, key, LINK_SECONDS));
}

const refused = ({ show }: AttachedTo, visit: Visit, ports: ServePagesPorts, attachments: string) =>
  show(visit, ports, { errors: { attachments }, status: 422 });

const DESK_NAMES = { police: 'công an', office: 'cơ quan đăng ký kinh doanh' };
const NOT_RECEIVED = `Chưa nhận được tệp: tệp lớn hơn ${MOST_MB} MB, trang đính kèm mở quá ${FORM_SECONDS / 60} phút, hoặc tên tệp quá dài. Hãy gửi lại.`;
const WRONG_TYPE =
  'Chưa nhận tệp: nội dung không phải .pdf, .jpg hoặc .png như tên tệp. Nếu là ảnh .heic, hãy lưu thành .jpg rồi gửi lại.';
const TOO_MANY = `Mỗi vụ việc, mỗi doanh nghiệp có nhiều nhất ${MOST_FILES} tệp đính kèm.`;
const NOT_SCANNED = 'Tệp vừa gửi đang được quét mã độc: hãy mở lại sau một phút.';
const NOT_CLEAN = 'Không mở được tệp: kết quả quét cho thấy tệp có mã độc hoặc không quét được.';
/** GuardDuty's word for a file in which it found nothing. */
const CLEAN = 'NO_THREATS_FOUND';

const uploadsOf = ({ says, records }: AttachedTo, { officer }: Visit) =>
  uploadPrefix(officer, says['taskId'] ?? records);
const keyOf = ({ prefix }: AttachedTo, { sha256, type }: Pick<Attachment, 'sha256' | 'type'>) =>
  `${prefix}${sha256}.${type}`;

const isFileName = (name: string): boolean =>
  name !== '' && Buffer.byteLength(name) <= LONGEST_NAME && !/[/\\\p{Cc}\p{Cf}]/u.test(name);

/** The first bytes of each kind of file. */
const FIRST_BYTES: Readonly<Record<AttachmentType, readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  jpg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
};

/** The kind that the file's name says, where its first bytes say the same. */
function typeOf(name: string, content: Uint8Array): AttachmentType | undefined {
  const ending = /\.(?<ending>pdf|jpe?g|png)$/iu.exec(name)?.groups?.['ending']?.toLowerCase().replace('jpeg', 'jpg');
  if (ending !== 'pdf' && ending !== 'jpg' && ending !== 'png') return undefined;
  return FIRST_BYTES[ending].every((byte, place) => content[place] === byte) ? ending : undefined;
}
