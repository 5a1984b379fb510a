/** A calendar day `yyyy-mm-dd`, in Asia/Ho_Chi_Minh. */
export type IsoDate = string;
/** A day, or a birth year alone (`yyyy`). */
export type BirthDate = string;
