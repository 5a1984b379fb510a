import type * as z from 'zod';

/** That our own code changes no list is nobody else's business: `readOnly` means a field that is never sent. */
export function sayNothingOfReadonly({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  delete jsonSchema.readOnly;
}
