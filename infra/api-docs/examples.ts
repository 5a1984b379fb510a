const NOTICE_ID = 'Ym9n3JkQw0sTz1aVfR2xLg';
const CHANGED_AT = '2026-01-05T02:10:00.000Z';

/** An invented notice of a flagged company's account, as a bank reads it. */
const BANK_NOTICE = {
  id: NOTICE_ID,
  sequence: 1,
  state: 'in_force',
  handlingStatus: 'delivered',
  bank: '970436',
  accountNumber: '0011001234567',
  enterpriseCode: '0901150498',
  level: 'watch',
  reasonCodes: [5],
  request: 'Đề nghị rà soát, tăng cường giám sát tài khoản.',
  issuedAt: '2026-01-05T02:00:00.000Z',
  changedAt: CHANGED_AT,
  expiresOn: '2026-07-04',
};
const REPLY_ID = 'q3rT0uYw1xZ2aB4cD6eF8g';
const DECIDED = {
  sequence: 1,
  outcome: 'acted',
  accountStatus: '2',
  observed: [3],
  note: 'Đã tạm ngừng dịch vụ điện tử',
};

/**
 * Examples of what a receiver sends and gets, with invented numbers. Each is checked against its schema when the
 * document is made.
 */
export const EXAMPLES = {
  feed: { data: [BANK_NOTICE], iterator: 'djEuMjAyNi0wMS0wNQ', done: true },
  notice: BANK_NOTICE,
  acknowledgement: { sequence: 1 },
  bankDecision: DECIDED,
  policeDecision: { sequence: 1, outcome: 'confirmed', decision: { number: '12/QĐ-CSĐT', date: '2026-01-04' } },
  review: { sequence: 1, reason: 'Khách hàng đã xuất trình hợp đồng và hóa đơn của khoản tiền.' },
  report: { bank: '970436', accountNumber: '0011001234567', code: 5, on: '2026-01-03' },
  cleared: { bank: '970436', accountNumber: '0011001234567', code: 0, on: '2026-02-01' },
  replyTaken: { replyId: REPLY_ID },
  reply: {
    replyId: REPLY_ID,
    reply: { kind: 'bank-decision', noticeId: NOTICE_ID, body: DECIDED },
    takenAt: '2026-01-05T03:00:00.000Z',
    actedOnAt: '2026-01-05T03:00:02.000Z',
  },
  questions: {
    data: [
      {
        questionId: 'W4nV8cKp2hZq6sLx0tYb1A',
        noticeId: NOTICE_ID,
        askedAt: '2026-01-06T03:00:00.000Z',
        asks: [{ code: 'status', text: 'Trạng thái hiện nay của tài khoản' }],
        dueOn: '2026-01-09',
      },
    ],
  },
  reviews: {
    data: [
      {
        reviewId: 'pT5xGv8mNc1dRq7wLz2bHs',
        sequence: 1,
        reason: 'Khách hàng đã xuất trình hợp đồng và hóa đơn của khoản tiền.',
        askedAt: '2026-01-07T02:00:00.000Z',
        dueOn: '2026-01-21',
        state: 'waiting',
      },
    ],
  },
  sent: {
    data: [
      {
        noticeId: NOTICE_ID,
        sequence: 1,
        changedAt: CHANGED_AT,
        state: 'delivered',
        attempts: [
          { sequence: 1, at: '2026-01-05T02:10:04.000Z', outcome: 'answered', status: 503 },
          { sequence: 1, at: '2026-01-05T02:10:11.000Z', outcome: 'delivered', status: 204 },
        ],
      },
    ],
  },
  fileUploadRequest: { feed: 'accounts' },
  fileUpload: {
    url: 'https://haukiem-inbox.s3.ap-southeast-1.amazonaws.com/',
    fields: { key: 'accounts/970436/${filename}', policy: 'eyJleHBpcmF0aW9uIjo…', 'x-amz-signature': '5d6f…' },
    expiresAt: '2026-01-05T03:00:00.000Z',
  },
  fileResultRequest: { feed: 'accounts', name: '2026-01.csv.json' },
  fileResult: {
    url: 'https://haukiem-inbox.s3.ap-southeast-1.amazonaws.com/outbox/970436/2026-01.csv.json?X-Amz-Expires=300',
    expiresAt: '2026-01-05T02:05:00.000Z',
  },
  signingKey: { key: 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=', formerUntil: '2026-01-06T02:00:00.000Z' },
  dossierAsked: { form: 'docx' },
  dossierLink: {
    url: 'https://haukiem-evidence.example/dossiers/Ym9n3JkQw0sTz1aVfR2xLg/1.docx?X-Amz-Expires=300&X-Amz-Signature=0a1b2c3d',
    expiresAt: '2026-01-05T03:05:00.000Z',
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    sequence: 1,
  },
  testEvent: { testEventId: 'kD8sQ1mWc5yR7tB0uJ3xHg' },
} as const;
