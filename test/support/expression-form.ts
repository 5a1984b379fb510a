/** An expression without the names of its attributes and values. */
export function expressionForm(expression: string): string {
  const words = new Set([
    'AND',
    'OR',
    'NOT',
    'IN',
    'BETWEEN',
    'attribute_exists',
    'attribute_not_exists',
    'begins_with',
  ]);
  return expression
    .replaceAll(/:\w+/gu, ':')
    .replaceAll(/[#\w]+/gu, (word) => (words.has(word) ? word : 'a'))
    .replaceAll(/\(: *(?:, *:)*\)/gu, '(:)');
}
