import type { PageAnswer } from './answer.ts';

/** A page whose security policy also allows forms to be sent to other addresses, such as a bucket's. */
export function sendsFormsTo(page: PageAnswer, urls: readonly string[]): PageAnswer {
  const origins = [...new Set(urls.map((url) => new URL(url).origin))].join(' ');
  const policy = String(page.headers?.['content-security-policy'] ?? '');
  return {
    ...page,
    headers: {
      ...page.headers,
      'content-security-policy': policy
        .replace("form-action 'self'", `form-action 'self' ${origins}`)
        .replace("connect-src 'self'", `connect-src 'self' ${origins}`),
    },
  };
}
