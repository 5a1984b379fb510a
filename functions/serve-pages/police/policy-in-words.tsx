import type { ReleaseMode, ReleasePolicy } from '#shared/domain/notification/release/release-policy.ts';

const WORDS: Readonly<Record<ReleaseMode, string>> = {
  automatic: 'tự động',
  one_officer: 'cần một người duyệt',
  two_officers: 'cần hai người khác nhau duyệt',
};

/** States who must release what in this stage, which explains an empty list. */
export function PolicyInWords({ policy }: { readonly policy: ReleasePolicy }) {
  const { police, bank, namingDecision } = policy;
  const all = [police, bank].flatMap((levels) => Object.values(levels).flatMap((acts) => Object.values(acts)));
  if ([...all, namingDecision].every((one) => one === 'automatic')) {
    return (
      <p class="govuk-inset-text">
        Giai đoạn này gửi và rút thông báo tự động, không chờ người duyệt. Khi vận hành thật, ngân hàng chỉ nhận điều đã
        được duyệt.
      </p>
    );
  }
  return (
    <ul class="govuk-list govuk-list--bullet">
      <li>{`Công an: gửi ${WORDS[police.watch.issue]}, rút ${WORDS[police.watch.withdraw]}, trừ khi chính công an bác bỏ.`}</li>
      <li>{`Ngân hàng, mức rà soát: gửi ${WORDS[bank.watch.issue]}, rút ${WORDS[bank.watch.withdraw]}.`}</li>
      <li>{`Ngân hàng, mức xử lý ngay: gửi ${WORDS[bank.act.issue]}, rút ${WORDS[bank.act.withdraw]}.`}</li>
      <li>{`Nêu văn bản của cơ quan có thẩm quyền: ${WORDS[namingDecision]}.`}</li>
    </ul>
  );
}
