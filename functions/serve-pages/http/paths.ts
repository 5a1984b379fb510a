/** The address at which signing in begins. */
export const SIGN_IN_PAGE = '/sign-in';
