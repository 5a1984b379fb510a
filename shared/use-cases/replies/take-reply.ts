import type { Notice, NoticeToPolice } from '#shared/domain/notification/notice/notice.ts';
import { POLICE, type Receiver } from '#shared/domain/notification/receiver.ts';
import type { NoticeReply, Reply, ReplyTaken, Problem } from '#shared/contracts/replies.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { ReplyItem, LastDecision } from '#shared/tables/replies.ts';
import type { ReplyPorts } from './ports.ts';
import { dayInVietnam, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { officersBehindDecision } from '#shared/domain/notification/release/release-policy.ts';
import { instantAfter } from '#shared/domain/notification/delivery/instant.ts';
import { OVERTAKEN, untilWritten } from '#shared/runtime/until-written.ts';
import { reference } from '#shared/contracts/ids.ts';

type DecisionBasis = NonNullable<ReplyItem['basis']>;

/** The author of a reply, with the caller's key by which repetitions are recognised. */
export interface Replier {
  readonly receiver: Receiver;
  /** The calling client, where a program replies. */
  readonly client?: string | undefined;
  readonly idempotencyKey: string | undefined;
  /** The person's id at the sign-in provider, where a person replies at a desk. */
  readonly officer?: string | undefined;
  /** The last decision on the notice that the person saw, empty for none; a later one is another person's. */
  readonly after?: string | undefined;
}

/**
 * Stores a reply once, however often it is sent; its message is sent each time, because an earlier one may have failed.
 * Without a caller's key the content is the key: for a decision the content and the decision before it, and for an
 * officer's listing the content and the officer. @param grounds gives the basis of a new reply; throws where it may not
 * be stored @throws {RefusedRequest}
 */
export async function takeReply(
  reply: Reply,
  { receiver, client, idempotencyKey, officer, after }: Replier,
  grounds: () => Promise<DecisionBasis | undefined>,
  ports: ReplyPorts,
): Promise<ReplyTaken> {
  const { replies, sendReply, expiry, now } = ports;
  let asked: Promise<DecisionBasis | undefined> | undefined;
  const groundsOnce = () => (asked ??= grounds());
  const fingerprint = contentId(reply);
  // A caller's key may contain anything, even a name, so only its hash is used.
  const key = idempotencyKey === undefined ? undefined : contentId({ idempotencyKey });
  const known = key === undefined ? undefined : await replies.get(receiver, key);
  const { replyId, takenAt, follows }: IdentifiedReply =
    known ??
    (isDecision(reply)
      ? await identifyDecision(reply, { receiver, fingerprint, key, officer, after }, groundsOnce, ports)
      : { replyId: key ?? ownId(reply, fingerprint, officer), takenAt: now().toISOString() });
  const record = async () => {
    const basis = await groundsOnce();
    const item = { receiver, replyId, reply, fingerprint, basis, takenAt, follows, client, officer };
    return (await replies.record(item, expiry())) ? item : replies.get(receiver, replyId);
  };
  const kept = known ?? (await replies.get(receiver, replyId)) ?? (await record());
  if (kept?.fingerprint !== fingerprint) throw new RefusedRequest('idempotency_key_reused');
  await sendReply([{ receiver, replyId }]);
  return { replyId };
}

/** The same listing by another officer is a second listing, so that both officers are its authors. */
const ownId = ({ kind }: Reply, fingerprint: string, officer: string | undefined): string =>
  kind === 'suspicious-account' && officer !== undefined ? contentId({ fingerprint, officer }) : fingerprint;

/** Refuses a reply to an older state of a notice, because a decision on it may be wrong by now. @throws {RefusedRequest} */
export function replyToNotice(reply: NoticeReply, replier: Replier, ports: ReplyPorts): Promise<ReplyTaken> {
  const grounds = async () => {
    const notice = await findNotice(replier.receiver, reply.noticeId, ports);
    refuseOtherSequence(notice, reply.body.sequence);
    refuseSigns(notice, reply);
    if (reply.kind === 'police-decision') refuseFuture('decision.date', reply.body.decision?.date, ports.now());
    return notice.receiver === POLICE ? decisionBasisOf(notice) : undefined;
  };
  return takeReply(reply, replier, grounds, ports);
}

function refuseOtherSequence({ sequence: newest }: Notice, sequence: number): void {
  if (sequence < newest) throw new RefusedRequest('sequence_superseded');
  if (sequence > newest) throw new RefusedRequest('sequence_unknown');
}

/** What a bank sees because of a withdrawn notice is no new sign: it would bring back what the police have dismissed. */
function refuseSigns({ state }: Notice, reply: NoticeReply): void {
  if (state === 'withdrawn' && reply.kind === 'bank-decision' && reply.body.observed.length > 0)
    throw new RefusedRequest('notice_withdrawn');
}

/** The company and the findings in the police's notice at this sequence; later findings are new evidence. */
const decisionBasisOf = ({ content }: NoticeToPolice): DecisionBasis => ({
  enterpriseCode: content.enterpriseCode,
  codes: content.findings.map(({ code }) => code),
});

/** The body with which a call is refused. */
export const problemOf = ({ code, status, title, detail }: RefusedRequest): Problem => ({
  type: `urn:haukiem:problem:${code}`,
  title,
  status,
  ...(detail !== undefined && { detail }),
});

/** The reasons for refusing a call: an HTTP status and a sentence, which never repeats what was sent. */
const REFUSALS = {
  no_receiver: [403, 'Mã truy cập không phải của một đơn vị nhận.'],
  certificate_not_bound: [403, 'Chứng thư số không phải của đơn vị mà mã truy cập nêu.'],
  feed_not_yours: [403, 'Đơn vị không gửi loại dữ liệu này.'],
  not_yours: [403, 'Ngân hàng chỉ được báo tài khoản của chính mình.'],
  decision_not_yours: [403, 'Văn bản của cơ quan có thẩm quyền do cơ quan Công an báo.'],
  too_many_calls: [429, 'Đã gọi quá số lần cho phép trong một phút: hãy gọi lại sau.'],
  no_such_reply: [404, 'Không có phản hồi này.'],
  no_such_notice: [404, 'Không có thông báo này.'],
  dossier_not_written: [409, 'Hồ sơ của bản này chưa lập xong: hãy gọi lại sau ít phút.'],
  proof_not_ready: [409, 'Bản này chưa vào sổ kiểm chứng: hãy gọi lại sau ít phút.'],
  log_has_no_head: [409, 'Sổ kiểm chứng chưa có mục nào.'],
  no_such_tree: [400, 'Sổ kiểm chứng chưa từng có số mục này.'],
  no_witness_key: [403, 'Đơn vị chưa đăng ký khóa chứng kiến.'],
  cosignature_wrong: [400, 'Checkpoint không phải của sổ này, hoặc không có chữ ký chứng kiến đúng của đơn vị.'],
  no_such_route: [404, 'Không có địa chỉ này.'],
  body_too_large: [413, 'Nội dung gửi quá lớn.'],
  body_not_json: [400, 'Nội dung gửi không phải JSON.'],
  body_unexpected: [400, 'Nội dung gửi không đúng mẫu.'],
  cursor_unreadable: [400, 'Con trỏ (cursor) không đọc được: hãy gửi lại đúng giá trị iterator đã nhận.'],
  idempotency_key_unreadable: [400, 'Idempotency-Key phải gồm 1 đến 200 ký tự ASCII nhìn thấy được.'],
  idempotency_key_reused: [409, 'Idempotency-Key này đã dùng cho một nội dung khác.'],
  no_endpoint: [409, 'Đơn vị chưa đăng ký địa chỉ nhận tự động: hãy liên hệ người vận hành.'],
  decided_meanwhile: [409, 'Đồng nghiệp vừa ghi một quyết định khác: hãy xem lại rồi gửi nếu vẫn cần.'],
  decided_by_you: [409, 'Bạn đã ghi một quyết định khác ở cửa sổ khác: hãy xem lại rồi gửi nếu vẫn cần.'],
  review_waits: [409, 'Thông báo này đã có một đề nghị xem lại đang chờ.'],
  sequence_superseded: [409, 'Thông báo đã có bản mới hơn: hãy đọc bản mới rồi trả lời.'],
  notice_withdrawn: [409, 'Thông báo đã rút: chỉ ghi việc đã làm. Dấu hiệu mới thì báo riêng là tài khoản nghi vấn.'],
  sequence_unknown: [409, 'Thông báo chưa có bản mang số thứ tự (sequence) này.'],
  bank_unknown: [400, 'Không nhận ra ngân hàng hoặc ví điện tử.'],
  account_unreadable: [400, 'Số tài khoản không đọc được.'],
  account_is_card: [400, 'Đây là số thẻ, không phải số tài khoản: không được gửi và không được lưu.'],
  date_in_future: [400, 'Ngày chưa đến.'],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string]>>;

/** A call that is answered with a problem (RFC 9457). */
export class RefusedRequest extends Error {
  override readonly name = 'Refused';
  readonly code: keyof typeof REFUSALS;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;

  /** @param detail names of fields and codes, but no values */
  constructor(code: keyof typeof REFUSALS, detail?: string) {
    super(code);
    const [status, title] = REFUSALS[code];
    this.code = code;
    this.status = status;
    this.title = title;
    this.detail = detail;
  }
}

/** @param field the field with the day @throws {RefusedRequest} where the day has not come yet */
export function refuseFuture(field: string, day: IsoDate | undefined, now: Date): void {
  if (day !== undefined && day > dayInVietnam(now)) throw new RefusedRequest('date_in_future', field);
}

type DecisionReply = Extract<Reply, { kind: 'bank-decision' | 'police-decision' }>;

const isDecision = (reply: Reply): reply is DecisionReply =>
  reply.kind === 'bank-decision' || reply.kind === 'police-decision';

/** A reply with the id by which repetitions are recognised, and the instant at which it was stored. */
interface IdentifiedReply {
  readonly replyId: string;
  readonly takenAt: string;
  /** Of a decision the id of the one before it. */
  readonly follows?: string | undefined;
}

/** The author of a decision, with the values by which repetitions are recognised. */
interface Decider {
  readonly receiver: Receiver;
  readonly fingerprint: string;
  /** The key made from the caller's own, if given; then it alone identifies repetitions. */
  readonly key: string | undefined;
  /** The person at a desk. */
  readonly officer: string | undefined;
  /** The last decision that the person saw, empty for none; undefined where the caller does not state it. */
  readonly after: string | undefined;
}

/** The officers who made the same decision directly before. */
const agreed = (last: LastDecision | undefined, outcome: string): string[] =>
  last?.outcome === outcome ? officersBehindDecision(last) : [];

const A_MILLISECOND = 0.001;

/**
 * Identifies a decision on a notice. The same content as the last decision by the same person is a repetition. The same
 * content as an earlier decision, with another between, is a new one, and so is another officer's. @param grounds
 * throws where a new decision may not be stored
 */
async function identifyDecision(
  { noticeId, body: { outcome } }: DecisionReply,
  { receiver, fingerprint, key, officer, after }: Decider,
  grounds: () => Promise<unknown>,
  { replies, now, expiry }: Pick<ReplyPorts, 'replies' | 'now' | 'expiry'>,
): Promise<IdentifiedReply> {
  // Of two simultaneous decisions with one key only the first is stored, but the other may have become
  // the last one.
  const isKeptAs = async (content: string, replyId: string) =>
    ((await replies.get(receiver, replyId))?.fingerprint ?? content) === content;
  return untilWritten(async () => {
    const last = await replies.lastDecision(receiver, noticeId);
    const isSaidAgain = last?.fingerprint === fingerprint && last.officer === officer && key === undefined;
    if (isSaidAgain && (await isKeptAs(fingerprint, last.lastId)))
      return { replyId: last.lastId, takenAt: last.takenAt, follows: last.follows };
    if (after !== undefined && (last?.lastId ?? '') !== after)
      throw new RefusedRequest(last?.officer === officer ? 'decided_by_you' : 'decided_meanwhile');
    await grounds();
    const replyId = key ?? contentId({ fingerprint, after: last?.lastId });
    const instant = now().toISOString();
    const takenAt = last && last.takenAt >= instant ? instantAfter(last.takenAt, A_MILLISECOND) : instant;
    const follows = last?.lastId;
    const earlierOfficers = agreed(last, outcome);
    const named = { lastId: replyId, fingerprint, takenAt, outcome, officer, follows, earlierOfficers };
    // Another decision may have been stored first, so that this one follows it
    const isLast = await replies.decideLast({ receiver, noticeId }, named, last, expiry());
    return isLast ? { replyId, takenAt, follows } : OVERTAKEN;
  });
}

/** @throws {RefusedRequest} where the receiver has no such notice, even if another receiver has */
export async function findNotice(
  receiver: Receiver,
  noticeId: string,
  { notices }: Pick<ReplyPorts, 'notices'>,
): Promise<Notice> {
  const notice = reference.safeParse(noticeId).success ? await notices.get(receiver, noticeId) : undefined;
  if (!notice) throw new RefusedRequest('no_such_notice');
  return notice;
}
