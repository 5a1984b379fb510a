import { createHash } from 'node:crypto';
import { ATTACHMENTS } from '#shared/contracts/attachments.ts';
import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { NoticeToPolice } from '#shared/domain/notification/notice/notice.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { ATTACHMENT_TYPES, type AttachmentType } from '#shared/tables/case-records.ts';
import { LINK_SECONDS } from '#shared/use-cases/dossier-file.ts';
import type { Visit } from '../admit.ts';
import { html, type PageAnswer, seeOther } from '../http/answer.ts';
import { originOf } from '../http/form.ts';
import { sendsFormsTo } from '../http/sends-forms-to.ts';
import { Page } from '../layout/page.tsx';
import { logNoticesShown } from '../log-shown.ts';
import { FORM_SECONDS, uploadPrefix } from '../office-files/take-uploads.ts';
import type { ServePagesPorts } from '../ports.ts';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import { CASES_PAGE } from './cases-asked.ts';
import { policeNotice } from './export-case.ts';
import { showCase } from './show-case.tsx';
import { LinkLine } from '../layout/link.tsx';

const MOST_MB = 10;
const MOST_OF_A_CASE = 50;
const LONGEST_NAME = 200;

/** The page with the form by which the browser sends a file of a case directly into the bucket. */
export async function attachPage(visit: Visit, ports: ServePagesPorts): Promise<PageAnswer> {
  const { event, officer } = visit;
  const notice = await noticeOf(visit, ports);
  if (!notice) return notFoundPage(ports, officer);
  const page = pageOf(notice);
  const form = await ports.uploadForm({
    bucket: ports.inboxBucket,
    prefix: prefixOf(notice, visit),
    officer: officer.subject,
    seconds: FORM_SECONDS,
    mostBytes: MOST_MB * 1024 ** 2,
    afterwards: `${originOf(event, ports.allowLoopback)}${page}/attached`,
  });
  const answer = await html(
    <Page title="Đính kèm tệp" assets={ports.assets} officer={officer} path={CASES_PAGE}>
      <h1 class="govuk-heading-l">{`Đính kèm tệp: ${notice.content.name}`}</h1>
      <p class="govuk-body">
        {`Tệp .pdf, .jpg hoặc .png, mỗi tệp nhiều nhất ${MOST_MB} MB. Chỉ công an mở được; mã băm của tệp được ghi vào sổ kiểm chứng.`}
      </p>
      <form method="post" action={form.url} enctype="multipart/form-data">
        {Object.entries(form.fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="govuk-form-group">
          <label class="govuk-label" for="file">
            Tệp
          </label>
          <input class="govuk-file-upload" id="file" name="file" type="file" required accept=".pdf,.jpg,.jpeg,.png" />
        </div>
        <button type="submit" class="govuk-button">
          Đính kèm
        </button>
      </form>
      <LinkLine to={page}>Về vụ việc</LinkLine>
    </Page>,
    200,
    { data: { form } },
  );
  return sendsFormsTo(answer, [form.url]);
}

/**
 * Takes a file that a form of this session has put into the bucket: keeps it by its hash where its content is what its
 * name says, and removes it otherwise.
 */
export async function takeAttachment(visit: Visit, ports: ServePagesPorts): Promise<PageAnswer> {
  const { event, officer, form } = visit;
  const notice = await noticeOf(visit, ports);
  if (!notice) return notFoundPage(ports, officer);
  const { noticeId } = notice;
  const prefix = prefixOf(notice, visit);
  const { key = '' } = event.queryStringParameters ?? {};
  const name = key.startsWith(prefix) ? key.slice(prefix.length) : (form.get('file') ?? '');
  const content = isFileName(name) ? await ports.objects.found(ports.inboxBucket, `${prefix}${name}`) : undefined;
  const type = content && typeOf(name, content);
  if (content) await ports.objects.remove(ports.inboxBucket, `${prefix}${name}`);
  const known = (await ports.caseRecords.of(noticeId)).attachments.length;
  if (!content || type === undefined || known >= MOST_OF_A_CASE) {
    const because = !content ? NOT_RECEIVED : type === undefined ? WRONG_TYPE : TOO_MANY;
    return showCase(visit, ports, { errors: { attachments: because }, status: 422 });
  }
  const sha256 = createHash('sha256').update(content).digest('hex');
  await ports.objects.putOnce(ports.evidenceBucket, keyOf(noticeId, sha256, type), content, ATTACHMENT_TYPES[type]);
  const at = ports.now().toISOString();
  const by = actorOf({ officer: officer.subject }, POLICE);
  const says = { noticeId, sha256, type, bytes: content.length };
  await ports.enter([entryOf({ kind: 'file-attached', at, by, says }, says)]);
  const { subject, displayName: officerName } = officer;
  const attachment = { name, type, bytes: content.length, sha256, officer: subject, officerName, at };
  await ports.caseRecords.attach(noticeId, attachment, ports.expiry());
  return seeOther(`${pageOf(notice)}?done=attached#attachments`);
}

/** Leads to an attached file by a short link, once the log has recorded who reads it. */
export async function openAttachment(visit: Visit, ports: ServePagesPorts): Promise<PageAnswer> {
  const notice = await noticeOf(visit, ports);
  const asked = visit.event.queryStringParameters?.['file'];
  const { attachments } = notice ? await ports.caseRecords.of(notice.noticeId) : { attachments: [] };
  const found = attachments.find(({ sha256 }) => sha256 === asked);
  if (!notice || !found) return notFoundPage(ports, visit.officer);
  await logNoticesShown([notice], 'attachment', POLICE, visit, ports);
  return seeOther(
    await ports.link(ports.evidenceBucket, keyOf(notice.noticeId, found.sha256, found.type), LINK_SECONDS),
  );
}

const NOT_RECEIVED = `Chưa nhận được tệp: tệp lớn hơn ${MOST_MB} MB, trang đính kèm mở quá ${FORM_SECONDS / 60} phút, hoặc tên tệp quá dài. Hãy gửi lại.`;
const WRONG_TYPE = 'Chưa nhận tệp: nội dung không phải .pdf, .jpg hoặc .png như tên tệp.';
const TOO_MANY = `Mỗi vụ việc có nhiều nhất ${MOST_OF_A_CASE} tệp đính kèm.`;

const noticeOf = ({ event }: Visit, ports: ServePagesPorts) => policeNotice(event.pathParameters?.['id'] ?? '', ports);
const pageOf = ({ noticeId }: NoticeToPolice) => `${CASES_PAGE}/${noticeId}`;
const prefixOf = ({ noticeId }: NoticeToPolice, { officer }: Visit) => uploadPrefix(officer, noticeId);
const keyOf = (noticeId: string, sha256: string, type: AttachmentType) => `${ATTACHMENTS}${noticeId}/${sha256}.${type}`;

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
