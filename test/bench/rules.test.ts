import { Engine } from 'json-rules-engine';
import { describe, expect, it } from 'vitest';
import { findTheSame } from './rules.ts';
import { JSON_RULES } from './rules-as-json.ts';

describe('the benchmark of rules', () => {
  it('asks the peer the same questions', async () => {
    await expect(findTheSame(new Engine([...JSON_RULES]))).resolves.toBeUndefined();
  });
});
