import { describe, expect, it } from 'vitest';
import { mailboxOf, normaliseEmail } from '#shared/domain/vietnamese/email.ts';

describe('normaliseEmail', () => {
  it.each([
    ['Hung.N@Example.COM.VN ', 'hung.n@example.com.vn'],
    ['mailto:a@b.vn', 'a@b.vn'],
    ['<a@b.vn>', 'a@b.vn'],
    ['Email: a@b.vn', 'a@b.vn'],
    ['a@b.vn; c@d.vn', 'a@b.vn'],
    ['a@b.vn c@d.vn', 'a@b.vn'],
    ['abc @gmail.com', 'abc@gmail.com'],
    ['a@b.vn.', 'a@b.vn'],
  ])('normaliseEmail reads %s as %s', (text, email) => {
    expect(normaliseEmail(text)).toBe(email);
  });

  it.each(['', 'không có', 'a@b', '@b.vn', 'a@', 'a..b@c.vn', 'hùng@c.vn', 'a@-b.vn'])(
    'normaliseEmail refuses %s',
    (text) => {
      expect(normaliseEmail(text)).toBeUndefined();
    },
  );
});

describe('mailboxOf', () => {
  it('mailboxOf joins the variants of one mailbox and no others', () => {
    expect(mailboxOf('a.b+thue@gmail.com')).toBe('ab@gmail.com');
    expect(mailboxOf('ab@googlemail.com')).toBe('ab@gmail.com');
    expect(mailboxOf('a.b+x@congty.vn')).toBe('a.b@congty.vn');
  });
});
