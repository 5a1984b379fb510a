export { ZenEngine } from '@gorules/zen-engine';
export { Engine, type RuleProperties } from 'json-rules-engine';
