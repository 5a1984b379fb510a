import type * as z from 'zod';

/**
 * Removes `readOnly`, which in OpenAPI means that a field is never sent. In the code it only says that a list is not
 * changed.
 */
export function dropReadOnly({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  delete jsonSchema.readOnly;
}
