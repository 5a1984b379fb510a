import type { FlagCounts } from '#shared/domain/outcomes/figures/outcome-figures.ts';
import { overstatedText, ruleName, overstatedRules } from '#shared/domain/outcomes/report/rules-section.ts';
import { withThousandsSeparators } from '#shared/domain/outcomes/report/report.ts';
import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';

/** Rules with at least five decisions, of which the police dismissed a larger share than the rule set predicts. */
export function OverstatedRules({ byRule }: { readonly byRule: Readonly<Record<string, FlagCounts>> }) {
  const over = overstatedRules(byRule);
  const promised = withThousandsSeparators(100 - RULE_SET.precisionPercent);
  if (over.length === 0)
    return (
      <p class="govuk-body">{`Không dấu hiệu nào có quá ${promised}% kết luận là bác bỏ (từ 5 kết luận trở lên).`}</p>
    );
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">{`Dấu hiệu có quá ${promised}% kết luận là bác bỏ, đề nghị xem lại:`}</p>
      <ul class="govuk-list govuk-list--bullet">
        {over.map((one) => (
          <li key={one.rule}>{`${ruleName(one.rule)} (${one.rule})${overstatedText(one)}`}</li>
        ))}
      </ul>
    </div>
  );
}
