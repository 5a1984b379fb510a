import type * as z from 'zod';

/**
 * `readOnly` would mean a field that is never sent; that our own code does not change a list is no part of the
 * contract.
 */
export function dropReadOnly({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  delete jsonSchema.readOnly;
}
