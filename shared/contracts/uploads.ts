/** The prefix of the inbox where the desks' forms put files, and from which the desks take them into a feed. */
export const UPLOADS = 'uploads/';
