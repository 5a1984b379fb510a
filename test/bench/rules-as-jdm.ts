import type { RuleProperties } from './rival-libraries/rule-engines.ts';

type JdmCondition = { readonly fact: string; readonly operator: string; readonly value: unknown };

const OPERATORS: Readonly<Record<string, string>> = {
  equal: '==',
  notEqual: '!=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
  lessThan: '<',
  lessThanInclusive: '<=',
};

/**
 * Makes a decision graph of GoRules with the same questions: one node with an expression for each rule, which is the
 * faster of its two forms.
 */
export function graphOf(rules: readonly RuleProperties[]) {
  const expressions = rules.map(({ event, conditions }) => ({
    id: event.type,
    key: event.type,
    value: expressionOf(conditions),
  }));
  return {
    nodes: [
      { id: 'figures', type: 'inputNode', name: 'figures' },
      { id: 'rules', type: 'expressionNode', name: 'rules', content: { expressions } },
      { id: 'found', type: 'outputNode', name: 'found' },
    ],
    edges: [
      { id: 'asked', type: 'edge', sourceId: 'figures', targetId: 'rules' },
      { id: 'answered', type: 'edge', sourceId: 'rules', targetId: 'found' },
    ],
  };
}

function expressionOf(conditions: RuleProperties['conditions']): string {
  const [list, word] =
    'all' in conditions ? [conditions.all, ' and '] : 'any' in conditions ? [conditions.any, ' or '] : [];
  if (list === undefined || word === undefined) throw new Error('conditions of another kind');
  return list.map((condition) => comparison(condition as JdmCondition)).join(word);
}

function comparison({ fact, operator, value }: JdmCondition): string {
  const sign = OPERATORS[operator];
  if (sign === undefined) throw new Error(`an operator unknown here: ${operator}`);
  return `${fact} ${sign} ${typeof value === 'number' ? decimal(value) : JSON.stringify(value)}`;
}

/** GoRules reads no exponents. */
const decimal = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(9));
